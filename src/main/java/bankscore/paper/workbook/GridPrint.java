package bankscore.paper.workbook;

import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** How one sheet is printed: A4 landscape, charts as high as their page leaves room for, a footer. */
public final class GridPrint {

    private static final double PRINTED_HEIGHT = 465;
    private static final double MOST_CHART_ROW = 36;

    private final SXSSFSheet sheet;
    private final int repeated;
    private final int last;

    /**
     * @param repeated the last of the rows that every page repeats; below 0 if none is
     * @param last the sheet's last row
     */
    GridPrint(SXSSFSheet sheet, int repeated, int last) {
        this.sheet = sheet;
        this.repeated = repeated;
        this.last = last;
    }

    /**
     * A chart grows into the space that the repeated rows and what follows on its page leave.
     *
     * @param scale by how much the sheet is scaled down, so that more rows have room on a page
     */
    void grow(CellRangeAddress chart, double scale) {
        List<Integer> breaks = Arrays.stream(sheet.getRowBreaks()).boxed().toList();
        double room = PRINTED_HEIGHT * scale;
        for (int row = 0; row <= repeated; row++) {
            room -= sheet.getRow(row).getHeightInPoints();
        }
        for (int row = chart.getFirstRow() - 1; row > repeated && !breaks.contains(row); row--) {
            room -= sheet.getRow(row).getHeightInPoints();
        }
        for (int row = chart.getLastRow() + 1; row <= last && !breaks.contains(row - 1); row++) {
            room -= sheet.getRow(row).getHeightInPoints();
        }
        int rows = chart.getLastRow() - chart.getFirstRow() + 1;
        float each = (float) Math.min(MOST_CHART_ROW, Math.floor(room / rows));
        for (int row = chart.getFirstRow(); row <= chart.getLastRow() && each > GridLayout.LEAST_HEIGHT; row++) {
            sheet.getRow(row).setHeightInPoints(each);
        }
    }

    /** Page, margins and area. */
    void setUp(int columns, boolean onePage) {
        sheet.setFitToPage(true);
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) (onePage ? 1 : 0));
        sheet.setHorizontallyCenter(true);
        // 20 mm at the binding edge above, 15 mm at the sides, and room for the footer.
        sheet.setMargin(PageMargin.TOP, 0.79);
        sheet.setMargin(PageMargin.BOTTOM, 0.67);
        sheet.setMargin(PageMargin.LEFT, 0.59);
        sheet.setMargin(PageMargin.RIGHT, 0.59);
        sheet.setMargin(PageMargin.HEADER, 0.39);
        sheet.setMargin(PageMargin.FOOTER, 0.35);
        sheet.getWorkbook().setPrintArea(sheet.getWorkbook().getSheetIndex(sheet), 0, columns - 1, 0, last);
    }

    /** What every printed page says below: subject, page and verification code. */
    public static void footer(BookFrame book, SXSSFSheet sheet) {
        sheet.getFooter().setLeft(inFooter(book.subject()));
        sheet.getFooter().setCenter(book.words().text("book.footer.pages"));
        sheet.getFooter().setRight(inFooter(book.mark()));
    }

    /** An ampersand is a command in headers and footers. */
    private static String inFooter(String text) {
        return text.replace("&", "&&");
    }
}

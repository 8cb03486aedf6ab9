package bankscore.paper.workbook;

import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** How one sheet is printed: A4, charts as high as their page leaves room for, a footer. */
public final class GridPrint {

    private static final double MOST_CHART_ROW = 36;

    /**
     * A4 as it lies in the printer.
     *
     * @param width what the margins leave, in points, less a line to be safe
     * @param height likewise
     */
    record Paper(boolean landscape, double width, double height) {
        static final Paper LANDSCAPE = new Paper(true, 756, 465);
        static final Paper PORTRAIT = new Paper(false, 504, 730);
    }

    private final SXSSFSheet sheet;
    private final SheetMarks marks;
    private final Paper paper;
    private final int repeated;
    private final int last;

    /**
     * @param repeated the last of the rows that every page repeats; below 0 if none is
     * @param last the sheet's last row
     */
    GridPrint(SXSSFSheet sheet, SheetMarks marks, Paper paper, int repeated, int last) {
        this.sheet = sheet;
        this.marks = marks;
        this.paper = paper;
        this.repeated = repeated;
        this.last = last;
    }

    /**
     * A chart grows into the space that the repeated rows and what follows on its page leave.
     *
     * @param scale by how much the sheet is scaled down, so that more rows have room on a page
     */
    void grow(CellRangeAddress chart, double scale) {
        double room = paper.height() * scale - height(0, repeated);
        for (int row = chart.getFirstRow() - 1; row > repeated && !marks.isBroken(row); row--) {
            room -= sheet.getRow(row).getHeightInPoints();
        }
        for (int row = chart.getLastRow() + 1; row <= last && !marks.isBroken(row - 1); row++) {
            room -= sheet.getRow(row).getHeightInPoints();
        }
        int rows = chart.getLastRow() - chart.getFirstRow() + 1;
        float each = (float) Math.min(MOST_CHART_ROW, Math.floor(room / rows));
        for (int row = chart.getFirstRow(); row <= chart.getLastRow() && each > GridLayout.LEAST_HEIGHT; row++) {
            sheet.getRow(row).setHeightInPoints(each);
        }
    }

    /**
     * A break wherever a page is full, so that every program begins its pages at the same rows and they can be counted.
     *
     * @param scale by how much the sheet is scaled down
     * @param kept rows that stay with the next one
     */
    void breakFullPages(double scale, Set<Integer> kept) {
        double head = height(0, repeated);
        double room = paper.height() * scale;
        double taken = 0;
        for (int row = 0; row <= last; row++) {
            double height = sheet.getRow(row).getHeightInPoints();
            if (taken + height > room && row > repeated + 1) {
                int first = row;
                while (kept.contains(first - 1)) {
                    first--;
                }
                marks.breakBehind(first - 1);
                taken = head + height(first, row - 1);
            }
            taken = marks.isBroken(row) ? head : taken + height;
        }
    }

    private double height(int first, int last) {
        double height = 0;
        for (int row = first; row <= last; row++) {
            height += sheet.getRow(row).getHeightInPoints();
        }
        return height;
    }

    /** Page, margins and area. */
    void setUp(int columns, boolean onePage) {
        sheet.setFitToPage(true);
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(paper.landscape());
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

    /** What every printed page says below: subject, the page of its sheet and verification code. */
    public static void footer(BookFrame book, SXSSFSheet sheet) {
        footer(book, sheet, 1, book.words().text("book.footer.page"));
    }

    /**
     * The same for sheets that are printed as one paper: their pages are counted through, and each page says how many
     * there are. Programs would count what else is printed with them, or each sheet by itself.
     */
    public static void footers(BookFrame book, List<SXSSFSheet> paper) {
        int count = paper.stream().mapToInt(GridPrint::pages).sum();
        int first = 1;
        for (SXSSFSheet sheet : paper) {
            footer(book, sheet, first, book.words().text("book.footer.pages", "count", count));
            first += pages(sheet);
        }
    }

    private static int pages(SXSSFSheet sheet) {
        return sheet.getRowBreaks().length + 1;
    }

    private static void footer(BookFrame book, SXSSFSheet sheet, int firstPage, String page) {
        sheet.getFooter().setLeft(inFooter(book.subject()));
        sheet.getFooter().setCenter(page);
        sheet.getFooter().setRight(inFooter(book.mark()));
        sheet.getPrintSetup().setUsePage(true);
        sheet.getPrintSetup().setPageStart((short) firstPage);
    }

    /** An ampersand is a command in headers and footers. */
    private static String inFooter(String text) {
        return text.replace("&", "&&");
    }
}

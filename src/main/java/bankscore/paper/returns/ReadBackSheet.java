package bankscore.paper.returns;

import bankscore.facts.ReceivedSheet;
import bankscore.facts.ReceivedSheet.Content;
import bankscore.facts.ReceivedSheet.Total;
import bankscore.finding.Words;
import bankscore.paper.workbook.CellText;
import bankscore.paper.workbook.PlainStyle;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The read-back (收表回执) as the first sheet of the list of problems: a row for each column of money, and one for each sheet
 * without any. Whoever knows the city sees a wrong unit at a glance.
 */
final class ReadBackSheet {

    private static final int HEAD = 2;
    /** Behind this column stand amounts. */
    private static final int AMOUNTS = 7;

    private static final int[] WIDTHS = {34, 14, 13, 20, 26, 18, 18, 17, 17};

    private final Words words;
    private final ReadBackWords said;
    private final Sheet sheet;
    private final CellStyle title;
    private final CellStyle note;
    private final CellStyle head;
    private final CellStyle text;
    private final CellStyle amount;

    ReadBackSheet(Words words, XSSFWorkbook book) {
        this.words = words;
        this.said = new ReadBackWords(words);
        this.sheet = book.createSheet(words.text("received.sheet"));
        this.title = plain(book, 16, HorizontalAlignment.CENTER).bold().style();
        this.note = plain(book, 10, HorizontalAlignment.LEFT).style();
        this.head = plain(book, 10, HorizontalAlignment.CENTER)
                .bold()
                .filled(IndexedColors.GREY_25_PERCENT)
                .bordered()
                .style();
        this.text = plain(book, 10, HorizontalAlignment.LEFT).bordered().style();
        this.amount = plain(book, 10, HorizontalAlignment.RIGHT).bordered().style();
    }

    private static PlainStyle plain(XSSFWorkbook book, int points, HorizontalAlignment side) {
        return new PlainStyle(book, points).wrapped(true).leaning(side).middle();
    }

    /** @param heading the title of what was checked */
    void fill(String heading, List<ReceivedSheet> received) {
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256 + 200);
        }
        line(0, heading, title);
        sheet.getRow(0).setHeightInPoints(30);
        line(1, words.text("received.note"), note);
        Row heads = sheet.createRow(HEAD);
        String[] names = words.text("received.heads").split("\\|", -1);
        for (int i = 0; i < WIDTHS.length; i++) {
            put(heads, i, names[i], head);
        }
        int row = HEAD + 1;
        for (ReceivedSheet each : received) {
            List<Total> totals = each.content().map(Content::totals).orElse(List.of());
            for (int i = 0; i < Math.max(1, totals.size()); i++) {
                Optional<Total> total = i < totals.size() ? Optional.of(totals.get(i)) : Optional.empty();
                row(sheet.createRow(row++), i == 0 ? Optional.of(each) : Optional.empty(), total);
            }
        }
        setUp(row - 1);
    }

    /** What concerns the whole sheet stands in the first of its rows. */
    private void row(Row row, Optional<ReceivedSheet> sheetOf, Optional<Total> total) {
        List<Optional<String>> cells = List.of(
                sheetOf.map(each -> each.sheet().file()),
                sheetOf.map(each -> each.sheet().sheet()),
                sheetOf.map(ReceivedSheet::name),
                sheetOf.map(said::unit),
                sheetOf.map(said::period),
                sheetOf.map(said::rows),
                total.map(Total::name),
                total.map(said::amount),
                total.map(said::previous));
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            String content = cells.get(i).orElse("");
            put(row, i, content, i < AMOUNTS ? text : amount);
            lines = Math.max(lines, RowHeight.lines(content, WIDTHS[i]));
        }
        row.setHeightInPoints(RowHeight.points(lines));
    }

    private void line(int index, String content, CellStyle style) {
        Row row = sheet.createRow(index);
        put(row, 0, content, style);
        sheet.addMergedRegion(new CellRangeAddress(index, index, 0, WIDTHS.length - 1));
    }

    private static void put(Row row, int column, String content, CellStyle style) {
        row.createCell(column).setCellValue(CellText.escaped(content));
        row.getCell(column).setCellStyle(style);
    }

    private void setUp(int last) {
        sheet.createFreezePane(0, HEAD + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEAD, HEAD, -1, -1));
        sheet.getWorkbook().setPrintArea(0, 0, WIDTHS.length - 1, 0, last);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.setDisplayGridlines(false);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setCenter(words.text("list.footer", "page", "&P", "pages", "&N"));
    }
}

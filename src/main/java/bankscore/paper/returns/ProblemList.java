package bankscore.paper.returns;

import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.paper.NewDocuments;
import bankscore.paper.workbook.CellText;
import bankscore.paper.workbook.PlainStyle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The list of problems (问题清单) as the offices get it, behind the read-back of their sheets: ready to be printed, one row per finding, grouped by file, the
 * gravest first. Text from input stays text.
 */
public final class ProblemList {

    private static final int HEAD = 4;

    private final Words words;
    private final Sheet sheet;
    private final Styles styles;
    private final List<Column> columns;

    /** A column: its heading, its width in half-width characters, and what it shows. */
    private record Column(String heading, int width, Function<PrintedFinding, String> text) {}

    private ProblemList(Words words, XSSFWorkbook book) {
        this.words = words;
        this.sheet = book.createSheet(words.text("list.sheet"));
        this.styles = new Styles(book);
        this.columns = List.of(
                column(
                        "level",
                        6,
                        finding -> words.text("level." + finding.level().name())),
                column("code", 6, finding -> finding.code().name()),
                column("file", 18, this::file),
                column("sheet", 9, finding -> finding.place().sheet()),
                column("cell", 8, finding -> finding.place().cell()),
                column("bank", 14, PrintedFinding::subject),
                column("column", 10, PrintedFinding::column),
                column("found", 27, PrintedFinding::found),
                column("expected", 20, PrintedFinding::expected),
                column("action", 26, PrintedFinding::action),
                column("reason", 12, PrintedFinding::reason));
    }

    private Column column(String id, int width, Function<PrintedFinding, String> text) {
        return new Column(words.text("list.head." + id), width, text);
    }

    private String file(PrintedFinding finding) {
        return finding.place().file().isEmpty()
                ? words.text("list.file.none")
                : finding.place().file();
    }

    /** Writes the list; without findings it says so. */
    public static void write(List<PrintedFinding> findings, CheckSummary summary, Words words, Path file)
            throws IOException {
        try (XSSFWorkbook book = NewDocuments.workbook();
                OutputStream out = Files.newOutputStream(file)) {
            if (!summary.received().isEmpty()) {
                new ReadBackSheet(words, book).fill(titled("received.list", summary, words), summary.received());
            }
            new ProblemList(words, book).fill(findings, summary);
            book.write(out);
        }
    }

    private void fill(List<PrintedFinding> findings, CheckSummary summary) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, columns.get(i).width() * 256 + 200);
        }
        top(findings, summary);
        Row head = sheet.createRow(HEAD);
        for (int i = 0; i < columns.size(); i++) {
            text(head, i, columns.get(i).heading(), styles.head);
        }
        int row = HEAD + 1;
        String before = "";
        Map<String, List<PrintedFinding>> offices = findings.stream()
                .collect(Collectors.groupingBy(finding -> office(finding, summary), TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<PrintedFinding>> office : offices.entrySet()) {
            if (!summary.offices().isEmpty()) {
                line(row++, officeLine(office.getKey(), office.getValue()), styles.office);
            }
            for (PrintedFinding finding : byFile(office.getValue())) {
                boolean first = !file(finding).equals(before);
                before = file(finding);
                row(sheet.createRow(row++), finding, first && row > HEAD + 2);
            }
        }
        if (findings.isEmpty()) {
            line(row++, words.text("list.none"), styles.note);
        }
        setUp(row - 1);
    }

    /** Who sent the file; what belongs to no file comes first. */
    private static String office(PrintedFinding finding, CheckSummary summary) {
        return summary.offices().getOrDefault(finding.place().file(), "");
    }

    private String officeLine(String office, List<PrintedFinding> findings) {
        String named = office.isEmpty() ? words.text("list.office.none") : office;
        return counts("list.office", findings, words, "office", named);
    }

    private static String titled(String key, CheckSummary summary, Words words) {
        return words.text(
                key,
                "jurisdiction",
                summary.jurisdiction(),
                "year",
                summary.period().year(),
                "quarter",
                words.text("letter.quarter." + summary.period().quarter()));
    }

    private void top(List<PrintedFinding> findings, CheckSummary summary) {
        line(0, titled("list.title", summary, words), styles.title);
        sheet.getRow(0).setHeightInPoints(30);
        line(
                1,
                words.text(
                                "list.checked",
                                "files",
                                summary.files(),
                                "cells",
                                String.format(Locale.ROOT, "%,d", summary.cells()),
                                "rules",
                                summary.rules())
                        + words.text("explain.join")
                        + counts("list.counts", findings, words),
                styles.note);
        line(
                2,
                words.text(
                        "list.time",
                        "time",
                        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                                .format(summary.checked())),
                styles.note);
        line(3, words.text("list.legend"), styles.note);
    }

    /** A4 across, as many pages long as it takes. */
    static void printOnOnePageWidth(Sheet sheet) {
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
    }

    /** Words about how many findings of each level there are. */
    static String counts(String key, List<PrintedFinding> findings, Words words, Object... more) {
        Object[] counts = {
            "errors", PrintedFinding.count(findings, Level.ERROR),
            "reviews", PrintedFinding.count(findings, Level.REVIEW),
            "hints", PrintedFinding.count(findings, Level.HINT)
        };
        return words.text(key, Stream.concat(Stream.of(counts), Stream.of(more)).toArray());
    }

    /** Files by name, what belongs to none first; within a file the gravest first, otherwise as they came. */
    private static List<PrintedFinding> byFile(List<PrintedFinding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(finding -> finding.place().file(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(file -> file.stream().sorted(Comparator.comparing(PrintedFinding::level)))
                .toList();
    }

    private void row(Row row, PrintedFinding finding, boolean firstOfFile) {
        int lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            String text = columns.get(i).text().apply(finding);
            boolean strong = i == 0 && finding.level() == Level.ERROR;
            text(row, i, text, styles.body(strong, firstOfFile));
            lines = Math.max(lines, RowHeight.lines(text, columns.get(i).width()));
        }
        row.setHeightInPoints(RowHeight.points(lines));
    }

    private void line(int index, String text, CellStyle style) {
        Row row = sheet.createRow(index);
        for (int i = 0; i < columns.size(); i++) {
            row.createCell(i).setCellStyle(style);
        }
        text(row, 0, text, style);
        sheet.addMergedRegion(new CellRangeAddress(index, index, 0, columns.size() - 1));
    }

    private static void text(Row row, int column, String text, CellStyle style) {
        row.createCell(column).setCellValue(CellText.escaped(text));
        row.getCell(column).setCellStyle(style);
    }

    private void setUp(int last) {
        int lastColumn = columns.size() - 1;
        sheet.createFreezePane(0, HEAD + 1);
        sheet.setAutoFilter(new CellRangeAddress(HEAD, Math.max(HEAD, last), 0, lastColumn));
        sheet.setRepeatingRows(new CellRangeAddress(HEAD, HEAD, -1, -1));
        sheet.getWorkbook().setPrintArea(sheet.getWorkbook().getSheetIndex(sheet), 0, lastColumn, 0, last);
        printOnOnePageWidth(sheet);
        sheet.setHorizontallyCenter(true);
        sheet.setDisplayGridlines(false);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.setMargin(PageMargin.TOP, 0.6);
        sheet.setMargin(PageMargin.BOTTOM, 0.6);
        sheet.getFooter().setCenter(words.text("list.footer", "page", "&P", "pages", "&N"));
    }

    /** The few looks of the list. */
    private static final class Styles {

        private final CellStyle title;
        private final CellStyle note;
        private final CellStyle head;
        private final CellStyle office;
        private final CellStyle plain;
        private final CellStyle strong;
        private final CellStyle plainFirst;
        private final CellStyle strongFirst;

        Styles(XSSFWorkbook book) {
            title = plain(book, 16, HorizontalAlignment.CENTER).bold().style();
            note = plain(book, 10, HorizontalAlignment.LEFT).style();
            head = plain(book, 10, HorizontalAlignment.CENTER)
                    .bold()
                    .filled(IndexedColors.GREY_25_PERCENT)
                    .bordered()
                    .style();
            office = plain(book, 11, HorizontalAlignment.LEFT).bold().style();
            plain = listed(book).bordered().style();
            strong = listed(book).bold().bordered().style();
            plainFirst = listed(book).bordered(BorderStyle.MEDIUM).style();
            strongFirst = listed(book).bold().bordered(BorderStyle.MEDIUM).style();
        }

        CellStyle body(boolean isStrong, boolean firstOfFile) {
            if (firstOfFile) {
                return isStrong ? strongFirst : plainFirst;
            }
            return isStrong ? strong : plain;
        }

        private static PlainStyle listed(XSSFWorkbook book) {
            return plain(book, 10, HorizontalAlignment.LEFT);
        }

        private static PlainStyle plain(XSSFWorkbook book, int points, HorizontalAlignment side) {
            return new PlainStyle(book, points).wrapped(true).leaning(side).middle();
        }
    }
}

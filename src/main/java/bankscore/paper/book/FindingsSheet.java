package bankscore.paper.book;

import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.paper.workbook.BookFrame;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/**
 * 数据核实: what had to be verified, with the office's reasons, then the notes, a line for each file. Codes, columns and cells
 * stand beside, for whoever looks into one.
 */
public final class FindingsSheet {

    private final BookFrame book;
    private final List<PrintedFinding> findings;
    private final Grid grid;
    private final int beside;

    private FindingsSheet(BookFrame book, SXSSFSheet sheet, List<PrintedFinding> findings) {
        this.book = book;
        this.findings = findings;
        this.grid = new Grid(book, sheet, 6, 26, 44, 36, 40, 30);
        this.beside = grid.beside(9, 40, 18);
    }

    /** Writes them. */
    public static void fill(BookFrame book, SXSSFSheet sheet, String title, List<PrintedFinding> findings) {
        new FindingsSheet(book, sheet, findings).fill(title);
    }

    private String text(String key, Object... namesAndValues) {
        return book.words().text("book.findings." + key, namesAndValues);
    }

    private String[] texts(String... keys) {
        return Stream.of(keys).map(key -> text(key)).toArray(String[]::new);
    }

    private void fill(String title) {
        List<PrintedFinding> reviews = of(Level.REVIEW);
        Map<String, List<PrintedFinding>> notes = of(Level.HINT).stream()
                .collect(Collectors.groupingBy(note -> note.place().file(), LinkedHashMap::new, Collectors.toList()));
        grid.titled(title, text("units"));
        grid.header(texts("number", "bank", "found", "expected", "action", "reason"));
        grid.headerCells(beside, texts("code", "place", "column"));
        int number = 0;
        for (PrintedFinding finding : reviews) {
            line(++number, finding, finding.subject(), finding.found());
            String reason = finding.reason().isEmpty() ? text("reason.missing") : finding.reason();
            grid.text(5, reason, CellLook.TEXT);
        }
        if (number == 0) {
            grid.fixedWidths();
            grid.next().across(0, grid.columns() - 1, text("none"), CellLook.TEXT);
        }
        if (!notes.isEmpty()) {
            grid.next().across(0, grid.columns() - 1, text("notes"), CellLook.BANNER);
        }
        for (Map.Entry<String, List<PrintedFinding>> file : notes.entrySet()) {
            note(++number, file.getKey(), file.getValue());
        }
        grid.note(text("note"));
        grid.signature();
        grid.counted().finish(2, false);
    }

    private List<PrintedFinding> of(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).toList();
    }

    private void line(int number, PrintedFinding finding, String subject, String found) {
        grid.next()
                .number(0, number, CellLook.SEQUENCE)
                .text(1, subject, CellLook.TEXT)
                .text(2, found, CellLook.TEXT)
                .text(3, finding.expected(), CellLook.TEXT)
                .text(4, finding.action(), CellLook.TEXT)
                .blank(5, CellLook.TEXT)
                .text(beside, finding.code().name(), CellLook.CENTERED)
                .text(beside + 1, finding.place().toString(), CellLook.TEXT)
                .text(beside + 2, finding.column(), CellLook.TEXT);
    }

    /** The first note of a file, how many more there are, and where they are. */
    private void note(int number, String file, List<PrintedFinding> notes) {
        PrintedFinding first = notes.get(0);
        String found = text("notes.found", "file", file, "found", first.found());
        line(number, first, first.subject(), found);
        if (notes.size() > 1) {
            grid.text(5, text("notes.more", "count", notes.size() - 1), CellLook.TEXT)
                    .text(beside, joined(notes, note -> note.code().name()), CellLook.CENTERED)
                    .text(beside + 1, joined(notes, note -> note.place().toString()), CellLook.TEXT)
                    .text(beside + 2, joined(notes, PrintedFinding::column), CellLook.TEXT);
        }
    }

    private String joined(List<PrintedFinding> notes, Function<PrintedFinding, String> part) {
        return notes.stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(book.words().text("book.method.joint")));
    }
}

package bankscore.report;

import bankscore.domain.finding.Level;
import bankscore.domain.finding.PrintedFinding;

/** 数据核实: what had to be verified, with the office's reasons, then the notes. */
final class FindingsSheet {

    private static final Book.Part PART = Book.Part.FINDINGS;

    private FindingsSheet() {}

    static void fill(Book book) {
        Grid grid = book.grid(PART, 7, 9, 8, 26, 22, 16, 36, 30, 34, 26);
        grid.titled(book.title(PART), book.text(PART, "units"));
        grid.header(
                book.text(PART, "number"),
                book.text(PART, "code"),
                book.text(PART, "level"),
                book.text(PART, "place"),
                book.text(PART, "bank"),
                book.text(PART, "column"),
                book.text(PART, "found"),
                book.text(PART, "expected"),
                book.text(PART, "action"),
                book.text(PART, "reason"));
        int number = 0;
        for (Level level : Level.values()) {
            for (PrintedFinding finding : book.report().findings()) {
                if (finding.level() == level) {
                    number++;
                    grid.next()
                            .number(0, number, Look.SEQUENCE)
                            .text(1, finding.code().name(), Look.CENTERED)
                            .text(2, book.text(PART, "level." + level.name()), Look.CENTERED)
                            .text(3, finding.place().toString(), Look.TEXT)
                            .text(4, finding.bank(), Look.TEXT)
                            .text(5, finding.column(), Look.TEXT)
                            .text(6, finding.found(), Look.TEXT)
                            .text(7, finding.expected(), Look.TEXT)
                            .text(8, finding.action(), Look.TEXT)
                            .text(9, reason(book, finding), Look.TEXT);
                }
            }
        }
        if (number == 0) {
            grid.fixedWidths();
            grid.next().across(0, grid.columns() - 1, book.text(PART, "none"), Look.TEXT);
        }
        grid.note(book.text(PART, "note"));
        grid.signature();
        grid.finish(2, false);
    }

    private static String reason(Book book, PrintedFinding finding) {
        return finding.reason().isEmpty() && finding.level() == Level.REVIEW
                ? book.text(PART, "reason.missing")
                : finding.reason();
    }
}

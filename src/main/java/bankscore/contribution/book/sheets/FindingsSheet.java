package bankscore.contribution.book.sheets;

import bankscore.contribution.book.cells.Book;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;

/** 数据核实: what had to be verified, with the office's reasons, then the notes and the read-back of the sheets. */
public final class FindingsSheet {

    private static final Book.Part PART = Book.Part.FINDINGS;

    private FindingsSheet() {}

    public static void fill(Book book) {
        Grid grid = book.grid(PART, 7, 9, 8, 26, 22, 16, 36, 30, 34, 26);
        grid.titled(book.title(PART), book.text(PART, "units"));
        grid.header(book.texts(
                PART, "number", "code", "level", "place", "bank", "column", "found", "expected", "action", "reason"));
        int number = 0;
        for (Level level : Level.values()) {
            for (PrintedFinding finding : book.report().findings()) {
                if (finding.level() == level) {
                    number++;
                    grid.next()
                            .number(0, number, CellLook.SEQUENCE)
                            .text(1, finding.code().name(), CellLook.CENTERED)
                            .text(2, book.words().text("level." + level.name()), CellLook.CENTERED)
                            .text(3, finding.place().toString(), CellLook.TEXT)
                            .text(4, finding.subject(), CellLook.TEXT)
                            .text(5, finding.column(), CellLook.TEXT)
                            .text(6, finding.found(), CellLook.TEXT)
                            .text(7, finding.expected(), CellLook.TEXT)
                            .text(8, finding.action(), CellLook.TEXT)
                            .text(9, reason(book, finding), CellLook.TEXT);
                }
            }
        }
        if (number == 0) {
            grid.fixedWidths();
            grid.next().across(0, grid.columns() - 1, book.text(PART, "none"), CellLook.TEXT);
        }
        ReceivedRows.fill(book, grid);
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

package bankscore.subsidy.book;

import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.subsidy.decide.Decision.Outcome.Kind;
import bankscore.subsidy.say.Shown;
import java.util.List;

/** 核减和不予补助: each line that got less than its amount or nothing, with the reason. */
final class RefusalsSheet {

    private static final Book.Part PART = Book.Part.REFUSALS;

    private final Book book;
    private final Grid grid;

    private RefusalsSheet(Book book) {
        this.book = book;
        this.grid = book.grid(PART, 6, 26, 30, 24, 12, 16, 16, 16, 12, 24, 12);
    }

    static void fill(Book book) {
        new RefusalsSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), book.words().text("book.unit"));
        grid.header(book.texts(
                PART,
                "number",
                "subsidy",
                "claimant",
                "reference",
                "day",
                "amount",
                "granted",
                "off",
                "result",
                "reason",
                "clause"));
        int number = 0;
        for (Kind kind : List.of(Kind.CUT, Kind.REFUSED)) {
            for (Shown.Reduced line : book.shown().reduced()) {
                if (line.outcome().kind() == kind) {
                    row(++number, line);
                }
            }
        }
        if (number == 0) {
            grid.fixedWidths();
            grid.next().across(0, grid.columns() - 1, book.text(PART, "none"), CellLook.TEXT);
        }
        if (book.shown().allReduced() > number) {
            grid.note(book.text(PART, "more", "count", book.shown().allReduced(), "shown", number));
        }
        grid.note(book.text(PART, "note"));
        grid.signature();
        grid.counted().finish(2, false);
    }

    private void row(int number, Shown.Reduced line) {
        grid.next()
                .number(0, number, CellLook.SEQUENCE)
                .text(1, book.subsidy(line.subsidy()), CellLook.TEXT)
                .text(2, line.claimant(), CellLook.TEXT)
                .text(3, line.reference(), CellLook.TEXT)
                .date(4, line.day(), CellLook.DATE)
                .blanks(5, 7, Book.AMOUNT)
                .number(6, Book.yuan(line.granted()), Book.AMOUNT)
                .text(8, book.words().text("result." + line.outcome().kind().name()), CellLook.CENTERED)
                .text(9, line.outcome().reason(), CellLook.TEXT)
                .text(10, line.outcome().clause(), CellLook.CENTERED);
        line.amount()
                .ifPresent(amount -> grid.number(5, Book.yuan(amount), Book.AMOUNT)
                        .number(7, Book.yuan(amount.minus(line.granted())), Book.AMOUNT));
    }
}

package bankscore.subsidy.book;

import bankscore.exact.Money;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.subsidy.say.ListedClaimants;
import bankscore.subsidy.say.Report;
import java.util.List;

/** 公示名单: who is granted how much, fit for everybody's eyes. */
final class ListedSheet {

    private static final Book.Part PART = Book.Part.LISTED;

    private ListedSheet() {}

    static void fill(Book book) {
        // Upright: a list that is put up in public may be long, and twice as many lines stand on a page.
        Grid grid = book.grid(PART, 6, 26, 36, 24, 7, 16).portrait();
        grid.titled(book.title(PART), book.words().text("book.unit"));
        grid.header(book.texts(PART, "number", "subsidy", "claimant", "key", "lines", "amount"));
        List<ListedClaimants.Row> rows = book.shown().listed();
        if (rows.size() > Report.MOST_LINES) {
            grid.next().across(0, grid.columns() - 1, book.text(PART, "many"), CellLook.TEXT);
        } else {
            rows(book, grid, rows);
        }
        grid.note(book.text(PART, "note"));
        grid.counted().finish(2, false);
    }

    private static void rows(Book book, Grid grid, List<ListedClaimants.Row> rows) {
        int first = grid.row() + 1;
        int number = 0;
        for (ListedClaimants.Row row : rows) {
            grid.next()
                    .number(0, ++number, CellLook.SEQUENCE)
                    .text(1, book.subsidy(row.subsidy()), CellLook.TEXT)
                    .text(2, row.name(), CellLook.TEXT)
                    .text(3, row.number(), CellLook.CENTERED)
                    .number(4, row.lines(), CellLook.SEQUENCE)
                    .number(5, Book.yuan(row.amount()), Book.AMOUNT);
            if (number > rows.size() - Book.WITH_SUM) {
                grid.keptWithNext();
            }
        }
        if (rows.isEmpty()) {
            grid.next().across(0, grid.columns() - 1, book.text(PART, "none"), CellLook.TEXT);
        } else {
            int last = grid.row();
            grid.next()
                    .blanks(0, 3, CellLook.TEXT.strong())
                    .text(1, book.text(PART, "sum"), CellLook.TEXT.strong())
                    .number(
                            4,
                            rows.stream().mapToLong(ListedClaimants.Row::lines).sum(),
                            CellLook.SEQUENCE.strong())
                    .formula(
                            5,
                            "SUM(" + Addresses.column(5, first, last) + ")",
                            Book.yuan(Money.sum(rows.stream()
                                    .map(ListedClaimants.Row::amount)
                                    .toList())),
                            Book.AMOUNT.strong());
        }
    }
}

package bankscore.contribution.book.sheets;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.Placement;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.place.Transfer;
import bankscore.exact.Money;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 划转清单: who pays whom how much and when (D17). */
public final class TransfersSheet {

    private static final Book.Part PART = Book.Part.TRANSFERS;
    private static final int AMOUNT = 4;

    private final Book book;
    private final Grid grid;

    private TransfersSheet(Book book) {
        this.book = book;
        this.grid = book.grid(PART, 6, 28, 28, 28, 20, 14, 14, 30);
    }

    public static void fill(Book book) {
        new TransfersSheet(book).fill();
    }

    private void fill() {
        Placement placement = book.report().placement();
        boolean indicative = placement.indicative();
        String title = book.title(PART);
        grid.titled(
                indicative ? book.text(Book.Part.PLAN, "title.indicative", "title", title) : title,
                book.text(Book.Part.PLAN, "unit"));
        grid.header(book.texts(PART, "number", "fund", "from", "to", "amount", "when", "date", "note"));
        grid.comment(AMOUNT, book.text(PART, "value"));
        List<Money> amounts = new ArrayList<>();
        int firstRow = grid.row() + 1;
        for (FundPlan fund : placement.funds()) {
            Map<String, PlanRow> withdrawn = fund.rows().stream()
                    .filter(PlanRow::isWithdrawn)
                    .collect(Collectors.toMap(row -> row.bank().code(), Function.identity()));
            for (Transfer transfer : fund.transfers()) {
                amounts.add(transfer.amount());
                row(fund, withdrawn, transfer, amounts.size(), indicative);
            }
        }
        if (amounts.isEmpty()) {
            grid.fixedWidths();
            String why = placement.funds().isEmpty() ? PlanSheet.none(book) : book.text(PART, "none");
            grid.next().across(0, grid.columns() - 1, why, CellLook.TEXT);
        } else {
            String letters = bankscore.sheet.CellRef.letters(AMOUNT);
            String sum = "ROUND(SUM(" + letters + (firstRow + 1) + ":" + letters + (grid.row() + 1) + "),6)";
            grid.next()
                    .blanks(0, grid.columns() - 1, CellLook.TEXT)
                    .text(1, book.text(PART, "sum"), CellLook.CENTERED.strong())
                    .formula(AMOUNT, sum, Grid.decimal(Money.sum(amounts).wan()), CellLook.MONEY.strong());
            grid.note(book.text(PART, "note.order"));
            grid.note(book.text(PART, "note.outside"));
        }
        grid.signature();
        grid.finish(0, false);
    }

    private void row(FundPlan fund, Map<String, PlanRow> withdrawn, Transfer transfer, int number, boolean indicative) {
        grid.next()
                .number(0, number, CellLook.SEQUENCE)
                .text(1, fund.pool().fund(), CellLook.TEXT)
                .text(2, name(transfer.from(), "new"), CellLook.TEXT)
                .leadsTo(
                        2,
                        book.addresses().first(BookAddress.PLANNED, fund.pool().fund(), transfer.from()))
                .text(3, name(transfer.to(), "away"), CellLook.TEXT)
                .leadsTo(
                        3,
                        book.addresses().first(BookAddress.PLANNED, fund.pool().fund(), transfer.to()))
                .money(AMOUNT, transfer.amount(), CellLook.MONEY)
                .text(5, book.text(PART, transfer.atMaturity() ? "atMaturity" : "now"), CellLook.CENTERED);
        if (transfer.date().isPresent()) {
            grid.date(6, transfer.date().get(), CellLook.DATE);
        } else {
            grid.text(6, transfer.atMaturity() ? book.text(PART, "undated") : "", CellLook.CENTERED);
        }
        String note = Optional.ofNullable(withdrawn.get(transfer.from()))
                .map(row -> real(row, indicative))
                .orElse("");
        grid.text(7, note, CellLook.TEXT);
    }

    private String real(PlanRow row, boolean indicative) {
        String note = PlanSheet.note(book, row);
        return indicative ? book.text(Book.Part.PLAN, "note.real", "note", note) : note;
    }

    private String name(String code, String outside) {
        return code.equals(Transfer.OUTSIDE) ? book.text(PART, outside) : book.label(code);
    }
}

package bankscore.contribution.book.sheets;

import bankscore.answer.PrintedColumn;
import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.book.cells.PrintedCells;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.place.Transfer;
import bankscore.exact.Money;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 划转清单: who pays whom how much and when (D17), fund by fund: what moves now, then by due date. In 元 to the fen, as a
 * payment is ordered, and in 万元 as the other papers for leaders print it.
 */
public final class TransfersSheet {

    private static final Book.Part PART = Book.Part.TRANSFERS;
    private static final int FROM = 1;
    private static final int TO = 2;
    private static final int WAN = 3;
    private static final int YUAN = 4;
    private static final int WHEN = 5;
    private static final int NOTE = 6;
    private static final int FEN_DECIMALS = 2;
    private static final int TIGHT = 90;
    private static final CellLook DATE = CellLook.DATE.shown("yyyy\"年\"m\"月\"d\"日\"");

    private final Book book;
    private final Grid grid;
    private final int steps;
    private int number;

    private TransfersSheet(Book book) {
        this.book = book;
        this.grid = book.grid(PART, 6, 26, 26, 16, 22, 16, 18).portrait();
        this.steps = grid.beside(18, 18);
    }

    public static void fill(Book book) {
        new TransfersSheet(book).fill();
    }

    private void fill() {
        List<FundPlan> funds = book.report().placement().funds().stream()
                .filter(fund -> !fund.transfers().isEmpty())
                .toList();
        grid.titled(PlanSheet.title(book, PART), book.text(PART, "unit"));
        grid.header(book.texts(PART, "number", "from", "to", "amount", "amount.yuan", "when", "note"))
                .comment(YUAN, book.text(PART, "value"));
        grid.headerCells(steps, book.texts(PART, "steps.whole", "steps.key"));
        if (funds.isEmpty()) {
            grid.fixedWidths();
            String why = book.report().placement().funds().isEmpty() ? PlanSheet.none(book) : book.text(PART, "none");
            grid.next().across(0, grid.columns() - 1, why, CellLook.TEXT);
        } else {
            List<Integer> sums = new ArrayList<>();
            for (FundPlan fund : funds) {
                fund(fund);
                sums.add(grid.row());
            }
            grid.next().blanks(0, NOTE, CellLook.TEXT).text(FROM, book.text(PART, "sum"), CellLook.CENTERED.strong());
            total(
                    WAN,
                    sums,
                    Money.sum(funds.stream().map(TransfersSheet::printed).toList())
                            .wan()
                            .decimal()
                            .orElseThrow());
            total(
                    YUAN,
                    sums,
                    yuan(Money.sum(funds.stream().map(TransfersSheet::exact).toList())));
            grid.note(book.text(PART, "note.order"));
            grid.note(book.text(PART, "note.outside"));
            grid.note(book.text(PART, "note.printed"));
        }
        grid.signature();
        grid.stretched(TIGHT).counted().finish(0, false);
    }

    private static BigDecimal yuan(Money amount) {
        return new BigDecimal(amount.fen(), FEN_DECIMALS);
    }

    private static Money exact(FundPlan fund) {
        return Money.sum(fund.transfers().stream().map(Transfer::amount).toList());
    }

    private static Money printed(FundPlan fund) {
        return PrintedColumn.rounded(exact(fund));
    }

    private void fund(FundPlan fund) {
        Map<String, PlanRow> withdrawn = fund.rows().stream()
                .filter(PlanRow::isWithdrawn)
                .collect(Collectors.toMap(row -> row.bank().code(), Function.identity()));
        List<Transfer> transfers = fund.transfers();
        List<Money> printed = PrintedColumn.of(
                        transfers.stream().map(Transfer::amount).toList())
                .cells();
        String name = fund.pool().fund();
        grid.next()
                .across(0, NOTE, book.text(PART, "banner", "fund", name, "count", transfers.size()), CellLook.BANNER);
        int first = grid.row() + 1;
        int last = grid.row() + transfers.size();
        PrintedCells wan = new PrintedCells(grid, steps, first, last);
        wan.missing("SUM(" + Addresses.column(YUAN, first, last) + ")/10000");
        for (int i = 0; i < transfers.size(); i++) {
            Transfer transfer = transfers.get(i);
            row(name, transfer);
            wan.amount(WAN, grid.at(YUAN).local() + "/10000", String.valueOf(i + 1), printed.get(i), CellLook.POINTS);
            PlanRow row = withdrawn.get(transfer.from());
            grid.text(
                    NOTE, row == null ? "" : PlanSheet.carriedOut(book, row, PlanSheet.note(book, row)), CellLook.TEXT);
        }
        grid.next().blanks(0, NOTE, CellLook.TEXT).text(FROM, book.text(PART, "subtotal"), CellLook.CENTERED.strong());
        subtotal(WAN, first, last, printed(fund).wan().decimal().orElseThrow());
        subtotal(YUAN, first, last, yuan(exact(fund)));
    }

    private void row(String fund, Transfer transfer) {
        number++;
        grid.next()
                .number(0, number, CellLook.SEQUENCE)
                .text(FROM, name(transfer.from(), "new"), CellLook.TEXT)
                .leadsTo(FROM, book.addresses().first(BookAddress.PLANNED, fund, transfer.from()))
                .text(TO, name(transfer.to(), "away"), CellLook.TEXT)
                .leadsTo(TO, book.addresses().first(BookAddress.PLANNED, fund, transfer.to()))
                .number(YUAN, yuan(transfer.amount()), CellLook.POINTS);
        if (transfer.date().isPresent()) {
            grid.date(WHEN, transfer.date().get(), DATE);
        } else {
            grid.text(WHEN, book.text(PART, transfer.atMaturity() ? "undated" : "now"), CellLook.CENTERED);
        }
    }

    private void subtotal(int column, int first, int last, BigDecimal value) {
        String sum = "ROUND(SUM(" + Addresses.column(column, first, last) + "),2)";
        grid.formula(column, sum, value, CellLook.POINTS.strong());
    }

    private void total(int column, List<Integer> rows, BigDecimal value) {
        String cells = rows.stream().map(row -> Addresses.fixed(column, row)).collect(Collectors.joining("+"));
        grid.formula(column, "ROUND(" + cells + ",2)", value, CellLook.POINTS.strong());
    }

    private String name(String code, String outside) {
        return code.equals(Transfer.OUTSIDE) ? book.text(PART, outside) : book.label(code);
    }
}

package bankscore.subsidy.book;

import bankscore.exact.Money;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Charts;
import bankscore.paper.workbook.Grid;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.decide.Decisions.Total;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** 审核汇总: what the claims of each subsidy came to, over the cells of 审核明细; why lines were cut or refused; a chart. */
final class TotalsSheet {

    private static final Book.Part PART = Book.Part.TOTALS;
    private static final int NAME = 1;
    private static final int FIRST = 3;
    private static final int GRANTED = 9;
    private static final int REASON = 7;
    private static final int CHART_ROWS = 8;
    private static final CellLook COUNT = CellLook.MONEY.decimals(0);

    /** More rows of all tables and the chart begin a second page. */
    private static final int MOST_ROWS = 13;

    private final Book book;
    private final Grid grid;

    private TotalsSheet(Book book) {
        this.book = book;
        this.grid = book.grid(PART, 6, 30, 10, 9, 9, 9, 9, 18, 18, 18, 18);
    }

    static void fill(Book book) {
        new TotalsSheet(book).fill();
    }

    private void fill() {
        List<Total> totals = book.report().decisions().totals();
        grid.titled(book.title(PART), book.words().text("book.unit"));
        grid.header(book.texts(
                PART,
                "number",
                "subsidy",
                "clause",
                "claims",
                "granted.count",
                "cut.count",
                "refused",
                "amount",
                "off",
                "granted",
                "paid"));
        grid.repeatsTitleOnly();
        int first = grid.row() + 1;
        int number = 0;
        for (Total total : totals) {
            row(++number, total);
        }
        int last = grid.row();
        sum(totals, first, last);
        grid.note(book.text(PART, book.has(Book.Part.LINES) ? "note" : "note.large"));
        if (totals.size() > 1) {
            int top = grid.row() + 1;
            grid.chartHere(CHART_ROWS);
            Charts.bars(
                    book.drawing(grid.sheet()),
                    new Charts.Area(0, top, grid.columns(), grid.row() + 1),
                    book.text(PART, "chart"),
                    new Charts.Bars(
                            grid.sheet(),
                            first,
                            last,
                            NAME,
                            List.of(new Charts.Series(book.text(PART, "granted"), GRANTED, Charts.Fill.GREY))),
                    "#,##0");
        }
        int rest = totals.stream().mapToInt(total -> total.reasons().size()).sum()
                + book.report().decisions().budgets().size();
        if (totals.size() > 1 && totals.size() + CHART_ROWS + rest > MOST_ROWS) {
            grid.breakPage();
        }
        reasons(totals);
        budgets();
        grid.signature();
        grid.counted().finish(2, false);
    }

    private void row(int number, Total total) {
        String id = total.subsidy();
        grid.next()
                .number(0, number, CellLook.SEQUENCE)
                .text(NAME, book.subsidy(id), CellLook.TEXT)
                .text(2, book.report().scheme().subsidy(id).orElseThrow().clause(), CellLook.CENTERED);
        Optional<String> claims = range(BookAddress.CLAIM, id);
        Optional<String> results = range(BookAddress.RESULT, id);
        count(FIRST, claims.map(cells -> "COUNTA(" + cells + ")"), total.claims());
        count(
                FIRST + 1,
                results.map(cells -> "COUNTA(" + cells + ")-" + counted(cells, "REFUSED")),
                total.granted().count());
        count(
                FIRST + 2,
                results.map(cells -> counted(cells, "CUT")),
                total.cut().count());
        count(FIRST + 3, results.map(cells -> counted(cells, "REFUSED")), total.refused());
        amount(FIRST + 5, sum(BookAddress.OFF, id), total.cut().amount());
        amount(GRANTED, sum(BookAddress.GRANTED, id), total.granted().amount());
        grid.formula(
                FIRST + 4,
                grid.at(FIRST + 5).local() + "+" + grid.at(GRANTED).local(),
                Book.yuan(total.cut().amount().plus(total.granted().amount())),
                Book.AMOUNT);
        amount(GRANTED + 1, sum(BookAddress.PAYABLE, id), book.report().pays() ? total.paid() : Money.ZERO);
        book.addresses().note(BookAddress.TOTAL_GRANTED, id, "", grid.at(GRANTED));
        book.addresses().note(BookAddress.TOTAL_OFF, id, "", grid.at(FIRST + 5));
    }

    private Optional<String> range(BookAddress kind, String subsidy) {
        return Addresses.range(book.addresses().all(kind, subsidy, ""));
    }

    private Optional<String> sum(BookAddress kind, String subsidy) {
        if (kind == BookAddress.PAYABLE && !book.report().pays()) {
            return Optional.empty();
        }
        return Addresses.arguments(book.addresses().all(kind, subsidy, "")).map(cells -> "SUM(" + cells + ")");
    }

    private String counted(String cells, String outcome) {
        return "COUNTIF(" + cells + ",\"" + book.words().text("result." + outcome) + "\")";
    }

    private void count(int column, Optional<String> formula, long value) {
        if (formula.isPresent()) {
            grid.formula(column, formula.get(), BigDecimal.valueOf(value), COUNT);
        } else {
            grid.number(column, value, COUNT);
        }
    }

    private void amount(int column, Optional<String> formula, Money value) {
        if (formula.isPresent()) {
            grid.formula(column, formula.get(), Book.yuan(value), Book.AMOUNT);
        } else {
            grid.number(column, Book.yuan(value), Book.AMOUNT);
        }
    }

    private void sum(List<Total> totals, int first, int last) {
        grid.next().blanks(0, 2, CellLook.TEXT.strong()).text(NAME, book.text(PART, "sum"), CellLook.TEXT.strong());
        List<Long> counts = List.of(
                totals.stream().mapToLong(Total::claims).sum(),
                totals.stream().mapToLong(total -> total.granted().count()).sum(),
                totals.stream().mapToLong(total -> total.cut().count()).sum(),
                totals.stream().mapToLong(Total::refused).sum());
        for (int i = 0; i < counts.size(); i++) {
            grid.formula(FIRST + i, over(FIRST + i, first, last), BigDecimal.valueOf(counts.get(i)), COUNT.strong());
        }
        List<Money> amounts = List.of(
                book.report().granted().plus(book.report().cut()),
                book.report().cut(),
                book.report().granted(),
                book.report().paid());
        for (int i = 0; i < amounts.size(); i++) {
            int column = FIRST + counts.size() + i;
            grid.formula(column, over(column, first, last), Book.yuan(amounts.get(i)), Book.AMOUNT.strong());
        }
    }

    private static String over(int column, int first, int last) {
        return "SUM(" + Addresses.column(column, first, last) + ")";
    }

    /** How many lines of how many claimants were cut or refused for each reason, and what they asked for. */
    private void reasons(List<Total> totals) {
        if (totals.stream().allMatch(total -> total.reasons().isEmpty())) {
            return;
        }
        grid.section(book.text(PART, "reasons"));
        grid.next()
                .heads(0, book.texts(PART, "number", "subsidy"))
                .heads(2, book.text(PART, "clause"))
                .across(3, 6, book.text(PART, "reason"), CellLook.HEADER)
                .heads(REASON, book.texts(PART, "reason.count", "reason.claimants", "amount", "reason.off"));
        int first = grid.row() + 1;
        int number = 0;
        for (Total total : totals) {
            for (Decisions.Reason each : total.reasons()) {
                grid.next()
                        .number(0, ++number, CellLook.SEQUENCE)
                        .text(NAME, book.subsidy(total.subsidy()), CellLook.TEXT)
                        .text(
                                2,
                                book.report()
                                        .clause(
                                                book.report()
                                                        .scheme()
                                                        .subsidy(total.subsidy())
                                                        .orElseThrow(),
                                                each,
                                                book.words()),
                                CellLook.CENTERED)
                        .across(3, 6, each.reason(), CellLook.TEXT)
                        .number(REASON, each.lines(), COUNT)
                        .number(REASON + 1, each.claimants(), COUNT);
                computed(REASON + 2, each.asked());
                computed(REASON + 3, each.off());
            }
        }
        sumOfReasons(totals, first, grid.row());
        grid.note(book.text(PART, "reasons.note"));
    }

    /** Of lines that a condition refused nobody computed an amount. */
    private void computed(int column, Money amount) {
        if (amount.isZero()) {
            grid.text(column, book.words().text("book.none"), CellLook.CENTERED);
        } else {
            grid.number(column, Book.yuan(amount), Book.AMOUNT);
        }
    }

    private void sumOfReasons(List<Total> totals, int first, int last) {
        List<Decisions.Reason> all =
                totals.stream().flatMap(total -> total.reasons().stream()).toList();
        grid.next()
                .blanks(0, GRANTED + 1, CellLook.TEXT.strong())
                .text(NAME, book.text(PART, "sum"), CellLook.TEXT.strong())
                .formula(
                        REASON,
                        over(REASON, first, last),
                        BigDecimal.valueOf(
                                all.stream().mapToLong(Decisions.Reason::lines).sum()),
                        COUNT.strong())
                .formula(
                        REASON + 2,
                        over(REASON + 2, first, last),
                        Book.yuan(Money.sum(
                                all.stream().map(Decisions.Reason::asked).toList())),
                        Book.AMOUNT.strong())
                .formula(
                        REASON + 3,
                        over(REASON + 3, first, last),
                        Book.yuan(Money.sum(
                                all.stream().map(Decisions.Reason::off).toList())),
                        Book.AMOUNT.strong());
    }

    private void budgets() {
        List<Decisions.BudgetUse> budgets = book.report().decisions().budgets();
        if (budgets.isEmpty()) {
            return;
        }
        grid.section(book.text(PART, "budgets"));
        grid.next()
                .heads(0, book.texts(PART, "number", "budget.item"))
                .across(2, 6, book.text(PART, "budget.amount"), CellLook.HEADER)
                .heads(7, book.texts(PART, "budget.before", "budget.wanted", "granted", "budget.left"));
        int number = 0;
        for (Decisions.BudgetUse each : budgets) {
            grid.next()
                    .number(0, ++number, CellLook.SEQUENCE)
                    .text(NAME, each.item(), CellLook.TEXT)
                    .blanks(2, 6, Book.AMOUNT)
                    .number(2, Book.yuan(each.amount()), Book.AMOUNT)
                    .over(2, 6)
                    .number(7, Book.yuan(each.before()), Book.AMOUNT)
                    .number(8, Book.yuan(each.wanted()), Book.AMOUNT)
                    .number(9, Book.yuan(each.granted()), Book.AMOUNT)
                    .formula(
                            10,
                            "ROUND(" + grid.at(2).local() + "-" + grid.at(7).local() + "-"
                                    + grid.at(9).local() + ",2)",
                            Book.yuan(each.amount().minus(each.before()).minus(each.granted())),
                            Book.AMOUNT);
        }
    }
}

package bankscore.report;

import bankscore.domain.Fraction;
import bankscore.domain.allocate.FundPlan;
import bankscore.domain.allocate.PlanRow;
import bankscore.domain.intake.CellRef;
import bankscore.domain.scheme.AllocationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One fund's placement as formulas (policy D14–D17): plain sharing in proportion to the totals, withdrawals included, with
 * its steps in columns beside; what moves now and what at maturity.
 *
 * <p>Targets under limits, caps, floors, fixed sums, cuts or another form have no formula.
 */
final class PlanFormulas {

    private final Book book;
    private final FundPlan fund;
    private final int first;
    private final int last;
    private final int steps;
    private final boolean plain;

    /** @param steps the first of the columns beside: weight, quota, whole, rest, place, extra, odd, moved, before */
    PlanFormulas(Book book, FundPlan fund, int firstRow, int steps) {
        this.book = book;
        this.fund = fund;
        this.first = firstRow;
        this.last = firstRow + fund.rows().size() - 1;
        this.steps = steps;
        this.plain = isPlain();
    }

    private boolean isPlain() {
        AllocationRule rule = fund.rule();
        boolean tiesByTotal = rule.tieOrder().stream().noneMatch(AllocationRule.Tie.ByMeasure.class::isInstance);
        boolean unlimited = fund.rows().stream()
                .map(PlanRow::working)
                .allMatch(working -> working instanceof PlanRow.Working.Nothing
                        || (working instanceof PlanRow.Working.Shared shared
                                && shared.limit().isEmpty()
                                && shared.bound().isEmpty()));
        return rule.form() instanceof AllocationRule.Form.ByTotal
                && rule.take().equals(AllocationRule.Take.ALL)
                && rule.first().isEmpty()
                && rule.cap().isEmpty()
                && rule.floor().isEmpty()
                && tiesByTotal
                && unlimited
                && pool().isPresent();
    }

    Optional<String> pool() {
        return book.addresses()
                .find(Addresses.Kind.POOL, fund.pool().fund(), "")
                .map(Addresses.Address::absolute);
    }

    /** What the bank holds; a bank without a row of holdings holds nothing. */
    Optional<String> current(PlanRow row) {
        List<String> held = cells(Addresses.Kind.HELD, row);
        return held.isEmpty() ? Optional.empty() : Optional.of(rounded(String.join("+", held)));
    }

    private List<String> cells(Addresses.Kind kind, PlanRow row) {
        return book.addresses().all(kind, fund.pool().fund(), row.bank().code()).stream()
                .map(Addresses.Address::absolute)
                .toList();
    }

    /** D15: whether the bank's money is taken back; empty where no risk is reported. */
    private Optional<String> withdrawn(PlanRow row) {
        List<String> conditions = new ArrayList<>();
        for (Addresses.Address risk :
                book.addresses().all(Addresses.Kind.RISK, "", row.bank().code())) {
            fund.rule().safety().entrySet().stream()
                    .filter(word -> word.getValue() == AllocationRule.Safety.WITHDRAW_NOW)
                    .map(word -> risk.absolute() + "=\"" + word.getKey() + "\"")
                    .sorted()
                    .forEach(conditions::add);
        }
        return conditions.isEmpty() ? Optional.empty() : Optional.of("OR(" + String.join(",", conditions) + ")");
    }

    /** The columns beside, in the row that is being filled. */
    void steps(Grid grid, PlanRow row) {
        if (plain) {
            String weight = grid.at(steps).local();
            String quota = grid.at(steps + 1).local();
            String whole = grid.at(steps + 2).local();
            String rest = grid.at(steps + 3).local();
            grid.helper(steps, weight(row), Look.POINTS);
            grid.helper(
                    steps + 1, "IF(" + sum(0) + ">0," + poolCell() + "*" + weight + "/" + sum(0) + ",0)", Look.MONEY);
            grid.helper(steps + 2, "INT(ROUND(" + quota + "/" + lot() + ",8))", Look.POINTS.decimals(0));
            grid.helper(steps + 3, "ROUND(" + quota + "/" + lot() + "-" + whole + ",8)", Look.POINTS.decimals(8));
            grid.helper(steps + 4, place(grid, rest, weight), Look.SEQUENCE);
            grid.helper(
                    steps + 5,
                    "IF(AND(" + weight + ">0," + grid.at(steps + 4).local() + "<=" + sum(5) + "),1,0)",
                    Look.SEQUENCE);
            // What lies beyond whole lots goes to the highest total, then the earlier row.
            String earlier = grid.row() == first
                    ? ""
                    : ",COUNTIF(" + column(steps, first, grid.row() - 1) + "," + weight + ")=0";
            grid.helper(
                    steps + 6,
                    "IF(AND(" + weight + ">0," + weight + "=MAX(" + column(steps) + ")" + earlier + ")," + sum(6)
                            + ",0)",
                    Look.MONEY);
        }
        String change = grid.at(PlanSheet.CHANGE).local();
        String held = grid.at(PlanSheet.CURRENT).local();
        List<String> unmatured = cells(Addresses.Kind.UNMATURED, row);
        String matured = unmatured.isEmpty() ? held : held + "-" + String.join("-", unmatured);
        String movable = unmatured.isEmpty()
                ? held
                : withdrawn(row)
                        .map(condition -> "IF(" + condition + "," + held + "," + matured + ")")
                        .orElse(matured);
        grid.helper(
                steps + 7, rounded("IF(" + change + "<0,MIN(-" + change + "," + movable + "),0)"), Look.MONEY); // D16
        String before = grid.row() == first
                ? ""
                : "+SUMIF(" + column(PlanSheet.CHANGE, first, grid.row() - 1) + "," + change + ")";
        grid.helper(
                steps + 8,
                "IF(" + change + ">0,"
                        + rounded("SUMIF(" + column(PlanSheet.CHANGE) + ",\">\"&" + change + ")" + before) + ",0)",
                Look.MONEY); // D17
    }

    private String weight(PlanRow row) {
        Optional<String> total = book.addresses()
                .find(Addresses.Kind.TOTAL, "", row.bank().code())
                .map(Addresses.Address::absolute);
        if (total.isEmpty()) {
            return "0";
        }
        String weight = "MAX(0," + total.get() + ")";
        return withdrawn(row)
                .map(condition -> "IF(" + condition + ",0," + weight + ")")
                .orElse(weight);
    }

    private String place(Grid grid, String rest, String weight) {
        boolean byTotal = fund.rule().tieOrder().stream()
                .findFirst()
                .filter(AllocationRule.Tie.Total.class::isInstance)
                .isPresent();
        String higher = byTotal
                ? "+COUNTIFS(" + column(steps + 3) + "," + rest + "," + column(steps) + ",\">\"&" + weight + ")"
                : "";
        String same = byTotal ? "," + column(steps, first, grid.row() - 1) + "," + weight : "";
        String before = grid.row() == first
                ? ""
                : "+COUNTIFS(" + column(steps + 3, first, grid.row() - 1) + "," + rest + same + ")";
        return "RANK(" + rest + "," + column(steps + 3) + ")" + higher + before;
    }

    /** The row of sums: weights, lots that are missing, the odd rest, what can be received now. */
    void sums(Grid grid) {
        if (plain) {
            grid.helper(steps, "SUM(" + column(steps) + ")", Look.POINTS.strong());
            grid.helper(
                    steps + 2,
                    "SUM(" + column(steps + 2) + ")",
                    Look.POINTS.decimals(0).strong());
            String lots = "INT(ROUND(" + poolCell() + "/" + lot() + ",8))";
            grid.helper(steps + 5, lots + "-" + grid.at(steps + 2).local(), Look.SEQUENCE.strong());
            grid.helper(steps + 6, rounded(poolCell() + "-" + lot() + "*" + lots), Look.MONEY.strong());
        }
        grid.helper(
                steps + 7,
                rounded("SUM(" + column(steps + 7) + ")+MAX(0,SUM(" + column(PlanSheet.CHANGE) + "))"),
                Look.MONEY.strong());
    }

    Optional<String> target(Grid grid) {
        return plain
                ? Optional.of(rounded("(" + grid.at(steps + 2).local() + "+"
                        + grid.at(steps + 5).local() + ")*" + lot() + "+"
                        + grid.at(steps + 6).local()))
                : Optional.empty();
    }

    /** A growing bank's part now is what it receives now: the largest first (D17). */
    String now(Grid grid) {
        String change = grid.at(PlanSheet.CHANGE).local();
        return rounded("IF(" + change + "<0,-" + grid.at(steps + 7).local() + ",MAX(0,MIN(" + change + "," + sum(7)
                + "-" + grid.at(steps + 8).local() + ")))");
    }

    Optional<String> unplaced() {
        return pool().map(pool -> rounded(pool + "-" + at(PlanSheet.TARGET, last + 1)));
    }

    static String difference(Grid grid, int from, int less) {
        return rounded(grid.at(from).local() + "-" + grid.at(less).local());
    }

    /** To the fen: 0.000001 万元. */
    private static String rounded(String formula) {
        return "ROUND(" + formula + ",6)";
    }

    private String poolCell() {
        return pool().orElseThrow();
    }

    private String lot() {
        String own = "funds." + fund.pool().fund() + ".lot";
        Fraction lot = fund.rule().lot().wan();
        return book.hasParameter(own) ? book.parameter(own, lot) : book.parameter("allocation.lot", lot);
    }

    private String sum(int step) {
        return at(steps + step, last + 1);
    }

    private static String at(int column, int row) {
        return "$" + CellRef.letters(column) + "$" + (row + 1);
    }

    private String column(int column) {
        return column(column, first, last);
    }

    private static String column(int column, int from, int to) {
        return at(column, from) + ":" + at(column, to);
    }
}

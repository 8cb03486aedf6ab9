package bankscore.contribution.book.cells;

import bankscore.contribution.Names;
import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.allocation.Cap;
import bankscore.contribution.allocation.Tie;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.PlanRow;
import bankscore.exact.Fraction;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One fund's placement as formulas (D14–D17): sharing in proportion to the totals, with withdrawals, freezes and caps,
 * its steps in columns beside; what moves now and what at maturity.
 *
 * <p>Limits need no rounds here: with the banks at their limits for every rate up to one's own, the rate of the others is
 * the largest of (pool − those limits) ÷ (weights − those weights). Targets under floors, fixed sums, cuts or another form
 * have no formula.
 */
public final class PlanFormulas {

    /** The columns beside, in their order; the words are under {@code book.plan.steps.<name>}. */
    public enum Step {
        WEIGHT,
        LIMIT,
        RATIO,
        RATE,
        FIXED,
        QUOTA,
        WHOLE,
        REST,
        KEY,
        PLACE,
        EXTRA,
        CANDIDATE,
        ODD,
        MOVED,
        BEFORE
    }

    private static final List<Step> ORDER = List.of(Step.values());

    private final Book book;
    private final FundPlan fund;
    private final PlanColumns columns;
    private final int first;
    private final int last;
    private final int steps;
    private final Map<String, Fraction> parameters;
    private final boolean plain;

    /** @param steps the first of the columns beside */
    public PlanFormulas(Book book, FundPlan fund, PlanColumns columns, int firstRow, int steps) {
        this.book = book;
        this.fund = fund;
        this.columns = columns;
        this.first = firstRow;
        this.last = firstRow + fund.rows().size() - 1;
        this.steps = steps;
        this.parameters = fund.rule().parameters();
        this.plain = FollowedPlan.isFollowed(fund) && pool().isPresent();
    }

    public Optional<String> pool() {
        return book.addresses().absolute(BookAddress.POOL, fund.pool().fund(), "");
    }

    /** What the bank holds; a bank without a row of holdings holds nothing. */
    public Optional<String> current(PlanRow row) {
        List<String> held = cells(BookAddress.HELD, row);
        return held.isEmpty() ? Optional.empty() : Optional.of(rounded(String.join("+", held)));
    }

    private List<String> cells(BookAddress kind, PlanRow row) {
        return book.addresses().absolutes(kind, fund.pool().fund(), row.bank().code());
    }

    /** D15: whether the bank's money is taken back, or frozen; empty where no risk is reported. */
    private Optional<String> risk(PlanRow row, AllocationRule.Safety action) {
        List<String> conditions = new ArrayList<>();
        for (String risk :
                book.addresses().absolutes(BookAddress.RISK, "", row.bank().code())) {
            fund.rule().safety().entrySet().stream()
                    .filter(word -> word.getValue() == action)
                    .map(word -> risk + "=\"" + word.getKey() + "\"")
                    .sorted()
                    .forEach(conditions::add);
        }
        return conditions.isEmpty() ? Optional.empty() : Optional.of("OR(" + String.join(",", conditions) + ")");
    }

    /** The columns beside, in the row that is being filled. */
    public void steps(Grid grid, PlanRow row) {
        if (plain) {
            String weight = here(grid, Step.WEIGHT);
            Optional<String> limit = limit(grid, row);
            put(grid, Step.WEIGHT, weight(row), CellLook.POINTS);
            limit.ifPresent(most -> {
                put(grid, Step.LIMIT, most, CellLook.MONEY);
                String own = here(grid, Step.LIMIT);
                put(
                        grid,
                        Step.RATIO,
                        "IF(" + weight + ">0,ROUND(" + own + "/" + weight + ",8),10^9)",
                        CellLook.POINTS.decimals(8));
                String upTo = "SUMIF(" + column(Step.RATIO) + ",\"<=\"&" + here(grid, Step.RATIO) + ",";
                put(
                        grid,
                        Step.RATE,
                        "IFERROR((" + poolCell() + "-" + upTo + column(Step.LIMIT) + "))/(" + sum(Step.WEIGHT) + "-"
                                + upTo + column(Step.WEIGHT) + ")),0)",
                        CellLook.POINTS.decimals(8));
            });
            String shared = sum(Step.RATE) + "*" + weight;
            // A bank whose quota exceeds its limit is set to it, to the fen; the lots are those of the rest.
            String bounded = "ROUND(" + shared + "-" + here(grid, Step.LIMIT) + ",8)>0";
            if (limit.isPresent()) {
                put(grid, Step.FIXED, "IF(" + bounded + "," + here(grid, Step.LIMIT) + ",0)", CellLook.MONEY);
            }
            put(grid, Step.QUOTA, limit.isPresent() ? "IF(" + bounded + ",0," + shared + ")" : shared, CellLook.MONEY);
            String lots = here(grid, Step.QUOTA) + "/" + lot();
            String whole = here(grid, Step.WHOLE);
            put(grid, Step.WHOLE, "INT(ROUND(" + lots + ",8))", CellLook.POINTS.decimals(0));
            String rest = "ROUND(" + lots + "-" + whole + ",8)";
            // A lot that would lift a bank over its limit goes to the next in order.
            put(
                    grid,
                    Step.REST,
                    limit.isPresent()
                            ? "IF(OR(" + bounded + ",ROUND((" + whole + "+1)*" + lot() + "-" + here(grid, Step.LIMIT)
                                    + ",6)>0),-1," + rest + ")"
                            : rest,
                    CellLook.POINTS.decimals(8));
            put(grid, Step.KEY, Book.key(here(grid, Step.REST), order(grid, row)), CellLook.SEQUENCE);
            put(grid, Step.PLACE, "RANK(" + here(grid, Step.KEY) + "," + column(Step.KEY) + ")", CellLook.SEQUENCE);
            put(
                    grid,
                    Step.EXTRA,
                    "IF(AND(" + weight + ">0," + here(grid, Step.REST) + ">=0," + here(grid, Step.PLACE) + "<="
                            + sum(Step.EXTRA) + "),1,0)",
                    CellLook.SEQUENCE);
            String placed = "(" + whole + "+" + here(grid, Step.EXTRA) + ")*" + lot();
            put(
                    grid,
                    Step.CANDIDATE,
                    limit.isPresent()
                            ? "IF(OR(" + bounded + ",ROUND(" + placed + "+" + sum(Step.ODD) + "-"
                                    + here(grid, Step.LIMIT) + ",6)>0),0," + weight + ")"
                            : weight,
                    CellLook.POINTS);
            // What lies beyond whole lots goes to the highest total, then the earlier row.
            String candidate = here(grid, Step.CANDIDATE);
            String earlier = grid.row() == first
                    ? sum(Step.ODD)
                    : "IF(COUNTIF(" + Addresses.column(columnOf(Step.CANDIDATE), first, grid.row() - 1) + ","
                            + candidate + ")=0," + sum(Step.ODD) + ",0)";
            put(
                    grid,
                    Step.ODD,
                    "IF(AND(" + candidate + ">0," + candidate + "=" + sum(Step.CANDIDATE) + ")," + earlier + ",0)",
                    CellLook.MONEY);
        }
        if (!fund.rule().moves()) {
            return;
        }
        String change = grid.at(columns.change()).local();
        String held = grid.at(PlanColumns.CURRENT).local();
        List<String> unmatured = cells(BookAddress.UNMATURED, row);
        String matured = unmatured.isEmpty() ? held : held + "-" + String.join("-", unmatured);
        String movable = unmatured.isEmpty()
                ? held
                : risk(row, AllocationRule.Safety.WITHDRAW_NOW)
                        .map(condition -> "IF(" + condition + "," + held + "," + matured + ")")
                        .orElse(matured);
        put(
                grid,
                Step.MOVED,
                rounded("IF(" + change + "<0,MIN(-" + change + "," + movable + "),0)"),
                CellLook.MONEY); // D16
        String before = grid.row() == first
                ? ""
                : "+SUMIF(" + Addresses.column(columns.change(), first, grid.row() - 1) + "," + change + ")";
        String larger = "SUMIF(" + Addresses.column(columns.change(), first, last) + ",\">\"&" + change + ")";
        put(grid, Step.BEFORE, "IF(" + change + ">0," + rounded(larger + before) + ",0)", CellLook.MONEY); // D17
    }

    private void put(Grid grid, Step step, String formula, CellLook look) {
        grid.helper(columnOf(step), formula, look);
    }

    private int columnOf(Step step) {
        return steps + ORDER.indexOf(step);
    }

    private String here(Grid grid, Step step) {
        return grid.at(columnOf(step)).local();
    }

    /** What the bank may hold at the most: what it holds if frozen (D15), the cap in whole lots; empty if nothing says so. */
    private Optional<String> limit(Grid grid, PlanRow row) {
        List<String> limits = new ArrayList<>();
        risk(row, AllocationRule.Safety.FREEZE)
                .ifPresent(condition -> limits.add(
                        "IF(" + condition + "," + grid.at(PlanColumns.CURRENT).local() + ",10^15)"));
        fund.rule()
                .caps()
                .forEach(cap -> limits.add("INT(ROUND(" + cap.read(new Most(row)) + "/" + lot() + ",8))*" + lot()));
        return limits.isEmpty() ? Optional.empty() : Optional.of("MIN(" + String.join(",", limits) + ")");
    }

    /** What a cap comes to. */
    private final class Most implements Cap.Reader<String> {

        private final PlanRow row;

        Most(PlanRow row) {
            this.row = row;
        }

        @Override
        public String ofPool(Cap.OfPool cap) {
            return poolCell() + percent(cap);
        }

        private String percent(Cap cap) {
            return "*" + parameter(cap.path()) + "/100";
        }

        @Override
        public String ofOwnDeposits(Cap.OfOwnDeposits cap) {
            return "MAX(0,"
                    + book.addresses()
                            .absolute(
                                    BookAddress.FIGURE,
                                    Names.DEPOSITS,
                                    row.bank().code())
                            .orElse("0")
                    + ")" + percent(cap);
        }

        @Override
        public String amount(Cap.Amount cap) {
            return parameter(cap.path());
        }

        /** A plan with such a cap has no formulas. */
        @Override
        public String byRank(Cap.ByRank cap) {
            return parameter(cap.path() + "[0]");
        }
    }

    private String weight(PlanRow row) {
        Optional<String> total =
                book.addresses().absolute(BookAddress.TOTAL, "", row.bank().code());
        if (total.isEmpty()) {
            return "0";
        }
        String weight = "MAX(0," + total.get() + ")";
        return risk(row, AllocationRule.Safety.WITHDRAW_NOW)
                .map(condition -> "IF(" + condition + ",0," + weight + ")")
                .orElse(weight);
    }

    /** What settles equal remainders: the order of the totals, or the line. */
    private String order(Grid grid, PlanRow row) {
        boolean byTotal = fund.rule().lots().ties().stream()
                .findFirst()
                .filter(new Tie.Total()::equals)
                .isPresent();
        String line = String.valueOf(grid.row() - first + 1);
        String order = byTotal
                ? book.addresses()
                        .absolute(BookAddress.ORDER, "", row.bank().code())
                        .orElse(line)
                : line;
        // Who may take nothing comes after those who may.
        return "IF(" + here(grid, Step.WEIGHT) + ">0," + order + ",10^5-1)";
    }

    /**
     * The row of sums: weights, the rate of those below their limits, lots that are missing, the highest candidate for the
     * odd rest, that rest, what can be received now.
     */
    public void sums(Grid grid) {
        if (plain) {
            put(grid, Step.WEIGHT, "SUM(" + column(Step.WEIGHT) + ")", CellLook.POINTS.strong());
            put(
                    grid,
                    Step.RATE,
                    "IF(" + here(grid, Step.WEIGHT) + ">0,MAX(" + poolCell() + "/" + here(grid, Step.WEIGHT) + ","
                            + column(Step.RATE) + "),0)",
                    CellLook.POINTS.decimals(8).strong());
            put(
                    grid,
                    Step.WHOLE,
                    "SUM(" + column(Step.WHOLE) + ")",
                    CellLook.POINTS.decimals(0).strong());
            put(grid, Step.FIXED, "SUM(" + column(Step.FIXED) + ")", CellLook.MONEY.strong());
            String left = "(" + poolCell() + "-" + here(grid, Step.FIXED) + ")";
            String lots = "INT(ROUND(" + left + "/" + lot() + ",8))";
            put(grid, Step.EXTRA, lots + "-" + here(grid, Step.WHOLE), CellLook.SEQUENCE.strong());
            put(grid, Step.CANDIDATE, "MAX(" + column(Step.CANDIDATE) + ")", CellLook.POINTS.strong());
            put(grid, Step.ODD, rounded(left + "-" + lot() + "*" + lots), CellLook.MONEY.strong());
        }
        if (!fund.rule().moves()) {
            return;
        }
        put(
                grid,
                Step.MOVED,
                rounded("SUM(" + column(Step.MOVED) + ")+MAX(0,SUM(" + Addresses.column(columns.change(), first, last)
                        + "))"),
                CellLook.MONEY.strong());
    }

    /** What leaders changed: the amounts of their rows; 0 for a bank they left alone. */
    public String adjustment(PlanRow row) {
        List<String> changed = cells(BookAddress.ADJUSTED, row);
        return changed.isEmpty() ? "0" : rounded(String.join("+", changed));
    }

    /** The computed target, and what leaders changed. */
    public String target(Grid grid) {
        return rounded(grid.at(columns.computed()).local() + "+"
                + grid.at(columns.adjustment()).local());
    }

    /** The target by the rule alone. */
    public Optional<String> computed(Grid grid) {
        return plain
                ? Optional.of(rounded("(" + here(grid, Step.WHOLE) + "+" + here(grid, Step.EXTRA) + ")*" + lot() + "+"
                        + here(grid, Step.ODD) + "+" + here(grid, Step.FIXED)))
                : Optional.empty();
    }

    /** A growing bank's part now is what it receives now: the largest first (D17). Of a fund that stays, withdrawals move. */
    public String now(Grid grid, PlanRow row) {
        String change = grid.at(columns.change()).local();
        if (!fund.rule().moves()) {
            return risk(row, AllocationRule.Safety.WITHDRAW_NOW)
                    .map(condition -> "IF(" + condition + "," + change + ",0)")
                    .orElse("0");
        }
        return rounded("IF(" + change + "<0,-" + here(grid, Step.MOVED) + ",MAX(0,MIN(" + change + "," + sum(Step.MOVED)
                + "-" + here(grid, Step.BEFORE) + ")))");
    }

    /** What does not move now moves at maturity, if the fund moves. */
    public String atMaturity(Grid grid) {
        return fund.rule().moves() ? difference(grid, columns.change(), columns.now()) : "0";
    }

    public Optional<String> unplaced() {
        return pool().map(pool -> rounded(pool + "-" + Addresses.fixed(columns.target(), last + 1)));
    }

    public static String difference(Grid grid, int from, int less) {
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
        return parameter(AllocationRule.LOT);
    }

    private String parameter(String name) {
        String own = "allocation.funds." + fund.pool().fund() + "." + name;
        return book.parameter(
                book.hasParameter(own) ? own : "allocation." + name, parameters.getOrDefault(name, Fraction.ZERO));
    }

    private String sum(Step step) {
        return Addresses.fixed(columnOf(step), last + 1);
    }

    private String column(Step step) {
        return Addresses.column(columnOf(step), first, last);
    }
}

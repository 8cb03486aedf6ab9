package bankscore.contribution.book;

import bankscore.contribution.judge.compare.BankChange;
import bankscore.contribution.judge.compare.Cause;
import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.paper.workbook.BookFrame;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Charts;
import bankscore.paper.workbook.Grid;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/**
 * How each bank came from its earlier total to its later one: a short table of the steps and its bridge beside it, for the
 * banks that moved most. Every step is a formula over the table of the totals.
 */
final class ComparisonBridges {

    /** Who moved less stands in the table of the totals. */
    private static final int MOST = 9;

    private static final int FIRST_PAGE = 2;
    private static final int NEXT_PAGES = 3;
    private static final int CHART = 3;

    private final BookFrame book;
    private final Grid grid;
    private final Words words;
    private final List<Cause> causes;
    private final SXSSFSheet totals;
    private final int decimals;
    private final int names;

    /**
     * What a bank's bridge is made of.
     *
     * @param row the bank's row in the table of the totals
     * @param sums what it had at the beginning and after each cause
     */
    private record Bridge(BankChange bank, int row, List<Fraction> sums) {

        Fraction first() {
            return sums.get(0);
        }

        Fraction last() {
            return sums.get(sums.size() - 1);
        }

        Fraction least() {
            return sums.stream().min(Comparator.naturalOrder()).orElseThrow();
        }

        /** How far apart the highest and the lowest sum are. */
        Fraction range() {
            return sums.stream().max(Comparator.naturalOrder()).orElseThrow().minus(least());
        }
    }

    /** @param grid titled, with {@link #WIDTHS} */
    ComparisonBridges(BookFrame book, Grid grid, SXSSFSheet totals, List<Cause> causes, int decimals) {
        this.book = book;
        this.grid = grid.fixedWidths();
        this.words = book.words();
        this.totals = totals;
        this.causes = causes;
        this.decimals = decimals;
        this.names = grid.beside(26, 14, 14, 14, 14, 14);
    }

    static final int[] WIDTHS = {22, 16, 2, 29, 29, 28};

    /** Fills the sheet, the banks of the table of the totals being given in its order, from a row on. */
    void fill(List<BankChange> banks, int first) {
        List<Bridge> bridges = Stream.iterate(0, i -> i < banks.size(), i -> i + 1)
                .map(i -> new Bridge(banks.get(i), first + i, sums(banks.get(i))))
                // Bars that stand on each other cannot pass zero.
                .filter(bridge -> bridge.range().isPositive() && !bridge.least().isNegative())
                .sorted(Comparator.comparing(Bridge::range).reversed())
                .limit(MOST)
                .toList();
        if (bridges.isEmpty()) {
            grid.next().across(0, grid.columns() - 1, text("bridge.none"), CellLook.PLAIN);
        }
        for (int i = 0; i < bridges.size(); i++) {
            if (i >= FIRST_PAGE && (i - FIRST_PAGE) % NEXT_PAGES == 0) {
                grid.breakPage();
            }
            bridge(bridges.get(i));
        }
    }

    private List<Fraction> sums(BankChange bank) {
        List<Fraction> sums = new ArrayList<>();
        sums.add(bank.before().total().orElse(Fraction.ZERO));
        for (Cause cause : causes) {
            sums.add(sums.get(sums.size() - 1).plus(bank.cause(cause).total()));
        }
        return sums;
    }

    private void bridge(Bridge bridge) {
        String name = bridge.bank().bank().label();
        grid.section(name);
        grid.next().heads(0, text("bridge.step"), text("totals"));
        grid.heads(
                names,
                text("bridge.shown"),
                text("bridge.sum"),
                text("bridge.base"),
                text("bridge.end"),
                text("bridge.more"),
                text("bridge.less"));
        int top = grid.row();
        step(bridge, text("head.before"), ComparisonTable.BEFORE, Fraction.ZERO, bridge.first());
        for (int i = 0; i < causes.size(); i++) {
            step(
                    bridge,
                    text("cause." + causes.get(i).name()),
                    ComparisonTable.BEFORE + 1 + i,
                    bridge.sums().get(i),
                    bridge.sums().get(i + 1));
        }
        step(bridge, text("head.after"), ComparisonTable.BEFORE + 1 + causes.size(), Fraction.ZERO, bridge.last());
        int last = grid.row();
        Charts.bridge(
                book.drawing(grid.sheet()),
                new Charts.Area(CHART, top, grid.columns(), last + 1),
                words.text("compare.book.bridge.chart", "bank", name),
                new Charts.Bars(
                        grid.sheet(),
                        top + 1,
                        last,
                        names,
                        List.of(
                                new Charts.Series(text("bridge.base"), names + 2, Charts.Fill.NONE),
                                new Charts.Series(text("bridge.end"), names + 3, Charts.Fill.GREY),
                                new Charts.Series(text("bridge.more"), names + 4, Charts.Fill.WHITE),
                                new Charts.Series(text("bridge.less"), names + 5, Charts.Fill.BLACK))),
                Math.max(
                        0,
                        Grid.decimal(bridge.least().minus(bridge.range()).minus(bridge.range()))
                                .doubleValue()));
    }

    /**
     * A step: its points; beside, its name with them, the sum after it, and where its bar begins and how long it is.
     *
     * @param column where the table of the totals has it: what was, what a cause moved, or what is
     * @param before the sum before it; nothing for what was and what is
     */
    private void step(Bridge bridge, String name, int column, Fraction before, Fraction sum) {
        boolean end = column == ComparisonTable.BEFORE || column == ComparisonTable.BEFORE + 1 + causes.size();
        Fraction points = sum.minus(before);
        String format = end ? whole() : "+" + whole() + ";-" + whole() + ";" + whole();
        grid.next().text(0, name, end ? CellLook.TEXT.strong() : CellLook.TEXT);
        // SUM passes over the dash of a bank that had no points.
        String source = "ROUND(SUM('" + totals.getSheetName() + "'!" + CellReference.convertNumToColString(column)
                + (bridge.row() + 1) + "),10)";
        CellLook look = CellLook.POINTS.decimals(decimals);
        grid.formula(
                1, source, Grid.decimal(points), end ? look.strong() : look.shown(ComparisonTable.signed(decimals)));
        String own = grid.at(1).local();
        String shown = (!end && points.isPositive() ? "+" : "")
                + Grid.decimal(points).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        grid.formula(
                names,
                grid.at(0).local() + "&\"　\"&TEXT(" + own + ",\"" + format + "\")",
                name + "　" + shown,
                CellLook.TEXT);
        String was = CellReference.convertNumToColString(names + 1) + grid.row();
        String is = grid.at(names + 1).local();
        Fraction none = Fraction.ZERO;
        beside(1, end ? own : "ROUND(" + was + "+" + own + ",10)", sum, look);
        beside(2, end ? "0" : "MIN(" + was + "," + is + ")", end ? none : before.min(sum), look);
        beside(3, end ? own : "0", end ? points : none, look);
        beside(4, end ? "0" : "MAX(" + own + ",0)", end ? none : points.max(none), look);
        beside(
                5,
                end ? "0" : "MAX(-" + own + ",0)",
                end ? none : none.minus(points).max(none),
                look);
    }

    private void beside(int column, String formula, Fraction value, CellLook look) {
        grid.formula(names + column, formula, Grid.decimal(value), look);
    }

    private String whole() {
        return decimals == 0 ? "0" : "0." + "0".repeat(decimals);
    }

    private String text(String key) {
        return words.text("compare.book." + key);
    }
}

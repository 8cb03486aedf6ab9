package bankscore.contribution.judge;

import bankscore.answer.PrintedColumn;
import bankscore.contribution.execution.ExecutedFund;
import bankscore.contribution.execution.Execution;
import bankscore.contribution.execution.Execution.Progress;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a fund's money has moved (D23), as papers for leaders print it: in 万元 with two decimals, what leaves banks and
 * what arrives at them apart, so that each line adds up.
 *
 * @param fund empty for the sum of all funds
 * @param out whether it is what leaves banks
 * @param exact the same to the fen
 * @param planned the whole plan: moved + open + notDue
 * @param open what is due and has not moved
 * @param notDue what has not moved and need not have
 */
public record PrintedProgress(
        String fund, boolean out, Progress exact, Money planned, Money moved, Money open, Money notDue) {

    private static final Rounding PERCENT = new Rounding(2, Rounding.Mode.DOWN, "");

    /** The lines of all funds in which anything is to move, and of several their sums, which add up what is printed. */
    public static List<PrintedProgress> of(Execution execution) {
        List<PrintedProgress> lines = execution.funds().stream()
                .flatMap(fund -> Stream.of(line(fund, true), line(fund, false)))
                .filter(line -> line.exact.planned().isPositive())
                .toList();
        List<PrintedProgress> all = new ArrayList<>(lines);
        if (execution.funds().size() > 1) {
            for (boolean out : new boolean[] {true, false}) {
                lines.stream()
                        .filter(line -> line.out == out)
                        .reduce(PrintedProgress::plus)
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private static PrintedProgress line(ExecutedFund fund, boolean out) {
        Progress exact = Progress.of(fund.rows().stream(), out);
        Money planned = PrintedColumn.rounded(exact.planned());
        Money moved = PrintedColumn.rounded(exact.moved());
        Money left = planned.minus(moved);
        Money open = exact.open().equals(exact.planned().minus(exact.moved()))
                ? left
                : PrintedColumn.rounded(exact.open()).min(left);
        return new PrintedProgress(fund.fund(), out, exact, planned, moved, open, left.minus(open));
    }

    private PrintedProgress plus(PrintedProgress other) {
        return new PrintedProgress(
                "",
                out,
                exact.plus(other.exact),
                planned.plus(other.planned),
                moved.plus(other.moved),
                open.plus(other.open),
                notDue.plus(other.notDue));
    }

    /** The share that has moved, in percent with two decimals, cut: 100 means all. */
    public Fraction percent() {
        return percent(exact).orElseThrow();
    }

    /** The same of any progress; empty if nothing was to move. */
    public static Optional<Fraction> percent(Progress progress) {
        return progress.share().map(share -> PERCENT.round(share.times(Fraction.HUNDRED)));
    }
}

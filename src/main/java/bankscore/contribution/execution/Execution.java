package bankscore.contribution.execution;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.finding.Finding;
import bankscore.office.Approval;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of the plan in force at a period's end, by the balances of that day (D23).
 *
 * @param asOf the period's last day
 * @param approvals those in force, the annual one first
 * @param funds those of the plan that sheet 财政存款 names, in the plan's order
 * @param unseen the plan's funds that the sheet does not name: nothing is known of them
 * @param added funds of the sheet that the plan does not know
 * @param findings what has to be verified, withdrawals first
 */
public record Execution(
        LocalDate asOf,
        List<Approval> approvals,
        List<ExecutedFund> funds,
        List<String> unseen,
        List<Added> added,
        List<Finding> findings) {

    public Execution {
        approvals = List.copyOf(approvals);
        funds = List.copyOf(funds);
        unseen = List.copyOf(unseen);
        added = List.copyOf(added);
        findings = List.copyOf(findings);
    }

    /** A fund that came since. */
    public record Added(String fund, Money held) {}

    /** A bank in a fund. */
    public record InFund(String fund, ExecutedRow row) {}

    /** Withdrawals that are not carried out: what is said first, everywhere. */
    public List<InFund> openWithdrawals() {
        return rows().filter(each -> each.row().notWithdrawn().isPositive()).toList();
    }

    /**
     * Banks of which something has to be said: withdrawals first, then what moved against the plan, then what is due and has
     * not moved, the largest amounts first.
     */
    public List<InFund> exceptions() {
        return rows().filter(each -> each.row().isException())
                .sorted(Comparator.comparing(
                                (InFund each) -> !each.row().notWithdrawn().isPositive())
                        .thenComparing(each -> !each.row().against())
                        .thenComparing(each -> each.row().open(), Comparator.reverseOrder()))
                .toList();
    }

    /** Withdrawals that are carried out: nothing is there any more of what was. */
    public List<InFund> withdrawn() {
        return rows().filter(each -> each.row().withdrawn()
                        && each.row().before().isPositive()
                        && each.row().held().isZero())
                .toList();
    }

    /** All rows, fund by fund. */
    public Stream<InFund> rows() {
        return funds.stream().flatMap(fund -> fund.rows().stream().map(row -> new InFund(fund.fund(), row)));
    }

    /**
     * How much has moved of what is to move, over all banks: what leaves one and what arrives at one each count, because
     * balances show them apart.
     *
     * @param planned the whole plan
     * @param due the part that was to have moved by now
     * @param moved the part of the whole plan that has moved
     * @param movedOfDue the part of what is due that has moved
     */
    public record Progress(Money planned, Money due, Money moved, Money movedOfDue) {

        /** Of these banks, what leaves them or what arrives at them. */
        public static Progress of(Stream<ExecutedRow> rows, boolean leaving) {
            return rows.filter(row -> row.change().isNegative() == leaving)
                    .map(row -> new Progress(
                            absolute(row.change()),
                            absolute(row.due()),
                            absolute(row.carried()),
                            absolute(row.carried()).min(absolute(row.due()))))
                    .reduce(new Progress(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO), Progress::plus);
        }

        /** What is due and has not moved. */
        public Money open() {
            return due.minus(movedOfDue);
        }

        /** Both together. */
        public Progress plus(Progress other) {
            return new Progress(
                    planned.plus(other.planned),
                    due.plus(other.due),
                    moved.plus(other.moved),
                    movedOfDue.plus(other.movedOfDue));
        }

        /** The part of the plan that has moved, from 0 to 1; empty if nothing was to move. */
        public Optional<Fraction> share() {
            return planned.isZero() ? Optional.empty() : Optional.of(moved.wan().dividedBy(planned.wan()));
        }
    }

    /** What leaves banks, by the plan's reductions. */
    public Progress out() {
        return Progress.of(rows().map(InFund::row), true);
    }

    /** What arrives at banks, by the plan's increases. */
    public Progress in() {
        return Progress.of(rows().map(InFund::row), false);
    }

    /** Both. */
    public Progress progress() {
        return out().plus(in());
    }

    /** Without its sign. */
    public static Money absolute(Money amount) {
        return amount.isNegative() ? amount.negate() : amount;
    }
}

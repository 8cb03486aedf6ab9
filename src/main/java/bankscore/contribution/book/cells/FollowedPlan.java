package bankscore.contribution.book.cells;

import bankscore.contribution.allocation.Above;
import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.allocation.AmountsByRank;
import bankscore.contribution.allocation.ByMeasure;
import bankscore.contribution.allocation.ByTotal;
import bankscore.contribution.allocation.Equal;
import bankscore.contribution.allocation.Form;
import bankscore.contribution.allocation.Parts;
import bankscore.contribution.allocation.PercentsByRank;
import bankscore.contribution.allocation.Take;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.PlanRow;
import java.math.BigInteger;

/**
 * Which placements have formulas: sharing in proportion to the totals, with withdrawals, freezes and caps. Targets under
 * floors, fixed sums, cuts or another form stand as values.
 */
final class FollowedPlan {

    private FollowedPlan() {}

    /** Whether the cells follow every target of it. */
    static boolean isFollowed(FundPlan fund) {
        AllocationRule rule = fund.rule();
        boolean tiesByMeasure =
                rule.tieOrder().stream().anyMatch(tie -> tie.measure().isPresent());
        return rule.form().read(new OfForm())
                && rule.take().equals(Take.ALL)
                && rule.first().isEmpty()
                && rule.floor().isEmpty()
                && !tiesByMeasure
                && fund.rows().stream().allMatch(row -> row.working().read(new OfWorking()));
    }

    /** Whether the sharing of a form can be followed in cells. */
    private static final class OfForm implements Form.Reader<Boolean> {
        @Override
        public Boolean byTotal(ByTotal form) {
            return true;
        }

        @Override
        public Boolean byMeasure(ByMeasure form) {
            return false;
        }

        @Override
        public Boolean equal(Equal form) {
            return false;
        }

        @Override
        public Boolean above(Above form) {
            return false;
        }

        @Override
        public Boolean parts(Parts form) {
            return false;
        }

        @Override
        public Boolean amountsByRank(AmountsByRank form) {
            return false;
        }

        @Override
        public Boolean percentsByRank(PercentsByRank form) {
            return false;
        }
    }

    /** Whether a target came about in a way that the cells follow. */
    private static final class OfWorking implements PlanRow.Working.Reader<Boolean> {
        @Override
        public Boolean nothing(PlanRow.Working.Nothing working) {
            return true;
        }

        @Override
        public Boolean fixed(PlanRow.Working.Fixed working) {
            return false;
        }

        @Override
        public Boolean bounded(PlanRow.Working.Bounded working) {
            return working.bound().reason() == PlanRow.Reason.LIMIT;
        }

        /** A second round of extra lots, when limits leave some over, has no formula. */
        @Override
        public Boolean shared(PlanRow.Working.Shared working) {
            return working.extraLots().compareTo(BigInteger.ONE) <= 0;
        }
    }
}

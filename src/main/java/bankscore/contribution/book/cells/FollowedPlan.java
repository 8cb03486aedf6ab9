package bankscore.contribution.book.cells;

import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.allocation.ByTotal;
import bankscore.contribution.allocation.Cap;
import bankscore.contribution.allocation.Take;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.PlanRow;
import java.math.BigInteger;

/**
 * Which placements have formulas: sharing in proportion to the totals, with withdrawals, freezes and caps. Targets under
 * floors, fixed sums, cuts, adjustments after the shares or another form stand as values.
 */
final class FollowedPlan {

    private FollowedPlan() {}

    /** Whether the cells follow every target of it. */
    static boolean isFollowed(FundPlan fund) {
        AllocationRule rule = fund.rule();
        boolean tiesByMeasure =
                rule.lots().ties().stream().anyMatch(tie -> tie.measure().isPresent());
        return rule.within().isEmpty()
                && rule.caps().stream().noneMatch(Cap::isByPlace)
                && rule.form().equals(new ByTotal())
                && rule.adjusts().isEmpty()
                && rule.take().equals(Take.ALL)
                && rule.first().isEmpty()
                && rule.floor().isEmpty()
                && !tiesByMeasure
                && fund.rows().stream().allMatch(row -> row.working().read(new OfWorking()));
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

package bankscore.contribution.place;

import bankscore.contribution.quarter.Quarter;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import java.util.List;

/** Nothing is placed. */
public record NoPlan(Reason reason, List<Finding> findings) implements Placement {

    public NoPlan {
        findings = List.copyOf(findings);
    }

    /** Why nothing is placed; the words are under {@code book.plan.none.<name>}. */
    public enum Reason {
        /** All totals are zero: nothing to divide by (D8). */
        ZERO,
        /** A monitoring quarter without sheets 资金池 and 财政存款 (D19). */
        NEITHER,
        /** There are pools, but nobody says what is held. */
        HOLDINGS,
        /** It is known what is held, but not what is to be held. */
        POOLS,
        /** What leaders changed does not add up to zero. */
        ADJUSTMENTS
    }

    /** Without a plan there is nothing that leaders could change: if they did, that is an error. */
    static NoPlan because(Reason reason, Quarter quarter) {
        return new NoPlan(
                reason,
                quarter.adjustments().stream()
                        .limit(1)
                        .map(first -> Finding.of(Code.E318, first.place())
                                .with("found", quarter.adjustments().size()))
                        .toList());
    }

    @Override
    public List<FundPlan> funds() {
        return List.of();
    }

    @Override
    public boolean indicative() {
        return false;
    }
}

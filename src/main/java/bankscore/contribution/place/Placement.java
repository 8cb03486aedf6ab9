package bankscore.contribution.place;

import bankscore.finding.Finding;
import java.util.List;

/** What placing a period's funds comes to: a plan, or why there is none. */
public sealed interface Placement permits Plan, NoPlan {

    /** The plans of the funds, in the order of sheet 资金池; none without a plan. */
    List<FundPlan> funds();

    /** What the placing brings up. One of level error must not be published. */
    List<Finding> findings();

    /** Whether there is a plan and it is a simulation of a monitoring quarter (D19). */
    boolean indicative();

    /** Whether leaders changed any target. */
    default boolean adjusted() {
        return funds().stream().anyMatch(fund -> !fund.adjustments().isEmpty());
    }
}

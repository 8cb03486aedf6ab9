package bankscore.contribution.quarter;

import bankscore.exact.Period;
import bankscore.facts.FactTable;
import bankscore.facts.Register;
import java.util.List;

/**
 * Everything that is known of one period: its facts, and the funds to be placed.
 *
 * @param pools in the order of sheet 资金池
 * @param adjustments in the order of their rows
 */
public record Quarter(
        FactTable facts, List<Holding> holdings, List<Pool> pools, List<Risk> risks, List<Adjustment> adjustments) {

    public Quarter {
        holdings = List.copyOf(holdings);
        pools = List.copyOf(pools);
        risks = List.copyOf(risks);
        adjustments = List.copyOf(adjustments);
    }

    /** A quarter whose plan nobody has changed. */
    public Quarter(FactTable facts, List<Holding> holdings, List<Pool> pools, List<Risk> risks) {
        this(facts, holdings, pools, risks, List.of());
    }

    public Period period() {
        return facts.period();
    }

    public Register roster() {
        return facts.roster();
    }

    /** The same quarter with other facts. */
    public Quarter withFacts(FactTable others) {
        return new Quarter(others, holdings, pools, risks, adjustments);
    }

    /** The same quarter with other pools. */
    public Quarter withPools(List<Pool> others) {
        return new Quarter(facts, holdings, others, risks, adjustments);
    }

    /** The same quarter with other risks. */
    public Quarter withRisks(List<Risk> others) {
        return new Quarter(facts, holdings, pools, others, adjustments);
    }

    /** The same quarter with other adjustments. */
    public Quarter withAdjustments(List<Adjustment> others) {
        return new Quarter(facts, holdings, pools, risks, others);
    }
}

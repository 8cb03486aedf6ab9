package bankscore.contribution.quarter;

import bankscore.contribution.Names;
import bankscore.exact.Period;
import bankscore.facts.FactTable;
import bankscore.facts.register.Register;
import java.util.List;

/**
 * Everything that is known of one period: its facts, and the funds to be placed.
 *
 * @param pools in the order of sheet 资金池
 * @param adjustments in the order of their rows
 * @param bids what banks bid for funds; none where the rule asks for none
 */
public record Quarter(
        FactTable facts,
        List<Holding> holdings,
        List<Pool> pools,
        List<Risk> risks,
        List<Adjustment> adjustments,
        Bids bids) {

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

    /** A quarter in which nobody bids for a fund. */
    public Quarter(
            FactTable facts, List<Holding> holdings, List<Pool> pools, List<Risk> risks, List<Adjustment> adjustments) {
        this(facts, holdings, pools, risks, adjustments, Bids.NONE);
    }

    /** The funds: those of sheet 资金池, without it those that somebody bids for, in their order. */
    public List<String> funds() {
        return facts.datasets().contains(Names.POOLS)
                ? pools.stream().map(Pool::fund).toList()
                : bids.funds();
    }

    /** The same quarter as a fund's items see it: what is bid for the fund stands among the facts. */
    public Quarter of(String fund) {
        return withFacts(bids.of(fund, facts));
    }

    /** The same quarter with other bids. */
    public Quarter withBids(Bids others) {
        return new Quarter(facts, holdings, pools, risks, adjustments, others);
    }

    public Period period() {
        return facts.period();
    }

    public Register roster() {
        return facts.roster();
    }

    /** The same quarter with other facts. */
    public Quarter withFacts(FactTable others) {
        return new Quarter(others, holdings, pools, risks, adjustments, bids);
    }

    /** The same quarter with other pools. */
    public Quarter withPools(List<Pool> others) {
        return new Quarter(facts, holdings, others, risks, adjustments, bids);
    }

    /** The same quarter with other risks. */
    public Quarter withRisks(List<Risk> others) {
        return new Quarter(facts, holdings, pools, others, adjustments, bids);
    }

    /** The same quarter with other adjustments. */
    public Quarter withAdjustments(List<Adjustment> others) {
        return new Quarter(facts, holdings, pools, risks, others, bids);
    }
}

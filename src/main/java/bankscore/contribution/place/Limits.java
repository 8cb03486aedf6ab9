package bankscore.contribution.place;

import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.allocation.AllocationRule.Safety;
import bankscore.contribution.allocation.Cap;
import bankscore.contribution.allocation.Taker;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.quarter.Risk;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.facts.Figure;
import bankscore.facts.Subject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What each bank may hold of a fund, before anything is shared: risks, caps, sums off the top (D15). */
final class Limits {

    private final Quarter quarter;
    private final AllocationRule rule;
    private final Map<String, Safety> safety = new HashMap<>();
    private final Map<String, Money> most = new HashMap<>();

    private Limits(Quarter quarter, AllocationRule rule) {
        this.quarter = quarter;
        this.rule = rule;
        for (Risk risk :
                quarter.risks().stream().filter(each -> !each.cancels()).toList()) {
            Safety action = rule.safety().get(risk.disposal());
            if (action == null) {
                throw new IllegalArgumentException("the scheme knows no action " + risk.disposal());
            }
            // Withdrawal wins.
            safety.merge(
                    risk.bank(),
                    action,
                    (one, other) -> one == Safety.WITHDRAW_NOW || other == Safety.WITHDRAW_NOW
                            ? Safety.WITHDRAW_NOW
                            : Safety.FREEZE);
        }
    }

    /** Where there is no pool that could limit anything. */
    static Limits withoutPool(Quarter quarter, AllocationRule rule) {
        return new Limits(quarter, rule);
    }

    static Limits of(Quarter quarter, AllocationRule rule, Money pool, FundHoldings holdings) {
        Limits limits = new Limits(quarter, rule);
        for (Subject bank : quarter.roster().subjects()) {
            limits.put(bank, rule, pool, holdings, 0);
        }
        return limits;
    }

    /** @param place among those that take money, from 1; 0 for a bank that takes none */
    private void put(Subject bank, AllocationRule by, Money sum, FundHoldings holdings, int place) {
        List<Money> both = new ArrayList<>();
        if (frozen(bank.code())) {
            both.add(holdings.held(bank.code()));
        }
        by.caps().forEach(cap -> both.add(cap(cap, by.lot(), sum, bank, place)));
        most.remove(bank.code());
        both.stream().reduce(Money::min).ifPresent(limit -> most.put(bank.code(), limit));
    }

    /**
     * What the banks may hold that share a sum: by the rule of their group, and by their places.
     *
     * @param taking those that take money, best first
     */
    void within(Section section, List<Taker> taking, Money pool, FundHoldings holdings) {
        Map<String, Integer> places = new HashMap<>();
        taking.forEach(taker -> places.put(taker.bank(), places.size() + 1));
        quarter.roster().subjects().stream()
                .filter(bank -> section.has(bank.code()))
                .forEach(bank -> put(
                        bank,
                        section.rule(),
                        section.ownCap() ? section.sum() : pool,
                        holdings,
                        places.getOrDefault(bank.code(), 0)));
    }

    /** The scheme's cap in whole lots. */
    private Money cap(Cap cap, Money lot, Money pool, Subject bank, int place) {
        Fraction own = cap.figure()
                .flatMap(column -> quarter.facts().figure(column, bank.code()))
                .map(Figure::value)
                .orElse(Fraction.ZERO);
        BigInteger lots = cap.most(pool, own, place).dividedBy(lot.wan()).floor();
        return lot.times(lots);
    }

    boolean withdrawn(String bank) {
        return safety.get(bank) == Safety.WITHDRAW_NOW;
    }

    boolean frozen(String bank) {
        return safety.get(bank) == Safety.FREEZE;
    }

    /** What banks may hold at the most: what they hold if frozen, the cap; the lower of both. */
    Map<String, Money> most() {
        return most;
    }

    Optional<Money> most(String bank) {
        return Optional.ofNullable(most.get(bank));
    }

    /**
     * Fixed sums by bank, in roster order; a bank whose money is withdrawn gets none, a limit goes before the sum.
     *
     * @param lacks who does not have what the rule requires
     */
    Map<String, LotSharing.Part> first(Predicate<String> lacks) {
        Map<String, LotSharing.Part> parts = new LinkedHashMap<>();
        for (Subject bank : quarter.roster().subjects()) {
            if (!withdrawn(bank.code()) && !lacks.test(bank.code())) {
                rule.first(bank, quarter.period().end())
                        .ifPresent(amount -> parts.put(
                                bank.code(),
                                new LotSharing.Part(
                                        amount.min(most(bank.code()).orElse(amount)),
                                        new PlanRow.Working.Fixed(PlanRow.Reason.FIRST, 0))));
            }
        }
        return parts;
    }
}

package bankscore.contribution.place;

import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.allocation.Taker;
import bankscore.contribution.allocation.Weight;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is left of a pool divided by the form of the scheme (D14, D15). */
final class Weights {

    private final AllocationRule rule;
    private final List<Taker> takers;
    private final List<Weight> weights;
    private final Map<String, Money> limits;
    private final Money rest;

    /** @param takers best first */
    Weights(AllocationRule rule, List<Taker> takers, Map<String, Money> limits, Money rest) {
        this.rule = rule;
        this.takers = takers;
        this.weights = rule.form().weights(takers);
        this.limits = limits;
        this.rest = rest;
    }

    /** What fixed amounts come to; 0 if money goes by proportion. */
    Money fixed() {
        return rule.form().isFixed()
                ? Money.sum(
                        weights.stream().map(each -> Money.ofWan(each.value())).toList())
                : Money.ZERO;
    }

    /** What everybody's fixed amount or floor comes to. */
    Money needed() {
        return rule.form().isFixed() ? fixed() : sharing().leastOfAll(rule.floor());
    }

    /** What there is for the takers; what is left of the rest stays. */
    Money amount() {
        Fraction percent = rule.form().percentShared(takers.size());
        return new Money(new Fraction(rest.fen(), BigInteger.ONE)
                .times(percent)
                .dividedBy(Fraction.HUNDRED)
                .floor());
    }

    /** The parts; there must be as much as is needed. */
    LotSharing.Shared share() {
        if (rule.form().isFixed()) {
            return byRank();
        }
        LotSharing.Shared shared = sharing().share(rule.floor());
        return new LotSharing.Shared(shared.parts(), shared.unplaced().plus(rest.minus(amount())));
    }

    private LotSharing.Shared byRank() {
        Map<String, LotSharing.Part> parts = new LinkedHashMap<>();
        Money left = rest;
        for (int place = 0; place < weights.size(); place++) {
            String bank = takers.get(place).bank();
            Money amount = Money.ofWan(weights.get(place).value());
            Money target = amount.min(limits.getOrDefault(bank, amount));
            parts.put(bank, new LotSharing.Part(target, new PlanRow.Working.Fixed(PlanRow.Reason.RANK, place + 1)));
            left = left.minus(target);
        }
        return new LotSharing.Shared(parts, left);
    }

    private LotSharing sharing() {
        Map<String, Weight> positive = new LinkedHashMap<>();
        Map<String, Taker> byBank = new LinkedHashMap<>();
        for (int place = 0; place < weights.size(); place++) {
            byBank.put(takers.get(place).bank(), takers.get(place));
            if (weights.get(place).value().isPositive()) {
                positive.put(takers.get(place).bank(), weights.get(place));
            }
        }
        Comparator<String> ties = Comparator.comparing(byBank::get, rule.lots().order());
        Comparator<String> byTotal = Comparator.comparing(
                byBank::get,
                Comparator.comparing(Taker::total)
                        .reversed()
                        .thenComparing(rule.lots().order()));
        return new LotSharing(amount(), rule.lot(), positive, limits, ties, byTotal);
    }
}

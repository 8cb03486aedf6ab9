package bankscore.contribution.place;

import bankscore.contribution.allocation.Adjust;
import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.allocation.NoPart;
import bankscore.contribution.allocation.Taker;
import bankscore.contribution.allocation.Weight;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What is left of a pool divided by the form of the scheme (D14, D15). */
final class Weights {

    private final AllocationRule rule;
    private final List<Taker> takers;
    private final List<Weight> weights;
    private final Map<String, Money> limits;
    private final Money rest;

    /**
     * @param takers best first
     * @param references what an adjustment holds a bank against
     */
    Weights(
            AllocationRule rule,
            List<Taker> takers,
            Map<String, Money> limits,
            Money rest,
            BiFunction<Adjust, Taker, Optional<Fraction>> references) {
        this.rule = rule;
        this.takers = takers;
        this.limits = limits;
        this.rest = rest;
        this.weights = adjusted(rule.form().weights(takers), references);
    }

    /** What comes out of the shares where other measures move them; what they move together is taken from all by their quotas. */
    private List<Weight> adjusted(List<Weight> shares, BiFunction<Adjust, Taker, Optional<Fraction>> references) {
        Fraction all = Fraction.sum(
                shares.stream().map(share -> share.value().max(Fraction.ZERO)).toList());
        if (rule.adjusts().isEmpty() || !all.isPositive() || !rest.isPositive()) {
            return shares;
        }
        Map<Integer, List<Adjust.Moved>> moved = new HashMap<>();
        for (int place = 0; place < shares.size(); place++) {
            Taker taker = takers.get(place);
            if (shares.get(place).value().isPositive()) {
                moved.put(
                        place,
                        rule.adjusts().stream()
                                .map(each -> each.of(taker, references.apply(each, taker)))
                                .toList());
            }
        }
        Fraction together = Fraction.sum(moved.values().stream()
                .flatMap(List::stream)
                .map(Adjust.Moved::moved)
                .toList());
        List<Weight> weights = new ArrayList<>();
        for (int place = 0; place < shares.size(); place++) {
            Weight share = shares.get(place);
            List<Adjust.Moved> own = moved.get(place);
            if (own == null) {
                weights.add(share);
            } else {
                Fraction part = share.value().dividedBy(all);
                Weight.Adjusted amount =
                        new Weight.Adjusted(share.value(), rest.wan().times(part), own, together.times(part));
                weights.add(new Weight(amount.amount().max(Fraction.ZERO), share.parts(), Optional.of(amount)));
            }
        }
        return weights;
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
        Map<String, LotSharing.Part> parts = new LinkedHashMap<>(shared.parts());
        for (int place = 0; place < weights.size(); place++) {
            Weight weight = weights.get(place);
            if (weight.adjusted().isPresent() && !weight.value().isPositive()) {
                parts.put(
                        takers.get(place).bank(),
                        new LotSharing.Part(
                                Money.ZERO,
                                new PlanRow.Working.Nothing(
                                        NoPart.because(NoPart.Reason.ADJUSTED), Optional.of(weight))));
            }
        }
        return new LotSharing.Shared(parts, shared.unplaced().plus(rest.minus(amount())));
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

package bankscore.contribution.place;

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

/**
 * Shares a sum by weights in whole lots, within limits (D14, D15).
 *
 * <p>First exactly: every bank whose exact quota exceeds its limit is set to it (a frozen bank keeps to the fen what it
 * holds) and the rest is shared again by the same weights, until none exceeds. Then, once, the rest in lots: each of the
 * others gets the whole lots of its quota; the lots still missing go one each to the largest remainders; what the rest
 * holds beyond whole lots goes to the first in the order of the odd rest. A lot or rest that would lift a bank over its
 * limit goes to the next. Worked example: weights 60 and 40, sum 101.50, lot
 * 1: quotas 60.9 and 40.6, whole lots 60 and 40, one lot more to the larger remainder, the odd 0.50 to the first: 61.50
 * and 40.
 */
final class LotSharing {

    private final Money amount;
    private final Money lot;
    private final Map<String, Weight> weights;
    private final Map<String, Money> limits;
    private final Comparator<String> ties;
    private final Comparator<String> oddOrder;

    /**
     * Prepares a sharing.
     *
     * @param weights positive, by bank
     * @param limits what a bank may hold at the most, where there is a limit
     * @param ties between equal remainders
     * @param oddOrder who gets what lies beyond whole lots
     */
    LotSharing(
            Money amount,
            Money lot,
            Map<String, Weight> weights,
            Map<String, Money> limits,
            Comparator<String> ties,
            Comparator<String> oddOrder) {
        this.amount = amount;
        this.lot = lot;
        this.weights = new LinkedHashMap<>(weights);
        this.limits = Map.copyOf(limits);
        this.ties = ties;
        this.oddOrder = oddOrder;
    }

    /** A bank's part and how it came about. */
    record Part(Money target, PlanRow.Working working) {}

    /** All parts, and what nobody may take. */
    record Shared(Map<String, Part> parts, Money unplaced) {}

    /**
     * Shares the sum.
     *
     * @param floor the least that each bank gets, unless its limit is lower; the sum must suffice for all
     */
    Shared share(Optional<Money> floor) {
        Map<String, Money> floors = new LinkedHashMap<>();
        while (true) {
            Exact exact = exactly(floors);
            Map<String, Money> below = new LinkedHashMap<>();
            for (Map.Entry<String, Fraction> quota : exact.quotas.entrySet()) {
                Money least = least(quota.getKey(), floor);
                if (quota.getValue().isLess(least.wan())) {
                    below.put(quota.getKey(), least);
                }
            }
            if (below.isEmpty()) {
                return inLots(exact);
            }
            floors.putAll(below);
        }
    }

    /** The floor in whole lots, not below it, unless the bank's limit is lower. */
    private Money least(String bank, Optional<Money> floor) {
        if (floor.isEmpty()) {
            return Money.ZERO;
        }
        Money whole =
                lot.times(floor.get().wan().dividedBy(lot.wan()).awayFromZero().numerator());
        return whole.min(limits.getOrDefault(bank, whole));
    }

    /** The least that all the banks together need. */
    Money leastOfAll(Optional<Money> floor) {
        return Money.sum(
                weights.keySet().stream().map(bank -> least(bank, floor)).toList());
    }

    /**
     * Exact quotas after all limits.
     *
     * @param bounds why and in which round a quota was set to a bound
     */
    private record Exact(Map<String, Fraction> quotas, Map<String, PlanRow.Bound> bounds) {}

    private Exact exactly(Map<String, Money> floors) {
        Exact exact = new Exact(new LinkedHashMap<>(), new LinkedHashMap<>());
        Fraction rest = amount.wan();
        for (Map.Entry<String, Money> least : floors.entrySet()) {
            exact.quotas.put(least.getKey(), least.getValue().wan());
            exact.bounds.put(least.getKey(), new PlanRow.Bound(PlanRow.Reason.FLOOR, 0));
            rest = rest.minus(least.getValue().wan());
        }
        List<String> open = new ArrayList<>(weights.keySet());
        open.removeAll(floors.keySet());
        for (int round = 1; ; round++) {
            Fraction sum = Fraction.sum(open.stream().map(this::weight).toList());
            List<String> within = new ArrayList<>();
            Fraction shared = rest;
            for (String bank : open) {
                Fraction quota = shared.times(weight(bank)).dividedBy(sum);
                Money limit = limits.get(bank);
                if (limit != null && quota.isGreater(limit.wan())) {
                    exact.quotas.put(bank, limit.wan());
                    exact.bounds.put(bank, new PlanRow.Bound(PlanRow.Reason.LIMIT, round));
                    rest = rest.minus(limit.wan());
                } else {
                    exact.quotas.put(bank, quota);
                    within.add(bank);
                }
            }
            if (within.size() == open.size()) {
                return exact;
            }
            open = within;
        }
    }

    private Shared inLots(Exact exact) {
        Map<String, Part> parts = new LinkedHashMap<>();
        Money rest = amount;
        for (Map.Entry<String, PlanRow.Bound> bound : exact.bounds.entrySet()) {
            Money set = Money.ofWan(exact.quotas.getOrDefault(bound.getKey(), Fraction.ZERO));
            parts.put(
                    bound.getKey(),
                    new Part(set, new PlanRow.Working.Bounded(whole(bound.getKey()), bound.getValue())));
            rest = rest.minus(set);
        }
        Map<String, BigInteger> lots = new HashMap<>();
        Map<String, Fraction> remainders = new HashMap<>();
        BigInteger missing = rest.wholeTimes(lot);
        Money odd = rest.minus(lot.times(missing));
        List<String> order = new ArrayList<>();
        for (Map.Entry<String, Fraction> quota : exact.quotas.entrySet()) {
            if (!exact.bounds.containsKey(quota.getKey())) {
                BigInteger whole = quota.getValue().dividedBy(lot.wan()).floor();
                lots.put(quota.getKey(), whole);
                remainders.put(
                        quota.getKey(), quota.getValue().minus(lot.times(whole).wan()));
                missing = missing.subtract(whole);
                order.add(quota.getKey());
            }
        }
        PlanRow.Pot pot = new PlanRow.Pot(
                Fraction.sum(order.stream()
                        .map(bank -> exact.quotas.getOrDefault(bank, Fraction.ZERO))
                        .toList()),
                Fraction.sum(order.stream().map(this::weight).toList()));
        order.sort(Comparator.comparing((String bank) -> remainders.getOrDefault(bank, Fraction.ZERO))
                .reversed()
                .thenComparing(ties));

        Map<String, BigInteger> given = new HashMap<>(lots);
        List<String> takers = order;
        while (missing.signum() > 0 && !takers.isEmpty()) {
            List<String> again = new ArrayList<>();
            for (String bank : takers) {
                BigInteger more = count(given, bank).add(BigInteger.ONE);
                if (missing.signum() > 0 && allows(bank, lot.times(more))) {
                    given.put(bank, more);
                    missing = missing.subtract(BigInteger.ONE);
                    again.add(bank);
                }
            }
            takers = again;
        }
        Optional<String> oddTaker = odd.isZero()
                ? Optional.empty()
                : order.stream()
                        .sorted(oddOrder)
                        .filter(bank ->
                                allows(bank, lot.times(count(given, bank)).plus(odd)))
                        .findFirst();
        Money unplaced = lot.times(missing).plus(oddTaker.isPresent() ? Money.ZERO : odd);

        for (int place = 0; place < order.size(); place++) {
            String bank = order.get(place);
            Money beyond = oddTaker.filter(bank::equals).isPresent() ? odd : Money.ZERO;
            PlanRow.Working working = new PlanRow.Working.Shared(
                    whole(bank),
                    pot,
                    exact.quotas.getOrDefault(bank, Fraction.ZERO),
                    count(lots, bank),
                    count(given, bank).subtract(count(lots, bank)),
                    beyond,
                    place + 1,
                    Optional.ofNullable(limits.get(bank)));
            parts.put(bank, new Part(lot.times(count(given, bank)).plus(beyond), working));
        }
        return new Shared(parts, unplaced);
    }

    private static BigInteger count(Map<String, BigInteger> lots, String bank) {
        return lots.getOrDefault(bank, BigInteger.ZERO);
    }

    private Fraction weight(String bank) {
        return whole(bank).value();
    }

    private Weight whole(String bank) {
        return weights.getOrDefault(bank, Weight.NONE);
    }

    private boolean allows(String bank, Money held) {
        Money limit = limits.get(bank);
        return limit == null || held.compareTo(limit) <= 0;
    }
}

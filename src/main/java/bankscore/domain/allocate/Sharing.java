package bankscore.domain.allocate;

import bankscore.domain.Fraction;
import bankscore.domain.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shares a sum by weights in whole lots, within limits (policy D14, D15).
 *
 * <p>First exactly: every bank whose exact quota exceeds its limit is set to it and the rest is shared again by the same
 * weights, until none exceeds. Then, once, in lots: each gets the whole lots of its quota; the lots still missing go one
 * each to the largest remainders; what lies beyond whole lots goes to the first in the order of the odd rest. Worked
 * example: weights 60 and 40, sum 101.50, lot 1: quotas 60.9 and 40.6, whole lots 60 and 40, one lot more to the larger
 * remainder, the odd 0.50 to the first: 61.50 and 40.
 */
final class Sharing {

    private final Money amount;
    private final Money lot;
    private final Map<String, Fraction> weights;
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
    Sharing(
            Money amount,
            Money lot,
            Map<String, Fraction> weights,
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
            if (floor.isPresent()) {
                for (Map.Entry<String, Fraction> quota : exact.quotas.entrySet()) {
                    Money least = floor.get().min(limits.getOrDefault(quota.getKey(), floor.get()));
                    if (quota.getValue().isLess(least.wan())) {
                        below.put(quota.getKey(), least);
                    }
                }
            }
            if (below.isEmpty()) {
                return inLots(exact);
            }
            floors.putAll(below);
        }
    }

    /** Quotas after all limits, exactly. */
    private static final class Exact {
        private final Map<String, Fraction> quotas = new LinkedHashMap<>();
        private final Map<String, Part> fixed = new LinkedHashMap<>();
        private Money rest;

        Exact(Money rest) {
            this.rest = rest;
        }

        void fix(String bank, Money target, PlanRow.Reason reason, int round) {
            fixed.put(bank, new Part(target, new PlanRow.Working.Fixed(reason, round)));
            rest = rest.minus(target);
        }
    }

    private Exact exactly(Map<String, Money> floors) {
        Exact exact = new Exact(amount);
        floors.forEach((bank, least) -> exact.fix(bank, least, PlanRow.Reason.FLOOR, 0));
        List<String> open = new ArrayList<>(weights.keySet());
        open.removeAll(floors.keySet());
        for (int round = 1; ; round++) {
            exact.quotas.clear();
            Fraction sum = Fraction.sum(open.stream().map(this::weight).toList());
            for (String bank : open) {
                exact.quotas.put(bank, exact.rest.wan().times(weight(bank)).dividedBy(sum));
            }
            List<String> exceeding = open.stream()
                    .filter(bank -> limits.containsKey(bank))
                    .filter(bank -> quota(exact, bank).isGreater(limit(bank).wan()))
                    .toList();
            if (exceeding.isEmpty()) {
                return exact;
            }
            for (String bank : exceeding) {
                exact.fix(bank, limit(bank), PlanRow.Reason.LIMIT, round);
            }
            open.removeAll(exceeding);
        }
    }

    private Shared inLots(Exact exact) {
        Map<String, BigInteger> lots = new HashMap<>();
        BigInteger given = BigInteger.ZERO;
        Map<String, Fraction> remainders = new HashMap<>();
        for (Map.Entry<String, Fraction> quota : exact.quotas.entrySet()) {
            BigInteger whole = quota.getValue().dividedBy(lot.wan()).floor();
            lots.put(quota.getKey(), whole);
            given = given.add(whole);
            remainders.put(
                    quota.getKey(), quota.getValue().minus(lot.times(whole).wan()));
        }
        BigInteger wholeLots = exact.rest.wholeTimes(lot);
        Money odd = exact.rest.minus(lot.times(wholeLots));
        BigInteger missing = wholeLots.subtract(given);

        List<String> order = new ArrayList<>(exact.quotas.keySet());
        order.sort(Comparator.comparing((String bank) -> remainders.getOrDefault(bank, Fraction.ZERO))
                .reversed()
                .thenComparing(ties));
        Map<String, BigInteger> extra = new HashMap<>();
        List<String> takers = new ArrayList<>(order);
        while (missing.signum() > 0 && !takers.isEmpty()) {
            List<String> again = new ArrayList<>();
            for (String bank : takers) {
                Money held = lot.times(
                        lots.getOrDefault(bank, BigInteger.ZERO).add(extra.getOrDefault(bank, BigInteger.ZERO)));
                if (missing.signum() > 0 && allows(bank, held.plus(lot))) {
                    extra.merge(bank, BigInteger.ONE, BigInteger::add);
                    missing = missing.subtract(BigInteger.ONE);
                    again.add(bank);
                }
            }
            takers = again;
        }

        Map<String, Money> targets = new LinkedHashMap<>();
        for (String bank : exact.quotas.keySet()) {
            targets.put(
                    bank,
                    lot.times(lots.getOrDefault(bank, BigInteger.ZERO).add(extra.getOrDefault(bank, BigInteger.ZERO))));
        }
        Money unplaced = lot.times(missing);
        Optional<String> oddTaker = odd.isZero()
                ? Optional.empty()
                : order.stream()
                        .sorted(oddOrder)
                        .filter(bank -> allows(
                                bank, targets.getOrDefault(bank, Money.ZERO).plus(odd)))
                        .findFirst();
        if (oddTaker.isEmpty()) {
            unplaced = unplaced.plus(odd);
        }

        Map<String, Part> parts = new LinkedHashMap<>(exact.fixed);
        for (int place = 0; place < order.size(); place++) {
            String bank = order.get(place);
            Money rest = oddTaker.filter(bank::equals).isPresent() ? odd : Money.ZERO;
            parts.put(
                    bank,
                    new Part(
                            targets.getOrDefault(bank, Money.ZERO).plus(rest),
                            new PlanRow.Working.Shared(
                                    weight(bank),
                                    quota(exact, bank),
                                    lots.getOrDefault(bank, BigInteger.ZERO),
                                    extra.getOrDefault(bank, BigInteger.ZERO),
                                    rest,
                                    place + 1,
                                    Optional.ofNullable(limits.get(bank)))));
        }
        return new Shared(parts, unplaced);
    }

    private Fraction weight(String bank) {
        return weights.getOrDefault(bank, Fraction.ZERO);
    }

    private static Fraction quota(Exact exact, String bank) {
        return exact.quotas.getOrDefault(bank, Fraction.ZERO);
    }

    private Money limit(String bank) {
        Money limit = limits.get(bank);
        if (limit == null) {
            throw new IllegalArgumentException("no limit of " + bank);
        }
        return limit;
    }

    private boolean allows(String bank, Money held) {
        Money limit = limits.get(bank);
        return limit == null || held.compareTo(limit) <= 0;
    }
}

package bankscore.contribution.place;

import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.allocation.Taker;
import bankscore.contribution.allocation.Tie;
import bankscore.contribution.allocation.Weight;
import bankscore.contribution.place.PlanRow.Working.Shared;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds in a finished sharing where claims were equal and the order between equals decided; it changes nothing. */
final class Draws {

    private final AllocationRule rule;
    private final Takers takers;
    /** By remainder, as lots were given. */
    private final Map<String, Shared> shared = new LinkedHashMap<>();

    Draws(AllocationRule rule, Takers takers, Map<String, LotSharing.Part> parts) {
        this.rule = rule;
        this.takers = takers;
        parts.forEach((bank, part) -> {
            if (part.working() instanceof Shared working) {
                shared.put(bank, working);
            }
        });
    }

    /** @param ranked all that might have taken money, best first */
    List<Draw> of(List<Taker> ranked) {
        return Stream.of(places(ranked), lots(), oddRest())
                .flatMap(List::stream)
                .toList();
    }

    /** Of equal remainders some got a lot more than others. */
    private List<Draw> lots() {
        Map<Fraction, List<String>> equal = new LinkedHashMap<>();
        shared.forEach((bank, part) -> equal.computeIfAbsent(
                        part.quota().minus(rule.lot().times(part.lots()).wan()), remainder -> new ArrayList<>())
                .add(bank));
        List<Draw> draws = new ArrayList<>();
        for (List<String> banks : equal.values()) {
            BigInteger most =
                    banks.stream().map(bank -> part(bank).extraLots()).reduce(BigInteger.ZERO, BigInteger::max);
            List<String> got = banks.stream()
                    .filter(bank -> part(bank).extraLots().equals(most))
                    .toList();
            if (got.size() < banks.size()) {
                List<String> others = new ArrayList<>(banks);
                others.removeAll(got);
                Draw draw = draw(Draw.Claim.LOT, got, others, rule.lot());
                draws.add(draw.missed().isEmpty() ? draw.of(rule.lot().times(most)) : draw);
            }
        }
        return draws;
    }

    /** Who got what lies beyond whole lots: the highest total, of equal totals by the ties, unless a limit was reached. */
    private List<Draw> oddRest() {
        List<String> order = shared.keySet().stream()
                .map(takers::of)
                .sorted(Comparator.comparing(Taker::total)
                        .reversed()
                        .thenComparing(rule.lots().order()))
                .map(Taker::bank)
                .toList();
        List<Draw> draws = new ArrayList<>();
        for (int place = 0; place < order.size() && order.size() > 1; place++) {
            String bank = order.get(place);
            if (part(bank).rest().isPositive()) {
                List<String> others = new ArrayList<>(order.subList(0, place));
                order.subList(place + 1, order.size()).stream()
                        .filter(other ->
                                takers.of(other).total().equals(takers.of(bank).total()))
                        .filter(other -> hasRoom(part(other), part(bank).rest()))
                        .forEach(others::add);
                draws.add(draw(
                        Draw.Claim.ODD_REST, List.of(bank), others, part(bank).rest()));
            }
        }
        return draws;
    }

    private Draw draw(Draw.Claim claim, List<String> got, List<String> others, Money amount) {
        List<String> missed =
                others.stream().filter(bank -> hasRoom(part(bank), amount)).toList();
        List<String> full =
                others.stream().filter(bank -> !hasRoom(part(bank), amount)).toList();
        return new Draw(claim, got, missed, full, parting(got, missed), amount);
    }

    private boolean hasRoom(Shared part, Money more) {
        Money held = rule.lot().times(part.lots().add(part.extraLots()));
        return part.limit()
                .filter(limit -> held.plus(more).compareTo(limit) > 0)
                .isEmpty();
    }

    /** Banks of one rank, of whom one was cut or got a better place's part. */
    private List<Draw> places(List<Taker> ranked) {
        int taken = Math.min(ranked.size(), rule.take().best().orElse(ranked.size()));
        List<Weight> weights = rule.form().isByPlace() ? rule.form().weights(ranked.subList(0, taken)) : List.of();
        Map<Integer, Map<String, Fraction>> ranks = new LinkedHashMap<>();
        for (int place = 0; place < ranked.size(); place++) {
            Fraction part = place < weights.size()
                    ? weights.get(place).value()
                    : Fraction.of(weights.isEmpty() && place < taken ? 1 : 0);
            ranks.computeIfAbsent(ranked.get(place).rank(), rank -> new LinkedHashMap<>())
                    .put(ranked.get(place).bank(), part);
        }
        return ranks.values().stream()
                .filter(equal -> equal.values().stream().distinct().count() > 1)
                .map(equal -> List.copyOf(equal.keySet()))
                .map(equal -> new Draw(Draw.Claim.PLACE, equal, List.of(), List.of(), parting(equal), Money.ZERO))
                .toList();
    }

    /**
     * The ties that part one of these from one of those. All are in the order that the ties make, so that no pair is parted
     * otherwise than a pair with the last of these or the first of those.
     */
    private List<Tie> parting(List<String> these, List<String> those) {
        Set<Tie> parting = new HashSet<>();
        if (!those.isEmpty()) {
            these.forEach(bank -> parting.add(parting(bank, those.get(0))));
            those.forEach(bank -> parting.add(parting(these.get(these.size() - 1), bank)));
        }
        return asAsked(parting);
    }

    /** The ties that make this order. */
    private List<Tie> parting(List<String> order) {
        Set<Tie> parting = new HashSet<>();
        for (int place = 1; place < order.size(); place++) {
            parting.add(parting(order.get(place - 1), order.get(place)));
        }
        return asAsked(parting);
    }

    private Tie parting(String one, String other) {
        return rule.lots().parting(takers.of(one), takers.of(other));
    }

    private List<Tie> asAsked(Set<Tie> ties) {
        return rule.lots().all().filter(ties::contains).distinct().toList();
    }

    private Shared part(String bank) {
        return Optional.ofNullable(shared.get(bank)).orElseThrow();
    }
}

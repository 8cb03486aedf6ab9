package bankscore.contribution.place;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.allocation.Weight;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every sharing, on seeded random sums, weights, lots and limits. */
class SharingInvariantsTest {

    private static final int SEEDS = 500;

    private record Situation(Money amount, Money lot, Map<String, Fraction> weights, Map<String, Money> limits) {

        static Situation of(long seed) {
            Random random = new Random(seed);
            Map<String, Fraction> weights = new LinkedHashMap<>();
            Map<String, Money> limits = new HashMap<>();
            for (int i = 0; i < 1 + random.nextInt(9); i++) {
                String bank = Character.toString('A' + i);
                weights.put(bank, Fraction.of(1 + random.nextInt(6), 1 + random.nextInt(3)));
                if (random.nextInt(3) == 0) {
                    limits.put(bank, fen(random.nextInt(40_000_000)));
                }
            }
            return new Situation(fen(random.nextInt(100_000_000)), fen(1 + random.nextInt(5_000_000)), weights, limits);
        }

        private static Money fen(long fen) {
            return new Money(BigInteger.valueOf(fen));
        }

        LotSharing.Shared shared(List<String> order) {
            Map<String, Weight> ordered = new LinkedHashMap<>();
            order.forEach(bank -> ordered.put(bank, Weight.of(weights.getOrDefault(bank, Fraction.ZERO))));
            Comparator<String> byName = Comparator.naturalOrder();
            Comparator<String> byWeight = Comparator.comparing(
                            (String bank) -> weights.getOrDefault(bank, Fraction.ZERO))
                    .reversed()
                    .thenComparing(byName);
            return new LotSharing(amount, lot, ordered, limits, byName, byWeight).share(Optional.empty());
        }
    }

    @Test
    void parts_and_what_is_left_are_the_sum_and_no_limit_is_exceeded() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Situation situation = Situation.of(seed);
            LotSharing.Shared shared =
                    situation.shared(List.copyOf(situation.weights().keySet()));
            Money placed = Money.sum(shared.parts().values().stream()
                    .map(LotSharing.Part::target)
                    .toList());

            assertThat(placed.plus(shared.unplaced())).as("seed " + seed).isEqualTo(situation.amount());
            assertThat(shared.unplaced().isNegative()).as("seed " + seed).isFalse();
            shared.parts().forEach((bank, part) -> {
                Money limit = situation.limits().getOrDefault(bank, situation.amount());
                assertThat(part.target().compareTo(limit)).as(bank).isLessThanOrEqualTo(0);
                assertThat(part.target().isNegative()).as(bank).isFalse();
            });
        }
    }

    @Test
    void all_but_limits_and_one_odd_rest_is_in_whole_lots() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Situation situation = Situation.of(seed);
            List<Money> beyond = situation
                    .shared(List.copyOf(situation.weights().keySet()))
                    .parts()
                    .values()
                    .stream()
                    .filter(part -> part.working() instanceof PlanRow.Working.Shared)
                    .map(part -> part.target()
                            .minus(situation.lot().times(part.target().wholeTimes(situation.lot()))))
                    .filter(Money::isPositive)
                    .toList();

            assertThat(beyond).as("seed " + seed).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void without_limits_nobody_is_a_whole_lot_away_from_its_exact_part() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Situation some = Situation.of(seed);
            Situation situation = new Situation(some.amount(), some.lot(), some.weights(), Map.of());
            Fraction sum = Fraction.sum(situation.weights().values());
            situation.shared(List.copyOf(situation.weights().keySet())).parts().forEach((bank, part) -> {
                Fraction exact = situation
                        .amount()
                        .wan()
                        .times(situation.weights().getOrDefault(bank, Fraction.ZERO))
                        .dividedBy(sum);
                Fraction away = part.target().wan().minus(exact).abs();
                // One lot, and for the one that takes it, the odd rest of less than a lot.
                assertThat(away.isLess(situation.lot().wan().times(Fraction.of(2))))
                        .as(bank)
                        .isTrue();
            });
        }
    }

    @Test
    void the_order_in_which_banks_come_changes_nothing_but_stated_ties() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Situation situation = Situation.of(seed);
            List<String> banks = new ArrayList<>(situation.weights().keySet());
            Map<String, Money> before = targets(situation.shared(banks));
            Collections.shuffle(banks, new Random(seed));

            assertThat(targets(situation.shared(banks))).as("seed " + seed).isEqualTo(before);
        }
    }

    private static Map<String, Money> targets(LotSharing.Shared shared) {
        Map<String, Money> targets = new HashMap<>();
        shared.parts().forEach((bank, part) -> targets.put(bank, part.target()));
        return targets;
    }
}

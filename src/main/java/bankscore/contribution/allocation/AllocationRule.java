package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.facts.Subject;
import bankscore.rule.Mark;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How money is placed (D14–D18): the same keys for all funds, or for one fund that differs.
 *
 * @param form how the pool is divided
 * @param adjusts what is moved between the shares afterwards
 * @param take who is cut before sharing
 * @param first fixed sums off the top
 * @param held what becomes of the money that banks hold
 * @param within the groups that have money of their own
 */
public record AllocationRule(
        Form form,
        List<Adjust> adjusts,
        Take take,
        List<First> first,
        Bounds bounds,
        Lots lots,
        Held held,
        Optional<Within> within,
        String clause,
        Mark mark) {

    /** The path of the lot below {@code allocation}. */
    public static final String LOT = "lot";

    public AllocationRule {
        adjusts = List.copyOf(adjusts);
        first = List.copyOf(first);
    }

    /** A rule without groups, of money that moves. */
    public AllocationRule(
            Form form,
            Take take,
            List<First> first,
            Bounds bounds,
            Lots lots,
            Map<String, Safety> safety,
            Outside outside,
            String clause,
            Mark mark) {
        this(
                form,
                List.of(),
                take,
                first,
                bounds,
                lots,
                new Held(safety, outside, true),
                Optional.empty(),
                clause,
                mark);
    }

    /**
     * What becomes of the money that banks hold.
     *
     * @param safety the action for each word of 处置
     * @param outside what happens to money at banks that are not assessed
     * @param moves whether the plan is carried out; if not, it shows what each bank would hold, and only withdrawals move
     */
    public record Held(Map<String, Safety> safety, Outside outside, boolean moves) {
        public Held {
            safety = Map.copyOf(safety);
        }
    }

    /** The action for each word of 处置. */
    public Map<String, Safety> safety() {
        return held.safety();
    }

    /** What happens to money at banks that are not assessed. */
    public Outside outside() {
        return held.outside();
    }

    /** Whether more than withdrawals moves. */
    public boolean moves() {
        return held.moves();
    }

    /**
     * Groups with money of their own.
     *
     * @param group the id of the grouping
     * @param parts by the names of the groups, in the file's order
     */
    public record Within(String group, Map<String, Part> parts) {
        public Within {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        }

        /**
         * One group's money.
         *
         * @param percent of what is shared
         * @param ownCap whether its cap is said for the group, so that it is a percentage of the group's sum
         * @param rule how it is shared
         */
        public record Part(Fraction percent, boolean ownCap, AllocationRule rule) {}
    }

    /** The same with groups. */
    public AllocationRule with(Optional<Within> groups) {
        return new AllocationRule(form, adjusts, take, first, bounds, lots, held, groups, clause, mark);
    }

    /** The same for who shares what the fixed sums off the top leave. */
    public AllocationRule withoutFirst() {
        return new AllocationRule(form, adjusts, take, List.of(), bounds, lots, held, within, clause, mark);
    }

    /** Itself, and the rules of its groups. */
    public Stream<AllocationRule> each() {
        return Stream.concat(
                Stream.of(this),
                within.stream()
                        .flatMap(groups -> groups.parts().values().stream().map(Within.Part::rule)));
    }

    /**
     * What a bank may get.
     *
     * @param most the caps, of which the lowest holds; a fund may have none
     * @param least what a bank that takes part gets at the least
     */
    public record Bounds(List<Cap> most, Optional<Money> least) {
        public static final Bounds NONE = new Bounds(List.of(), Optional.empty());

        public Bounds {
            most = List.copyOf(most);
        }
    }

    /**
     * How money is placed in whole steps.
     *
     * @param lot the step
     * @param ties what decides between equals; always ends with the roster
     */
    public record Lots(Money lot, List<Tie> ties) {

        private static final Tie LAST = new Tie.RosterOrder();

        public Lots {
            ties = List.copyOf(ties);
            if (!lot.isPositive()) {
                throw new IllegalArgumentException("a lot must be positive: " + lot);
            }
        }

        /** The order of takers: what the scheme says, and in the end the register. */
        public Comparator<Taker> order() {
            return all().map(Tie::order).reduce(Comparator::thenComparing).orElseThrow();
        }

        /** What puts one of two takers before the other. */
        public Tie parting(Taker one, Taker other) {
            return all().filter(tie -> tie.order().compare(one, other) != 0)
                    .findFirst()
                    .orElse(LAST);
        }

        /** What decides between equals, one after the other. */
        public Stream<Tie> all() {
            return Stream.concat(ties.stream(), Stream.of(LAST));
        }
    }

    /** The step in which money is placed. */
    public Money lot() {
        return lots.lot();
    }

    /** What limits a bank; of several the lowest. */
    public List<Cap> caps() {
        return bounds.most();
    }

    public Optional<Money> floor() {
        return bounds.least();
    }

    /** The sum off the top that a bank gets, if it gets one. */
    public Optional<Money> first(Subject bank, LocalDate end) {
        return first.stream()
                .filter(each -> each.where().matches(bank, end))
                .map(First::amount)
                .findFirst();
    }

    /** Whether money goes in proportion to the totals and nothing else is said of it. */
    public boolean isByTotalOnly() {
        return form.equals(new ByTotal())
                && adjusts.isEmpty()
                && first.isEmpty()
                && take.equals(Take.ALL)
                && bounds.equals(Bounds.NONE)
                && within.isEmpty()
                && moves();
    }

    /** The measures and benchmarks it names, and {@code total} or {@code equal}. */
    public List<String> measures() {
        return each().flatMap(rule -> Stream.of(
                                rule.form.dividesBy().stream(),
                                rule.adjusts.stream().flatMap(Adjust::named),
                                rule.lots.ties().stream().map(Tie::measure).flatMap(Optional::stream))
                        .flatMap(names -> names))
                .toList();
    }

    /** Its numbers by name, as paths below {@code allocation} call them. */
    public Map<String, Fraction> parameters() {
        Map<String, Fraction> parameters = new LinkedHashMap<>(form.parameters());
        parameters.putAll(Adjust.parameters(adjusts));
        parameters.putAll(take.parameters());
        for (int i = 0; i < first.size(); i++) {
            parameters.put("first[" + i + "].amount", first.get(i).amount().wan());
        }
        bounds.most().forEach(most -> parameters.putAll(most.parameters()));
        bounds.least().ifPresent(least -> parameters.put("floor", least.wan()));
        parameters.put(LOT, lot().wan());
        return parameters;
    }

    /** What a risk does to a bank's money (D15). */
    public enum Safety {
        /** Everything is taken back now. */
        WITHDRAW_NOW,
        /** Nothing is added. */
        FREEZE
    }

    /** What happens to money at a bank that is not assessed (D18). */
    public enum Outside {
        /** It stays outside the plan. */
        KEEP,
        /** It is withdrawn as it matures. */
        WITHDRAW
    }
}

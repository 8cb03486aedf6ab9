package bankscore.subsidy.say;

import bankscore.exact.Money;
import bankscore.exact.Sha256;
import bankscore.facts.Claim;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Decisions;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two batches, or between a batch and the same lines under another rule: by subsidy, and by cause. The
 * causes of a subsidy add up to its change ({@code src/docs/subsidy.md#compare}).
 *
 * @param causes by subsidy, in the order of the later rule; a subsidy that nothing changed has none
 */
public record Comparison(Report before, Report after, Map<String, Map<Cause, Effect>> causes) {

    public Comparison {
        causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
    }

    /** Why money is another one. */
    public enum Cause {
        /** The line is only in the later batch. */
        NEW,
        /** The line is only in the earlier one. */
        GONE,
        /** A condition refused it in one of them. */
        CONDITION,
        /** It says something else. */
        FIGURES,
        /** It says the same, but base, rate or rounding give another amount. */
        RULE,
        /** Caps or a budget take off otherwise. */
        CAP
    }

    /** How many lines a cause changed, and by how much together. */
    public record Effect(long lines, Money change) {
        Effect plus(Money more) {
            return new Effect(lines + 1, change.plus(more));
        }
    }

    /** Compares two reports, whose lines can be read. */
    public static Comparison of(Report before, Report after) {
        return new Comparison(before, after, new Matching().causes(before, after));
    }

    /** The subsidies of both by id, those of the later rule first, with their names. */
    public Map<String, String> names() {
        return names(before, after);
    }

    private static Map<String, String> names(Report before, Report after) {
        Map<String, String> names = new LinkedHashMap<>();
        after.scheme().subsidies().forEach(each -> names.put(each.id(), each.name()));
        before.scheme().subsidies().forEach(each -> names.putIfAbsent(each.id(), each.name()));
        return names;
    }

    /** What a report says of a subsidy; nothing granted where its rule has none such. */
    public static Decisions.Total total(Report report, String subsidy) {
        Decisions.Sum none = new Decisions.Sum(0, Money.ZERO);
        return report.decisions()
                .total(subsidy)
                .orElseGet(() -> new Decisions.Total(subsidy, 0, none, none, 0, List.of(), Map.of(), Money.ZERO));
    }

    /** What a cause changed. */
    public Money change(String subsidy, Cause cause) {
        return Optional.ofNullable(causes.getOrDefault(subsidy, Map.of()).get(cause))
                .map(Effect::change)
                .orElse(Money.ZERO);
    }

    /** What is kept of a line of the earlier batch, which may have a million. */
    private record Kept(String subsidy, Optional<Money> amount, Money granted, String figures) {
        static Kept of(Decision line) {
            StringBuilder figures = new StringBuilder();
            new TreeMap<>(line.line().claim().cells())
                    .forEach((String column, Claim.Entry cell) -> figures.append(column)
                            .append('\t')
                            .append(cell.text())
                            .append('\n'));
            return new Kept(line.subsidy(), line.amount(), line.granted(), Sha256.of(figures.toString()));
        }
    }

    /** The same claims in both: of subsidy, claimant and reference; the second of the same is another one. */
    private static final class Matching {

        private final Map<String, Kept> earlier = new LinkedHashMap<>();
        private final Map<String, Map<Cause, Effect>> effects = new LinkedHashMap<>();

        Map<String, Map<Cause, Effect>> causes(Report before, Report after) {
            names(before, after).keySet().forEach(id -> effects.put(id, new EnumMap<>(Cause.class)));
            Map<String, Integer> met = new HashMap<>();
            before.decisions().lines().each(line -> earlier.put(key(line, met), Kept.of(line)));
            met.clear();
            after.decisions().lines().each(line -> compare(earlier.remove(key(line, met)), line));
            earlier.values()
                    .forEach(was -> add(was.subsidy(), Cause.GONE, was.granted().negate()));
            return effects;
        }

        private static String key(Decision line, Map<String, Integer> met) {
            String key = String.join(
                    "\t",
                    List.of(line.subsidy(), line.claimant().key(), line.line().reference()));
            int number = met.merge(key, 1, Integer::sum);
            return number == 1 ? key : key + "\t" + number;
        }

        private void compare(@Nullable Kept was, Decision line) {
            Kept is = Kept.of(line);
            if (was == null) {
                add(is.subsidy(), Cause.NEW, is.granted());
                return;
            }
            Money change = is.granted().minus(was.granted());
            if (!was.figures().equals(is.figures())) {
                add(is.subsidy(), Cause.FIGURES, change);
            } else if (was.amount().isPresent() && is.amount().isPresent()) {
                // Cut or not, the amount's own change is the rule's doing; what is left of the change is the caps'.
                Money ofRule = is.amount().get().minus(was.amount().get());
                add(is.subsidy(), Cause.RULE, ofRule);
                add(is.subsidy(), Cause.CAP, change.minus(ofRule));
            } else {
                add(is.subsidy(), Cause.CONDITION, change);
            }
        }

        private void add(String subsidy, Cause cause, Money change) {
            boolean told = !change.isZero() || cause == Cause.NEW || cause == Cause.GONE;
            if (told) {
                Map<Cause, Effect> own = effects.computeIfAbsent(subsidy, id -> new EnumMap<>(Cause.class));
                own.put(
                        cause,
                        own.getOrDefault(cause, new Effect(0, Money.ZERO)).plus(change));
            }
        }
    }
}

package bankscore.contribution.scheme;

import bankscore.contribution.method.Method;
import bankscore.exact.Fraction;
import bankscore.rule.Mark;
import bankscore.rule.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An item of the assessment: a measure turned into points.
 *
 * @param id the stable key in {@code result.json}
 * @param measure the measure's id
 * @param gate the condition under which the method applies
 * @param weight the part of the points that counts, before the one rounding
 * @param group the subtotal it belongs to; empty if none
 * @param peers whether the population is the bank's own kind
 * @param appliesTo the kinds of bank it applies to; empty: all
 */
public record Item(
        String id,
        String name,
        Kind kind,
        String measure,
        Method method,
        Optional<Gate> gate,
        Fraction weight,
        String group,
        boolean peers,
        List<String> appliesTo,
        String clause,
        Mark mark) {

    public Item {
        appliesTo = List.copyOf(appliesTo);
    }

    /** Base points, bonus or deduction. All points are added; a deduction's are not above 0. */
    public enum Kind {
        BASE,
        BONUS,
        DEDUCTION
    }

    /**
     * A condition; where it does not hold, other points stand in.
     *
     * @param measure the measure that is compared
     * @param bound a number or a benchmark
     * @param otherwise the points where the condition does not hold
     */
    public record Gate(String measure, Comparison comparison, Reference bound, Fraction otherwise) {}

    /** How a gate compares. */
    public enum Comparison {
        AT_LEAST,
        ABOVE,
        AT_MOST,
        BELOW;

        public boolean holds(Fraction value, Fraction bound) {
            int compared = value.compareTo(bound);
            return switch (this) {
                case AT_LEAST -> compared >= 0;
                case ABOVE -> compared > 0;
                case AT_MOST -> compared <= 0;
                case BELOW -> compared < 0;
            };
        }
    }

    /** What its method and its gate compare with, as the scheme writes it. */
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        if (method instanceof Method.RatioToReference ratio) {
            references.add(ratio.reference());
        } else if (method instanceof Method.Linear linear) {
            references.add(linear.reference());
        }
        gate.ifPresent(condition -> references.add(condition.bound()));
        return references;
    }

    public boolean appliesTo(String kind) {
        return appliesTo.isEmpty() || appliesTo.contains(kind);
    }
}

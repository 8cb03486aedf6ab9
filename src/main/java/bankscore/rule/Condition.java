package bankscore.rule;

import bankscore.exact.Fraction;
import java.util.Locale;

/**
 * A condition of a rule: a measure held against a bound.
 *
 * @param measure the id of the measure that is compared
 * @param bound a number or a benchmark
 */
public record Condition(String measure, Comparison comparison, Reference bound) {

    /** How a measure is held against its bound. */
    public enum Comparison {
        AT_LEAST,
        ABOVE,
        AT_MOST,
        BELOW;

        /** The key in rule files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

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
}

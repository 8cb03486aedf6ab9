package bankscore.contribution.score;

import bankscore.contribution.method.Method.Working;
import bankscore.contribution.scheme.Item;
import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.rule.MeasureValue;

/**
 * One item's points of one bank: the argument, step by step.
 *
 * @param measure the measure and its figures
 * @param basis how the points came about
 * @param raw the method's points before weight and rounding
 * @param unrounded the points after weight, and not above 0 for a deduction
 * @param rounding the one rounding (D6)
 * @param points the published points
 */
public record ScoreLine(
        Item item,
        MeasureValue measure,
        Basis basis,
        Fraction raw,
        Fraction unrounded,
        Rounding rounding,
        Fraction points) {

    public ScoreLine {
        if (!rounding.round(unrounded).equals(points)) {
            throw new IllegalArgumentException("points of " + item.id() + " are not the rounded value: " + points);
        }
    }

    /** The method's points after weight. */
    public Fraction weighted() {
        return raw.times(item.weight());
    }

    /** How the points came about. */
    public sealed interface Basis {

        /**
         * The method was applied to a value.
         *
         * @param seen what the gate saw, if there is one
         */
        record Applied(Fraction value, BankConditions.Seen seen, Working working) implements Basis {}

        /** The measure does not exist: no points (D11). */
        record NoValue() implements Basis {}

        /** The item does not apply to this kind of bank. */
        record NotApplicable(String kind) implements Basis {}

        /** The gate was closed: its condition did not hold. */
        record Gated(BankConditions.Seen seen) implements Basis {}
    }
}

package bankscore.contribution.method;

import bankscore.exact.Fraction;
import java.util.Optional;

/**
 * Points within limits, with what they were before.
 *
 * @param exact the points without a limit
 * @param points the points that count
 */
public record Limited(Fraction exact, Fraction points) {

    /** Which limit was hit. */
    public enum Limit {
        MIN,
        MAX
    }

    static Limited between(Fraction exact, Optional<Fraction> min, Optional<Fraction> max) {
        Fraction notBelow = min.map(exact::max).orElse(exact);
        return new Limited(exact, max.map(notBelow::min).orElse(notBelow));
    }

    /** The limit that the points were set to; empty where they lay within. */
    public Optional<Limit> limit() {
        return exact.equals(points) ? Optional.empty() : Optional.of(exact.isLess(points) ? Limit.MIN : Limit.MAX);
    }
}

package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import java.util.List;
import java.util.Optional;

/**
 * What a bank's part goes by.
 *
 * @param value not positive: it takes no part
 * @param parts how it was made, where a pool is shared in parts: each adds percent × own ÷ all
 * @param adjusted how it was made, where the shares are moved afterwards; it is then an amount in 万元
 */
public record Weight(Fraction value, List<OfPart> parts, Optional<Adjusted> adjusted) {

    /** As the form makes it. */
    public Weight(Fraction value, List<OfPart> parts) {
        this(value, parts, Optional.empty());
    }

    public Weight {
        parts = List.copyOf(parts);
    }

    /** Takes no part. */
    public static final Weight NONE = of(Fraction.ZERO);

    public static Weight of(Fraction value) {
        return new Weight(value, List.of());
    }

    /**
     * A share that is moved: the quota and what is moved, less the bank's part of what all of that comes to; not below 0.
     *
     * @param share what the form makes
     * @param quota the share of the sum, in 万元
     * @param moved what each adjustment makes
     * @param back what is taken back, in 万元: negative where all adjustments come to less than nothing
     */
    public record Adjusted(Fraction share, Fraction quota, List<Adjust.Moved> moved, Fraction back) {

        public Adjusted {
            moved = List.copyOf(moved);
        }

        /** What comes out. */
        public Fraction amount() {
            return quota.plus(all()).minus(back);
        }

        /** What all adjustments make. */
        public Fraction all() {
            return Fraction.sum(moved.stream().map(Adjust.Moved::moved).toList());
        }
    }

    /**
     * What one part of the pool adds.
     *
     * @param own what the bank counts there
     * @param all what all takers count there, positive
     */
    public record OfPart(Part part, Fraction own, Fraction all) {
        Fraction value() {
            return part.percent().times(own).dividedBy(all);
        }
    }
}

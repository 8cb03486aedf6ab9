package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import java.util.List;

/**
 * What a bank's part goes by.
 *
 * @param value not positive: it takes no part
 * @param parts how it was made, where a pool is shared in parts: each adds percent × own ÷ all
 */
public record Weight(Fraction value, List<OfPart> parts) {

    public Weight {
        parts = List.copyOf(parts);
    }

    /** Takes no part. */
    public static final Weight NONE = of(Fraction.ZERO);

    public static Weight of(Fraction value) {
        return new Weight(value, List.of());
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

package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import java.util.Optional;

/**
 * Why a bank gets nothing.
 *
 * @param bound the total that it had to have or to exceed
 */
public record NoPart(Reason reason, Optional<Fraction> bound) {

    /** A bank that may not take money, or is not assessed. */
    public static final NoPart BARRED = because(Reason.BARRED);

    /** Why. */
    public enum Reason {
        /** It may not take money, or is not assessed. */
        BARRED,
        /** It is in no group that has money. */
        GROUP,
        /** Its total is below the least one that takes part. */
        MIN,
        /** Its total does not exceed what totals are counted from. */
        ABOVE,
        /** Its total is not above 0 (D8). */
        TOTAL,
        /** It counts nothing in what the money is divided by. */
        MEASURE,
        /** Its place is beyond those that get something. */
        RANK
    }

    /** For a reason that needs no bound. */
    public static NoPart because(Reason reason) {
        return new NoPart(reason, Optional.empty());
    }
}

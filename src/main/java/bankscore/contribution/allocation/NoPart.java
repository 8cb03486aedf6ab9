package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import java.util.Optional;

/**
 * Why a bank gets nothing.
 *
 * @param bound the total, or points of a group of items, that it had to have or to exceed
 * @param group whose points those are; empty: the total
 */
public record NoPart(Reason reason, Optional<Fraction> bound, Optional<String> group) {

    /** By the total, or by nothing that has a bound. */
    public NoPart(Reason reason, Optional<Fraction> bound) {
        this(reason, bound, Optional.empty());
    }

    /** A bank that may not take money, or is not assessed. */
    public static final NoPart BARRED = because(Reason.BARRED);

    /** Why. */
    public enum Reason {
        /** It may not take money, or is not assessed. */
        BARRED,
        /** It does not have what the rule requires to get money. */
        REQUIRED,
        /** It does not bid for the fund. */
        BID,
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
        /** What is moved after the shares takes all of its share. */
        ADJUSTED,
        /** Its place is beyond those that get something. */
        RANK
    }

    /** For a reason that needs no bound. */
    public static NoPart because(Reason reason) {
        return new NoPart(reason, Optional.empty());
    }
}

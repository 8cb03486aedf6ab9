package bankscore.exact;

/** How a distance is counted in steps. */
public enum Steps {
    /** Whole steps, towards zero. */
    WHOLE,
    /** In proportion. */
    PRO_RATA,
    /** Every step that was started, away from zero. */
    STARTED;

    /** So many steps are an exact distance, measured in steps. */
    public Fraction count(Fraction exact) {
        return switch (this) {
            case WHOLE -> exact.truncated();
            case PRO_RATA -> exact;
            case STARTED -> exact.awayFromZero();
        };
    }
}

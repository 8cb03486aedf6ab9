package bankscore.watch;

/**
 * The ids of the datasets and columns that this application knows by themselves; all others are only named by rules.
 *
 * <p>An id is the word of a file under {@code config/datasets} and of a formula; it never changes.
 */
public final class Names {

    /** Published figures. */
    public static final String PARAMETERS = "parameters";

    /** What offices report of earlier periods. */
    public static final String HISTORY = "history";

    private Names() {}
}

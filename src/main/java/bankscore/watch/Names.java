package bankscore.watch;

/**
 * The ids of the datasets and columns that this application knows by themselves; all others are only named by rules.
 *
 * <p>An id is the word of a file under {@code config/datasets} and of a formula; it never changes.
 */
public final class Names {

    /** Of registers: what they remark of a subject, such as 口径调整. */
    public static final String NOTE = "note";

    /** Of registers: what conditions may ask of a subject besides. */
    public static final String CODE = "code";

    public static final String NAME = "name";
    public static final String SHORT_NAME = "short_name";
    public static final String KIND = "kind";
    public static final String OPENED = "opened";

    /** Published figures. */
    public static final String PARAMETERS = "parameters";

    /** What offices report of earlier periods. */
    public static final String HISTORY = "history";

    /** Of history: the period that a row is about. */
    public static final String PERIOD = "period";
    /** Of history: the group. */
    public static final String SUBJECTS = "subjects";
    /** Of history: who it is. */
    public static final String SUBJECT = "subject";
    /** Of history: the measure. */
    public static final String MEASURE = "measure";
    /** Of history: its value. */
    public static final String VALUE = "value";

    private Names() {}
}

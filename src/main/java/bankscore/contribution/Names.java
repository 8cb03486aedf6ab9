package bankscore.contribution;

/**
 * The ids of the datasets and columns that this application knows by themselves; all others are only named by rules.
 *
 * <p>An id is the word of a file under {@code config/datasets} and of a formula; it never changes.
 */
public final class Names {

    /** The register of banks. */
    public static final String ROSTER = "roster";

    /** Money held. */
    public static final String HOLDINGS = "holdings";
    /** Of {@link #HOLDINGS}: what is held. */
    public static final String HELD = "held";
    /** Of {@link #HOLDINGS}: the part that has not fallen due. */
    public static final String UNMATURED = "unmatured";

    /** Funds to place. */
    public static final String POOLS = "pools";
    /** Of {@link #POOLS}: what there is to place. */
    public static final String POOL = "pool";

    /** What leaders change in the computed plan. */
    public static final String ADJUSTMENTS = "adjustments";
    /** Of {@link #ADJUSTMENTS}: by how much. */
    public static final String ADJUSTMENT = "adjustment";

    /** Safety findings. */
    public static final String RISK = "risk";
    /** Of {@link #RISK}: what the government does. */
    public static final String DISPOSAL = "disposal";

    /** The word of {@link #DISPOSAL} by which a bank loses the assessment; every other word says what becomes of its money. */
    public static final String CANCELLED = "取消考核";

    /** Published figures. */
    public static final String PARAMETERS = "parameters";

    /** Figures of a bank that the open points of the rule (D12, D22) and a cap by own deposits are about. */
    public static final String DEPOSITS = "deposits";

    public static final String LOANS = "loans";
    public static final String TAX = "tax";

    /** Of the register of banks: what conditions may ask of a bank. */
    public static final String CODE = "code";

    public static final String NAME = "name";
    public static final String SHORT_NAME = "short_name";
    public static final String KIND = "kind";
    public static final String OPENED = "opened";

    private Names() {}
}

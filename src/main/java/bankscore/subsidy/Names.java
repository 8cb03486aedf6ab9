package bankscore.subsidy;

/**
 * The ids of the datasets and columns that this application knows by themselves; all others are only named by rules.
 *
 * <p>An id is the word of a file under {@code config/datasets} and of a formula; it never changes.
 */
public final class Names {

    /** What may be paid in the calendar year of each kind of subsidy. */
    public static final String BUDGETS = "budgets";

    /** Of budgets: what it is for. */
    public static final String ITEM = "item";
    /** Of budgets: how much. */
    public static final String AMOUNT = "amount";

    /** Published figures. */
    public static final String PARAMETERS = "parameters";

    /** Of claims: the county that a line is in. */
    public static final String COUNTY = "county";
    /** The register of counties and districts, with their other names. */
    public static final String COUNTIES = "counties";

    /** Of claims: the district that it is in. */
    public static final String DISTRICT = "district";
    /** Of claims: the branch that keeps the account. */
    public static final String BANK_BRANCH = "bank_branch";
    /** Of claims: the account into which is paid. */
    public static final String ACCOUNT = "account";

    private Names() {}
}

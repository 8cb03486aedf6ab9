package bankscore.intake.table;

/** What a rule that is asked of tables ends in: for a plan lists of exceptions must be there. */
public enum Plan {
    /** It places nothing. */
    NONE,
    /** A plan that nobody carries out. */
    SIMULATED,
    /** A plan. */
    REAL
}

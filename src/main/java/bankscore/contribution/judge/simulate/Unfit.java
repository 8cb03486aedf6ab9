package bankscore.contribution.judge.simulate;

/** Why a setting of a quarter's figures is refused; the words are under {@code simulation.refused.<name>}. */
enum Unfit {
    /** The register does not know the bank. */
    NO_BANK,
    /** No per-bank dataset has the column. */
    NO_COLUMN,
    /** The figure is computed from records. */
    OF_RECORDS,
    /** The period has no such fund to place. */
    NO_POOL,
    /** None of the words that may stand there. */
    NO_CHOICE
}

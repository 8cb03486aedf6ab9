package bankscore.office;

/** What comes of an attempt to decide: the next standing of the revision, or why it cannot be. */
public sealed interface Step permits Standing, Refusal {}

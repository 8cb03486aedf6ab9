package bankscore.office;

/** Why something cannot be decided; the words are under {@code refusal.<NAME>}. */
public enum Refusal implements Step {
    /** Who decides has to sign, and nobody did. */
    NOT_SIGNED,
    /** He has not the role that it takes. */
    ROLE,
    /** He does not sign on this day: not yet, or no longer. */
    NOT_VALID,
    /** He ran it, or somebody under the same user of the system did. */
    RAN_IT,
    /** Nobody knows who ran it: the user of the system is no person's. */
    RUNNER_UNKNOWN,
    /** He reviewed it, and the office wants another one to approve. */
    REVIEWED_IT,
    /** It is reviewed already. */
    ALREADY_REVIEWED,
    /** A return says why. */
    NO_WORDS,
    /** Nobody reviewed it, and the office wants that. */
    NOT_REVIEWED,
    /** It was returned. */
    RETURNED,
    /** It is approved; what was approved is not reviewed any more. */
    APPROVED,
    /** A later revision takes its place. */
    SUPERSEDED,
    /** Its approval was withdrawn: another revision of the period was approved instead. */
    WITHDRAWN
}

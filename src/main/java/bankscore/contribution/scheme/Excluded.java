package bankscore.contribution.scheme;

import bankscore.facts.Subject;

/**
 * A bank of the roster that is not assessed, and why.
 *
 * @param detail the opening date, the kind or the measure that the reason speaks of; empty if none
 */
public record Excluded(Subject bank, Reason reason, String detail) {

    /** Why; its words are under {@code excluded.<name>}. */
    public enum Reason {
        /** 是否考核 is 否. */
        NOT_ASSESSED,
        /** Not open long enough. */
        TOO_NEW,
        /** Its kind is not assessed. */
        KIND,
        /** 取消考核: the year's assessment is lost. */
        CANCELLED,
        /** It does not meet what the rule requires. */
        REQUIRED,
        /** A measure does not exist and the scheme excludes such banks. */
        NO_BASE
    }
}

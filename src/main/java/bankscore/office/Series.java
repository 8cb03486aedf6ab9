package bankscore.office;

import bankscore.exact.Period;

/**
 * The revisions of one rule in one jurisdiction: they are numbered, locked, approved and verified apart from those of every
 * other rule ({@code operations.md#rules}).
 *
 * @param rule the rule's id; empty: the rule that has the folders of the periods themselves
 */
public record Series(String jurisdiction, String rule) {

    /** Of the rule that has the folders of the periods themselves. */
    public static Series owner(String jurisdiction) {
        return new Series(jurisdiction, "");
    }

    /** What is locked by who works on a period of it. */
    public String subject(Period period) {
        return rule.isEmpty() ? period.toString() : period + " " + rule;
    }
}

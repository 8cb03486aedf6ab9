package bankscore.rule.say;

import bankscore.rule.Mark;

/**
 * What a rule says of one thing, in a sentence, for whoever signs it and does not know its file.
 *
 * @param name what it is about
 * @param clause of the document, as the file names it; empty if none is named
 */
public record RuleClause(String name, String clause, Mark mark, String text) {}

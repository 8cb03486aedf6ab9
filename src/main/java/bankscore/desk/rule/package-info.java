/**
 * The page 办法: a rule read as clauses with parameters and marks, what a version says otherwise, and a changed file proved.
 *
 * <p>Start at {@link bankscore.desk.rule.RulePage}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.desk.rule;

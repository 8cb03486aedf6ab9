/**
 * What every kind of rule is made of: formulas, measures, benchmarks, references, conditions, marks, their exact values,
 * and what can be proved wrong of them.
 *
 * <p>No method of scoring and no money lives here; an application's own words of the rule are in its own rooms.
 */
@org.jspecify.annotations.NullMarked
package bankscore.rule;

/**
 * What every kind of rule is made of: formulas, measures, benchmarks, marks, and their exact values.
 *
 * <p>No method of scoring and no money lives here; an application's own words of the rule are in its own rooms.
 */
@org.jspecify.annotations.NullMarked
package bankscore.rule;

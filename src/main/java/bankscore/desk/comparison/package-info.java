/**
 * The page 比较: what changed between two revisions, or between two versions of a rule, and why.
 *
 * <p>Start at {@link bankscore.desk.comparison.ComparisonPage}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.desk.comparison;

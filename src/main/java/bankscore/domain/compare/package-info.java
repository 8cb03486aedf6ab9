/**
 * What changed between two results, and why: split into causes that add up exactly.
 *
 * <p>Start at {@link bankscore.domain.compare.Comparer}. What-if questions are comparisons too.
 */
@org.jspecify.annotations.NullMarked
package bankscore.domain.compare;

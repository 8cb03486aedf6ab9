/**
 * From figures to points: measures, benchmarks, items, totals, ranks and shares, in the order of the rule.
 *
 * <p>Start at {@link bankscore.domain.score.Scorer}. Every result keeps what it was made of: figures with their places,
 * the unrounded value, the rounding, the clause.
 */
@org.jspecify.annotations.NullMarked
package bankscore.domain.score;

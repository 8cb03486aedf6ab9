/** From figures to points: every method by hand. */
@org.jspecify.annotations.NullMarked
package bankscore.domain.score;

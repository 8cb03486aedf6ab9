/**
 * What if: figures and parameters changed by name, and the same judgement once more.
 *
 * <p>Nothing is published and nothing stored.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.judge.simulate;

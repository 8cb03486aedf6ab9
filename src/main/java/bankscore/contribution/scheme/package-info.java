/**
 * The rule as types: who is assessed, items, allocation, and whether it is sound.
 *
 * <p>A scheme reads from top to bottom like its file; what its words compute stands in {@code method}, {@code score}
 * and {@code place}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.scheme;

/**
 * The sheets of the book, one class each.
 *
 * <p>What they show comes out of the result; formulas come from {@code cells}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.book.sheets;

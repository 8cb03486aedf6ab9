/**
 * The books: what was judged as a workbook, and two results beside each other.
 *
 * <p>{@code sheets} stand on {@code cells}, the books on both.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.book;

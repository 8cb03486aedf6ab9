/**
 * The same as Excel: measures, items and targets as live formulas, and where in the book they stand.
 *
 * <p>No sheet is laid out here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.book.cells;

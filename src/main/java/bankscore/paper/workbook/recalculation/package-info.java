/**
 * The formulas of a book evaluated once more, and compared with the values that its cells have.
 *
 * <p>Here lives POI's evaluating side; what a sheet is about is not known here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.paper.workbook.recalculation;

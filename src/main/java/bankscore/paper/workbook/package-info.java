/**
 * A printed workbook and its cells: grid, looks, styles, charts, addresses of cells, recalculation.
 *
 * <p>Here lives POI's writing side. What a sheet is about is not known here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.paper.workbook;

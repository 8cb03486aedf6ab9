/**
 * Excel 97-2003, read record by record.
 *
 * <p>Knows cells and limits only, never what a cell means.
 */
@org.jspecify.annotations.NullMarked
package bankscore.read.xls;

/**
 * What any workbook is: sheets, rows, number formats, damage, and what reading one may cost.
 *
 * <p>No format is known here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.read.file;

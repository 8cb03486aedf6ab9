/**
 * What any workbook is: sheets, rows, number formats, limits and damage.
 *
 * <p>No format is known here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.read.file;

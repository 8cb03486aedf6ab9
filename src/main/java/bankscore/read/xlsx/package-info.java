/**
 * Office Open XML: a package of parts and a pull reader of its sheets.
 *
 * <p>Knows cells and limits only, never what a cell means.
 */
@org.jspecify.annotations.NullMarked
package bankscore.read.xlsx;

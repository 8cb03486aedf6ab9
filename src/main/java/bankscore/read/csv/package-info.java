/**
 * CSV in the encodings of offices.
 *
 * <p>Knows cells and limits only, never what a cell means.
 */
@org.jspecify.annotations.NullMarked
package bankscore.read.csv;

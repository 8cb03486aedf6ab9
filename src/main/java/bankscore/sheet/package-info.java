/**
 * What a cell is: its place, its value as the file holds it, its row.
 *
 * <p>No meaning of a cell lives here, and no file format; {@code read} makes cells, {@code intake} understands them.
 */
@org.jspecify.annotations.NullMarked
package bankscore.sheet;

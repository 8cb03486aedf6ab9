/**
 * What arrived: the folder of a period, and workbooks opened by their content, whatever their names.
 *
 * <p>Here lives POI's reading side, below in a room for each format. Hostile and damaged files are refused here;
 * what a cell means is not known.
 */
@org.jspecify.annotations.NullMarked
package bankscore.read;

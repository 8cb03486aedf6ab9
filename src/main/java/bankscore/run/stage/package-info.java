/**
 * Rows are read, understood and stored, many at a time, ahead of each other.
 *
 * <p>What a row means is decided in {@code intake}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.run.stage;

/**
 * A row below a recognised header becomes facts and findings.
 *
 * <p>One row at a time, with the register beside it; what only a whole table tells is in {@code table}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.intake.row;

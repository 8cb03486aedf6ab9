/**
 * Whole tables against each other, against the register and against earlier periods: what one cell alone cannot
 * tell.
 *
 * <p>No file and no rule is read here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.intake.table;

/**
 * Whole tables against each other and against the register, and in a room of its own against earlier periods: what one
 * cell alone cannot tell.
 *
 * <p>No file and no rule is read here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.intake.table;

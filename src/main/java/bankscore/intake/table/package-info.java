/**
 * Whole tables against each other and against the register: what one cell alone cannot tell. Here is what must be there
 * and what totals and published figures say; in rooms of their own what was staged, figures of the wrong size, figures in
 * the wrong place, and what earlier periods say.
 *
 * <p>No file and no rule is read here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.intake.table;

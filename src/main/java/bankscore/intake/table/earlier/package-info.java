/**
 * Whole tables held against what earlier periods published: sizes, running totals, opening balances, what was handed in again,
 * columns in each other's place, the register. It knows the tables above; they do not know it.
 */
@NullMarked
package bankscore.intake.table.earlier;

import org.jspecify.annotations.NullMarked;

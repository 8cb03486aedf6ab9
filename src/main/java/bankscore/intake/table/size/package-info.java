/** Figures that are too large or too small for what they stand beside: a unit mistaken, a column short of digits. */
@org.jspecify.annotations.NullMarked
package bankscore.intake.table.size;

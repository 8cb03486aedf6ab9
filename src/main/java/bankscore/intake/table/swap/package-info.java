/** Figures in the wrong place: two columns or rows exchanged, rows moved up or down by one. */
@org.jspecify.annotations.NullMarked
package bankscore.intake.table.swap;

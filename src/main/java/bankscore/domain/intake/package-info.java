/**
 * From cells to figures: how a sheet is recognised by its header and how a row becomes staged figures and findings.
 *
 * <p>Pure Java: the cells come from the room {@code read}, whatever the format of the file was. What a sheet may hold is
 * told by {@link bankscore.domain.intake.Dataset}, from {@code config/datasets}. A new column or a new per-bank dataset
 * needs no line of Java.
 */
@org.jspecify.annotations.NullMarked
package bankscore.domain.intake;

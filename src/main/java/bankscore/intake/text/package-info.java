/**
 * What a text says: a number, a day, a period, a unit, a heading, a kind of line.
 *
 * <p>One text at a time; no sheet and no dataset is known here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.intake.text;

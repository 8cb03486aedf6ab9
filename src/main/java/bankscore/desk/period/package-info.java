/**
 * 期间: files in, what was understood of them, what was found, reasons, check and run.
 *
 * <p>Start at {@link bankscore.desk.period.PeriodPage}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.desk.period;

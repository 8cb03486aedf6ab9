/**
 * The run of a period that every application shares: lock, recovery, what is new, the job, what is told.
 *
 * <p>Start at {@link bankscore.run.RunPeriod}. No rule, no cell and no SQL lives here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.run;

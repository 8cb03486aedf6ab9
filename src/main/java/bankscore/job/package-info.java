/**
 * The job: from the quarter's spreadsheets to a published plan.
 *
 * <p>Start at {@link bankscore.job.QuarterJob}, which reads as a table of contents; {@link bankscore.job.QuarterRun} is
 * what happens around it: the lock, recovery, what is new. Here lives Spring Batch; no rule, no cell and no SQL.
 */
@org.jspecify.annotations.NullMarked
package bankscore.job;

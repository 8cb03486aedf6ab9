/**
 * The run of a period that every application shares: lock, recovery, what is new, the job, what is told.
 *
 * <p>Start at {@link bankscore.run.RunPeriod}; what an application must be able to do is {@link
 * bankscore.run.Application}, and fronts find each by its kind of rules in {@link bankscore.run.Applications}. No rule, no cell and no SQL lives here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.run;

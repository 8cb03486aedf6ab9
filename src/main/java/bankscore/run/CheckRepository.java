package bankscore.run;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * The job repository of one check, which keeps no history.
 *
 * <p>Spring Batch's own of that kind numbers every execution from 1, yet the contexts of steps are kept by number for the
 * whole process: two checks at once, or a check beside a run, would take each other's. The numbers here are negative, which
 * those of a database never are, and drawn by lot; what a check stages stands under its own until it ends.
 */
final class CheckRepository implements JobRepository {

    /** How many steps a check may have: their numbers follow its own. */
    private static final long STEPS = 0xFFFF;

    private final long number = (UUID.randomUUID().getMostSignificantBits() & ~STEPS) | Long.MIN_VALUE;

    /** The number of the instance and of its execution; no other check and no run has it. */
    long number() {
        return number;
    }

    @Override
    public JobInstance createJobInstance(String jobName, JobParameters parameters) {
        return new JobInstance(number, jobName);
    }

    @Override
    public JobExecution createJobExecution(JobInstance instance, JobParameters parameters, ExecutionContext context) {
        return new JobExecution(number, instance, parameters);
    }

    @Override
    public StepExecution createStepExecution(String stepName, JobExecution execution) {
        StepExecution step =
                new StepExecution(number + 1 + execution.getStepExecutions().size(), stepName, execution);
        execution.addStepExecution(step);
        return step;
    }

    @Override
    public @Nullable JobInstance getJobInstance(String jobName, JobParameters parameters) {
        return null;
    }

    @Override
    public @Nullable JobExecution getLastJobExecution(String jobName, JobParameters parameters) {
        return null;
    }

    @Override
    public @Nullable StepExecution getLastStepExecution(JobInstance instance, String stepName) {
        return null;
    }

    @Override
    public long getStepExecutionCount(JobInstance instance, String stepName) {
        return 0;
    }

    @Override
    public void update(JobExecution execution) {
        execution.setLastUpdated(LocalDateTime.now(ZoneId.systemDefault()));
    }

    @Override
    public void update(StepExecution step) {
        step.setLastUpdated(LocalDateTime.now(ZoneId.systemDefault()));
    }

    @Override
    public void updateExecutionContext(JobExecution execution) {
        execution.getExecutionContext().clearDirtyFlag();
    }

    @Override
    public void updateExecutionContext(StepExecution step) {
        step.getExecutionContext().clearDirtyFlag();
    }
}

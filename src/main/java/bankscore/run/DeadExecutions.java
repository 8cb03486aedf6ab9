package bankscore.run;

import bankscore.store.database.OpenExecutions;
import bankscore.store.database.RunLock;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Executions that nobody works on any more, for the lock is the caller's: killed ones still count as running, and of others
 * nobody knows the end, since the database went away before it could be told. All are ended as failed, so that the next
 * start goes on with them.
 */
public final class DeadExecutions {

    private static final Logger LOG = LoggerFactory.getLogger(DeadExecutions.class);

    private final JobRepository repository;
    private final OpenExecutions open;
    private final TransactionTemplate transaction;
    private final RunLock lock;
    private final Clock clock;

    /**
     * @param lock that of the period whose executions are ended; who lost it meanwhile ends none
     * @param clock says when they ended
     */
    public DeadExecutions(Engine engine, RunLock lock, Clock clock) {
        this.repository = engine.repository();
        this.open = new OpenExecutions(engine.dataSource());
        this.transaction = new TransactionTemplate(engine.transactions());
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * Ends those of a job.
     *
     * @param ours whether an execution with such parameters is one that the lock is for
     * @return whether there was any
     * @throws RunLock.Lost if the lock is no longer held
     */
    public boolean end(String job, Predicate<JobParameters> ours) {
        return end(open.of(job), ours);
    }

    /**
     * Ends those of a job whose steps others work on, and their steps, of which each may be open where the execution is not.
     *
     * @param ours as above; nobody works on one of their steps any more
     * @return whether there was any
     * @throws RunLock.Lost if the lock is no longer held
     */
    public boolean endPartitioned(String job, Predicate<JobParameters> ours) {
        return end(open.withOpenSteps(job), ours);
    }

    private boolean end(List<Long> numbers, Predicate<JobParameters> ours) {
        boolean any = false;
        for (long number : numbers) {
            JobExecution execution = repository.getJobExecution(number);
            if (execution != null && ours.test(execution.getJobParameters())) {
                LOG.info("recovery: execution {} was {}", number, execution.getStatus());
                transaction.executeWithoutResult(status -> {
                    lock.hold();
                    end(execution);
                });
                any = true;
            }
        }
        return any;
    }

    private void end(JobExecution execution) {
        LocalDateTime now = LocalDateTime.now(clock);
        for (StepExecution step : execution.getStepExecutions()) {
            if (step.getStatus().isRunning() || step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.FAILED);
                step.setExitStatus(ExitStatus.FAILED);
                step.setEndTime(now);
                repository.update(step);
            }
        }
        execution.setStatus(BatchStatus.FAILED);
        execution.setExitStatus(ExitStatus.FAILED);
        execution.setEndTime(now);
        repository.update(execution);
    }
}

package bankscore.run.request;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** One line for each step of the job: what, how many, how long. Names and figures of banks never go into a line. */
public final class StepLog implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(StepLog.class);

    private final Progress progress;
    private long began;
    private String counted = "nothing counted";

    /** @param progress is told that the step begins */
    public StepLog(Progress progress) {
        this.progress = progress;
    }

    /** Remembers what the step counted, such as {@code 17 banks}, until it ends. */
    public void count(String what) {
        counted = what;
    }

    /** The time since a moment of {@link System#nanoTime()}. */
    public static String since(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000 + " ms";
    }

    @Override
    public void beforeStep(StepExecution step) {
        began = System.nanoTime();
        progress.begins(Progress.Stage.of(step.getStepName()));
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        LOG.info(
                "{}: {}, {}, {}",
                step.getStepName(),
                counted,
                step.getExitStatus().getExitCode(),
                since(began));
        return step.getExitStatus();
    }
}

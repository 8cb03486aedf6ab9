package bankscore.run;

import java.util.function.Function;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * A step whose parts are made when it starts, of what it is about: runs that share a job share none of them.
 *
 * @param again whether it is done again by a start that finds it done
 * @param maker makes the step that does the work, of the same name
 */
public record StepAtStart(String name, boolean again, Function<StepExecution, Step> maker) implements Step {

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isAllowStartIfComplete() {
        return again;
    }

    @Override
    public void execute(StepExecution execution) throws JobInterruptedException {
        maker.apply(execution).execute(execution);
    }
}

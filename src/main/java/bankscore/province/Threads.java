package bankscore.province;

import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** This process works on the counties, on some at once. */
public final class Threads implements Spread {

    @Override
    public void withdraw() {
        // They ended with the process that had them.
    }

    @Override
    public void prepare(ProvinceParameters about, Counties counties) {
        // The folders are here.
    }

    @Override
    public PartitionHandler handler(Step county, int counties, int atOnce) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(county.getName() + "-");
        threads.setConcurrencyLimit(atOnce);
        TaskExecutorPartitionHandler handler = new TaskExecutorPartitionHandler();
        handler.setStep(county);
        handler.setGridSize(counties);
        handler.setTaskExecutor(threads);
        return handler;
    }

    @Override
    public boolean isElsewhere() {
        return false;
    }
}

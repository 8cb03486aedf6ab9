package bankscore.province;

import bankscore.run.Applications;
import bankscore.run.Engine;
import bankscore.run.StepTransaction;
import bankscore.run.request.Installation;
import java.io.IOException;
import java.util.function.Consumer;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.TransactionDefinition;

/** The step of one county: a partition is told its name, what it goes by and of which version the program is, as strings. */
public final class CountyStep {

    static final String NAME = "county";

    private static final String DIGEST = "digest";
    private static final String VERSION = "version";

    private CountyStep() {}

    /** Where the folders of a county are for whoever works on it. */
    @FunctionalInterface
    public interface Place {

        /** The parameters by which its folders are found here. */
        ProvinceParameters of(ProvinceParameters about, String county) throws IOException;
    }

    /**
     * The step.
     *
     * @param watcher is told how far the province is whenever a county begins
     */
    public static Step of(
            Engine engine,
            Applications applications,
            Installation installation,
            Place place,
            Consumer<Headway> watcher) {
        CountyWork work = new CountyWork(
                engine,
                applications,
                installation,
                states -> watcher.accept(Headway.of(states.tallies(), states.running())));
        // The work has transactions of its own, as every run has.
        StepTransaction none = new StepTransaction(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        return new StepBuilder(NAME, engine.repository())
                .tasklet(
                        (contribution, context) -> {
                            StepExecution step = contribution.getStepExecution();
                            String county = county(step);
                            ProvinceParameters about =
                                    ProvinceParameters.of(step.getJobExecution().getJobParameters(), installation);
                            contribution.setExitStatus(work.on(here(work, place, about, county), county));
                            return RepeatStatus.FINISHED;
                        },
                        engine.transactions())
                .transactionAttribute(none)
                .build();
    }

    /** A county whose folders cannot be had fails like any other. */
    private static ProvinceParameters here(CountyWork work, Place place, ProvinceParameters about, String county)
            throws IOException {
        try {
            return place.of(about, county);
        } catch (IOException | RuntimeException e) {
            work.failed(about, county, e);
            throw e;
        }
    }

    /** What a partition is told. */
    static ExecutionContext told(String county, String digest, Installation installation) {
        ExecutionContext told = new ExecutionContext();
        told.putString(NAME, county);
        told.putString(DIGEST, digest);
        told.putString(VERSION, installation.version());
        return told;
    }

    /** The county of a partition. */
    public static String county(StepExecution partition) {
        return partition.getExecutionContext().getString(NAME);
    }

    /** The version of the program that made a partition. */
    public static String version(StepExecution partition) {
        return partition.getExecutionContext().getString(VERSION, "");
    }
}

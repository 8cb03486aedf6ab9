package bankscore.province;

import bankscore.contribution.Program;
import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.office.Caller;
import bankscore.office.CountyState;
import bankscore.office.CountyState.End;
import bankscore.office.CountyState.Work;
import bankscore.office.Holder;
import bankscore.run.Engine;
import bankscore.run.StepTransaction;
import bankscore.run.request.Installation;
import bankscore.run.request.RunFolders;
import bankscore.store.province.ProvinceStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.TransactionDefinition;

/**
 * The job of a province whose counties have nothing to do: each is listed, becomes a partition, is noted to run and to have
 * ended, and that is all. What is left is the engine's own.
 */
public final class EmptyCounties {

    private EmptyCounties() {}

    /** Arguments: how many counties, a folder for the database. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> digests = IntStream.range(0, Integer.parseInt(arguments[0]))
                .mapToObj(county -> "县" + county)
                .collect(Collectors.toMap(Function.identity(), Sha256::of));
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Caller caller = Program.caller("province");
        Installation installation = Installation.of(Program.CLOCK, "bench");
        ProvinceParameters about = new ProvinceParameters(
                "省",
                "rule",
                "digest",
                1,
                new ProvinceRequest(Period.parse("2022Q4").orElseThrow(), Optional.empty(), false, 1, false, caller),
                new RunFolders(folder, folder, folder),
                folder);
        try (Engine engine = Engine.start(folder, Optional.empty(), Map.of(), Holder.of(caller))) {
            ProvinceStore states = new ProvinceStore(
                    engine.dataSource(), about.province(), about.rule(), about.request().period());
            states.replace(
                    digests.keySet().stream()
                            .sorted()
                            .map(county -> CountyState.waiting(county, county))
                            .toList(),
                    digests);
            Job job = new ProvinceJob(
                            engine.repository(),
                            engine.transactions(),
                            installation,
                            new NothingToDo(digests, nothing(engine, states)))
                    .job();
            engine.register(job);
            JobExecution ended = engine.operator().start(job, about.asJobParameters());
            int done = Headway.of(states.tallies(), List.of()).count(End.NOTHING_NEW);
            if (ended.getStatus() != BatchStatus.COMPLETED || done != digests.size()) {
                throw new IllegalStateException(ended + " " + states.tallies());
            }
        }
    }

    /** What the step of a county does, without the county's run. */
    private static Step nothing(Engine engine, ProvinceStore states) {
        return new StepBuilder(CountyStep.NAME, engine.repository())
                .tasklet(
                        (contribution, context) -> {
                            CountyState running = states.of(CountyStep.county(contribution.getStepExecution()))
                                    .to(End.RUNNING, new Work("here", "", 0, ""));
                            states.note(running);
                            states.noteIfStill(running.to(End.NOTHING_NEW, new Work("here", "", 0, "")));
                            return RepeatStatus.FINISHED;
                        },
                        engine.transactions())
                .transactionAttribute(new StepTransaction(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
                .build();
    }

    private record NothingToDo(Map<String, String> digests, Step county) implements ProvinceJob.Parts {

        @Override
        public Map<String, String> digests(ProvinceParameters about) {
            return digests;
        }

        @Override
        public PartitionHandler handler(ProvinceParameters about, int counties) {
            return new Threads().handler(county, counties, about.request().atOnce());
        }

        @Override
        public boolean report(ProvinceParameters about) {
            return true;
        }
    }
}

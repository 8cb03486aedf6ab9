package bankscore.run;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.Program;
import bankscore.machine.ProgramProcess;
import bankscore.office.Revision;
import bankscore.run.request.RunOutcome;
import bankscore.run.request.RunOutcome.End;
import bankscore.run.request.RunRequest;
import bankscore.store.RunLock;
import bankscore.store.Stores;
import bankscore.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** What a killed run leaves behind is put right by the next start. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RecoveryTest {

    @Parameter
    private TestDatabase database = TestDatabase.H2;

    private static final String PERIOD = "2022Q1";

    @TempDir
    Path folder = Path.of("");

    @Test
    void an_instance_without_an_execution_is_removed() throws Exception {
        try (Program program = program()) {
            JobRepository repository = program.engine().repository();
            JobInstance orphan = repository.createJobInstance(jobName(program), parameters());

            RunOutcome outcome = program.run(PERIOD);

            assertThat(outcome.end()).isEqualTo(End.PUBLISHED);
            assertThat(outcome.recovered()).isTrue();
            assertThat(repository.findJobInstances(jobName(program)))
                    .extracting(JobInstance::getInstanceId)
                    .doesNotContain(orphan.getInstanceId());
        }
    }

    @Test
    void an_execution_that_still_counts_as_running_is_ended() throws Exception {
        try (Program program = program()) {
            JobRepository repository = program.engine().repository();
            JobInstance instance = repository.createJobInstance(jobName(program), parameters());
            JobExecution dead = repository.createJobExecution(instance, parameters(), new ExecutionContext());
            dead.setStatus(BatchStatus.STARTED);
            repository.update(dead);

            RunOutcome outcome = program.run(PERIOD);

            assertThat(outcome.end()).isEqualTo(End.PUBLISHED);
            assertThat(outcome.recovered()).isTrue();
            assertThat(repository.findRunningJobExecutions(jobName(program))).isEmpty();
        }
    }

    @Test
    void a_revision_noted_but_not_in_place_is_forgotten_and_published_anew() throws Exception {
        try (Program program = program()) {
            Stores stores = Stores.of(program.engine().dataSource(), "上饶市");
            Revision begun = new Revision(
                    program.request(PERIOD).period(),
                    1,
                    false,
                    77,
                    "i",
                    "CODE0000",
                    "s",
                    "r",
                    "m",
                    "2023-01-01T00:00Z");
            stores.revisions().begin(begun);
            Path beside = program.output().resolve(PERIOD).resolve(".publishing-r1");
            Files.createDirectories(beside);
            Files.writeString(beside.resolve("result.json"), "half");

            RunOutcome outcome = program.run(PERIOD);

            assertThat(outcome.end()).isEqualTo(End.PUBLISHED);
            assertThat(outcome.revision()).isEqualTo(1);
            assertThat(outcome.recovered()).isTrue();
            assertThat(names(program.output().resolve(PERIOD))).containsExactly("r1");
        }
    }

    @Test
    void a_revision_in_place_but_not_finished_is_finished() throws Exception {
        try (Program program = program()) {
            program.run(PERIOD);
            byte[] result = Files.readAllBytes(result(program.output()));
            Stores stores = Stores.of(program.engine().dataSource(), "上饶市");
            Revision published =
                    stores.revisions().latest(program.request(PERIOD).period()).orElseThrow();
            unfinish(program);

            RunOutcome outcome = program.run(PERIOD);

            assertThat(outcome.end()).isEqualTo(End.NOTHING_NEW);
            assertThat(outcome.recovered()).isTrue();
            assertThat(stores.revisions().latest(published.period())).contains(published);
            assertThat(Files.readAllBytes(result(program.output()))).isEqualTo(result);
            assertThat(stores.history().all())
                    .allMatch(link -> link.holds())
                    .extracting(link -> link.entry().outcome())
                    .containsExactly("published", "published", "recovered", "nothing_new");
        }
    }

    /** Or the next run would take them for a dead one's, and lose its own to the one before. */
    @Test
    void the_copies_of_a_run_are_gone_before_its_lock_is() throws Exception {
        try (Program program = program()) {
            Path work = program.output().resolve(".work").resolve(PERIOD);
            FutureTask<RunOutcome> run = new FutureTask<>(() -> program.run(PERIOD));
            new Thread(run).start();
            while (!run.isDone() && !Files.exists(work)) {
                Thread.onSpinWait();
            }
            Optional<RunLock> next = Optional.empty();
            while (next.isEmpty()) {
                next = RunLock.tryTake(program.engine().dataSource(), "上饶市", PERIOD);
            }

            boolean left = Files.exists(work);

            next.get().close();
            assertThat(run.get().end()).isEqualTo(End.PUBLISHED);
            assertThat(left).isFalse();
        }
    }

    /** The real program as a process, killed with SIGKILL when a folder appears. */
    @Test
    void a_killed_run_is_finished_by_the_next_one_as_if_nothing_had_happened_also_after_a_check() throws Exception {
        kill("2022Q1/.publishing-r1", 0);
    }

    /** The delay goes further into the run. */
    @ParameterizedTest
    @Tag("long")
    @CsvSource({".work, 0", ".work, 700", "2022Q1/.publishing-r1, 300"})
    void so_it_is_at_other_instants(String appears, int later) throws Exception {
        kill(appears, later);
    }

    private void kill(String appears, int later) throws Exception {
        Path undisturbed = folder.resolve("undisturbed");
        try (Program program = new Program(Path.of("input"), undisturbed, database)) {
            program.run(PERIOD);
        }
        Path output = folder.resolve("killed");
        Path sign = output.resolve(appears);
        Process killed = start("run", output);
        while (killed.isAlive() && !Files.exists(sign)) {
            killed.waitFor(5, TimeUnit.MILLISECONDS);
        }
        killed.waitFor(later, TimeUnit.MILLISECONDS);
        killed.destroyForcibly().waitFor();

        assertThat(start("check", output).waitFor()).isZero();
        assertThat(start("run", output).waitFor()).isZero();

        assertThat(Files.readAllBytes(result(output))).isEqualTo(Files.readAllBytes(result(undisturbed)));
        assertThat(names(output.resolve(PERIOD))).containsExactly("r1");
        assertThat(names(output)).doesNotContain(".work");
    }

    private Program program() throws Exception {
        return new Program(Path.of("input"), folder.resolve("output"), database);
    }

    private Process start(String command, Path output) throws IOException {
        List<String> line = new ArrayList<>(List.of(command, PERIOD, "--quiet", "--output", output.toString()));
        database.url(output).ifPresent(url -> line.addAll(List.of("--db", url)));
        return ProgramProcess.ofThisBuild()
                .in(TestDatabase.credentials())
                .start(line)
                .process();
    }

    private static void unfinish(Program program) throws Exception {
        try (var connection = program.engine().dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE revision SET state = 'publishing'");
        }
    }

    private static String jobName(Program program) throws Exception {
        RunRequest request = program.request(PERIOD);
        return RunPeriod.jobName(request, Program.configuration(request), true);
    }

    private static JobParameters parameters() {
        return new JobParametersBuilder().addString("identity", "of a dead run").toJobParameters();
    }

    private static Path result(Path output) {
        return output.resolve(PERIOD).resolve("r1").resolve("result.json");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}

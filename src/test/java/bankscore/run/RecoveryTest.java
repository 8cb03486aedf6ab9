package bankscore.run;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.Program;
import bankscore.contribution.SmallQuarter;
import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.machine.ProgramProcess;
import bankscore.office.Holder;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.run.request.RunOutcome.NothingNew;
import bankscore.run.request.RunOutcome.Published;
import bankscore.store.Stores;
import bankscore.store.TestDatabase;
import bankscore.store.database.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
@Tag("attack")
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RecoveryTest {

    @Parameter
    private TestDatabase database = TestDatabase.H2;

    private static final String PERIOD = "2022Q1";
    private static final String JOB = "contribution";

    @TempDir
    Path folder = Path.of("");

    @Test
    void an_instance_without_an_execution_does_not_stop_the_run_that_it_was_made_for() throws Exception {
        JobParameters same;
        try (Program undisturbed = new Program(input(), folder.resolve("undisturbed"))) {
            undisturbed.run(PERIOD);
            same = lastExecution(undisturbed).getJobParameters();
        }
        try (Program program = program()) {
            JobRepository repository = program.engine().repository();
            JobInstance orphan = repository.createJobInstance(JOB, same);

            assertThat(program.run(PERIOD).end()).isEqualTo(Published.class);

            assertThat(repository.findJobInstances(JOB))
                    .extracting(JobInstance::getInstanceId)
                    .hasSize(1)
                    .doesNotContain(orphan.getInstanceId());
        }
    }

    @Test
    void an_execution_that_still_counts_as_running_is_ended_and_one_of_another_period_is_not() throws Exception {
        try (Program program = program()) {
            JobRepository repository = program.engine().repository();
            running(repository, JOB, parameters(PERIOD));
            JobExecution alive = running(repository, JOB, parameters("2022Q2"));

            EndedRun outcome = program.run(PERIOD);

            assertThat(outcome.end()).isEqualTo(Published.class);
            assertThat(outcome.recovered()).isTrue();
            assertThat(repository.findRunningJobExecutions(JOB))
                    .extracting(JobExecution::getId)
                    .containsExactly(alive.getId());
        }
    }

    /** Until then each period and jurisdiction had a job of its own. */
    @Test
    void a_run_that_an_older_version_began_is_begun_anew_and_what_it_published_stays() throws Exception {
        try (Program program = program()) {
            JobRepository repository = program.engine().repository();
            Stores stores = Stores.of(program.engine().dataSource(), Series.owner("上饶市"));
            // The first 8 hex digits of the digest of 上饶市.
            String older = "quarter-2022Q1-" + Sha256.of("上饶市").substring(0, 8);
            long dead = running(repository, older, parameters(PERIOD)).getJobInstanceId();
            stores.staging()
                    .instances()
                    .begin(dead, Series.owner("上饶市"), program.request(PERIOD).period());
            stores.staging().sheets().addCells(dead, 1, 5);
            JobExecution done = running(
                    repository,
                    older,
                    new JobParametersBuilder()
                            .addString("identity", "published")
                            .toJobParameters());
            done.setStatus(BatchStatus.COMPLETED);
            done.setEndTime(LocalDateTime.of(2023, 1, 1, 0, 0));
            repository.update(done);

            EndedRun outcome = program.run(PERIOD);

            assertThat(outcome.end()).isEqualTo(Published.class);
            assertThat(outcome.recovered()).isTrue();
            assertThat(repository.findJobInstances(older))
                    .extracting(JobInstance::getInstanceId)
                    .containsExactly(done.getJobInstanceId());
            assertThat(stores.staging().sheets().cells(dead)).isZero();
        }
    }

    /** Earlier versions noted a revision first, and published it when its folder was in place. */
    @Test
    void a_revision_noted_but_not_in_place_is_forgotten_and_published_anew() throws Exception {
        try (Program program = program()) {
            Stores stores = Stores.of(program.engine().dataSource(), Series.owner("上饶市"));
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
            stores.revisions().add(begun);
            Path beside = program.output().resolve(PERIOD).resolve(".publishing-r1");
            Files.createDirectories(beside);
            Files.writeString(beside.resolve("result.json"), "half");

            EndedRun outcome = program.run(PERIOD);

            assertThat(outcome.end()).isEqualTo(Published.class);
            assertThat(outcome.revision()).isEqualTo(1);
            assertThat(outcome.recovered()).isTrue();
            assertThat(names(program.output().resolve(PERIOD))).containsExactly("r1", "r1-回执.docx", "r1-回执.json");
        }
    }

    @Test
    void a_revision_in_place_but_not_finished_is_finished() throws Exception {
        try (Program program = program()) {
            program.run(PERIOD);
            byte[] result = Files.readAllBytes(result(program.output()));
            Stores stores = Stores.of(program.engine().dataSource(), Series.owner("上饶市"));
            Revision published =
                    stores.revisions().latest(program.request(PERIOD).period()).orElseThrow();
            unfinish(program);

            EndedRun outcome = program.run(PERIOD);

            assertThat(outcome.end()).isEqualTo(NothingNew.class);
            assertThat(outcome.recovered()).isTrue();
            assertThat(stores.revisions().latest(published.period())).contains(published);
            assertThat(Files.readAllBytes(result(program.output()))).isEqualTo(result);
            assertThat(stores.history().all())
                    .allMatch(link -> link.holds())
                    .extracting(link -> link.entry().outcome())
                    .containsExactly("published", "published", "recovered", "nothing_new");
        }
    }

    /** It is the database that says what is published; also if the next run is about something else. */
    @Test
    void a_revision_published_but_not_in_place_is_put_into_place() throws Exception {
        try (Program program = program()) {
            program.run(PERIOD);
            byte[] result = Files.readAllBytes(result(program.output()));
            Path period = program.output().resolve(PERIOD);
            Files.move(period.resolve("r1"), period.resolve(".publishing-r1-left"));
            Files.delete(period.resolve(".publishing-r1-left").resolve("result.json"));
            Files.createDirectories(period.resolve(".publishing-r2-left"));

            EndedRun outcome = program.run(PERIOD);

            assertThat(outcome.end()).isEqualTo(NothingNew.class);
            assertThat(outcome.recovered()).isTrue();
            assertThat(Files.readAllBytes(result(program.output()))).isEqualTo(result);
            assertThat(names(period)).contains("r1").noneMatch(name -> name.startsWith("."));
        }
    }

    /** Or the next run would take them for a dead one's, and lose its own to the one before. */
    @Test
    void the_copies_of_a_run_are_gone_before_its_lock_is() throws Exception {
        try (Program program = program()) {
            Path work = program.output().resolve(".work").resolve(PERIOD);
            FutureTask<EndedRun> run = new FutureTask<>(() -> program.run(PERIOD));
            new Thread(run).start();
            while (!run.isDone() && !Files.exists(work)) {
                Thread.onSpinWait();
            }
            Optional<RunLock> next = Optional.empty();
            while (next.isEmpty()) {
                next = RunLock.tryTake(program.engine().dataSource(), "上饶市", PERIOD, Holder.of(Program.caller("test")));
            }

            boolean left = Files.exists(work);

            next.get().close();
            assertThat(run.get().end()).isEqualTo(Published.class);
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
        while (killed.isAlive() && !appeared(sign)) {
            killed.waitFor(5, TimeUnit.MILLISECONDS);
        }
        killed.waitFor(later, TimeUnit.MILLISECONDS);
        killed.destroyForcibly().waitFor();

        assertThat(start("check", output).waitFor()).isZero();
        assertThat(start("run", output).waitFor()).isZero();

        assertThat(Files.readAllBytes(result(output))).isEqualTo(Files.readAllBytes(result(undisturbed)));
        assertThat(names(output.resolve(PERIOD))).containsExactly("r1", "r1-回执.docx", "r1-回执.json");
        assertThat(names(output)).doesNotContain(".work");
    }

    /** Whether something is there whose name begins so. */
    private static boolean appeared(Path sign) throws IOException {
        Path place = Objects.requireNonNull(sign.getParent());
        return Files.isDirectory(place)
                && names(place).stream()
                        .anyMatch(name -> name.startsWith(sign.getFileName().toString()));
    }

    private Path input() throws Exception {
        Path input = folder.resolve("input");
        if (Files.notExists(input)) {
            new SmallQuarter(new Period(2022, 1)).write(input);
        }
        return input;
    }

    private Program program() throws Exception {
        return new Program(input(), folder.resolve("output"), database);
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

    private static JobExecution running(JobRepository repository, String job, JobParameters parameters) {
        JobInstance instance = repository.createJobInstance(job, parameters);
        JobExecution execution = repository.createJobExecution(instance, parameters, new ExecutionContext());
        execution.setStatus(BatchStatus.STARTED);
        execution.setStartTime(LocalDateTime.of(2023, 1, 1, 0, 0));
        repository.update(execution);
        return execution;
    }

    private static JobExecution lastExecution(Program program) {
        JobRepository repository = program.engine().repository();
        return Objects.requireNonNull(
                repository.getLastJobExecution(Objects.requireNonNull(repository.getLastJobInstance(JOB))));
    }

    private static JobParameters parameters(String period) {
        return new JobParametersBuilder()
                .addString("jurisdiction", "上饶市")
                .addString("period", period)
                .addString("identity", "of a dead run")
                .toJobParameters();
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

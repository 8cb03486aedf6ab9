package bankscore.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.contribution.Program;
import bankscore.machine.FolderCopy;
import bankscore.office.Holder;
import bankscore.run.request.Progress;
import bankscore.run.request.RunOutcome.Clean;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.request.RunRequest;
import bankscore.store.TestDatabase;
import bankscore.store.database.RunLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One job for all periods and jurisdictions: it is found by its name and told by its parameters what it is about. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class JobByNameTest {

    @Parameter
    private TestDatabase database = TestDatabase.H2;

    private static final String PERIOD = "2022Q1";
    private static final String JOB = "contribution";

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_run_that_failed_is_restarted_by_its_id_in_another_process_and_goes_on_where_it_stopped() throws Exception {
        long failed;
        try (Program program = program()) {
            failsWhilePublishing(program);
            failed = last(program).getId();
        }
        try (Program program = program()) {
            program.periods();
            JobRepository repository = program.engine().repository();

            JobExecution again =
                    program.engine().operator().restart(Objects.requireNonNull(repository.getJobExecution(failed)));

            assertThat(again.getStatus()).isEqualTo(BatchStatus.COMPLETED);
            assertThat(again.getStepExecutions())
                    .extracting(StepExecution::getStepName)
                    .containsExactly("take", "recognise", "judge", "publish");
            assertThat(names("output/2022Q1")).containsExactly("r1", "r1-回执.docx", "r1-回执.json");
            assertThat(folder.resolve("output/.work")).doesNotExist();
            // It lets go of the lock, and what it published is the latest.
            assertThat(program.run(PERIOD).revision()).isEqualTo(1);
        }
        try (Program undisturbed = new Program(Path.of("input"), folder.resolve("undisturbed"))) {
            undisturbed.run(PERIOD);
        }
        assertThat(Files.readAllBytes(folder.resolve("output/2022Q1/r1/result.json")))
                .isEqualTo(Files.readAllBytes(folder.resolve("undisturbed/2022Q1/r1/result.json")));
    }

    @Test
    void a_restart_whose_input_is_another_publishes_nothing() throws Exception {
        FolderCopy.of(Path.of("input", PERIOD), folder.resolve("input").resolve(PERIOD));
        try (Program program = new Program(folder.resolve("input"), folder.resolve("output"), database)) {
            failsWhilePublishing(program);
            Files.writeString(folder.resolve("input/2022Q1/税务局/补充.csv"), "银行名称,上缴税收\n");

            JobExecution again = program.engine().operator().restart(last(program));

            assertThat(again.getStatus()).isEqualTo(BatchStatus.FAILED);
            assertThat(again.getAllFailureExceptions())
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .isEqualTo("input, configuration or program are not what the run began with");
            assertThat(folder.resolve("output/2022Q1/r1")).doesNotExist();
            assertThat(folder.resolve("output/.work")).doesNotExist();
        }
    }

    @Test
    void a_scheduler_starts_it_by_its_name_with_period_jurisdiction_and_folders() throws Exception {
        try (Program program = program()) {
            program.periods();
            Job job = Objects.requireNonNull(program.engine().jobs().getJob(JOB));
            JobParameters parameters = new JobParametersBuilder()
                    .addString("jurisdiction", "上饶市")
                    .addString("period", PERIOD)
                    .addString("config", "config")
                    .addString("input", "input")
                    .addString("output", folder.resolve("output").toString())
                    .toJobParameters();
            try (RunLock held = RunLock.tryTake(
                            program.engine().dataSource(), "上饶市", PERIOD, Holder.of(Program.caller("test")))
                    .orElseThrow()) {
                assertThat(held).isNotNull();
                JobExecution refused = program.engine().operator().start(job, parameters);
                assertThat(refused.getStatus()).isEqualTo(BatchStatus.FAILED);
            }

            JobExecution started = program.engine().operator().start(job, parameters);

            assertThat(started.getStatus()).isEqualTo(BatchStatus.COMPLETED);
            assertThat(names("output/2022Q1")).containsExactly("r1", "r1-回执.docx", "r1-回执.json");
            assertThat(program.run(PERIOD).revision()).isEqualTo(1);
        }
    }

    @Test
    void its_counters_count_rows() throws Exception {
        try (Program program = program()) {
            program.run(PERIOD);

            StepExecution stage = Objects.requireNonNull(program.engine()
                    .repository()
                    .getLastStepExecution(last(program).getJobInstance(), "stage"));

            // The rows below the headers of the sample's sheets, but those of the register.
            assertThat(stage.getReadCount()).isEqualTo(1653);
            assertThat(stage.getWriteCount()).isEqualTo(1653);
        }
    }

    @Test
    void a_check_leaves_neither_an_instance_nor_a_row() throws Exception {
        try (Program program = program()) {
            assertThat(program.check(PERIOD).end()).isEqualTo(Clean.class);

            JdbcClient client = JdbcClient.create(program.engine().dataSource());
            for (String table : List.of(
                    "BATCH_JOB_INSTANCE", "BATCH_JOB_EXECUTION", "run_instance", "staged_figure", "staged_sheet")) {
                assertThat(client.sql("SELECT COUNT(*) FROM " + table)
                                .query(Integer.class)
                                .single())
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void two_periods_run_at_once_in_one_process_and_neither_disturbs_the_other() throws Exception {
        try (Program alone = new Program(Path.of("input"), folder.resolve("alone"))) {
            alone.run(PERIOD);
        }
        try (Program program = program()) {
            program.periods();
            FutureTask<EndedRun> other = new FutureTask<>(() -> program.run("2022Q3"));
            new Thread(other).start();

            EndedRun one = program.run(PERIOD);

            assertThat(one.end()).isEqualTo(Published.class);
            assertThat(other.get().end()).isEqualTo(Published.class);
            assertThat(program.engine().repository().findJobInstances(JOB))
                    .extracting(JobInstance::getJobName)
                    .containsExactly(JOB, JOB);
            assertThat(Files.readAllBytes(folder.resolve("output/2022Q1/r1/result.json")))
                    .isEqualTo(Files.readAllBytes(folder.resolve("alone/2022Q1/r1/result.json")));
            assertThat(Program.json(folder.resolve("output/2022Q3/r1/result.json"))
                            .path("period")
                            .asString())
                    .isEqualTo("2022Q3");
        }
    }

    private Program program() throws Exception {
        return new Program(Path.of("input"), folder.resolve("output"), database);
    }

    private static void failsWhilePublishing(Program program) throws Exception {
        RunRequest asked = program.request(PERIOD);
        RunRequest failing = new RunRequest(
                asked.period(), asked.schemeId(), asked.strict(), asked.folders(), asked.caller(), new Progress() {
                    @Override
                    public void begins(Stage stage) {
                        if (stage == Stage.PUBLISH) {
                            throw new IllegalStateException("stopped on purpose");
                        }
                    }

                    @Override
                    public void reached(long rows, int permille) {}
                });
        assertThatThrownBy(() -> program.run(failing)).hasStackTraceContaining("stopped on purpose");
    }

    private static JobExecution last(Program program) {
        JobRepository repository = program.engine().repository();
        return Objects.requireNonNull(
                repository.getLastJobExecution(Objects.requireNonNull(repository.getLastJobInstance(JOB))));
    }

    private List<String> names(String below) throws Exception {
        try (var files = Files.list(folder.resolve(below))) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}

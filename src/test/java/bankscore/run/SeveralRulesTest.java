package bankscore.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import bankscore.contribution.ContributionJob;
import bankscore.contribution.Program;
import bankscore.contribution.SmallQuarter;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.load.ConfigFolder;
import bankscore.machine.FolderCopy;
import bankscore.office.DocumentNumber;
import bankscore.office.Series;
import bankscore.rule.Rule;
import bankscore.run.aid.Aid;
import bankscore.run.aid.AidRule;
import bankscore.run.publish.Slips;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions;
import bankscore.run.request.Installation;
import bankscore.run.request.Progress;
import bankscore.run.request.RunFolders;
import bankscore.run.request.RunOutcome.NothingNew;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.request.RunOutcome.Restored;
import bankscore.run.request.RunRequest;
import bankscore.run.revisions.Approvals;
import bankscore.run.revisions.History;
import bankscore.run.revisions.Verification;
import bankscore.run.take.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two rules of two kinds on one folder of configuration, one input, one database and one history. */
class SeveralRulesTest {

    private static final Period PERIOD = new Period(2022, 4);
    private static final Installation INSTALLATION = new Installation(Program.WORDS, Program.CLOCK, "test");

    @TempDir
    Path folder = Path.of("");

    private final Aid aid = new Aid();
    private Optional<Program> open = Optional.empty();
    private Optional<RunPeriod<AidRule>> ofAid = Optional.empty();

    /** Scores of banks, and half of each bank's heating bill. */
    @BeforeEach
    void an_office_with_two_rules() throws Exception {
        FolderCopy.of(Path.of("config"), config());
        write("config/schemes/heating-1.yaml", """
                kind: aid
                scheme: heating-1
                rule: heating
                title: 取暖补助
                in_force: {from: 2022-01-01, to: 2022-06-30}
                share: 0.5
                """);
        write("config/datasets/bills.yaml", """
                dataset: bills
                name: 取暖费
                sender: 民政局
                rows: bank
                presence: if_used
                columns:
                  - {id: bank, name: 用户, headings: [用户], kind: bank, identifying: true}
                  - {id: bill, name: 取暖费, headings: [取暖费], kind: money, identifying: true}
                """);
        new SmallQuarter(PERIOD).write(folder.resolve("input"));
        write("input/2022Q4/取暖费.csv", "单位：万元,\n用户,取暖费\n工商银行,0.3\n招商银行,0.2\n浙商银行,0.1\n农发行,0.4\n");
        start();
    }

    @AfterEach
    void stop() {
        open.ifPresent(Program::close);
    }

    @Test
    void each_publishes_into_its_own_folder_and_the_rule_that_the_settings_name_has_the_bare_one() throws Exception {
        EndedRun first = heating();
        assertThat(first.end()).isEqualTo(Published.class);
        // The last version of an aid stands after its end, and nobody picked it by hand.
        assertThat(first.findings()).extracting(PrintedFinding::code).doesNotContain(Code.W311);
        assertThat(names("2022Q4")).containsExactly("heating");

        assertThat(banks("shangrao").end()).isEqualTo(Published.class);

        assertThat(names("2022Q4")).containsExactly("heating", "r1", "r1-回执.docx", "r1-回执.json");
        assertThat(names("2022Q4/heating")).containsExactly("r1", "r1-回执.docx", "r1-回执.json");
        assertThat(Files.readString(output().resolve("2022Q4/heating/r1/list.txt")))
                .isEqualTo("B001 0.15\nB002 0.1\nB003 0.05\nB004 0.2\n");
        assertThat(heating().end()).isEqualTo(NothingNew.class);
        assertThat(banks("shangrao").end()).isEqualTo(NothingNew.class);
        assertThat(Slips.read(output().resolve("2022Q4/heating/r1-回执.json"))
                        .orElseThrow()
                        .rule())
                .isEqualTo("heating");
    }

    @Test
    void who_has_the_bare_folder_is_settled_once_whatever_the_settings_name_later() throws Exception {
        banks("shangrao");
        name("heating");

        EndedRun later = banks("shangrao");
        assertThat(later.folder()).isEqualTo(output().resolve("2022Q4/r2"));
        assertThat(heating().folder()).isEqualTo(output().resolve("2022Q4/heating/r1"));

        // A rule without a kind that is named only now comes too late.
        assertThat(series("another").of("another", "")).isEqualTo(new Series("上饶市", "another"));
        // Earlier versions did not write it down: their revisions keep the rule that published them.
        sql("DELETE FROM folder_owner");
        assertThat(series("another").of("another", "")).isEqualTo(new Series("上饶市", "another"));
        assertThat(series("another").of("shangrao", "")).isEqualTo(Series.owner("上饶市"));
        // One that published in a folder of its own stays there, though it is named now and nobody has the bare one.
        assertThat(series("heating").of("heating", "")).isEqualTo(new Series("上饶市", "heating"));
    }

    @Test
    void a_rule_of_another_kind_never_gets_the_bare_folder() throws Exception {
        name("heating");

        assertThat(heating().folder()).isEqualTo(output().resolve("2022Q4/heating/r1"));
        assertThat(banks("shangrao").folder()).isEqualTo(output().resolve("2022Q4/shangrao/r1"));
    }

    @Test
    void what_is_approved_of_one_rule_is_not_of_the_other_and_both_hold() throws Exception {
        banks("shangrao");
        heating();
        Faces faces = faces();

        Approvals.Recorded recorded = faces.of(Optional.of("heating"))
                .approvals(output())
                .record(new Approvals.Asked(
                        PERIOD,
                        1,
                        DocumentNumber.read("饶府字〔2023〕1号").orElseThrow(),
                        LocalDate.of(2023, 1, 10),
                        false,
                        Optional.empty(),
                        Program.caller("approve")));

        assertThat(recorded.end()).isEqualTo(Approvals.End.APPROVED);
        assertThat(names("2022Q4")).doesNotContain("r1-批准回执.docx");
        assertThat(names("2022Q4/heating")).contains("r1-批准回执.docx");
        assertThat(banks("shangrao").end()).isEqualTo(NothingNew.class);
        for (String rule : List.of("shangrao", "heating")) {
            Verification verification = faces.of(Optional.of(rule)).verification(output());
            Verification.Named named =
                    verification.byPeriod(PERIOD, Optional.empty()).orElseThrow();
            assertThat(named.approval().isPresent()).isEqualTo(rule.equals("heating"));
            assertThat(verification
                            .verify(named, Program.caller("verify"))
                            .orElseThrow()
                            .differences())
                    .as(rule)
                    .isEmpty();
        }
        // One chain, and each entry says whose it is.
        History history = faces.history();
        assertThat(history.lines())
                .extracting(History.Line::rule, History.Line::outcome, History.Line::detail, History.Line::holds)
                .containsExactly(
                        tuple("", "published", "", true),
                        tuple("heating", "published", "", true),
                        tuple("heating", "approved", "饶府字〔2023〕1号 2023-01-10", true),
                        tuple("", "nothing_new", "", true),
                        tuple("", "verified", "", true),
                        tuple("heating", "verified", "", true));
        assertThat(history.lines())
                .extracting(History.Line::code)
                .doesNotContain("")
                .hasSize(6);

        // A paper's code finds the rule; so does a rule whose files are gone.
        String code = history.lines().get(1).code();
        Files.delete(config().resolve("schemes/heating-1.yaml"));
        assertThat(faces().published())
                .extracting(
                        face -> face.series().rule(),
                        face -> face.verification(output()).byCode(code).size())
                .containsExactly(tuple("", 0), tuple("heating", 1));
        assertThat(faces().of(Optional.of("heating")).series().rule()).isEqualTo("heating");

        // An approval or entry that is made one of the other rule's is found out.
        sql("UPDATE approval SET rule = ''");
        assertThat(differences("shangrao")).contains("approval");
        sql("UPDATE approval SET rule = 'heating'");
        sql("UPDATE history SET rule = '' WHERE seq = 2");
        assertThat(differences("shangrao")).contains("chain");
    }

    @Test
    void a_damaged_folder_is_written_again_and_the_other_rules_is_left_alone() throws Exception {
        banks("shangrao");
        heating();
        Files.writeString(output().resolve("2022Q4/r1/result.json"), "{}");
        Files.writeString(output().resolve("2022Q4/heating/r1/list.txt"), "B001 9\n");

        assertThat(heating().end()).isEqualTo(Restored.class);

        assertThat(Files.readString(output().resolve("2022Q4/heating/r1/list.txt")))
                .startsWith("B001 0.15\n");
        assertThat(Files.readString(output().resolve("2022Q4/r1/result.json"))).isEqualTo("{}");
        assertThat(banks("shangrao").end()).isEqualTo(Restored.class);
    }

    @Test
    void a_run_that_failed_is_put_right_by_its_own_rule_and_restarted_by_its_id() throws Exception {
        assertThatThrownBy(() -> periods().run(request(new StopsBeforePapers()), ofHeating()))
                .hasStackTraceContaining("stopped on purpose");

        assertThat(banks("shangrao").recovered()).isFalse();
        stop();
        start();
        periods();
        assertThat(restarted("aid")).isEqualTo(BatchStatus.COMPLETED);
        assertThat(names("2022Q4/heating")).containsExactly("r1", "r1-回执.docx", "r1-回执.json");
        assertThat(output().resolve(".work")).doesNotExist();
        assertThat(heating().end()).isEqualTo(NothingNew.class);
    }

    /** Its version, input and configuration are the same whichever rule the settings name: what was asked for tells. */
    @Test
    void a_restart_of_a_rule_that_the_settings_do_not_name_stays_with_that_rule() throws Exception {
        banks("shangrao");
        name("heating");
        Configuration<Scheme> asked = of("shangrao", new ContributionJob());
        assertThatThrownBy(() -> program().periods().run(request(new StopsBeforePapers()), asked))
                .hasStackTraceContaining("stopped on purpose");

        assertThat(restarted("contribution")).isEqualTo(BatchStatus.COMPLETED);

        assertThat(names("2022Q4")).contains("r1", "r2").doesNotContain("heating");
        assertThat(banks("shangrao").end()).isEqualTo(NothingNew.class);
    }

    @Test
    void two_rules_of_one_period_run_at_once() throws Exception {
        periods();
        FutureTask<EndedRun> other = new FutureTask<>(this::heating);
        new Thread(other).start();

        assertThat(banks("shangrao").end()).isEqualTo(Published.class);
        assertThat(other.get().end()).isEqualTo(Published.class);
        assertThat(faces().history().lines()).allMatch(History.Line::holds).hasSize(2);
    }

    @Test
    void a_question_that_a_rules_application_does_not_answer_is_missing() throws Exception {
        heating();
        Questions questions = faces().of(Optional.of("heating")).questions();

        assertThat(questions
                        .explain(new Questions.Asked(PERIOD, Optional.empty()), Optional.empty())
                        .all()
                        .get(0)
                        .title())
                .startsWith("B001 0.15\n");
        Missing missing = catchThrowableOfType(Missing.class, () -> questions.due(PERIOD, faces().office()));
        assertThat(missing.kind()).isEqualTo(Missing.Kind.QUESTION);
        assertThat(missing.name()).isEqualTo("bankscore due");
    }

    /** Fails when everything is judged and nothing published. */
    private static final class StopsBeforePapers implements Progress {

        @Override
        public void begins(Stage stage) {
            if (stage == Stage.PUBLISH) {
                throw new IllegalStateException("stopped on purpose");
            }
        }

        @Override
        public void reached(long rows, int permille) {}
    }

    /** How the last execution of a job ends when it is started again by its id. */
    private BatchStatus restarted(String job) throws Exception {
        JobRepository repository = program().engine().repository();
        JobInstance instance = Objects.requireNonNull(repository.getLastJobInstance(job));
        return program()
                .engine()
                .operator()
                .restart(Objects.requireNonNull(repository.getLastJobExecution(instance)))
                .getStatus();
    }

    private void start() throws Exception {
        open = Optional.of(new Program(folder.resolve("input"), output()));
        ofAid = Optional.empty();
    }

    private Program program() {
        return open.orElseThrow();
    }

    private RunPeriod<AidRule> periods() {
        RunPeriod<AidRule> periods =
                ofAid.orElseGet(() -> new RunPeriod<>(program().engine(), aid, INSTALLATION));
        ofAid = Optional.of(periods);
        return periods;
    }

    private EndedRun heating() throws Exception {
        return new EndedRun(periods().run(request(Progress.SILENT), ofHeating()));
    }

    private Configuration<AidRule> ofHeating() throws Exception {
        return of("heating", aid);
    }

    private EndedRun banks(String rule) throws Exception {
        return new EndedRun(program().periods().run(request(Progress.SILENT), of(rule, new ContributionJob())));
    }

    private <R extends Rule> Configuration<R> of(String rule, Application<R> application) throws Exception {
        return Configuration.load(
                new ConfigFolder(config()), PERIOD, Optional.of(rule), Optional.empty(), application.rules());
    }

    private RunRequest request(Progress progress) {
        return new RunRequest(PERIOD, Optional.empty(), false, folders(), Program.caller("run 2022Q4"), progress);
    }

    private RunFolders folders() {
        return new RunFolders(config(), folder.resolve("input"), output());
    }

    private Faces faces() throws Exception {
        return new Faces(
                new Applications(List.of(new ContributionJob(), aid)),
                Office.of(folders(), false),
                program().engine(),
                INSTALLATION);
    }

    private List<String> differences(String rule) throws Exception {
        Verification verification = faces().of(Optional.of(rule)).verification(output());
        return verification
                .verify(verification.byPeriod(PERIOD, Optional.empty()).orElseThrow(), Program.caller("verify"))
                .orElseThrow()
                .differences()
                .stream()
                .map(Verification.Difference::key)
                .toList();
    }

    private RuleSeries series(String named) {
        return new RuleSeries(program().engine().dataSource(), "上饶市", named);
    }

    private void sql(String statement) {
        JdbcClient.create(program().engine().dataSource()).sql(statement).update();
    }

    /** Names another rule in the settings. */
    private void name(String rule) throws Exception {
        Path settings = config().resolve("bankscore.yaml");
        Files.writeString(settings, Files.readString(settings).replace("rule: shangrao", "rule: " + rule));
    }

    private Path config() {
        return folder.resolve("config");
    }

    private Path output() {
        return folder.resolve("output");
    }

    private List<String> names(String place) throws Exception {
        try (Stream<Path> files = Files.list(output().resolve(place))) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}

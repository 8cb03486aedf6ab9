package bankscore.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import bankscore.contribution.Program;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.finding.PrintedFinding;
import bankscore.intake.Dataset;
import bankscore.load.ConfigFolder;
import bankscore.load.dataset.DatasetLoader;
import bankscore.load.rule.RuleShelf;
import bankscore.office.Holder;
import bankscore.office.People;
import bankscore.office.Series;
import bankscore.rule.Rule;
import bankscore.run.aid.Aid;
import bankscore.run.aid.AidRule;
import bankscore.run.request.Installation;
import bankscore.run.request.Progress;
import bankscore.run.request.RunFolders;
import bankscore.run.request.RunOutcome.Clean;
import bankscore.run.request.RunOutcome.NothingNew;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.request.RunOutcome.Stopped;
import bankscore.run.request.RunRequest;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Remembered;
import bankscore.run.revisions.Verification;
import bankscore.run.revisions.Verification.Recomputed;
import bankscore.run.take.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run knows no banks: here households are paid half of what they pay for heating. */
class AidTest {

    private static final Period PERIOD = new Period(2022, 4);

    @TempDir
    Path folder = Path.of("");

    private final Aid aid = new Aid();

    @BeforeEach
    void anOfficeWithTwoHouseholds() throws Exception {
        write("config/bankscore.yaml", "rule: aid\njurisdiction: 某县\n");
        write("config/schemes/aid-1.yaml", """
                kind: aid
                scheme: aid-1
                rule: aid
                title: 取暖补助
                in_force: {from: 2022-01-01, to: 2022-06-30}
                share: 0.5
                """);
        write("config/datasets/households.yaml", """
                dataset: households
                name: 住户名册
                sender: 民政局
                rows: register
                subjects: true
                presence: required
                columns:
                  - {id: code, name: 户号, headings: [户号], kind: code, identifying: true}
                  - {id: name, name: 户主, headings: [户主], kind: name, identifying: true}
                """);
        write("config/datasets/bills.yaml", """
                dataset: bills
                name: 取暖费
                sender: 民政局
                rows: bank
                presence: required
                columns:
                  - {id: bank, name: 住户, headings: [住户], kind: bank, identifying: true}
                  - {id: bill, name: 取暖费, headings: [取暖费], kind: money, identifying: true}
                """);
        write("input/2022Q4/民政局/名册.csv", "户号,户主\n一,张三\n二,李四\n");
        write("input/2022Q4/民政局/取暖费.csv", "单位：万元,\n住户,取暖费\n张三,0.3\n李四,0.25\n");
    }

    @Test
    void half_of_each_bill_is_published_and_comes_out_again() throws Exception {
        try (Engine engine = engine()) {
            RunPeriod<AidRule> periods = periods(engine);

            assertThat(run(periods).end()).isEqualTo(Published.class);

            Path revision = folder.resolve("output/2022Q4/aid/r1");
            // 0.3 / 2 and 0.25 / 2.
            assertThat(Files.readString(revision.resolve("list.txt"))).isEqualTo("一 0.15\n二 0.125\n");
            assertThat(Program.parse(Files.readAllBytes(revision.resolve("result.json"))))
                    .isEqualTo(Map.of("paid", Map.of("一", "0.15", "二", "0.125")));
            assertThat(run(periods).end()).isEqualTo(NothingNew.class);
            Series series = new Series("某县", "aid");
            Verification verification = new Verification(
                    engine.dataSource(),
                    series,
                    folder.resolve("output"),
                    aid.recomputation(new PublishedRevisions<>(
                            engine.dataSource(), series, Program.WORDS, aid.rules(), new Remembered())),
                    People.NONE);
            Verification.Verified verified = verification
                    .verify(verification.byPeriod(PERIOD, Optional.empty()).orElseThrow(), Program.caller("verify"))
                    .orElseThrow();
            assertThat(verified.differences()).isEmpty();
            assertThat(verified.recomputed()).isEqualTo(Recomputed.SAME);
        }
    }

    @Test
    void a_household_without_a_bill_stops_the_run() throws Exception {
        write("input/2022Q4/民政局/取暖费.csv", "单位：万元,\n住户,取暖费\n张三,0.3\n");
        try (Engine engine = engine()) {
            RunPeriod<AidRule> periods = periods(engine);

            EndedRun stopped = run(periods);

            assertThat(stopped.end()).isEqualTo(Stopped.class);
            assertThat(stopped.findings())
                    .extracting(PrintedFinding::code, PrintedFinding::subject)
                    .contains(tuple(Code.E206, "李四"));
            assertThat(folder.resolve("output/2022Q4/aid/findings/问题清单.xlsx")).exists();
        }
    }

    @Test
    void rules_of_several_businesses_lie_in_one_folder_and_each_reads_its_own() throws Exception {
        Path rules = folder.resolve("config/schemes");
        Files.copy(Path.of("config/schemes/shangrao-2022.yaml"), rules.resolve("shangrao-2022.yaml"));
        List<Dataset> datasets = DatasetLoader.load(new ConfigFolder(Path.of("config")).in("datasets"));

        assertThat(RuleShelf.load(rules, datasets, SchemeLoader::load).all())
                .extracting(Rule::id)
                .containsExactly("shangrao-2022");
        assertThat(RuleShelf.load(rules, List.of(), aid.rules()).all())
                .extracting(Rule::id)
                .containsExactly("aid-1");

        // The last version of an aid stands when it is no longer in force; before the first there is none.
        assertThat(RuleShelf.load(rules, List.of(), aid.rules())
                        .inForce("aid", new Period(2023, 1))
                        .id())
                .isEqualTo("aid-1");
        assertThat(refused(() -> RuleShelf.load(rules, List.of(), aid.rules()).inForce("aid", new Period(2021, 4))))
                .containsExactly("2021Q4");

        // A kind that nobody reads stops whoever asks for its rule, and nobody else.
        write("config/schemes/aid-2.yaml", "kind: aids\nrule: aid\nscheme: aid-2\n");
        RuleShelf<Scheme> ofBanks = RuleShelf.load(rules, datasets, SchemeLoader::load);
        RuleShelf<AidRule> ofAid = RuleShelf.load(rules, List.of(), aid.rules());
        assertThat(ofBanks.inForce("shangrao", PERIOD).id()).isEqualTo("shangrao-2022");
        assertThat(refused(() -> ofAid.inForce("aid", PERIOD))).containsExactly("aids");
        assertThat(refused(() -> ofBanks.byId("aid-2"))).containsExactly("aids");
    }

    private static List<String> refused(ThrowingCallable loading) {
        return catchThrowableOfType(ConfigException.class, loading).problems().stream()
                .map(ConfigProblem::text)
                .toList();
    }

    /** Two applications on one database: each job is found by its own name. */
    @Test
    void its_job_stands_beside_the_one_of_the_banks() throws Exception {
        try (Program program = new Program(Path.of("input"), folder.resolve("output"))) {
            program.periods();
            RunPeriod<AidRule> periods = periods(program.engine());

            assertThat(program.engine().jobs().getJobNames()).contains("aid", "contribution");
            assertThat(run(periods).end()).isEqualTo(Published.class);
            assertThat(program.check("2022Q1").end()).isEqualTo(Clean.class);
        }
    }

    private Engine engine() throws Exception {
        return Engine.start(
                Files.createDirectories(folder.resolve("output")),
                Optional.empty(),
                Map.of(),
                Holder.of(Program.caller("aid")));
    }

    private RunPeriod<AidRule> periods(Engine engine) {
        return new RunPeriod<>(engine, aid, new Installation(Program.WORDS, Program.CLOCK, "test"));
    }

    private EndedRun run(RunPeriod<AidRule> periods) throws Exception {
        Path config = folder.resolve("config");
        RunRequest request = new RunRequest(
                PERIOD,
                Optional.empty(),
                false,
                new RunFolders(config, folder.resolve("input"), folder.resolve("output")),
                Program.caller("run 2022Q4"),
                Progress.SILENT);
        return new EndedRun(periods.run(request, Configuration.load(config, PERIOD, Optional.empty(), aid.rules())));
    }

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}

package bankscore.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.contribution.Program;
import bankscore.contribution.SmallQuarter;
import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.office.Holder;
import bankscore.run.request.Digests;
import bankscore.run.request.JobFailure;
import bankscore.run.request.RunOutcome.Clean;
import bankscore.run.request.RunOutcome.Locked;
import bankscore.run.request.RunOutcome.NothingNew;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.request.RunOutcome.Restored;
import bankscore.run.request.RunOutcome.Stopped;
import bankscore.run.request.RunRequest;
import bankscore.run.revisions.Verification;
import bankscore.store.HistoryStore;
import bankscore.store.TestDatabase;
import bankscore.store.database.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Folder in, folder out: the job with its database, through the job operator. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RunPeriodTest {

    @Parameter
    private TestDatabase database = TestDatabase.H2;

    private static final String PERIOD = "2022Q4";
    private static final String TAX = SmallQuarter.TAX;

    @TempDir
    Path folder = Path.of("");

    private Path input = Path.of("");
    private Path output = Path.of("");

    @BeforeEach
    void writeTheQuarter() throws Exception {
        input = folder.resolve("input");
        output = folder.resolve("output");
        // A bound of the tax bands: one figure to be verified, no error.
        new SmallQuarter(new Period(2022, 4)).set(TAX, "税收", "B6", 3000).write(input);
    }

    @Test
    void a_quarter_is_published_whole_and_nothing_stays_beside_it() throws Exception {
        try (Program program = program()) {
            EndedRun outcome = program.run(PERIOD);

            assertThat(outcome.end()).isEqualTo(Published.class);
            assertThat(outcome.revision()).isEqualTo(1);
            assertThat(names(output.resolve(PERIOD))).containsExactly("r1", "r1-回执.docx", "r1-回执.json");
            assertThat(names(output.resolve(PERIOD).resolve("r1")))
                    .containsExactly("manifest.json", "report.html", "result.json", "考核结果.xlsx", "资金调拨方案.docx");
            for (JsonNode published : Program.json(file(1, "manifest.json")).path("files")) {
                String name = published.path("name").asString();
                assertThat(published.path("sha256").asString()).as(name).isEqualTo(Digests.of(file(1, name)));
            }
        }
    }

    @Test
    void a_withdrawal_is_published_verified_and_restored_as_a_file_of_its_own() throws Exception {
        new SmallQuarter(new Period(2022, 4))
                .set(TAX, "税收", "B6", 3000)
                .set(SmallQuarter.RISK, "风险", "C2", "收回")
                .write(input);
        try (Program program = program()) {
            program.run(PERIOD);

            assertThat(Program.json(file(1, "manifest.json")).path("files").findValuesAsString("name"))
                    .containsExactly("考核结果.xlsx", "资金调拨方案.docx", "收回建议.docx", "report.html", "result.json");
            byte[] letter = Files.readAllBytes(file(1, "收回建议.docx"));
            Files.delete(file(1, "收回建议.docx"));
            Verification verification = program.face("上饶市").verification(output);
            Verification.Named revision =
                    verification.byPeriod(new Period(2022, 4), Optional.empty()).orElseThrow();
            assertThat(verification
                            .verify(revision, Program.caller("verify 2022Q4"))
                            .orElseThrow()
                            .differences())
                    .containsExactly(new Verification.Difference(
                            "missing", file(1, "收回建议.docx").toString()));

            assertThat(program.run(PERIOD).end()).isEqualTo(Restored.class);

            assertThat(Files.readAllBytes(file(1, "收回建议.docx"))).isEqualTo(letter);
            assertThat(verification
                            .verify(revision, Program.caller("verify 2022Q4"))
                            .orElseThrow()
                            .differences())
                    .isEmpty();
        }
    }

    @Test
    void the_same_again_is_nothing_new_and_a_change_is_a_new_revision_also_back_to_the_first() throws Exception {
        try (Program program = program()) {
            byte[] original = Files.readAllBytes(input.resolve(PERIOD).resolve(TAX));
            program.run(PERIOD);

            assertThat(program.run(PERIOD).end()).isEqualTo(NothingNew.class);

            edit(TAX, 3, 1, 12_345_678);
            EndedRun changed = program.run(PERIOD);
            assertThat(changed.end()).isEqualTo(Published.class);
            assertThat(changed.revision()).isEqualTo(2);

            Files.write(input.resolve(PERIOD).resolve(TAX), original);
            EndedRun back = program.run(PERIOD);
            assertThat(back.end()).isEqualTo(Published.class);
            assertThat(back.revision()).isEqualTo(3);
            assertThat(withoutRevision(3)).isEqualTo(withoutRevision(1)).isNotEqualTo(withoutRevision(2));
        }
    }

    /** The database went away before the end of a run and of its last step could be told. */
    @Test
    void a_run_that_nobody_knows_the_end_of_is_gone_on_with() throws Exception {
        try (Program program = program()) {
            Path inTheWay = Files.createDirectories(output).resolve(PERIOD);
            Files.writeString(inTheWay, "no folder");
            assertThatThrownBy(() -> program.run(PERIOD)).isInstanceOf(JobFailure.class);
            Files.delete(inTheWay);
            JdbcClient client = JdbcClient.create(program.engine().dataSource());
            assertThat(client.sql("UPDATE batch_job_execution SET status = 'UNKNOWN'")
                            .update())
                    .isEqualTo(1);
            assertThat(client.sql("UPDATE batch_step_execution SET status = 'UNKNOWN' WHERE status = 'FAILED'")
                            .update())
                    .isEqualTo(1);

            EndedRun outcome = program.run(PERIOD);

            assertThat(outcome.end()).isEqualTo(Published.class);
            assertThat(outcome.revision()).isEqualTo(1);
            assertThat(outcome.recovered()).isTrue();
            assertThat(client.sql("SELECT status FROM batch_job_execution ORDER BY job_execution_id")
                            .query(String.class)
                            .list())
                    .containsExactly("FAILED", "COMPLETED");
        }
    }

    @Test
    void two_programs_make_the_same_result_byte_for_byte() throws Exception {
        try (Program program = program()) {
            program.run(PERIOD);
        }
        Path other = folder.resolve("other");
        try (Program program = new Program(input, other, database)) {
            program.run(PERIOD);
        }
        assertThat(Files.readAllBytes(other.resolve(PERIOD).resolve("r1").resolve("result.json")))
                .isEqualTo(Files.readAllBytes(file(1, "result.json")));
    }

    @Test
    void a_damaged_revision_is_written_again_as_it_was() throws Exception {
        try (Program program = program()) {
            program.run(PERIOD);
            byte[] page = Files.readAllBytes(file(1, "report.html"));
            Files.writeString(file(1, "report.html"), "changed");
            Files.delete(file(1, "result.json"));

            EndedRun outcome = program.run(PERIOD);

            assertThat(outcome.end()).isEqualTo(Restored.class);
            assertThat(outcome.revision()).isEqualTo(1);
            assertThat(Files.readAllBytes(file(1, "report.html"))).isEqualTo(page);
            assertThat(file(1, "result.json")).exists();
        }
    }

    @Test
    void an_error_stops_the_run_every_time_until_it_is_mended() throws Exception {
        try (Program program = program()) {
            byte[] original = Files.readAllBytes(input.resolve(PERIOD).resolve(TAX));
            edit(TAX, 3, 1, "约一千万");

            for (int time = 0; time < 2; time++) {
                EndedRun stopped = program.run(PERIOD);
                assertThat(stopped.end()).isEqualTo(Stopped.class);
                assertThat(errors(stopped)).containsExactly("E201 " + TAX + " 税收 B4");
                assertThat(names(output.resolve(PERIOD))).containsExactly("findings");
                assertThat(names(output.resolve(PERIOD).resolve("findings"))).contains("findings.json", "问题清单.xlsx");
            }

            Files.write(input.resolve(PERIOD).resolve(TAX), original);
            assertThat(program.run(PERIOD).end()).isEqualTo(Published.class);
            assertThat(names(output.resolve(PERIOD))).containsExactly("r1", "r1-回执.docx", "r1-回执.json");
        }
    }

    @Test
    void a_strict_run_stops_at_what_has_no_reason_and_an_ordinary_one_goes_on() throws Exception {
        try (Program program = program()) {
            RunRequest strict = program.request(PERIOD, Path.of("config"), true);

            assertThat(program.run(strict).end()).isEqualTo(Stopped.class);
            assertThat(program.run(PERIOD).end()).isEqualTo(Published.class);
        }
    }

    @Test
    void a_check_between_two_stopped_runs_changes_nothing() throws Exception {
        try (Program program = program()) {
            edit(TAX, 3, 1, "约一千万");
            List<String> first = errors(program.run(PERIOD));
            assertThat(errors(program.check(PERIOD))).isEqualTo(first);
            assertThat(errors(program.run(PERIOD))).isEqualTo(first);

            assertThat(program.run(program.request(PERIOD, Path.of("config"), true))
                            .end())
                    .isEqualTo(Stopped.class);
            assertThat(errors(program.run(PERIOD))).isEqualTo(first);
        }
    }

    @Test
    void an_error_that_was_mended_and_comes_back_is_found_as_before() throws Exception {
        try (Program program = program()) {
            edit(TAX, 3, 1, "约一千万");
            byte[] one = Files.readAllBytes(input.resolve(PERIOD).resolve(TAX));
            List<String> first = errors(program.run(PERIOD));
            edit(TAX, 4, 1, "约二千万");
            assertThat(errors(program.run(PERIOD))).hasSize(2);
            Files.write(input.resolve(PERIOD).resolve(TAX), one);

            assertThat(errors(program.run(PERIOD))).isEqualTo(first);
        }
    }

    @Test
    void a_return_to_what_is_published_removes_the_findings_and_strict_still_stops() throws Exception {
        try (Program program = program()) {
            byte[] original = Files.readAllBytes(input.resolve(PERIOD).resolve(TAX));
            program.run(PERIOD);
            edit(TAX, 3, 1, "约一千万");
            program.run(PERIOD);
            Files.write(input.resolve(PERIOD).resolve(TAX), original);

            assertThat(program.run(PERIOD).end()).isEqualTo(NothingNew.class);
            assertThat(names(output.resolve(PERIOD))).containsExactly("r1", "r1-回执.docx", "r1-回执.json");
            assertThat(program.run(program.request(PERIOD, Path.of("config"), true))
                            .end())
                    .isEqualTo(Stopped.class);
        }
    }

    @Test
    void a_lost_database_never_writes_over_a_published_revision() throws Exception {
        try (Program program = program()) {
            program.run(PERIOD);
        }
        byte[] published = Files.readAllBytes(file(1, "result.json"));
        database.lose(output);
        edit(TAX, 3, 1, 12_345_678);
        try (Program program = program()) {
            EndedRun outcome = program.run(PERIOD);

            assertThat(outcome.end()).isEqualTo(Published.class);
            assertThat(outcome.revision()).isEqualTo(2);
            assertThat(Files.readAllBytes(file(1, "result.json"))).isEqualTo(published);
        }
    }

    @Test
    void a_missing_dataset_comes_first_and_alone() throws Exception {
        Files.delete(input.resolve(PERIOD).resolve(TAX));
        edit("饶企云.xlsx", 1, 1, "无法统计");
        try (Program program = program()) {
            EndedRun stopped = program.run(PERIOD);

            assertThat(stopped.findings()).extracting(PrintedFinding::code).containsExactly(Code.E110);
        }
    }

    @Test
    void a_check_publishes_nothing_and_leaves_nothing_staged() throws Exception {
        try (Program program = program()) {
            EndedRun outcome = program.check(PERIOD);

            assertThat(outcome.end()).isEqualTo(Clean.class);
            assertThat(outcome.figures()).isPositive();
            assertThat(names(output.resolve(PERIOD))).containsExactly("findings");
            assertThat(program.run(PERIOD).revision()).isEqualTo(1);
        }
    }

    @Test
    void a_run_waits_for_nobody_who_holds_the_lock() throws Exception {
        try (Program program = program()) {
            RunLock held = RunLock.tryTake(
                            program.engine().dataSource(), "上饶市", PERIOD, Holder.of(Program.caller("test")))
                    .orElseThrow();
            assertThat(program.run(PERIOD).end()).isEqualTo(Locked.class);
            held.close();

            assertThat(program.run(PERIOD).end()).isEqualTo(Published.class);
        }
    }

    @Test
    void every_publication_and_refusal_is_a_link_of_an_unbroken_chain() throws Exception {
        try (Program program = program()) {
            byte[] original = Files.readAllBytes(input.resolve(PERIOD).resolve(TAX));
            edit(TAX, 3, 1, "约一千万");
            program.run(PERIOD);
            Files.write(input.resolve(PERIOD).resolve(TAX), original);
            program.run(PERIOD);

            List<HistoryStore.Link> links = new HistoryStore(program.engine().dataSource()).all();
            assertThat(links).extracting(link -> link.entry().outcome()).containsExactly("findings", "published");
            assertThat(links).allMatch(HistoryStore.Link::holds);
            assertThat(links.get(0).previous()).isEqualTo(HistoryStore.ROOT);
            assertThat(links.get(1).previous()).isEqualTo(links.get(0).hash());
            assertThat(Program.json(file(1, "manifest.json")).path("chainHead").asString())
                    .isEqualTo(links.get(0).hash());
        }
    }

    @Test
    void the_committed_sample_has_four_quarters_that_run_one_after_the_other() throws Exception {
        try (Program program = new Program(Path.of("input"), output, database)) {
            for (String period : List.of("2022Q1", "2022Q2", "2022Q3", "2022Q4")) {
                assertThat(program.run(period).end()).as(period).isEqualTo(Published.class);
            }
            JsonNode first = Program.json(output.resolve("2022Q1").resolve("r1").resolve("result.json"));
            assertThat(first.path("status").asString()).isEqualTo("interim");
            assertThat(first.path("allocation").isNull()).isTrue();
        }
    }

    private Program program() throws Exception {
        return new Program(input, output, database);
    }

    private Path file(int revision, String name) {
        return output.resolve(PERIOD).resolve("r" + revision).resolve(name);
    }

    /** The result without what differs between revisions by its nature. */
    private Map<?, ?> withoutRevision(int revision) throws IOException {
        Map<?, ?> result = Program.parse(Files.readAllBytes(file(revision, "result.json")));
        result.remove("revision");
        result.remove("code");
        return result;
    }

    private static List<String> errors(EndedRun outcome) {
        return outcome.findings().stream()
                .filter(finding -> finding.code().name().startsWith("E"))
                .map(finding -> finding.code() + " " + finding.place().file() + " "
                        + finding.place().sheet() + " " + finding.place().cell())
                .toList();
    }

    private void edit(String name, int row, int column, Object value) throws IOException {
        Path file = input.resolve(PERIOD).resolve(name);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            Cell cell = workbook.getSheetAt(0).getRow(row).getCell(column);
            if (value instanceof Number number) {
                cell.setCellValue(number.intValue());
            } else {
                cell.setCellValue(value.toString());
            }
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}

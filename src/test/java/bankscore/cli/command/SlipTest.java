package bankscore.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.cli.CommandsInProcess.Said;
import bankscore.contribution.SmallQuarter;
import bankscore.exact.Period;
import bankscore.machine.FolderCopy;
import bankscore.office.HistoryEntry;
import bankscore.run.request.Deletion;
import bankscore.store.HistoryStore;
import bankscore.store.database.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A quarter is published twice and the second revision approved; the slips are kept elsewhere. Then somebody who can write
 * the database and the folder changes what was, makes everything agree again, and is found out by a slip alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlipTest {

    private static final Period QUARTER = new Period(2022, 4);
    private static final String APPROVE = "approve 2022Q4 r2 --document 饶府字〔2023〕1号 --date 2023-01-10";
    private static final String R1 = "r1-回执.json";
    private static final String R2 = "r2-回执.json";
    private static final String APPROVAL = "r2-批准回执.json";

    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    void publish() throws Exception {
        Path output = folder.resolve("output");
        new SmallQuarter(QUARTER).write(folder.resolve("first"));
        new SmallQuarter(QUARTER).set(SmallQuarter.TAX, "税收", "C4", 900).write(folder.resolve("input"));
        assertThat(type(output, "run 2022Q4 --quiet", "first").code()).isZero();
        assertThat(type(output, "run 2022Q4 --quiet").code()).isZero();
        // An entry that somebody might want to be rid of.
        assertThat(type(output, "run 2022Q4 --quiet").text()).contains("没有变化");
        assertThat(type(output, APPROVE).code()).isZero();
        Files.createDirectories(folder.resolve("kept"));
        for (String slip : List.of(R1, R2, APPROVAL)) {
            Files.copy(
                    output.resolve("2022Q4").resolve(slip),
                    folder.resolve("kept").resolve(slip));
        }
    }

    @ParameterizedTest
    @CsvSource({R1 + ", 1, 3", R2 + ", 2, 2", APPROVAL + ", 4, 0"})
    void a_slip_agrees_with_the_database_that_it_was_written_from(String slip, int entry, int after) throws Exception {
        Said said = type(copy("whole" + slip), "verify --slip " + folder.resolve("kept/" + slip));

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .doesNotContain("不符")
                .contains("历史记录第 1 条到第 " + entry + " 条与出具回执时完全相同", "回执与数据库相符", "之后的 " + after + " 条");
    }

    @Test
    void an_entry_that_was_taken_out_is_missed() throws Exception {
        Path output = copy("entry");
        rewrite(output, entry -> !entry.outcome().equals("nothing_new"));

        isFoundByTheSlipAlone(output, APPROVAL, "历史记录中没有回执的链首");
    }

    @Test
    void the_newest_revision_that_was_taken_out_is_missed() throws Exception {
        Path output = copy("newest");
        for (String table : List.of("approval", "published_file", "revision")) {
            sql(output, "DELETE FROM " + table + " WHERE revision = 2");
        }
        rewrite(output, entry -> entry.revision() != 2);
        Deletion.of(output.resolve("2022Q4/r2"));
        Files.delete(output.resolve("2022Q4").resolve(R2));

        isFoundByTheSlipAlone(output, R2, "数据库中没有这一版");
    }

    @Test
    void a_revision_in_the_place_of_another_is_no_longer_the_one_that_was_filed() throws Exception {
        Path output = folder.resolve("replaced");
        new SmallQuarter(QUARTER).set(SmallQuarter.TAX, "税收", "C4", 9000).write(folder.resolve("forged"));
        assertThat(type(output, "run 2022Q4 --quiet", "forged").code()).isZero();

        isFoundByTheSlipAlone(output, R1, "清单摘要：回执为");
        assertThat(type(output, "verify --slip " + folder.resolve("kept/" + R1)).text())
                .contains("校验码：回执为", "历史记录中没有回执的链首");
    }

    @Test
    void an_approval_that_was_taken_out_is_missed() throws Exception {
        Path output = copy("approval");
        sql(output, "DELETE FROM approval");
        rewrite(output, entry -> !entry.outcome().equals("approved"));

        isFoundByTheSlipAlone(output, APPROVAL, "批准登记 饶府字〔2023〕1号 2023-01-10 已不在数据库中");
    }

    /** The same figures give the same code: only the manifest and the chain tell the two databases apart. */
    @Test
    void the_slip_of_another_database_is_told_from_ones_own() throws Exception {
        Path output = folder.resolve("other");
        assertThat(type(output, "run 2022Q4 --quiet", "first").code()).isZero();

        isFoundByTheSlipAlone(output, R1, "历史记录中没有回执的链首");
        assertThat(type(output, "verify --slip " + folder.resolve("kept/" + R1)).text())
                .contains("相符　校验码 CODE");
    }

    @Test
    void a_slip_that_was_edited_says_something_else_than_its_entry() throws Exception {
        Path edited = folder.resolve("edited.json");
        Files.writeString(
                edited, Files.readString(folder.resolve("kept/" + R1)).replace("2023-01-12T10", "2023-01-12T11"));

        Said said = type(copy("edited"), "verify --slip " + edited);

        assertThat(said.code()).isEqualTo(7);
        assertThat(said.text()).contains("链首是历史记录中 2023-01-12T10:00:00+08:00 的另一件事，不是回执所写的（2023-01-12T11:00:00+08:00）");
    }

    @Test
    void what_is_no_slip_is_refused_as_a_command_that_is_not_understood() throws Exception {
        Path output = copy("none");
        Path bomb = folder.resolve("bomb.json");
        Files.writeString(bomb, "[".repeat(60_000));
        for (Path file : List.of(bomb, folder.resolve("absent.json"), output.resolve("2022Q4/r1/manifest.json"))) {
            Said said = type(output, "verify --slip " + file);

            assertThat(said.code()).as(said.text()).isEqualTo(2);
            assertThat(said.text()).contains("不是回执");
        }
    }

    /** As a kill between the commit and the slip leaves it; a folder that is written again leaves the slips alone. */
    @ParameterizedTest
    @CsvSource({"run 2022Q4 --quiet", "check 2022Q4 --quiet", APPROVE})
    void a_slip_that_is_missing_is_written_as_it_was_by_the_next_command(String command) throws Exception {
        Path output = copy("missing" + command.length());
        Path period = output.resolve("2022Q4");
        Deletion.of(period.resolve("r2"));
        List<String> names = List.of("r2-回执.docx", R2, "r2-批准回执.docx", APPROVAL);
        for (String name : names) {
            Files.delete(period.resolve(name));
        }

        Said said = type(output, command);

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("r2-回执.docx", "r2-批准回执.docx").doesNotContain("r1-回执.docx");
        assertThat(period.resolve("r2").toFile().exists()).isEqualTo(command.startsWith("run"));
        for (String name : names) {
            assertThat(period.resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("output/2022Q4").resolve(name));
        }
    }

    @Test
    void an_approval_whose_slip_cannot_be_written_is_recorded_and_told() throws Exception {
        Path output = copy("full");
        Deletion.of(output.resolve("2022Q4"));
        Files.writeString(output.resolve("2022Q4"), "no folder");

        Said said = type(output, APPROVE.replace("1号", "2号") + " --replaces");

        assertThat(said.code()).isEqualTo(6);
        assertThat(said.text()).contains("已登记：", "回执没有写成").doesNotContain("回执在");
        Files.delete(output.resolve("2022Q4"));
        // The second approval of the revision has a slip of its own beside the first one's.
        assertThat(type(output, APPROVE.replace("1号", "2号")).text())
                .contains("没有重复登记", "r2-批准回执.docx", "r2-批准回执(2).docx");
        assertThat(output.resolve("2022Q4/r2-批准回执(2).json")).content().contains("饶府字〔2023〕2号");
    }

    /** Each with the commands that read the row; what is told names what to do, and nothing is a defect. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE approval SET document = 'x' | verify 2022Q4 | 批准的登记与历史记录不符：2022Q4 r2 x",
                "UPDATE approval SET document = 'x' | verify --slip APPROVAL | 批准登记 饶府字〔2023〕1号 2023-01-10 已不在数据库中",
                "UPDATE approval SET document = 'x' | explain 2022Q4 B001 | 数据库 approval 表中有一行不是本程序写下的",
                "UPDATE approval SET document = 'x' | run 2022Q4 --quiet | 数据库 approval 表中有一行不是本程序写下的",
                "UPDATE revision SET published_at = 'x' | verify 2022Q4 | 数据库中 2022Q4 r2 的登记",
                "UPDATE revision SET published_at = 'x' | explain 2022Q4 B001 | 数据库 revision 表中有一行不是本程序写下的",
                "UPDATE finding SET code = 'x' | verify 2022Q4 | 数据库中的 finding 表与发布时不同",
                "UPDATE finding SET code = 'x' | explain 2022Q4 B001 | 数据库 finding 表中有一行不是本程序写下的",
                "UPDATE finding SET details = 'x' | run 2022Q4 --quiet | 数据库 finding 表中有一行不是本程序写下的"
            })
    void a_row_that_nobody_here_wrote_is_told_and_no_defect(
            String change, String command, String words, @TempDir Path aside) throws Exception {
        Path output = FolderCopy.of(folder.resolve("output"), aside.resolve("output"));
        sql(output, change);

        Said said = type(
                output,
                command.replace("APPROVAL", folder.resolve("kept/" + APPROVAL).toString()));

        assertThat(said.code()).as(said.text()).isEqualTo(7);
        assertThat(said.text()).contains(words);
    }

    @Test
    void over_an_approval_that_is_none_nothing_is_published_and_the_history_is_shown_and_says_so() throws Exception {
        Path output = copy("over");
        sql(output, "UPDATE approval SET document = 'x'");

        assertThat(type(output, "run 2022Q4 --quiet", "first").code()).isEqualTo(7);

        assertThat(output.resolve("2022Q4/r3")).doesNotExist();
        Said history = type(output, "history");
        assertThat(history.code()).as(history.text()).isEqualTo(7);
        assertThat(history.text())
                .contains("approve 2022Q4", "数据库 approval 表中有一行不是本程序写下的")
                .doesNotContain("r3");
    }

    @Test
    void an_entry_without_a_time_is_no_link_though_its_hash_is_its_own_and_has_no_slip() throws Exception {
        Path output = copy("timeless");
        changeAll(
                output,
                entry -> Optional.of(
                        entry.revision() == 2 && entry.outcome().equals("published") ? timeless(entry) : entry));
        Files.delete(output.resolve("2022Q4").resolve(R2));
        Files.delete(output.resolve("2022Q4/r2-回执.docx"));

        Said verified = type(output, "verify 2022Q4");

        assertThat(verified.code()).as(verified.text()).isEqualTo(7);
        assertThat(verified.text()).contains("历史记录第 2 条被改动");
        assertThat(type(output, "run 2022Q4 --quiet").code()).isZero();
        assertThat(output.resolve("2022Q4").resolve(R2)).doesNotExist();
    }

    /** Verifying leaves an entry itself, and so does whatever is done next. */
    @Test
    void entries_that_were_cut_off_are_missed_however_often_is_verified() throws Exception {
        Path output = copy("cut");
        sql(output, "DELETE FROM history WHERE seq >= 3");
        sql(output, "DELETE FROM approval");

        for (int time = 1; time <= 3; time++) {
            Said said = type(output, "verify 2022Q4");

            assertThat(said.code()).as(said.text()).isEqualTo(7);
            assertThat(said.text()).contains("历史记录末尾有记录被删除");
        }
    }

    @Test
    void the_code_of_a_slip_is_the_one_that_papers_carry() throws Exception {
        String code = Files.readString(folder.resolve("kept/" + R1)).replaceAll("(?s).*\"code\": \"([^\"]*)\".*", "$1");

        assertThat(code).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
        assertThat(type(copy("code"), "verify --code " + code.replace("-", "")).text())
                .contains("2022Q4 第 1 版", "核对一致");
        assertThat(type(copy("no-code"), "verify --code ABC").code()).isEqualTo(2);
    }

    private void isFoundByTheSlipAlone(Path output, String slip, String words) {
        Said alone = type(output, "verify 2022Q4");
        assertThat(alone.code()).as(alone.text()).isZero();

        Said said = type(output, "verify --slip " + folder.resolve("kept").resolve(slip));
        assertThat(said.code()).as(said.text()).isEqualTo(7);
        assertThat(said.text()).contains(words, "回执与数据库不符：以归档的纸质回执为准");
    }

    /** The history without some of its entries, its chain computed anew. */
    private static void rewrite(Path output, Predicate<HistoryEntry> kept) {
        int before = new HistoryStore(database(output)).all().size();
        changeAll(output, entry -> Optional.of(entry).filter(kept));
        assertThat(new HistoryStore(database(output)).all())
                .hasSizeLessThan(before)
                .allMatch(HistoryStore.Link::holds);
    }

    private static void changeAll(Path output, Function<HistoryEntry, Optional<HistoryEntry>> as) {
        HistoryStore history = new HistoryStore(database(output));
        List<HistoryStore.Link> links = history.all();
        sql(output, "DELETE FROM history");
        sql(output, "DELETE FROM history_head");
        links.stream()
                .map(HistoryStore.Link::entry)
                .map(as)
                .flatMap(Optional::stream)
                .forEach(history::append);
        assertThat(history.headHolds()).isTrue();
    }

    private static HistoryEntry timeless(HistoryEntry entry) {
        return new HistoryEntry(
                entry.jurisdiction(),
                "x",
                entry.user(),
                entry.machine(),
                entry.command(),
                entry.arguments(),
                entry.period(),
                entry.revision(),
                entry.outcome(),
                entry.digest(),
                entry.rule());
    }

    private static void sql(Path output, String statement) {
        assertThat(JdbcClient.create(database(output)).sql(statement).update()).isPositive();
    }

    private static DriverManagerDataSource database(Path output) {
        return new DriverManagerDataSource(Schema.url(output.resolve("bankscore")));
    }

    private static Path copy(String name) throws IOException {
        return FolderCopy.of(folder.resolve("output"), folder.resolve(name));
    }

    private static Said type(Path output, String command) {
        return type(output, command, "input");
    }

    private static Said type(Path output, String command, String input) {
        return new CommandsInProcess(output).type((command + " --input " + folder.resolve(input)).split(" "));
    }
}

package bankscore.cli.command.decision;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.Main;
import bankscore.cli.screen.Terminal;
import bankscore.front.ProgramVersion;
import bankscore.machine.FolderCopy;
import bankscore.run.request.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The government approves the first of a quarter's revisions, and what is said of it from then on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApproveCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-01-12T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final String APPROVED = "2022Q1 第 1 版经 饶府字〔2022〕31号（2022-04-20）批准";

    @TempDir
    static Path folder = Path.of("");

    private record Said(int code, String text) {}

    @BeforeAll
    void publish() throws IOException {
        FolderCopy.of(Path.of("config"), folder.resolve("config"));
        assertThat(type("run 2022Q1 --quiet").code()).isZero();
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource(delimiter = '|', textBlock = """
            1         | 饶府字2022年31号   | 2022-04-20 | “饶府字2022年31号”不是公文字号
            1         | 饶府字〔2022〕031号 | 2022-04-20 | “饶府字〔2022〕031号”不是公文字号
            1         | 饶府字〔2022〕第31号 | 2022-04-20 | “饶府字〔2022〕第31号”不是公文字号
            r1        | 饶府字〔2022〕31号  | 4月20日    | “4月20日”不是日期
            first     | 饶府字〔2022〕31号  | 2022-04-20 | “first”不是版本
            r2        | 饶府字〔2022〕31号  | 2022-04-20 | 2022Q1 没有第 2 版，没有登记
            r1        | 饶府字〔2022〕31号  | 2022-03-31 | 批准日期 2022-03-31 不晚于期末 2022-03-31
            r1        | 饶府字〔2023〕31号  | 2023-01-13 | 批准日期 2023-01-13 在今天之后
            r1        | 饶府字〔2021〕31号  | 2023-01-10 | 字号 饶府字〔2021〕31号 的年份与批准日期 2023-01-10 不符
            """)
    void what_cannot_be_an_approval_is_refused_and_not_recorded(
            String revision, String document, String date, String why) {
        Said said = type("approve 2022Q1 " + revision + " --document " + document + " --date " + date);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).startsWith(why);
        assertThat(type("history").text()).doesNotContain("approve");
    }

    @Test
    @Order(2)
    void an_approval_is_recorded_with_the_brackets_that_documents_have_and_stands_in_the_history() {
        Said said = type("approve 2022Q1 r1 --document 饶府字[2022]31号 --date 2022/4/20");

        assertThat(said.code()).isZero();
        assertThat(said.text()).startsWith("已登记：" + APPROVED + "。\n回执在 ").contains("r1-批准回执.docx");
        assertThat(type("history").text()).contains("已批准 饶府字〔2022〕31号 2022-04-20");
        assertThat(type("verify 2022Q1").text()).contains("第 1 版已经政府批准：饶府字〔2022〕31号，2022-04-20。", "核对一致");
    }

    @Test
    @Order(3)
    void the_same_approval_twice_is_recorded_once_and_another_one_is_refused() {
        Said again = type("approve 2022Q1 r1 --document 饶府字〔2022〕31号 --date 2022-04-20");
        Said other = type("approve 2022Q1 r1 --document 饶府字〔2022〕32号 --date 2022-04-20");

        assertThat(again.code()).isZero();
        assertThat(again.text()).contains("没有重复登记");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.text()).contains("已经登记为 饶府字〔2022〕31号（2022-04-20）批准，与这次写的不同");
        // A line of an entry begins with its number; the standing of the revision says it as well.
        assertThat(type("history").text().lines().filter(line -> line.matches("\\d+ .*已批准.*")))
                .hasSize(1);
    }

    @Test
    @Order(4)
    void an_approval_makes_nothing_new() throws IOException {
        byte[] book = Files.readAllBytes(folder.resolve("output/2022Q1/r1/考核结果.xlsx"));

        assertThat(type("run 2022Q1 --quiet").text())
                .contains("2022Q1 没有变化：数据、配置和程序与第 1 版相同", "第 1 版已经政府批准：饶府字〔2022〕31号");
        assertThat(Files.readAllBytes(folder.resolve("output/2022Q1/r1/考核结果.xlsx")))
                .isEqualTo(book);
    }

    @Test
    @Order(5)
    void a_later_revision_says_everywhere_but_in_the_result_that_another_one_is_approved() throws IOException {
        Path letter = folder.resolve("config/letter.yaml");
        Files.writeString(letter, Files.readString(letter).replace("signatory: ", "signatory: 张三"));
        Said said = type("run 2022Q1 --quiet");

        String notice = "注意：经政府批准的是第1版（饶府字〔2022〕31号，2022年4月20日）。本版是第2版，没有批准。";
        Path revision = folder.resolve("output/2022Q1/r2");
        assertThat(said.text()).contains("注意：2022Q1 经政府批准的是第 1 版（饶府字〔2022〕31号，2022-04-20）；第 2 版没有批准。");
        assertThat(Files.readString(revision.resolve("report.html"))).contains(notice);
        assertThat(letter(revision)).contains(notice);
        assertThat(sheets(revision)).contains("摘要", "得分汇总", "资金调拨方案", "划转清单");
        assertThat(Files.readString(revision.resolve("result.json"))).doesNotContain("批准");
        assertThat(type("verify 2022Q1 r2").text()).contains("第 2 版没有批准", "核对一致");
    }

    @Test
    @Order(6)
    void the_government_may_approve_another_revision_in_place_of_the_first() {
        String command = "approve 2022Q1 r2 --document 饶府字〔2022〕40号 --date 2022-05-06";
        Said refused = type(command);
        Said replaced = type(command + " --replaces");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.text()).contains("已经批准的是第 1 版：饶府字〔2022〕31号（2022-04-20），没有登记");
        assertThat(replaced.code()).isZero();
        assertThat(replaced.text())
                .contains("2022Q1 第 2 版经 饶府字〔2022〕40号（2022-05-06）批准", "原来登记的是第 1 版，饶府字〔2022〕31号（2022-04-20）");
        assertThat(type("run 2022Q1 --quiet").text()).contains("第 2 版已经政府批准：饶府字〔2022〕40号");
    }

    @ParameterizedTest
    @Order(7)
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE approval SET revision = 1 WHERE seq = 2
            UPDATE approval SET revision = 2 WHERE seq = 2; UPDATE approval SET document = '饶府字〔2022〕41号' WHERE seq = 2
            UPDATE approval SET document = '饶府字〔2022〕40号' WHERE seq = 2; DELETE FROM approval WHERE seq = 1
            """)
    void verify_finds_an_approval_that_was_changed_or_taken_out(String edits) throws SQLException {
        try (Connection database = DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve("output/bankscore").toAbsolutePath());
                Statement statement = database.createStatement()) {
            for (String edit : edits.split(";", -1)) {
                assertThat(statement.executeUpdate(edit)).isPositive();
            }
        }

        Said said = type("verify 2022Q1 r2");

        assertThat(said.code()).isEqualTo(7);
        assertThat(said.text()).contains("批准的登记与历史记录不符：2022Q1");
    }

    private static List<String> sheets(Path revision) throws IOException {
        List<String> saying = new ArrayList<>();
        try (Workbook book =
                WorkbookFactory.create(revision.resolve("考核结果.xlsx").toFile(), null, true)) {
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.toString().contains("本版是第2版，没有批准")) {
                    saying.add(sheet.getSheetName());
                }
            })));
        }
        return saying;
    }

    private static String letter(Path revision) throws IOException {
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(revision.resolve("资金调拨方案.docx")));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    private Said type(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of(
                "--output",
                folder.resolve("output").toString(),
                "--config",
                folder.resolve("config").toString()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = Main.run(
                new Terminal(Installation.of(CLOCK, ProgramVersion.read()), stream, stream, Map.of()),
                arguments.toArray(new String[0]));
        return new Said(code, bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }
}

package bankscore.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.machine.FolderCopy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample's plan from its approval to the money of the quarter after, as users see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DueCommandTest {

    @TempDir
    static Path folder = Path.of("");

    private CommandsInProcess desk = new CommandsInProcess(Path.of(""));

    @BeforeAll
    void publish() {
        desk = new CommandsInProcess(folder.resolve("output"));
        assertThat(desk.type("run", "2022Q4", "--quiet").code()).isZero();
    }

    @Test
    @Order(1)
    void without_an_approval_nothing_is_due() {
        assertThat(desk.type("due", "2023Q1"))
                .isEqualTo(new CommandsInProcess.Said(0, "2023Q1 期末没有施行的批准方案，没有应划转的资金。先用 bankscore approve 登记批准。\n"));
    }

    /** 60 transfers: all of the plan but the one of 30 April; the withdrawals from 葛溪农商银行 stand first. */
    @Test
    @Order(2)
    void an_approved_plan_is_due_before_any_balance_came() {
        assertThat(desk.type("approve", "2022Q4", "r1", "--document", "饶府字〔2023〕1号", "--date", "2023-01-10")
                        .code())
                .isZero();
        CommandsInProcess.Said said = desk.type("due", "2023Q1");
        assertThat(said.code()).isZero();
        assertThat(said.text())
                .startsWith("""
                        2023Q1财政性资金到期划转清单
                        2022Q4 第1版，饶府字〔2023〕1号（2023年1月10日）批准
                        是否已划转，按2022年12月31日的余额看

                        ■ 本期到期
                        共60笔，2,979,239,843.83元。
                        """)
                .contains("2023年1月10日  社会保险基金  葛溪农商银行  云岫银行      42,271,800.00   饶府字〔2023〕1号  收回，未到期");
        assertThat(said.text().indexOf("葛溪农商银行")).isLessThan(said.text().indexOf("曜川银行"));
        assertThat(desk.type("history", "2022Q4").text())
                .contains("2022Q4 第 1 版：2023-01-12 10:00 生成 → 未核对 → 2023-01-10 饶府字〔2023〕1号 批准 → 是否落实还看不出来（其后各期没有余额）");
    }

    @Test
    @Order(3)
    void the_next_quarter_says_of_each_bank_what_became_of_it() throws IOException {
        assertThat(desk.type("run", "2023Q1", "--quiet").code()).isZero();
        JsonNode execution = result().path("execution");
        assertThat(execution.path("withdrawals")).isEmpty();
        assertThat(states(execution, "社会保险基金"))
                .containsExactly(
                        "B001 已落实",
                        "B002 部分落实",
                        "B003 未落实",
                        "B004 已落实",
                        "B005 已落实",
                        "B006 已落实",
                        "B007 部分落实",
                        "B008 已落实",
                        "B009 已落实",
                        "B010 已落实",
                        "B011 已落实",
                        "B012 已落实",
                        "B013 未落实",
                        "B014 部分落实",
                        "B015 已落实",
                        "B016 超出");
        // 60736 held, of 66807.26 on the way to 55236: 6071.26 of 11571.26 have moved.
        JsonNode row = execution.path("funds").path(0).path("rows").path(1);
        assertThat(List.of(
                        row.path("carried").asString(),
                        row.path("open").asString(),
                        row.path("other").asString()))
                .containsExactly("-6071.26", "5500.00", "0.00");
        assertThat(row.path("cells").findValuesAsString("cell")).containsExactly("D6", "D7");
        assertThat(result().path("findings").findValuesAsString("code"))
                .contains("W323")
                .doesNotContain("W321", "W322", "W324");
        JsonNode manifest =
                JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("output/2023Q1/r1/manifest.json")));
        assertThat(manifest.path("approvals").toString())
                .isEqualTo(
                        "[{\"period\":\"2022Q4\",\"revision\":1,\"document\":\"饶府字〔2023〕1号\",\"date\":\"2023-01-10\"}]");
        assertThat(desk.type("verify", "2023Q1").text()).contains("逐字节相同", "核对一致");
    }

    /** 457,751.472494 of 521,078.852494 have moved: out 222,011.632916 of 256,449.322916, in 235,739.839578 of 264,629.529578. */
    @Test
    @Order(4)
    void the_history_tells_how_much_was_carried_out_and_a_quarter_later_the_rest_is_overdue() {
        assertThat(desk.type("history", "2022Q4").text()).contains("→ 资金已落实 87.84%（按 2023Q1 第 1 版的余额）");
        assertThat(desk.type("due", "2023Q2").text()).startsWith("""
                        2023Q2财政性资金到期划转清单
                        2022Q4 第1版，饶府字〔2023〕1号（2023年1月10日）批准
                        是否已划转，按2023年3月31日的余额看

                        ■ 逾期未划转
                        共8笔，349,609,500.00元。
                        """).contains("""
                        ■ 本期到期
                        共1笔，55,480,000.00元。
                        """);
    }

    @Test
    @Order(5)
    void reminders_are_whole_days_that_any_calendar_reads_and_the_list_is_one_to_print() throws IOException {
        String calendar = Files.readString(folder.resolve("output/2023Q2/due/到期提醒.ics"));
        assertThat(calendar.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(calendar.replaceAll("\r\n[ \t]", "").lines().filter(line -> line.matches("(DTSTART|SUMMARY).*")))
                .containsExactly(
                        "DTSTART;VALUE=DATE:20230401",
                        "SUMMARY:【逾期】财政资金划转：住房维修资金4笔，28\\,887\\,800.00元（2023年1月10日到期）",
                        "DTSTART;VALUE=DATE:20230401",
                        "SUMMARY:【逾期】财政资金划转：社会保险基金4笔，320\\,721\\,700.00元（2023年1月10日到期）",
                        "DTSTART;VALUE=DATE:20230430",
                        "SUMMARY:财政资金到期划转：财政专户资金1笔，55\\,480\\,000.00元");
        try (XWPFDocument list = new XWPFDocument(Files.newInputStream(folder.resolve("output/2023Q2/due/到期清单.docx")));
                XWPFWordExtractor text = new XWPFWordExtractor(list)) {
            assertThat(text.getText())
                    .contains("2023Q2财政性资金到期划转清单", "逾期未划转", "婺水村镇银行\t174,410,000.00\t饶府字〔2023〕1号\t未落实");
        }
    }

    /** What was to be taken back and is still there is found at once, and stands first. */
    @Test
    @Order(6)
    void a_withdrawal_that_is_not_carried_out_is_a_finding_at_its_cell() throws IOException {
        Path input = folder.resolve("input");
        FolderCopy.of(Path.of("input/2023Q1"), input.resolve("2023Q1"));
        Path file = input.resolve("2023Q1/财政局/财政存款及资金池（测算）.xlsx");
        byte[] book = Files.readAllBytes(file);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(book))) {
            Sheet sheet = workbook.getSheetAt(0);
            // 启桐银行's row becomes one of 葛溪农商银行.
            assertThat(sheet.getRow(13).getCell(1).getStringCellValue()).isEqualTo("启桐银行");
            sheet.getRow(13).getCell(1).setCellValue("葛溪农商银行");
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        assertThat(desk.type("run", "2023Q1", "--quiet", "--input", input.toString())
                        .code())
                .isZero();
        JsonNode result =
                JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("output/2023Q1/r2/result.json")));
        assertThat(result.path("execution").path("withdrawals").toString())
                .isEqualTo("[{\"fund\":\"社会保险基金\",\"code\":\"B012\",\"held\":\"19683.91\"}]");
        assertThat(result.path("findings")
                        .valueStream()
                        .filter(finding -> finding.path("code").asString().equals("W321"))
                        .map(finding -> finding.path("cell").asString() + " "
                                + finding.path("message").asString()))
                .containsExactly("D14 应收回的资金没有收回。“葛溪农村商业银行股份有限公司”的“社会保险基金”按 饶府字〔2023〕1号 应全部收回，期末仍有 19683.91 万元。"
                        + "收回自批准之日起执行，期末余额应为 0。请立即核对余额；如确未收回，请督促收回，并写明原因。");
    }

    private static JsonNode result() throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("output/2023Q1/r1/result.json")));
    }

    private static List<String> states(JsonNode execution, String fund) {
        return execution
                .path("funds")
                .valueStream()
                .filter(each -> each.path("fund").asString().equals(fund))
                .flatMap(each -> each.path("rows").valueStream())
                .map(row ->
                        row.path("code").asString() + " " + row.path("state").asString())
                .toList();
    }
}

package bankscore.subsidy.papers;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.load.schema.EditorSchema;
import bankscore.office.Letterhead;
import bankscore.paper.json.CodedResult;
import bankscore.paper.json.Json;
import bankscore.subsidy.DecidedBatch;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.say.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SubsidyPapersTest {

    @TempDir
    Path folder = Path.of("");

    private static Letterhead head() {
        return new Letterhead(
                "金华市财政局",
                "金华市人民政府",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void the_request_says_what_was_granted_cut_and_refused_and_who_bears_it() throws Exception {
        List<String> letter = letter(DecidedBatch.report());

        assertThat(letter)
                .contains(
                        "金华市财政局关于拨付2024年第四季度",
                        "加快保险业发展补助资金的请示",
                        "（送审稿，尚有1项未说明）",
                        "根据《加快保险业发展十条举措》（金政办发〔2024〕16号）第一、六、七项的规定，我局对2024年第四季度申报的加快保险业发展补助资金进行了审核，拟拨付110.35万元。现将有关情况请示如下：",
                        "本批共申报13笔，其中审定11笔，审定金额156.20万元；不予补助2笔。各项目情况如下表。",
                        "环境污染责任保险保费补助核减1笔、0.20万元，不予补助2笔，原因为：不在适用区域（1笔）、已达上限（2笔）。",
                        "按规定的分担比例，市财政承担2.96万元、区财政承担0.21万元、中央承担76.52万元、省承担15.30万元、县承担15.30万元、投保人承担45.91万元。其中投保人承担的部分不属财政资金，不予拨付。",
                        "拟向4个收款账户拨付110.35万元，收款单位、账号和金额见附件。因退保退费应收回1户、0.06万元，不计入拨付金额，另行收回。",
                        "妥否，请批示。",
                        "附件：加快保险业发展补助资金拨付清单");
        assertThat(letter)
                .contains("甲化工有限公司|某银行金华分行|33050167123400000011|14,253.42"
                        .replace("|", "\t")
                        .split("\t"))
                .contains("1,103,547.93");
    }

    @Test
    void an_estimate_is_a_report_without_a_list_of_payments() throws Exception {
        List<String> letter = letter(DecidedBatch.estimate());

        assertThat(letter)
                .contains(
                        "金华市财政局关于2024年第四季度",
                        "加快保险业发展补助资金测算情况的报告",
                        "特此报告。",
                        "根据《加快保险业发展十条举措》（金政办发〔2024〕16号）第一、六、七项的规定，我局对2024年第四季度的加快保险业发展补助资金进行了测算，测算金额156.20万元。该项资金由其他部门拨付，测算结果供参考。现将有关情况报告如下：");
        assertThat(String.join("", letter)).doesNotContain(DecidedBatch.ACCOUNT, "妥否", "拟向", "附件");
    }

    @Test
    void the_result_holds_every_line_and_adds_up() {
        JsonNode result = Json.read(
                ResultJson.of(DecidedBatch.report(), DecidedBatch.words()).bytes());

        EditorSchema schema = EditorSchema.of("result-subsidy");
        assertThat(schema.problems(result.toString())).isEmpty();
        for (List<String> spoilt : List.of(
                List.of("\"status\":\"batch\"", "\"status\":\"final\""),
                List.of("\"amount\":\"26400.00\"", "\"amount\":\"26400\""),
                List.of("\"claims\":8", "\"claims\":\"8\""),
                List.of("\"reference\":\"P0001\",", ""),
                List.of("\"level\":\"核实\"", "\"level\":\"疑问\""),
                List.of("\"holds\":false", "\"holds\":null"))) {
            assertThat(result.toString()).contains(spoilt.get(0));
            assertThat(schema.problems(result.toString().replace(spoilt.get(0), spoilt.get(1))))
                    .as(spoilt.get(1))
                    .isNotEmpty();
        }
        List<String> keys = new ArrayList<>(result.propertyNames());
        assertThat(keys)
                .containsExactly(
                        "period",
                        "jurisdiction",
                        "status",
                        "revision",
                        "code",
                        "rule",
                        "scheme",
                        "subsidies",
                        "lines",
                        "payments",
                        "recoveries",
                        "checks",
                        "findings");
        assertThat(result.path("status").asString()).isEqualTo("batch");
        assertThat(Json.canonical(result.path("subsidies").get(0)))
                .isEqualTo(
                        "{\"byLevel\":{\"市财政\":\"26400.00\"},\"claims\":8,\"cut\":{\"amount\":\"2000.00\",\"count\":1},"
                                + "\"granted\":{\"amount\":\"26400.00\",\"count\":6},\"id\":\"pollution_liability\",\"refused\":{\"count\":2}}");
        // 1000000 × 3.45 % × 90 ÷ 365 = 8506.849315068493…
        assertThat(Json.canonical(result.path("lines").get(0)))
                .isEqualTo(
                        "{\"amount\":\"4253.42\",\"base\":\"8506.849315068493\",\"claimant\":\"91330701MA28A0001X\",\"granted\":\"4253.42\","
                                + "\"levels\":{\"区财政\":\"1701.37\",\"市财政\":\"2552.05\"},\"payee\":\"91330701MA28A0001X\","
                                + "\"place\":{\"cell\":\"B4\",\"file\":\"申报/export_interest.xlsx\",\"sheet\":\"申报表\"},\"reason\":\"\","
                                + "\"reference\":\"P0001\",\"subsidy\":\"export_interest\"}");
        assertThat(Json.canonical(result.path("lines").get(3)))
                .contains(
                        "\"amount\":null,\"base\":null", "\"granted\":\"0.00\",\"levels\":{}", "\"reason\":\"不在适用区域\"");
        assertThat(Json.canonical(result.path("payments").get(0)))
                .isEqualTo("{\"amount\":\"14253.42\",\"name\":\"甲化工有限公司\",\"payee\":\"91330701MA28A0001X\"}");
        assertThat(Json.canonical(result.path("checks").get(0)))
                .isEqualTo(
                        "{\"else\":\"一个县不得超过3家承保机构\",\"group\":\"330702\",\"holds\":false,\"id\":\"insurers\",\"level\":\"核实\","
                                + "\"name\":\"婺城区承保机构家数\",\"value\":\"4\"}");
    }

    @Test
    void the_same_report_gives_the_same_code_and_another_one_another() {
        CodedResult one = ResultJson.of(DecidedBatch.report(), DecidedBatch.words());
        CodedResult again = ResultJson.of(DecidedBatch.report(), DecidedBatch.words());

        assertThat(again.bytes()).isEqualTo(one.bytes());
        assertThat(ResultJson.of(DecidedBatch.estimate(), DecidedBatch.words()).code())
                .isNotEqualTo(one.code());
    }

    @Test
    void more_than_5000_lines_stand_in_files_of_their_own() throws Exception {
        Report many = DecidedBatch.many(5_001);
        Path csv = folder.resolve("审核明细.csv");
        Path jsonl = folder.resolve("lines.jsonl");
        try (LineFiles files = new LineFiles(many, DecidedBatch.words(), csv, jsonl)) {
            many.decisions().lines().each(files);
        }

        assertThat(Json.read(ResultJson.of(many, DecidedBatch.words()).bytes()).has("lines"))
                .isFalse();
        assertThat(Json.read(ResultJson.of(DecidedBatch.many(5_000), DecidedBatch.words())
                                .bytes())
                        .path("lines")
                        .size())
                .isEqualTo(5_000);
        assertThat(EditorSchema.of("result-subsidy")
                        .problems(new String(
                                ResultJson.of(many, DecidedBatch.words()).bytes(), StandardCharsets.UTF_8)))
                .isEmpty();
        List<String> lines = Files.readAllLines(jsonl);
        assertThat(lines.subList(0, 100))
                .allMatch(line ->
                        EditorSchema.of("result-subsidy-line").problems(line).isEmpty());
        assertThat(EditorSchema.of("result-subsidy-line").problems(lines.get(0).replace("\"granted\"", "\"given\"")))
                .isNotEmpty();
        assertThat(lines).hasSize(5_001);
        assertThat(lines.get(5_000)).startsWith("{\"amount\":\"500.01\"").contains("\"claimant\":\"F05000\"");
        byte[] bytes = Files.readAllBytes(csv);
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        List<String> rows = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        assertThat(rows).hasSize(5_002);
        assertThat(rows.get(0).substring(1))
                .isEqualTo("序号,补助项目,补助对象,代码,收款单位,保单号或合同号,日期,计算基数,补助比例,测算金额（元）,审定金额（元）,市财政,审核结果,原因,条款,文件,工作表,单元格");
        assertThat(rows.get(1))
                .isEqualTo(
                        "1,环境污染责任保险保费补助,企业00000,F00000,企业00000,P0001,2024-10-01,1000.01,50%,500.01,500.01,500.01,全额补助,,,申报/pollution_liability.xlsx,申报表,B4");
    }

    @Test
    void long_lists_stand_in_files_of_their_own_and_not_in_the_letter() throws Exception {
        Report many = DecidedBatch.many(5_001);
        Path payments = folder.resolve("拨付清单.csv");
        Path listed = folder.resolve("公示名单.csv");
        ListFiles.writePayments(many, DecidedBatch.words(), payments);
        ListFiles.writeListed(
                DecidedBatch.report(), Shown.of(DecidedBatch.report()).listed(), DecidedBatch.words(), listed);

        // 5001 × 500.01 = 2500550.01
        assertThat(letter(many))
                .contains("拟向5001个收款账户拨付250.06万元，收款单位、账号和金额另附“拨付清单.csv”。")
                .doesNotContain("附件");
        assertThat(Files.readAllLines(payments))
                .hasSize(5_002)
                .contains("1,企业00000,某银行金华分行,'00000000000000000000,500.01");
        assertThat(Files.readAllLines(listed))
                .contains("7,低收入农户农房保险补助,张*,332501********0012,1,36.01", "8,低收入农户农房保险补助,李*,,1,20.50");
        assertThat(Files.readString(listed)).doesNotContain(DecidedBatch.RESIDENT, DecidedBatch.ACCOUNT, "张三");
    }

    @Test
    void no_text_of_the_file_of_lines_is_taken_for_a_formula() throws Exception {
        Path csv = folder.resolve("审核明细.csv");
        Report report = DecidedBatch.report();
        try (LineFiles files = new LineFiles(report, DecidedBatch.words(), csv, folder.resolve("lines.jsonl"))) {
            report.decisions().lines().each(files);
        }

        assertThat(Files.readString(csv)).contains(",'=丙电池有限公司,").doesNotContain(",=");
    }

    @Test
    void the_page_holds_no_account_and_no_number_of_a_resident() {
        String page = SubsidyPage.html(DecidedBatch.report(), DecidedBatch.words());

        assertThat(page)
                .contains("2024年第四季度加快保险业发展补助资金审核结果", "1,103,547.93", "id=\"ranking-table\"")
                .doesNotContain(DecidedBatch.ACCOUNT, DecidedBatch.RESIDENT, "<th:block", "th:text");
    }

    /** Nothing is loaded, and only the style and the script whose digests the policy names are obeyed. */
    @Test
    void the_page_is_self_contained() {
        String page = SubsidyPage.html(DecidedBatch.report(), DecidedBatch.words());
        Matcher ids = Pattern.compile(" id=\"([^\"]+)\"").matcher(page);
        List<String> all = ids.results().map(found -> found.group(1)).toList();

        assertThat(all).doesNotHaveDuplicates();
        assertThat(page).contains("default-src &#39;none&#39;").doesNotContain(" src=", "url(");
    }

    private List<String> letter(Report report) throws IOException {
        Path file = folder.resolve("letter.docx");
        SubsidyLetter.write(report, head(), DecidedBatch.words(), file);
        List<String> text = new ArrayList<>();
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file))) {
            for (XWPFParagraph paragraph : document.getParagraphs()) {
                text.add(paragraph.getText());
            }
            for (XWPFTable table : document.getTables()) {
                table.getRows().forEach(row -> row.getTableCells().forEach(cell -> text.add(cell.getText())));
            }
        }
        return text;
    }
}

package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import bankscore.contribution.Comparisons.Compared;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.load.WordsLoader;
import bankscore.office.DocumentNumber;
import bankscore.run.EndedRun;
import bankscore.run.Office;
import bankscore.run.questions.Questions.Asked;
import bankscore.run.request.RunFolders;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.revisions.Approvals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The workbook of a comparison, of a quarter small enough to know what a change does. */
class ComparisonBookTest {

    private static final Period PERIOD = new Period(2022, 4);

    private static final Map<String, String> NAMES =
            Map.of("B001", "工商银行", "B002", "招商银行", "B003", "浙商银行", "B009", "泰隆&<b>银行");

    @TempDir
    Path folder = Path.of("");

    private Path input = Path.of("");
    private Path output = Path.of("");

    @BeforeEach
    void publishOnce() throws Exception {
        input = folder.resolve("input");
        output = folder.resolve("output");
        publish(new SmallQuarter(PERIOD), 1);
    }

    private void publish(SmallQuarter quarter, int revision) throws Exception {
        quarter.write(input);
        try (Program program = new Program(input, output)) {
            EndedRun outcome = program.run("2022Q4");
            assertThat(outcome.end()).as(outcome.findings().toString()).isEqualTo(Published.class);
            assertThat(outcome.revision()).isEqualTo(revision);
        }
    }

    /** Of a comparison, every sheet's rows as they are shown. */
    private Map<String, List<String>> shown(Question question) throws Exception {
        try (Program program = new Program(input, output)) {
            Comparisons comparisons = new Comparisons(new PublishedQuarters(program.revisions("上饶市")));
            Path file = comparisons.write(question.ask(comparisons), office(Path.of("config")), WordsLoader.load());
            try (Stream<Path> files = Files.list(output.resolve("compare"))) {
                assertThat(files)
                        .contains(file)
                        .noneMatch(path -> path.getFileName().toString().startsWith("."));
            }
            return shown(file);
        }
    }

    private Office office(Path config) throws ConfigException {
        return Office.of(new RunFolders(config, input, output), false);
    }

    @FunctionalInterface
    private interface Question {
        Compared ask(Comparisons comparisons) throws Exception;
    }

    private static Compared revisions(Comparisons comparisons, int one, int other) throws Exception {
        return comparisons.revisions(new Asked(PERIOD, Optional.of(one)), new Asked(PERIOD, Optional.of(other)));
    }

    /** Also recalculates every formula, and sees that none of them gave way to a value. */
    private static Map<String, List<String>> shown(Path file) throws IOException {
        Map<String, List<String>> shown = new LinkedHashMap<>();
        DataFormatter format = new DataFormatter();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            for (Sheet sheet : workbook) {
                List<String> rows = new ArrayList<>();
                for (Row row : sheet) {
                    List<String> cells = new ArrayList<>();
                    for (Cell cell : row) {
                        assertThat(
                                        cell.getCellComment() == null
                                                ? ""
                                                : cell.getCellComment()
                                                        .getString()
                                                        .getString())
                                .as(sheet.getSheetName() + " " + cell.getAddress())
                                .doesNotContain("复算");
                        if (cell.getCellType() == CellType.FORMULA
                                && cell.getCachedFormulaResultType() == CellType.STRING) {
                            assertThat(evaluator.evaluate(cell).getStringValue())
                                    .as(cell.getAddress() + " " + cell.getCellFormula())
                                    .isEqualTo(cell.getStringCellValue());
                        } else if (cell.getCellType() == CellType.FORMULA) {
                            assertThat(evaluator.evaluate(cell).getNumberValue())
                                    .as(cell.getAddress() + " " + cell.getCellFormula())
                                    .isCloseTo(cell.getNumericCellValue(), offset(1e-9));
                        }
                        cells.add(format.formatCellValue(cell, evaluator));
                    }
                    rows.add(String.join("|", cells).replaceAll("\\|+$", ""));
                }
                shown.put(sheet.getSheetName(), rows);
            }
            int bridges = (int) sheet(shown, "得分变化图").stream()
                    .filter(row -> row.startsWith("步骤|"))
                    .count();
            assertThat(workbook.getSheet("得分变化图").createDrawingPatriarch().getCharts())
                    .hasSize(bridges);
        }
        return shown;
    }

    private Map<String, String> published(int revision, String key) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (JsonNode bank : Program.json(output.resolve("2022Q4/r" + revision + "/result.json"))
                .path("banks")) {
            values.put(NAMES.get(bank.path("code").asString()), bank.path(key).asString());
        }
        return values;
    }

    /**
     * Only 招商银行's 饶企云 is another: 5400 instead of 5100, as much as the best has. 10 × 5100 ÷ 5400 = 9.44 becomes 10; no
     * other bank's item moves, because the best stays what it was; the shares of all do, because the sum is another.
     */
    @Test
    void a_figure_changed_in_one_cell_moves_only_what_depends_on_it() throws Exception {
        publish(new SmallQuarter(PERIOD).set(SmallQuarter.PLATFORM, "饶企云", "B3", 5400), 2);
        Map<String, String> was = published(1, "total");
        Map<String, String> is = published(2, "total");

        Map<String, List<String>> book = shown(comparisons -> revisions(comparisons, 1, 2));

        assertThat(book.keySet()).containsExactly("得分变化", "得分变化图", "名次变化", "贡献度变化", "资金变化", "指标变化", "比较说明");
        assertThat(sheet(book, "指标变化").stream().filter(row -> row.matches("B\\d+\\|.*") && !row.endsWith("|—")))
                .containsExactly("B002|招商银行|platform|饶企云平台运用|9.44|10.00|+0.56");
        assertThat(rows(book, "得分变化"))
                .containsExactlyInAnyOrder(
                        row("工商银行", was, is, "—", "—"),
                        row("招商银行", was, is, "+0.56", "+0.56"),
                        row("浙商银行", was, is, "—", "—"));
        // A bridge of the only bank that moved: from 前 up by 0.56, which begins where 前 ends and ends where 后 does.
        String before = was.get("招商银行");
        String after = is.get("招商银行");
        assertThat(sheet(book, "得分变化图").stream().filter(row -> row.matches("(前|后|名录|数据|办法|步骤)\\|.*")))
                .containsExactly(
                        "步骤|总分|图上名称|累计|起点|前、后|增加|减少",
                        "前|" + before + "|前　" + before + "|" + before + "|0.00|" + before + "|0.00|0.00",
                        "名录|—|名录　0.00|" + before + "|" + before + "|0.00|0.00|0.00",
                        "数据|+0.56|数据　+0.56|" + after + "|" + before + "|0.00|0.56|0.00",
                        "办法|—|办法　0.00|" + after + "|" + after + "|0.00|0.00|0.00",
                        "后|" + after + "|后　" + after + "|" + after + "|0.00|" + after + "|0.00|0.00");
        assertThat(rows(book, "贡献度变化"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.split("\\|", -1)[1]).isIn("工商银行", "招商银行", "浙商银行", "合计"));
        assertThat(rows(book, "贡献度变化").get(3)).isEqualTo("|合计|100.0000|—|—|—|100.0000|—");
        // Nothing else than figures moved anything: after the head, 名录, 办法 and 调整 are dashes everywhere.
        assertThat(rows(book, "资金变化"))
                .hasSizeGreaterThan(4)
                .allSatisfy(
                        row -> assertThat(row).matches("[^|]*\\|[^|]+\\|[^|]+\\|—\\|[^|]+\\|—\\|—\\|[^|]+\\|[^|]+"));
    }

    private static String row(
            String bank, Map<String, String> was, Map<String, String> is, String data, String change) {
        return "n|" + bank + "|" + was.get(bank) + "|—|" + data + "|—|" + is.get(bank) + "|" + change;
    }

    private static List<String> sheet(Map<String, List<String>> book, String name) {
        return Objects.requireNonNull(book.get(name), name);
    }

    /** The table's rows, without the running number. */
    private static List<String> rows(Map<String, List<String>> book, String sheet) {
        return sheet(book, sheet).stream()
                .filter(row -> row.matches("\\d+\\|.*") || row.startsWith("|合计"))
                .map(row -> sheet.equals("得分变化") ? row.replaceFirst("\\d+", "n") : row)
                .toList();
    }

    /** 浙商银行 leaves the register and 泰隆银行 comes with the same figures: it takes over all that the other had. */
    @Test
    void a_bank_that_came_and_one_that_is_gone_are_named_and_the_register_is_the_cause() throws Exception {
        SmallQuarter quarter = new SmallQuarter(PERIOD)
                .set(SmallQuarter.ROSTER, "银行名录", "A5", "B009")
                .set(SmallQuarter.ROSTER, "银行名录", "B5", "泰隆银行上饶分行")
                .set(SmallQuarter.ROSTER, "银行名录", "C5", "泰隆&<b>银行")
                .set(SmallQuarter.CREDIT, "存贷款", "A6", "泰隆&<b>银行")
                .set(SmallQuarter.TAX, "税收", "A6", "泰隆&<b>银行")
                .set(SmallQuarter.PLATFORM, "饶企云", "A4", "泰隆&<b>银行")
                .set(SmallQuarter.SURVEY, "满意度", "B4", "泰隆&<b>银行")
                .set(SmallQuarter.SURVEY, "满意度", "B7", "泰隆&<b>银行")
                .set(SmallQuarter.FUNDS, "财政存款", "B4", "泰隆&<b>银行")
                .set(SmallQuarter.RISK, "风险", "A2", "泰隆&<b>银行");
        publish(quarter, 2);
        String total = published(1, "total").get("浙商银行");
        assertThat(published(2, "total")).containsEntry("泰隆&<b>银行", total);

        Map<String, List<String>> book = shown(comparisons -> revisions(comparisons, 1, 2));

        assertThat(rows(book, "得分变化"))
                .contains("n|泰隆&<b>银行|—|+" + total + "|—|—|" + total + "|+" + total + "|名录新增")
                .contains("n|浙商银行|" + total + "|-" + total + "|—|—|0.00|-" + total + "|已不在名录");
        assertThat(book.get("名次变化"))
                .filteredOn(row -> row.contains("泰隆&<b>银行"))
                .allMatch(row -> row.endsWith("|—|名录新增"));
        assertThat(rows(book, "资金变化")).filteredOn(row -> row.contains("合计")).allMatch(row -> row.endsWith("|—"));
    }

    /** 工商银行 gets 300 万元 less, 招商银行 more: nothing but the decision moved them, and it is named with its reason. */
    @Test
    void what_leaders_changed_is_a_cause_of_its_own_with_its_reason_and_who_decided_it() throws Exception {
        SmallQuarter adjusted = new SmallQuarter(PERIOD)
                .rows(
                        "财政局/调整.xlsx",
                        "调整",
                        1,
                        List.of("资金类别", "银行名称", "调整金额（万元）", "理由", "批准人"),
                        List.of("社会保险基金", "工商银行", -300, "=留有余地", "市长 王某"),
                        List.of("社会保险基金", "招商银行", 300, "支持县域支行", "市长 王某"));
        publish(adjusted, 2);

        Map<String, List<String>> book = shown(comparisons -> revisions(comparisons, 1, 2));

        assertThat(rows(book, "资金变化"))
                .filteredOn(row -> row.contains("00.00|") && row.matches(".*[+-]300\\.00$"))
                .hasSize(2)
                .allMatch(row -> row.matches("\\d\\|(工商|招商)银行\\|[^|]+\\|—\\|—\\|—\\|([+-]300\\.00)\\|[^|]+\\|\\2"));
        assertThat(book.get("资金变化")).contains("后：社会保险基金，工商银行 -300.00万元；理由：=留有余地；批准人：市长 王某");
        assertThat(rows(book, "得分变化")).allMatch(row -> row.endsWith("|—"));
        assertThat(sheet(book, "得分变化图")).contains("各行得分没有变化。");
    }

    /** Twice the points for tax: all that moves is the rule's doing, and nobody published it. */
    @Test
    void another_rule_moves_by_the_rule_alone_and_is_said_to_be_unpublished() throws Exception {
        Path schemes = Files.createDirectories(folder.resolve("schemes"));
        Files.copy(Path.of("config/bankscore.yaml"), folder.resolve("bankscore.yaml"));
        Office other = office(folder);
        String text = Files.readString(Path.of("config/schemes/shangrao-2022.yaml"));
        Files.writeString(schemes.resolve("shangrao-2022.yaml"), text);
        Files.writeString(
                schemes.resolve("shangrao-2023.yaml"),
                text.replace("scheme: shangrao-2022", "scheme: shangrao-2023")
                        .replace("{from: 1000, points: 10}", "{from: 1000, points: 14}"));

        Map<String, List<String>> book =
                shown(comparisons -> comparisons.schemes(PERIOD, other, "shangrao-2022", "shangrao-2023"));

        // Tax 2602, 2702 and 2802 万元 all lie from 1000 on: 4 points more for each.
        assertThat(rows(book, "得分变化"))
                .hasSize(3)
                .allMatch(row -> row.matches("n\\|[^|]+\\|[^|]+\\|—\\|—\\|\\+4\\.00\\|[^|]+\\|\\+4\\.00"));
        assertThat(book.get("得分变化")).contains("注意：2022Q4 按办法 shangrao-2023 计算的结果没有发布，只供比较，不能作为依据。");
        assertThat(book.get("得分变化")).noneMatch(row -> row.contains("shangrao-2022 计算的结果没有发布"));
    }

    @Test
    void an_approved_revision_is_named_and_the_same_comparison_takes_the_place_of_its_file() throws Exception {
        publish(new SmallQuarter(PERIOD).set(SmallQuarter.PLATFORM, "饶企云", "B3", 5400), 2);
        try (Program program = new Program(input, output)) {
            program.face("上饶市")
                    .approvals(folder.resolve("output"))
                    .record(new Approvals.Asked(
                            PERIOD,
                            1,
                            DocumentNumber.read("饶府字〔2023〕1号").orElseThrow(),
                            LocalDate.of(2023, 1, 10),
                            false,
                            Optional.empty(),
                            Program.caller("approve")));
        }

        for (int i = 0; i < 2; i++) {
            Map<String, List<String>> book = shown(comparisons -> revisions(comparisons, 1, 2));
            assertThat(book.get("名次变化")).contains("2022Q4 经政府批准的是第1版（饶府字〔2023〕1号，2023-01-10）。");
        }
        try (var files = Files.list(output.resolve("compare"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("2022Q4-r1_2022Q4-r2.xlsx");
        }
    }
}

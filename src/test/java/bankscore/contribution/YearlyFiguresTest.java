package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.judge.compare.Cause;
import bankscore.contribution.load.RuleFiles;
import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.run.EndedRun;
import bankscore.run.questions.Questions.Asked;
import bankscore.run.request.RunOutcome.NothingNew;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.request.RunOutcome.Stopped;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Figures of the year out of its quarters, through the whole job.
 *
 * <p>In the small quarter loans are 1025, 1050, 1075, 1100 of 1300 of deposits at each bank: ratios 78.85, 80.77, 82.69, 84.62. The
 * first bank pays 650.5 of tax in the first quarter and 1301 up to the second.
 */
class YearlyFiguresTest extends QuarterByQuarter {

    private static final Words WORDS = Program.WORDS;

    private static final String SCHEME = """
            rule: shangrao
            scheme: shangrao-2022
            title: 按季归集的考核
            in_force: {from: 2022-01-13}
            source: {document: 按季归集的考核办法}
            rounding: {points: 2}
            measures:
              ldr:      {name: 存贷比, unit: "%", formula: loans / deposits * 100, round: 2}
              tax_paid: {name: 上缴税收, unit: 万元, formula: tax}
              year_ldr: {name: 年均存贷比, unit: "%", formula: ldr, over: quarters, of: mean, round: 2}
              year_tax: {name: 各季税收, unit: 万元, formula: tax_paid, over: quarters, of: sum}
              last_tax: {name: 最后税收, unit: 万元, formula: tax_paid, over: quarters, of: last}
              more:     {name: 税收差额, unit: 万元, formula: year_tax - last_tax}
            items:
              - {id: ldr, name: 存贷比, kind: base, measure: year_ldr, method: {value: {min: 0, max: 100}}, clause: 一, mark: text}
              - {id: tax, name: 税收, kind: base, measure: more, method: {ratio_to_best: {full: 10}}, clause: 一, mark: text}
              - {id: year, name: 年末税收, kind: base, measure: year_tax, method: {ratio_to_best: {full: 10}}, periods: [annual], clause: 一, mark: text}
            """;

    private static final String ROWS = """
            rule: shangrao
            scheme: shangrao-2022
            title: 看连续季度的考核
            in_force: {from: 2022-01-13}
            source: {document: 看连续季度的考核办法}
            rounding: {points: 2}
            measures:
              ldr: {name: 存贷比, unit: "%", formula: loans / deposits * 100, round: 2}
            items:
              - {id: ldr, name: 存贷比, kind: base, measure: ldr, method: {value: {min: 0, max: 100}}, only_if: {running: {measure: ldr, at_least: 80, periods: 3}, else: 1}, clause: 一, mark: text}
            """;

    @BeforeEach
    void a_rule_of_quarters() throws Exception {
        begins(SCHEME);
    }

    private String measures(String revision) throws Exception {
        return result(revision).get("banks").get(0).get("measures").toString();
    }

    private static List<String> told(EndedRun run, Code code) {
        return run.findings().stream()
                .filter(finding -> finding.code() == code)
                .map(PrintedFinding::found)
                .toList();
    }

    @Test
    void a_quarter_that_is_not_published_stops_the_run_and_is_named() throws Exception {
        EndedRun run = run("2022Q2");

        assertThat(run.end()).isEqualTo(Stopped.class);
        assertThat(told(run, Code.E331)).containsExactly("“年均存贷比”、“各季税收”、“最后税收”要用2022年第一季度公布的结果，这个季度还没有公布。");
    }

    @Test
    void figures_of_the_year_are_made_of_what_was_published_and_of_this_quarter() throws Exception {
        publish("2022Q1", "2022Q2");

        // (78.85 + 80.77) ÷ 2 = 79.81; 650.5 + 1301 = 1951.5; 1951.5 − 1301 = 650.5.
        assertThat(measures("2022Q1/r1"))
                .isEqualTo("{\"ldr\":\"78.85\",\"tax_paid\":\"650.5\",\"year_ldr\":\"78.85\",\"year_tax\":\"650.5\","
                        + "\"last_tax\":\"650.5\",\"more\":\"0\"}");
        assertThat(measures("2022Q2/r1"))
                .isEqualTo("{\"ldr\":\"80.77\",\"tax_paid\":\"1301\",\"year_ldr\":\"79.81\",\"year_tax\":\"1951.5\","
                        + "\"last_tax\":\"1301\",\"more\":\"650.5\"}");
        assertThat(result("2022Q2/r1")
                        .get("banks")
                        .get(0)
                        .get("items")
                        .get(0)
                        .get("explanation")
                        .asString())
                .isEqualTo("年均存贷比：2022年第一季度78.85%，2022年第二季度80.77%，平均 (78.85 + 80.77) ÷ 2 = 79.81%，保留2位小数四舍五入为79.81%；"
                        + "由人评定，按原值计 79.81分；保留2位小数四舍五入，得79.81分。");
    }

    @Test
    void book_letter_and_page_name_the_published_quarter_and_its_code() throws Exception {
        publish("2022Q1", "2022Q2");
        String code = result("2022Q1/r1").get("code").asString();
        Path revision = folder.resolve("output/2022Q2/r1");

        List<String> formulas = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try (InputStream in = Files.newInputStream(revision.resolve("考核结果.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            Sheet sheet = book.getSheet("指标测算");
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (row.getRowNum() == 4 && cell.getCellType() == CellType.FORMULA) {
                        formulas.add(cell.getCellFormula() + " = " + cell.getNumericCellValue());
                    }
                    if (row.getRowNum() == 4 && cell.getCellComment() != null) {
                        notes.add(cell.getCellComment().getString().getString());
                    }
                }
            }
        }
        // The row of some bank: this quarter live, the first one as it was published.
        assertThat(formulas)
                .contains(
                        "IFERROR(ROUND(ROUND(AVERAGE('指标测算'!$D$5,78.85),10),'规则与口径'!$C$58),\"—\") = 79.81",
                        "IFERROR(ROUND(SUM('指标测算'!$E$5,750.5),10),\"—\") = 2151.5",
                        "IFERROR(ROUND(IF(ISNUMBER('指标测算'!$E$5),'指标测算'!$E$5,750.5),10),\"—\") = 1401.0");
        assertThat(notes).contains("数据：2022年第一季度的存贷比 78.85%，见该季度第1版结果（校验码 " + code + "）");

        String sentence = "“年均存贷比”取各季度存贷比的平均值，本季度以前的采用已公布的结果：2022年第一季度（第1版，校验码 " + code + "）。";
        try (InputStream in = Files.newInputStream(revision.resolve("资金调拨方案.docx"));
                XWPFDocument letter = new XWPFDocument(in);
                XWPFWordExtractor text = new XWPFWordExtractor(letter)) {
            assertThat(text.getText()).contains(sentence);
        }
        assertThat(Files.readString(revision.resolve("report.html"))).contains(sentence);
    }

    @Test
    void an_answer_goes_down_to_the_earlier_revision_also_where_a_formula_stands_between() throws Exception {
        publish("2022Q1", "2022Q2");
        String code = result("2022Q1/r1").get("code").asString();

        assertThat(explained("2022Q2", 1, "B001"))
                .contains(
                        "数据：2022年第一季度的存贷比 78.85%，见该季度第1版结果（校验码 " + code + "）",
                        "其中：各季税收：2022年第一季度650.50万元，2022年第二季度1,301.00万元，合计 650.5 + 1,301 = 1,951.5万元",
                        "其中：最后税收：2022年第一季度650.50万元，2022年第二季度1,301.00万元，取最后一个有数值的季度，为1,301万元");
    }

    /** The first quarter once more: its first bank paid 1000 and not 650.5. */
    private void correctTheFirst() throws Exception {
        new SmallQuarter(new Period(2022, 1))
                .set(SmallQuarter.TAX, "税收", "B4", 1000)
                .write(folder.resolve("input"));
        publish("2022Q1");
    }

    @Test
    void an_earlier_quarter_published_anew_makes_something_new_and_is_to_be_verified() throws Exception {
        publish("2022Q1", "2022Q2");
        assertThat(run("2022Q2").end()).isEqualTo(NothingNew.class);

        correctTheFirst();
        EndedRun again = run("2022Q2");

        assertThat(again.end()).isEqualTo(Published.class);
        assertThat(told(again, Code.W404)).containsExactly("2022年第一季度在本期上一次公布以后又公布了第 2 版，本期用到它的指标都按这一版计算。");
        // 1000 + 1301.
        assertThat(measures("2022Q2/r2")).contains("\"year_tax\":\"2301\"");
        assertThat(run("2022Q2").end()).isEqualTo(NothingNew.class);
        // What was published before is still explained by what it went by.
        assertThat(explained("2022Q2", 1, "B001"))
                .anySatisfy(line -> assertThat(line).contains("650.5 + 1,301 = 1,951.5"));
        assertThat(explained("2022Q2", 2, "B001"))
                .anySatisfy(line -> assertThat(line).contains("1,000 + 1,301 = 2,301"));
    }

    @Test
    void a_quarter_in_between_that_still_goes_by_the_older_revision_is_named() throws Exception {
        publish("2022Q1", "2022Q2");
        correctTheFirst();

        assertThat(told(run("2022Q3"), Code.W404))
                .containsExactly("2022年第一季度在2022年第二季度公布以后又公布了第 2 版：本期按这一版计算，2022年第二季度还是按以前的版本计算的。");
    }

    @Test
    void what_only_the_year_asks_for_is_published_in_its_quarters_and_nothing_of_it_else() throws Exception {
        Files.writeString(
                config.resolve("schemes/shangrao-2022.yaml"), SCHEME.replaceAll("(?m)^.*(last_tax|more).*\\n", ""));
        publish("2022Q1");

        // The figure of the year itself only the year asks for, what it is made of each quarter publishes.
        assertThat(measures("2022Q1/r1"))
                .isEqualTo("{\"ldr\":\"78.85\",\"tax_paid\":\"650.5\",\"year_ldr\":\"78.85\"}");
    }

    @Test
    void a_comparison_tells_what_the_later_revision_of_an_earlier_quarter_moved() throws Exception {
        publish("2022Q1", "2022Q2");
        correctTheFirst();
        publish("2022Q2");

        try (Program program = later()) {
            PublishedQuarters published = new PublishedQuarters(program.revisions("上饶市"));
            Period second = new Period(2022, 2);
            Comparisons.Compared compared = new Comparisons(published)
                    .revisions(new Asked(second, Optional.of(1)), new Asked(second, Optional.of(2)));
            // 10 × 650.5 ÷ 850.5 = 7.65; then 10 × 1000 ÷ 1000.
            assertThat(compared.comparisons().get(0).banks())
                    .filteredOn(bank -> bank.bank().code().equals("B001"))
                    .singleElement()
                    .satisfies(bank -> assertThat(Stream.of(Cause.values())
                                    .map(cause -> bank.cause(cause).total().toString()))
                            .containsExactly("0", "2.35", "0", "0"));
        }
    }

    /** 78.85 in the first quarter, 80.77, 82.69, 84.62: from the fourth quarter on three in a row are not below 80. */
    @Test
    void a_row_of_quarters_goes_by_what_they_published_and_papers_say_so() throws Exception {
        Files.writeString(config.resolve("schemes/shangrao-2022.yaml"), ROWS);
        publish("2022Q1", "2022Q2", "2022Q3", "2022Q4");
        String second = result("2022Q2/r1").get("code").asString();
        String third = result("2022Q3/r1").get("code").asString();

        assertThat(points("2022Q3/r1")).isEqualTo("1.00");
        assertThat(explanation("2022Q3/r1")).contains("条件：连续3个季度（含本期）存贷比（82.69）不低于80（“存贷比”实际连续2个季度），未满足，得1分");
        assertThat(points("2022Q4/r1")).isEqualTo("84.62");
        assertThat(explanation("2022Q4/r1")).contains("已满足条件（连续3个季度（含本期）存贷比（84.62）不低于80）；");
        assertThat(explained("2022Q3", 1, "B001"))
                .contains(
                        "数据：2022年第二季度的存贷比 80.77%，不低于80，见该季度第1版结果（校验码 " + second + "）",
                        "数据：2022年第一季度的存贷比 78.85%，不是不低于80，连续到此为止，见该季度第1版结果（校验码 "
                                + result("2022Q1/r1").get("code").asString() + "）");
        Path revision = folder.resolve("output/2022Q4/r1");
        String sentence =
                "条件“连续3个季度（含本期）存贷比不低于80%”用到以前季度的结果：2022年第二季度（第1版，校验码 " + second + "），2022年第三季度（第1版，校验码 " + third + "）。";
        try (InputStream in = Files.newInputStream(revision.resolve("资金调拨方案.docx"));
                XWPFDocument letter = new XWPFDocument(in);
                XWPFWordExtractor text = new XWPFWordExtractor(letter)) {
            assertThat(text.getText()).contains(sentence);
        }
        assertThat(Files.readString(revision.resolve("report.html"))).contains(sentence);
        try (InputStream in = Files.newInputStream(revision.resolve("考核结果.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            Cell points = book.getSheet("得分汇总").getRow(4).getCell(2);
            // This quarter live; the row of the earlier ones is whole.
            assertThat(points.getCellFormula()).contains("IF(IF(AND(ISNUMBER('指标测算'!$D$4),");
            assertThat(points.getNumericCellValue()).isEqualTo(84.62);
            assertThat(points.getCellComment().getString().getString())
                    .contains("（校验码 " + second + "）", "（校验码 " + third + "）");
        }
    }

    private String points(String revision) throws Exception {
        return result(revision)
                .get("banks")
                .get(0)
                .get("items")
                .get(0)
                .get("points")
                .asString();
    }

    private String explanation(String revision) throws Exception {
        return result(revision)
                .get("banks")
                .get(0)
                .get("items")
                .get(0)
                .get("explanation")
                .asString();
    }

    @Test
    void lint_says_what_a_row_means_as_a_requirement() throws Exception {
        List<Dataset> datasets = RuleFiles.datasets();
        String required =
                "assess: {require: [{not: {running: {measure: ldr, below: 80, periods: 3}}, else: 连续过低}]}\nitems:";

        assertThat(new SchemeProof(WORDS)
                        .notes(
                                RuleFiles.parse(ROWS.replace("items:", required), datasets),
                                datasets,
                                UnaryOperator.identity()))
                .contains("提示：assess.require 里的“连续过低”用了 running。银行不参加考核的季度没有公布数值，连续就此中断，所以隔一个季度它又会参加考核；"
                        + "如果不是这个意思，请把 running 写在指标的 only_if 里。");
        assertThat(new SchemeProof(WORDS).notes(RuleFiles.parse(ROWS, datasets), datasets, UnaryOperator.identity()))
                .noneMatch(note -> note.contains("running"));
    }

    @Test
    void an_earlier_quarter_of_a_row_published_anew_is_told() throws Exception {
        Files.writeString(config.resolve("schemes/shangrao-2022.yaml"), ROWS);
        publish("2022Q1", "2022Q2");
        new SmallQuarter(new Period(2022, 1))
                .set(SmallQuarter.CREDIT, "存贷款", "B4", 3_800_000)
                .set(SmallQuarter.CREDIT, "存贷款", "B8", 8_200_000)
                .write(folder.resolve("input"));
        publish("2022Q1");

        assertThat(told(run("2022Q2"), Code.W404)).containsExactly("2022年第一季度在本期上一次公布以后又公布了第 2 版，本期用到它的指标都按这一版计算。");
    }
}

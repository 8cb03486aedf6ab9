package bankscore.contribution;

import static bankscore.contribution.SmallQuarter.CREDIT;
import static bankscore.contribution.SmallQuarter.FUNDS;
import static bankscore.contribution.SmallQuarter.TAX;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.answer.Answer;
import bankscore.contribution.judge.Report;
import bankscore.contribution.papers.ResultJson;
import bankscore.exact.Period;
import bankscore.load.WordsLoader;
import bankscore.run.EndedRun;
import bankscore.run.request.RunOutcome.Clean;
import bankscore.run.request.RunOutcome.Looked;
import bankscore.run.request.RunOutcome.Stopped;
import bankscore.run.revisions.Verification;
import bankscore.run.revisions.Verification.Recomputed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The read-back says what was understood of each sheet, on the console, on paper and in the result. */
class ReadBackTest {

    private static final Period Q3 = new Period(2022, 3);
    private static final Period Q4 = new Period(2022, 4);

    @TempDir
    Path folder = Path.of("");

    private Program program;

    @BeforeEach
    void start() throws Exception {
        program = new Program(folder.resolve("input"), folder.resolve("output"));
    }

    @AfterEach
    void close() {
        program.close();
    }

    private void publish(SmallQuarter quarter) throws Exception {
        quarter.write(folder.resolve("input"));
        program.run(quarter.period());
    }

    private EndedRun check(SmallQuarter quarter) throws Exception {
        quarter.write(folder.resolve("input"));
        return program.check(quarter.period());
    }

    private Map<?, ?> result(Period period, int revision) throws IOException {
        return Program.parse(Files.readAllBytes(revision(period, revision).resolve("result.json")));
    }

    private Path revision(Period period, int revision) {
        return program.output().resolve(period.toString()).resolve("r" + revision);
    }

    /** What the result holds of one dataset's sheets. */
    private static List<String> received(Map<?, ?> result, String dataset) {
        List<?> all = (List<?>) Objects.requireNonNull(result.get("received"));
        return all.stream()
                .map(each -> (Map<?, ?>) each)
                .filter(each -> dataset.equals(each.get("dataset")))
                .map(Object::toString)
                .toList();
    }

    private static List<String> console(EndedRun ended) {
        Looked looked = ended.told().end() instanceof Clean clean
                ? clean.looked()
                : ((Stopped) ended.told().end()).looked();
        return looked.readBack(WordsLoader.load()).pieces().stream()
                .map(piece -> ((Answer.Piece.Line) piece).text())
                .toList();
    }

    @Test
    void the_result_tells_unit_period_rows_and_totals_with_last_quarters_beside_them() throws Exception {
        publish(new SmallQuarter(Q3));
        publish(new SmallQuarter(Q4).set(TAX, "税收", "B4", 2602.000001));

        Map<?, ?> result = result(Q4, 1);

        // 650.5 × 4 + 0, 100, 200 and 0.000001 − 0; a quarter before 650.5 × 3 three times and 300
        assertThat(received(result, "tax"))
                .containsExactly("{file=税收.xlsx, sheet=税收, dataset=tax, unit=万元, unitFrom=B2, period=2022年1-12月,"
                        + " periodFrom=A2, rows=3, subjects=3,"
                        + " totals=[{column=tax, total=8106.000001, previous=6154.50}]}");
        assertThat(received(result, "holdings"))
                .containsExactly("{file=财政局/资金.xlsx, sheet=财政存款, dataset=holdings, unit=万元, unitFrom=null, period=null,"
                        + " periodFrom=null, rows=3, subjects=3, totals=[{column=held, total=6000.00, previous=6000.00},"
                        + " {column=unmatured, total=1000.00, previous=1000.00}]}");
        assertThat(received(result, "survey"))
                .containsExactly("{file=财政局/满意度.xlsx, sheet=满意度, dataset=survey, unit=null, unitFrom=null, period=null,"
                        + " periodFrom=null, rows=6, subjects=3, totals=[]}");
        assertThat(received(result, "roster"))
                .containsExactly("{file=财政局/名录.xlsx, sheet=银行名录, dataset=roster, unit=null, unitFrom=null, period=null,"
                        + " periodFrom=null, rows=4, subjects=4, totals=[]}");
        assertThat(received(result(Q3, 1), "tax").toString()).contains("total=6154.50, previous=null");
    }

    @Test
    void a_total_of_several_sheets_stands_beside_all_of_them_only_if_it_came_in_one_this_time() throws Exception {
        publish(new SmallQuarter(Q3));
        publish(split(new SmallQuarter(Q4)));
        publish(new SmallQuarter(new Period(2023, 1)));

        assertThat(received(result(Q4, 1), "tax").toString())
                .contains("sheet=税收, dataset=tax", "total=5304.00, previous=6154.50")
                .contains("sheet=续表, dataset=tax", "total=2802.00, previous=null");
        assertThat(received(result(new Period(2023, 1), 1), "tax").toString()).contains("previous=8106.00");
    }

    /** The last bank's tax on a sheet of its own. */
    private static SmallQuarter split(SmallQuarter quarter) {
        return quarter.set(TAX, "税收", "A6", "")
                .set(TAX, "税收", "B6", "")
                .rows(TAX, "续表", 1, List.of("2022年1-12月"), List.of("银行名称", "上缴税收（万元）"), List.of("浙商银行", 2802));
    }

    @Test
    void the_console_has_a_line_for_each_sheet_also_where_findings_stop_the_run() throws Exception {
        publish(new SmallQuarter(Q3));

        List<String> clean = console(check(new SmallQuarter(Q4).set(TAX, "税收", "B2", "单位：亿元")));
        List<String> stopped = console(check(new SmallQuarter(Q4).set(TAX, "税收", "B5", "约三千")));
        List<String> unread = console(check(new SmallQuarter(Q4).set(TAX, "税收", "A2", "2022年10-12月")));

        assertThat(clean)
                .contains("税收.xlsx › 税收：税收，亿元（B2），2022年1-12月（A2），3 行，3 家银行；上缴税收 8,106.00 亿元（上期 0.6155）")
                .contains("财政局/资金.xlsx › 资金池：资金池，万元（未写明，按万元），未写所属期，2 行；次年调配总额 1.30 亿元（上期 1.30）")
                .contains("财政局/满意度.xlsx › 满意度：满意度调查，6 行，3 家银行")
                .contains("财政局/名录.xlsx › 银行名录：银行名录，4 行，4 家银行");
        assertThat(stopped).contains("税收.xlsx › 税收：税收，万元（B2），2022年1-12月（A2），2 行，2 家银行；上缴税收 0.5404 亿元（上期 0.6155）");
        assertThat(unread)
                .contains("税收.xlsx › 税收：税收，万元（B2），2022年10-12月（A2），认表还有错误，行数和合计要改正后才读")
                .contains("财政局/名录.xlsx › 银行名录：银行名录，4 行，4 家银行");
    }

    @Test
    void it_is_the_first_sheet_of_the_list_of_problems() throws Exception {
        publish(new SmallQuarter(Q3));
        check(new SmallQuarter(Q4).set(TAX, "税收", "B5", "约三千"));

        try (XSSFWorkbook book =
                open(program.output().resolve("2022Q4").resolve("findings").resolve("问题清单.xlsx"))) {
            assertThat(book.getSheetName(0)).isEqualTo("收表回执");
            assertThat(book.getSheetName(1)).isEqualTo("问题清单");
            assertThat(rows(book.getSheetAt(0)))
                    .contains(
                            "上饶市2022年第四季度收表回执",
                            "文件|工作表|报表|单位|所属期|行数|栏目|合计|上期",
                            "税收.xlsx|税收|税收|万元（B2）|2022年1-12月（A2）|2 行，2 家银行|上缴税收|0.5404 亿元|0.6155 亿元",
                            "财政局/资金.xlsx|财政存款|财政存款|万元（未写明，按万元）|未写所属期|3 行，3 家银行|存款余额|0.6000 亿元|0.6000 亿元",
                            "||||||未到期定期|0.1000 亿元|0.1000 亿元",
                            "风险.xlsx|风险|风险|||1 行，1 家银行|||");
        }
    }

    @Test
    void the_book_adds_up_the_figures_it_holds() throws Exception {
        publish(new SmallQuarter(Q3));
        publish(new SmallQuarter(Q4));

        try (XSSFWorkbook book = open(revision(Q4, 1).resolve("考核结果.xlsx"))) {
            Sheet sheet = book.getSheet("收表回执");
            List<String> formulas = new ArrayList<>();
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        formulas.add(cell.getCellFormula() + " = " + cell.getNumericCellValue());
                    }
                }
            }
            assertThat(formulas)
                    .contains(
                            "SUMIFS('基础数据'!$E:$E,'基础数据'!$K:$K,\"tax\")/10000 = 0.8106",
                            "SUMIFS('基础数据'!$E:$E,'基础数据'!$K:$K,\"holdings.held\")/10000 = 0.6",
                            "SUMIFS('基础数据'!$E:$E,'基础数据'!$K:$K,\"holdings.unmatured\")/10000 = 0.1",
                            "SUMIFS('基础数据'!$E:$E,'基础数据'!$K:$K,\"pools\")/10000 = 1.3")
                    .hasSize(12);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            assertThat(rows(sheet)).anyMatch(row -> row.contains("上缴税收|0.8106|0.6155|"));
        }
    }

    @Test
    void a_revision_is_computed_again_with_what_stood_beside_it_then() throws Exception {
        publish(new SmallQuarter(Q3));
        publish(new SmallQuarter(Q4));
        publish(new SmallQuarter(Q3).set(TAX, "税收", "B4", 2000));

        Verification verification = program.face("上饶市").verification(program.output());
        Verification.Verified verified = verification
                .verify(verification.byPeriod(Q4, Optional.of(1)).orElseThrow(), Program.caller("verify"))
                .orElseThrow();

        assertThat(verified.differences()).isEmpty();
        assertThat(verified.recomputed()).isEqualTo(Recomputed.SAME);
        publish(new SmallQuarter(Q4));
        assertThat(received(result(Q4, 2), "tax").toString()).contains("previous=6203.00");
    }

    @Test
    void headings_that_state_the_unit_each_are_counted() throws Exception {
        SmallQuarter quarter = new SmallQuarter(Q4).set(CREDIT, "存贷款", "B2", "");
        for (String column : List.of("B", "C", "D", "E", "F", "G", "H")) {
            quarter.set(CREDIT, "存贷款", column + 3, quarter.get(CREDIT, "存贷款", column + 3) + "（万元）");
        }

        assertThat(console(check(quarter)).get(0)).contains("存贷款，万元（B3 等 7 处），");
        assertThat(console(check(new SmallQuarter(Q4).renameSheet(FUNDS, "资金池", "2023年资金池"))))
                .anyMatch(line -> line.contains("2023年（表名）"));
    }

    /** So that what was published before there was a read-back comes out byte for byte. */
    @Test
    void a_result_without_a_read_back_has_no_such_key() {
        Report older = SampleReport.small();

        Map<?, ?> result =
                Program.parse(ResultJson.of(older, WordsLoader.load()).bytes());

        assertThat(older.received()).isEmpty();
        assertThat(result.keySet().toString()).contains("findings").doesNotContain("received");
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        return new XSSFWorkbook(Files.newInputStream(file));
    }

    private static List<String> rows(Sheet sheet) {
        DataFormatter formatter = new DataFormatter();
        formatter.setUseCachedValuesForFormulaCells(true);
        List<String> rows = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(formatter.formatCellValue(cell)));
            rows.add(String.join("|", cells));
        }
        return rows;
    }
}

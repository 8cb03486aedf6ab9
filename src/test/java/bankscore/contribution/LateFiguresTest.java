package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.contribution.judge.compare.Cause;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.load.dataset.DatasetLoader;
import bankscore.run.EndedRun;
import bankscore.run.questions.Questions.Asked;
import bankscore.run.request.RunOutcome.NothingNew;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.request.RunOutcome.Stopped;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Figures that were not sent, where the column says that the last published one counts, through the whole job.
 *
 * <p>In the small quarter 招商银行 has deposits of 2600000 and loans of 2050000, 2100000, 2150000, 2200000 at the end of the quarters
 * of 2022: ratios 78.85, 80.77, 82.69, 84.62. It pays 750.5, 1401, 2051.5, 2702 of tax up to them.
 */
class LateFiguresTest extends QuarterByQuarter {

    private static final Words WORDS = Program.WORDS;

    private static final String SCHEME = """
            rule: shangrao
            scheme: shangrao-2022
            title: 迟报沿用的考核
            in_force: {from: 2022-01-13}
            source: {document: 迟报沿用的考核办法}
            rounding: {points: 2}
            measures:
              ldr:      {name: 存贷比, unit: "%", formula: loans / deposits * 100, round: 2}
              tax_paid: {name: 上缴税收, unit: 万元, formula: tax}
            benchmarks:
              city: {formula: sum(loans) / sum(deposits) * 100, over: all, round: 2}
            items:
              - {id: ldr, name: 存贷比, kind: base, measure: ldr, method: {linear: {base: 60, reference: city, per: 1, points: 1, steps: pro_rata, min: 0, max: 100}}, clause: 一, mark: text}
              - {id: tax, name: 税收, kind: base, measure: tax_paid, method: {ratio_to_best: {full: 10}}, clause: 一, mark: text}
            """;

    @BeforeEach
    void a_rule_whose_columns_may_be_late() throws Exception {
        begins(SCHEME);
        late("credit", "deposits|loans");
        late("tax", "tax");
    }

    /** Says of columns that their last published figures count. */
    private void late(String dataset, String columns) throws Exception {
        Path file = config.resolve("datasets/" + dataset + ".yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll("(\\{id: (?:" + columns + "), name: .*)\\}", "$1, if_late: previous}"));
    }

    private void send(int year, int quarter, UnaryOperator<SmallQuarter> how) throws Exception {
        how.apply(new SmallQuarter(new Period(year, quarter))).write(folder.resolve("input"));
    }

    /** Without what 招商银行 lends; then the sheet cannot say what all lend. */
    private static SmallQuarter withoutLoans(SmallQuarter quarter) {
        return quarter.set(SmallQuarter.CREDIT, "存贷款", "D5", "").set(SmallQuarter.CREDIT, "存贷款", "D8", "");
    }

    /** Without the row of 招商银行, and without what all add up to. */
    private static SmallQuarter withoutRow(SmallQuarter quarter) {
        for (char column = 'A'; column <= 'H'; column++) {
            quarter.set(SmallQuarter.CREDIT, "存贷款", column + "5", "");
            quarter.set(SmallQuarter.CREDIT, "存贷款", column + "8", "");
        }
        return quarter;
    }

    private String code(String revision) throws Exception {
        return result(revision).get("code").asString();
    }

    /** What a revision says that a bank's measure is. */
    private String measure(String revision, String bank, String measure) throws Exception {
        for (JsonNode each : result(revision).get("banks")) {
            if (each.get("code").asString().equals(bank)) {
                return each.get("measures").get(measure).asString();
            }
        }
        throw new AssertionError(bank);
    }

    private static List<String> told(EndedRun run, Code code) {
        return run.findings().stream()
                .filter(finding -> finding.code() == code)
                .map(finding -> place(finding) + finding.found())
                .toList();
    }

    private static String place(PrintedFinding finding) {
        String place = finding.place().toString();
        return place.isEmpty() ? "" : place + "：";
    }

    private static final String CELL = "人民银行/存贷款.xlsx › 存贷款 › D5：";

    @Test
    void an_empty_cell_takes_the_last_published_figure_and_is_to_be_verified() throws Exception {
        send(2022, 2, LateFiguresTest::withoutLoans);
        publish("2022Q1");
        EndedRun run = run("2022Q2");

        assertThat(run.end()).isEqualTo(Published.class);
        assertThat(told(run, Code.W226))
                .containsExactly(CELL + "“招商银行上饶分行”的“贷款余额”是空的，或只填了“—”“无”等；沿用2022年第一季度第 1 版的 2050000万元。");
        assertThat(run.findings())
                .filteredOn(finding -> finding.code() == Code.W226)
                .singleElement()
                .satisfies(finding -> assertThat(finding.action()).isEqualTo("请催报；收到后补进表里，重新运行。确实没有新数的，请写明原因。"));
        assertThat(told(run, Code.E206)).isEmpty();
        // 2050000 ÷ 2600000, and not 2100000; deposits were sent.
        assertThat(measure("2022Q2/r1", "B002", "ldr")).isEqualTo("78.85");
        // (3150000 + 2050000 + 1050000 + 400000) ÷ 8300000: those who are not assessed are counted with the others.
        assertThat(result("2022Q2/r1")
                        .get("benchmarks")
                        .get("city")
                        .get("value")
                        .asString())
                .isEqualTo("80.12");
        assertThat(result("2022Q2/r1").get("late").toString())
                .isEqualTo("[{\"bank\":\"B002\",\"column\":\"loans\",\"value\":\"2050000\",\"period\":\"2022Q1\","
                        + "\"revision\":1,\"code\":\"" + code("2022Q1/r1") + "\"}]");
        assertThat(result("2022Q1/r1").has("late")).isFalse();
    }

    @Test
    void a_missing_row_takes_what_the_last_period_used_itself_late_and_is_told_again() throws Exception {
        send(2022, 2, LateFiguresTest::withoutLoans);
        send(2022, 3, LateFiguresTest::withoutRow);
        publish("2022Q1", "2022Q2");
        EndedRun run = run("2022Q3");

        assertThat(run.end()).isEqualTo(Published.class);
        // The deposits are those of the second quarter, the loans those of the first, which the second used.
        assertThat(told(run, Code.W226))
                .containsExactlyInAnyOrder(
                        "人民银行/存贷款.xlsx › 存贷款：表中没有“招商银行上饶分行”这一行；沿用2022年第二季度第 1 版的数：“存款余额” 2600000万元。",
                        "人民银行/存贷款.xlsx › 存贷款：表中没有“招商银行上饶分行”这一行；沿用2022年第一季度第 1 版的数：“贷款余额” 2050000万元。");
        assertThat(told(run, Code.E303)).isEmpty();
        assertThat(measure("2022Q3/r1", "B002", "ldr")).isEqualTo("78.85");
        assertThat(result("2022Q3/r1").get("late").toString())
                .contains("\"period\":\"2022Q1\"", "\"period\":\"2022Q2\"");
    }

    @Test
    void a_missing_sheet_takes_the_figures_of_all_and_each_bank_is_told() throws Exception {
        send(2022, 2, quarter -> quarter.remove(SmallQuarter.TAX));
        publish("2022Q1");
        EndedRun run = run("2022Q2");

        assertThat(run.end()).isEqualTo(Published.class);
        assertThat(told(run, Code.W226))
                .containsExactlyInAnyOrder(
                        "没有找到“税收”表；3 家银行的数都沿用上一次公布的一期采用的数，每家是多少、是哪一期的，见各家的提示。",
                        "没有找到“税收”表；“中国工商银行上饶分行”沿用2022年第一季度第 1 版的数：“上缴税收” 650.5万元。",
                        "没有找到“税收”表；“招商银行上饶分行”沿用2022年第一季度第 1 版的数：“上缴税收” 750.5万元。",
                        "没有找到“税收”表；“浙商银行上饶分行”沿用2022年第一季度第 1 版的数：“上缴税收” 850.5万元。");
        assertThat(told(run, Code.E110)).isEmpty();
        assertThat(measure("2022Q2/r1", "B002", "tax_paid")).isEqualTo("750.5");
    }

    @Test
    void a_sheet_without_rows_is_one_whose_rows_are_all_missing() throws Exception {
        send(2022, 2, quarter -> {
            for (int row = 4; row <= 6; row++) {
                quarter.set(SmallQuarter.TAX, "税收", "A" + row, "").set(SmallQuarter.TAX, "税收", "B" + row, "");
            }
            return quarter;
        });
        publish("2022Q1");
        EndedRun run = run("2022Q2");

        assertThat(run.end()).isEqualTo(Published.class);
        assertThat(told(run, Code.W226))
                .hasSize(3)
                .allSatisfy(found -> assertThat(found).startsWith("税收.xlsx › 税收：表中没有“"));
        assertThat(told(run, Code.W106)).hasSize(1);
    }

    @Test
    void with_nothing_to_take_what_is_missing_stays_an_error() throws Exception {
        send(2022, 1, LateFiguresTest::withoutLoans);
        EndedRun first = run("2022Q1");

        assertThat(first.end()).isEqualTo(Stopped.class);
        assertThat(told(first, Code.E206)).containsExactly(CELL + "该格为空，或只填了“—”“无”等；空白不会当作 0。");

        send(2022, 1, all -> all);
        publish("2022Q1");
        UnaryOperator<SmallQuarter> another = quarter -> quarter.rows(
                SmallQuarter.ROSTER,
                "银行名录",
                7,
                List.of("B005", "兴业银行上饶分行", "兴业银行", "", "股份制", LocalDate.of(2015, 1, 1), "是"));
        send(2022, 2, quarter -> another.apply(quarter).remove(SmallQuarter.TAX));
        EndedRun second = run("2022Q2");

        // One bank has nothing: then the sheet is missing for all, and nobody else's figures are taken.
        assertThat(second.end()).isEqualTo(Stopped.class);
        assertThat(told(second, Code.E110)).containsExactly("没有找到“税收”表；上一次公布的一期也没有兴业银行上饶分行可以沿用的数。");
        assertThat(told(second, Code.W226)).isEmpty();

        send(2022, 2, another);
        EndedRun third = run("2022Q2");

        assertThat(third.end()).isEqualTo(Stopped.class);
        assertThat(told(third, Code.E303))
                .containsExactlyInAnyOrder(
                        "人民银行/存贷款.xlsx › 存贷款：表中没有“兴业银行上饶分行”这一行；上一次公布的一期也没有可以沿用的数。",
                        "税收.xlsx › 税收：表中没有“兴业银行上饶分行”这一行；上一次公布的一期也没有可以沿用的数。");
    }

    @Test
    void what_a_cell_says_wrongly_or_a_heading_that_is_not_there_stays_an_error() throws Exception {
        publish("2022Q1");
        send(
                2022,
                2,
                quarter ->
                        quarter.set(SmallQuarter.CREDIT, "存贷款", "D5", "待报").set(SmallQuarter.CREDIT, "存贷款", "D8", ""));
        EndedRun wrong = run("2022Q2");

        assertThat(wrong.end()).isEqualTo(Stopped.class);
        assertThat(told(wrong, Code.E201)).hasSize(1);
        assertThat(told(wrong, Code.W226)).isEmpty();

        send(2022, 2, quarter -> quarter.set(SmallQuarter.TAX, "税收", "B3", ""));
        EndedRun headless = run("2022Q2");

        assertThat(headless.end()).isEqualTo(Stopped.class);
        assertThat(told(headless, Code.W226)).isEmpty();
    }

    @Test
    void another_column_that_the_rule_uses_keeps_its_row_due() throws Exception {
        Files.writeString(
                config.resolve("schemes/shangrao-2022.yaml"), SCHEME.replace("loans / deposits", "sme_loans / loans"));
        send(2022, 2, LateFiguresTest::withoutRow);
        publish("2022Q1");
        EndedRun run = run("2022Q2");

        assertThat(run.end()).isEqualTo(Stopped.class);
        assertThat(told(run, Code.E303)).containsExactly("人民银行/存贷款.xlsx › 存贷款：表中没有“招商银行上饶分行”这一行。");
        assertThat(told(run, Code.W226)).isEmpty();
    }

    @Test
    void over_the_years_end_a_balance_is_taken_and_a_running_total_or_an_opening_figure_is_not() throws Exception {
        late("credit", "loans_opening");
        Files.writeString(
                config.resolve("schemes/shangrao-2022.yaml"),
                SCHEME.replace("formula: loans / deposits * 100", "formula: (loans - loans_opening) / deposits * 100"));
        publish("2022Q4");
        send(
                2023,
                1,
                quarter -> withoutLoans(quarter)
                        .set(SmallQuarter.CREDIT, "存贷款", "C5", "")
                        .set(SmallQuarter.CREDIT, "存贷款", "C8", "")
                        .set(SmallQuarter.TAX, "税收", "B5", ""));
        EndedRun run = run("2023Q1");

        assertThat(run.end()).isEqualTo(Stopped.class);
        assertThat(told(run, Code.W226))
                .containsExactly(CELL + "“招商银行上饶分行”的“贷款余额”是空的，或只填了“—”“无”等；沿用2022年第四季度第 1 版的 2200000万元。");
        assertThat(told(run, Code.E206))
                .containsExactlyInAnyOrder(
                        "人民银行/存贷款.xlsx › 存贷款 › C5：该格为空，或只填了“—”“无”等；上一次公布的一期也没有可以沿用的数。",
                        "税收.xlsx › 税收 › B5：该格为空，或只填了“—”“无”等；上一次公布的一期也没有可以沿用的数。");
    }

    @Test
    void the_last_published_period_decides_even_where_a_quarter_was_left_out() throws Exception {
        send(2022, 3, LateFiguresTest::withoutLoans);
        publish("2022Q1");
        EndedRun run = run("2022Q3");

        assertThat(run.end()).isEqualTo(Published.class);
        assertThat(told(run, Code.W226))
                .singleElement()
                .satisfies(found -> assertThat(found).contains("沿用2022年第一季度第 1 版的 2050000万元"));
    }

    /** The first quarter once more: 招商银行 lends 2000000 and not 2050000. */
    private void correctTheFirst() throws Exception {
        send(
                2022,
                1,
                quarter -> quarter.set(SmallQuarter.CREDIT, "存贷款", "D5", 2_000_000)
                        .set(SmallQuarter.CREDIT, "存贷款", "D8", 6_500_000));
        publish("2022Q1");
    }

    @Test
    void a_later_revision_of_the_quarter_is_taken_and_to_be_verified() throws Exception {
        send(2022, 2, LateFiguresTest::withoutLoans);
        publish("2022Q1", "2022Q2");
        assertThat(run("2022Q2").end()).isEqualTo(NothingNew.class);
        correctTheFirst();
        EndedRun again = run("2022Q2");

        assertThat(again.end()).isEqualTo(Published.class);
        assertThat(told(again, Code.W226))
                .singleElement()
                .satisfies(found -> assertThat(found).contains("沿用2022年第一季度第 2 版的 2000000万元"));
        assertThat(told(again, Code.W404)).containsExactly("2022年第一季度在本期上一次公布以后又公布了第 2 版，本期用到它的指标都按这一版计算。");
        assertThat(measure("2022Q2/r1", "B002", "ldr")).isEqualTo("78.85");
        // 2000000 ÷ 2600000.
        assertThat(measure("2022Q2/r2", "B002", "ldr")).isEqualTo("76.92");
        assertThat(explained("2022Q2", 1, "B002"))
                .anySatisfy(line -> assertThat(line).contains("2,050,000.00万元，本期没有报送，沿用2022年第一季度（第1版"));
        assertThat(explained("2022Q2", 2, "B002"))
                .anySatisfy(line -> assertThat(line).contains("2,000,000.00万元，本期没有报送，沿用2022年第一季度（第2版"));
    }

    @Test
    void a_quarter_in_between_that_still_goes_by_the_older_revision_hands_its_figure_on_and_is_named()
            throws Exception {
        send(2022, 2, LateFiguresTest::withoutLoans);
        send(2022, 3, LateFiguresTest::withoutLoans);
        publish("2022Q1", "2022Q2");
        correctTheFirst();
        EndedRun third = run("2022Q3");

        assertThat(told(third, Code.W404))
                .containsExactly("2022年第一季度在2022年第二季度公布以后又公布了第 2 版：2022年第二季度沿用的是它以前一版的数，本期又沿用2022年第二季度的，也还是以前的数。");
        // What the last published period used: 2050000, and not what the first quarter says now.
        assertThat(measure("2022Q3/r1", "B002", "ldr")).isEqualTo("78.85");

        publish("2022Q2");
        EndedRun again = run("2022Q3");
        assertThat(again.end()).isEqualTo(Published.class);
        assertThat(measure("2022Q3/r2", "B002", "ldr")).isEqualTo("76.92");
    }

    @Test
    void a_figure_that_arrives_is_taken_and_a_comparison_says_what_stood_for_it() throws Exception {
        send(2022, 2, LateFiguresTest::withoutLoans);
        publish("2022Q1", "2022Q2");
        send(2022, 2, all -> all);
        publish("2022Q2");

        assertThat(measure("2022Q2/r2", "B002", "ldr")).isEqualTo("80.77");
        assertThat(result("2022Q2/r2").has("late")).isFalse();
        try (Program program = later()) {
            PublishedQuarters published = new PublishedQuarters(program.revisions("上饶市"));
            Period second = new Period(2022, 2);
            Comparisons.Compared compared = new Comparisons(published)
                    .revisions(new Asked(second, Optional.of(1)), new Asked(second, Optional.of(2)));
            // 60 + 78.85 − 80.12 = 58.73; then all three banks are at 80.77 and the city at 80.72.
            assertThat(compared.comparisons().get(0).banks())
                    .filteredOn(bank -> bank.bank().code().equals("B002"))
                    .singleElement()
                    .satisfies(bank -> assertThat(Stream.of(Cause.values())
                                    .map(cause -> bank.cause(cause).total().toString()))
                            .containsExactly("0", "1.32", "0", "0"));
            assertThat(compared.answer(WORDS).subtitle())
                    .contains("前：招商银行的“贷款余额”本期没有报送，沿用上一次公布的一期采用的数，原数见2022年第一季度（第1版，校验码 " + code("2022Q1/r1") + "）。")
                    .doesNotContain("后：招商银行");
        }
    }

    @Test
    void a_file_that_is_withdrawn_makes_its_figures_those_of_the_period_before() throws Exception {
        publish("2022Q1", "2022Q2");
        send(2022, 2, quarter -> quarter.remove(SmallQuarter.TAX));
        EndedRun again = run("2022Q2");

        assertThat(again.end()).isEqualTo(Published.class);
        // 1401 was sent and withdrawn: 750.5 of the first quarter counts, and not this quarter's own earlier revision.
        assertThat(measure("2022Q2/r1", "B002", "tax_paid")).isEqualTo("1401");
        assertThat(measure("2022Q2/r2", "B002", "tax_paid")).isEqualTo("750.5");
        assertThat(told(again, Code.W226)).hasSize(4);
    }

    @Test
    void a_bank_that_is_not_assessed_is_counted_with_its_last_figure_where_a_figure_is_of_all() throws Exception {
        send(2022, 2, quarter -> {
            for (char column = 'A'; column <= 'H'; column++) {
                quarter.set(SmallQuarter.CREDIT, "存贷款", column + "7", "");
                quarter.set(SmallQuarter.CREDIT, "存贷款", column + "8", "");
            }
            return quarter;
        });
        publish("2022Q1");
        EndedRun run = run("2022Q2");

        assertThat(told(run, Code.W226))
                .singleElement()
                .satisfies(found -> assertThat(found).contains("表中没有“农业发展银行上饶分行”这一行；沿用2022年第一季度第 1 版的数"));
        // (3150000 × 2 + 400000) ÷ 8300000 as if it had been sent; without the bank it would be 6300000 ÷ 7800000 =
        // 80.77.
        assertThat(result("2022Q2/r1")
                        .get("benchmarks")
                        .get("city")
                        .get("value")
                        .asString())
                .isEqualTo("80.72");
    }

    @Test
    void book_letter_page_and_answer_mark_the_figure() throws Exception {
        send(2022, 2, LateFiguresTest::withoutLoans);
        publish("2022Q1", "2022Q2");
        String code = code("2022Q1/r1");
        Path revision = folder.resolve("output/2022Q2/r1");
        String source = "本期没有报送，沿用2022年第一季度（第1版，校验码 " + code + "）的数";

        try (InputStream in = Files.newInputStream(revision.resolve("考核结果.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(marked(book.getSheet("基础数据"))).containsExactly("B002 2050000.0 " + source + " " + source);
            assertThat(String.join("\n", texts(book.getSheet("得分说明")))).contains("贷款余额 2,050,000.00（" + source + "）");
        }
        String sentence = "招商银行的“贷款余额”本期没有报送，沿用上一次公布的一期采用的数，原数见2022年第一季度（第1版，校验码 " + code + "）。";
        try (InputStream in = Files.newInputStream(revision.resolve("资金调拨方案.docx"));
                XWPFDocument letter = new XWPFDocument(in);
                XWPFWordExtractor text = new XWPFWordExtractor(letter)) {
            assertThat(text.getText()).contains(sentence);
        }
        assertThat(Files.readString(revision.resolve("report.html"))).contains(sentence);
        assertThat(explained("2022Q2", 1, "B002")).contains("数据：贷款余额 2,050,000.00万元，" + source);
    }

    private static List<String> marked(Sheet figures) {
        List<String> rows = new ArrayList<>();
        for (Row row : figures) {
            if (row.getCell(4) != null && row.getCell(4).getCellComment() != null) {
                rows.add(row.getCell(0).getStringCellValue() + " "
                        + row.getCell(4).getNumericCellValue() + " "
                        + row.getCell(6).getStringCellValue() + " "
                        + row.getCell(4).getCellComment().getString().getString());
            }
        }
        return rows;
    }

    private static List<String> texts(Sheet sheet) {
        List<String> texts = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
        return texts;
    }

    @Test
    void what_if_the_figure_had_arrived_is_tried_without_it() throws Exception {
        send(2022, 2, LateFiguresTest::withoutLoans);
        publish("2022Q1", "2022Q2");
        try (Program program = later()) {
            Simulations.Simulated simulated = new Simulations(program.revisions("上饶市"))
                    .simulate(new Simulations.Asked(
                            new Period(2022, 2), List.of("figures.B002.loans=2100000"), Program.caller("simulate")));

            assertThat(simulated.stopping()).isEmpty();
            assertThat(simulated.changes().get(0).before()).contains("2050000");
            assertThat(simulated.judged().quarter().facts().late()).isEmpty();
        }
    }

    /** Of a case the last quarter tells what it used, of the columns that may be late. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {2022Q1: {figures: {A: {loans: 70}}}}                                    |
            {2022Q1: {figures: {A: {loans: 70}}}, 2022Q2: {figures: {A: {tax: 7}}}}  | earlier_not_read
            {2022Q2: {figures: {A: {sme_loans: 70}}}}                                | earlier_value_not_read
            {2022Q2: {figures: {B: {loans: 70}}}}                                    | unknown_word
            {2022Q2: {measures: {A: {ldr: 70}}}}                                     | earlier_not_read
            {2022Q3: {figures: {A: {loans: 70}}}}                                    | not_an_earlier_period
            """)
    void a_case_says_what_the_last_quarter_used(String earlier, @Nullable String problem) throws Exception {
        List<Dataset> datasets = DatasetLoader.loadAll(config.resolve("datasets"));
        Files.createDirectories(folder.resolve("cases/shangrao-2022"));
        Files.writeString(folder.resolve("cases/shangrao-2022/one.yaml"), """
                name: one
                period: 2022Q3
                banks: [A]
                figures: {A: {deposits: 100, tax: 1}}
                earlier: %s
                expect: {measures: {A: {ldr: 70, tax_paid: 1}}}
                """.formatted(earlier));
        Scheme scheme = RuleFiles.parse(SCHEME, datasets);

        if (problem == null) {
            assertThat(CaseLoader.loadAll(folder.resolve("cases"), scheme, datasets)
                            .get(0)
                            .differences(scheme))
                    .isEmpty();
        } else {
            assertThatThrownBy(() -> CaseLoader.loadAll(folder.resolve("cases"), scheme, datasets))
                    .isInstanceOfSatisfying(
                            ConfigException.class,
                            refused -> assertThat(refused.problems())
                                    .extracting(ConfigProblem::code)
                                    .contains(problem));
        }
    }

    @Test
    void lint_says_what_a_late_column_takes() throws Exception {
        List<Dataset> datasets = DatasetLoader.loadAll(config.resolve("datasets"));

        assertThat(new SchemeProof(WORDS).notes(RuleFiles.parse(SCHEME, datasets), datasets, UnaryOperator.identity()))
                .contains(
                        "提示：“存款余额”、“贷款余额”没有报时，沿用上一次公布的一期采用的数，跨年也沿用；每次都会提示核实。",
                        "提示：“上缴税收”没有报时，沿用上一次公布的一期采用的数，只在本年内沿用；每次都会提示核实。");
    }
}

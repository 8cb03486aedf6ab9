package bankscore.contribution;

import static bankscore.contribution.load.WorkedByHand.differences;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.book.ScoreWorkbook;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.papers.OfficialLetter;
import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.papers.ResultPage;
import bankscore.contribution.say.WorkingSentence;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.intake.Dataset;
import bankscore.office.Letterhead;
import bankscore.paper.json.Json;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Where a cycle ends money moves and the letter asks for it; elsewhere it is watched. */
class CyclesTest {

    private static final String HEAD = """
            rule: test
            scheme: test
            title: 测试考核
            in_force: {from: 2022-01-01}
            source: {document: 办法}
            rounding: {points: 2}
            """;

    private static final String RULE = """
            measures:
              paid: {name: 税, unit: 万元, formula: tax}
              lent: {name: 贷款, unit: 万元, formula: loans}
            items:
              - {id: tax, name: 税, kind: base, measure: paid, method: {bands: [{points: 0}, {from: 100, points: 40}]}, clause: 一, mark: text}
              - {id: loans, name: 贷款, kind: base, measure: lent, method: {ratio_to_best: {full: 60}}, periods: [annual], clause: 一, mark: text}
            """;

    private static final String CASE = """
            name: case
            period: %s
            banks: [A, B]
            figures: {A: {tax: 100, loans: 5}, B: {tax: 50, loans: 10}}
            pools: {社保: 100}
            holdings: [{fund: 社保, bank: B, held: 40}]
            expect: {}
            """;

    @TempDir
    Path folder = Path.of("");

    /** Year only the fourth quarter, half-year the second too, quarter all; the year's assessment is the fourth whatever the cycle. */
    @ParameterizedTest
    @CsvSource({
        "year, 2022Q1, interim, true, 关于2022年第一季度, 监测情况的报告",
        "year, 2022Q2, interim, true, 关于2022年第二季度, 监测情况的报告",
        "year, 2022Q4, annual, false, 关于2022年度, 资金调拨方案的请示",
        "half_year, 2022Q1, interim, true, 关于2022年第一季度, 监测情况的报告",
        "half_year, 2022Q2, interim, false, 关于2022年上半年, 资金调拨方案的请示",
        "half_year, 2022Q3, interim, true, 关于2022年第三季度, 监测情况的报告",
        "half_year, 2022Q4, annual, false, 关于2022年度, 资金调拨方案的请示",
        "quarter, 2022Q1, interim, false, 关于2022年第一季度, 资金调拨方案的请示",
        "quarter, 2022Q3, interim, false, 关于2022年第三季度, 资金调拨方案的请示",
        "quarter, 2022Q4, annual, false, 关于2022年度, 资金调拨方案的请示",
    })
    void at_the_end_of_a_cycle_the_plan_is_real_and_the_letter_is_a_request(
            String cycle, String period, String status, boolean indicative, String of, String asks) throws Exception {
        Report report = report("cycle: " + cycle + "\n", period);
        JsonNode result = Json.read(ResultJson.of(report, PaperFixture.words()).bytes());

        assertThat(result.path("status").asString()).isEqualTo(status);
        assertThat(result.path("allocation").path("indicative").asBoolean(!indicative))
                .isEqualTo(indicative);
        assertThat(title(report)).contains(of, asks);
    }

    /** Figures are those of the year to date, and a band of 100 is 100 in the first quarter. */
    @Test
    void bands_are_not_halved_and_an_item_of_the_year_is_not_there_in_a_quarter() throws Exception {
        for (String period : List.of("2022Q1", "2022Q2", "2022Q4")) {
            Report report = report("cycle: half_year\n", period);
            JsonNode bank = Json.read(
                            ResultJson.of(report, PaperFixture.words()).bytes())
                    .path("banks")
                    .get(0);
            boolean year = period.endsWith("4");
            assertThat(bank.path("items")
                            .valueStream()
                            .map(item -> item.path("id").asString() + " "
                                    + item.path("points").asString()))
                    .containsExactlyElementsOf(year ? List.of("tax 40.00", "loans 30.00") : List.of("tax 40.00"));
            assertThat(bank.path("measures").propertyNames())
                    .containsExactlyElementsOf(year ? List.of("paid", "lent") : List.of("paid"));
        }
    }

    @Test
    void what_only_the_year_needs_is_not_asked_for_before() throws Exception {
        Scheme scheme = RuleFiles.parse(HEAD + RULE);

        assertThat(scheme.in(new Period(2022, 2)).columns()).containsExactly("tax");
        assertThat(scheme.in(new Period(2022, 4)).columns()).containsExactlyInAnyOrder("tax", "loans");
    }

    /**
     * In force from 1 April on: the first quarter, which ended before, is not asked for, though it is published. A had no value in
     * the second, B in none: of A 9 and 12 are left, and one finding each says so.
     */
    @Test
    void figures_of_the_year_take_the_quarters_since_the_rule_is_in_force() throws Exception {
        String rule = """
                measures:
                  part: {name: 比, formula: tax / deposits}
                  avg: {name: 均, formula: part, over: quarters, of: mean}
                  all:  {name: 和, formula: part, over: quarters, of: sum}
                  last: {name: 末, formula: part, over: quarters, of: last}
                items:
                  - {id: m, name: 均, kind: base, measure: avg, method: {value: {min: 0, max: 100}}, clause: 一, mark: text}
                  - {id: s, name: 和, kind: base, measure: all, method: {value: {min: 0, max: 100}}, clause: 一, mark: text}
                  - {id: l, name: 末, kind: base, measure: last, method: {value: {min: 0, max: 100}}, clause: 一, mark: text}
                """;
        String worked = """
                period: 2022Q4
                banks: [A, B]
                figures: {A: {tax: 12, deposits: 1}, B: {tax: 12, deposits: 0}}
                earlier:
                  2022Q1: {measures: {A: {part: 100}, B: {part: 100}}}
                  2022Q2: {measures: {B: {}}}
                  2022Q3: {measures: {A: {part: 9}}}
                expect:
                  measures: {A: {avg: %s, all: %s, last: 12}, B: {avg: %s, all: %s, last: %s}}
                """;
        List<Dataset> datasets = RuleFiles.datasets();
        Scheme since = RuleFiles.parse(HEAD.replace("2022-01-01", "2022-04-01") + rule, datasets);
        assertThat(CaseLoader.parse(
                                "case",
                                "name: case\n" + worked.formatted("10.5", 21, "null", "null", "null"),
                                "test",
                                datasets)
                        .differences(since))
                .isEmpty();
        // In force on the first quarter's last day, it counts: (100 + 9 + 12) ÷ 3, and 100 of B.
        Scheme before = RuleFiles.parse(HEAD.replace("2022-01-01", "2022-03-31") + rule, datasets);
        assertThat(CaseLoader.parse(
                                "case",
                                "name: case\n" + worked.formatted("121/3", 121, "100", "100", "100"),
                                "test",
                                datasets)
                        .differences(before))
                .isEmpty();
    }

    @Test
    void a_quarter_without_a_value_is_to_be_verified() throws Exception {
        assertThat(differences("""
                measures:
                  part: {name: 比, formula: tax / deposits}
                  avg: {name: 均, formula: part, over: quarters, of: mean}
                items:
                  - {id: m, name: 均, kind: base, measure: avg, method: {value: {min: 0, max: 100}}, clause: 一, mark: text}
                """, """
                period: 2022Q2
                banks: [A, B]
                figures: {A: {tax: 12, deposits: 1}, B: {tax: 8, deposits: 1}}
                earlier: {2022Q1: {measures: {A: {part: 10}}}}
                expect: {measures: {A: {avg: 11}, B: {avg: 8}}, findings: {W314: 1}}
                """)).isEmpty();
    }

    /** Whoever does not meet what is required is left out: here all are, and papers say that there is nothing to place. */
    @Test
    void papers_can_be_written_where_nobody_is_left() throws Exception {
        Report report = report("assess: {require: [{measure: paid, at_least: 9999, else: 税收太少}]}\n", "2022Q4");

        assertThat(report.assessment().cards()).isEmpty();
        assertThat(title(report)).contains("请示");
        assertThat(ResultPage.html(report, PaperFixture.words())).contains("税收太少");
        assertThat(ScoreWorkbook.write(report, "通用", PaperFixture.words(), folder.resolve("book.xlsx")))
                .isEmpty();
    }

    private static Report report(String cycle, String period) throws Exception {
        List<Dataset> datasets = RuleFiles.datasets();
        Judgement judged = Judgement.of(
                RuleFiles.parse(HEAD + cycle + RULE, datasets),
                CaseLoader.parse("case.yaml", CASE.formatted(period), "test", datasets)
                        .quarter());
        return new Report(
                judged,
                List.of(),
                PaperFixture.annual().run(),
                new WorkingSentence(PaperFixture.words()).all(judged.assessment()));
    }

    private String title(Report report) throws Exception {
        Path file = folder.resolve("letter.docx");
        OfficialLetter.write(
                report,
                new Letterhead(
                        "上饶市财政局",
                        "市人民政府",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                PaperFixture.words(),
                file);
        try (InputStream in = Files.newInputStream(file);
                XWPFDocument letter = new XWPFDocument(in)) {
            return letter.getParagraphs().stream()
                    .filter(paragraph -> "Title".equals(paragraph.getStyle()))
                    .map(XWPFParagraph::getText)
                    .collect(Collectors.joining());
        }
    }
}

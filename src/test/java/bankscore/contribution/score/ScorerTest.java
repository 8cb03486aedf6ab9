package bankscore.contribution.score;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Scheme;
import bankscore.intake.Dataset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an assessment tells beside the points. */
class ScorerTest {

    /** A grows from nothing, so that it has no rate; nobody is rated where the sheet of ratings came without a row. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{loans: 5, loans_opening: 0} | {loans: 5, loans_opening: 4} | W306 A 增速",
                "{loans: 5, loans_opening: 1} | {loans: 5, loans_opening: 4} | ''",
                "{loans: 5, loans_opening: 0, survey: []} | {loans: 5, loans_opening: 4, survey: [{rating: 4}]}"
                        + " | W306 A 增速; W306 A 满意度",
                "{tax: 1} | {tax: 2} | ''",
            })
    void a_measure_without_a_value_is_told_unless_its_sheet_did_not_come_at_all(String a, String b, String told)
            throws Exception {
        List<Dataset> datasets = RuleFiles.datasets("credit", "survey", "tax");
        Scheme scheme = RuleFiles.parse("""
                rule: test
                scheme: test
                title: 测试
                in_force: {from: 2022-01-01}
                source: {document: 办法}
                rounding: {points: 2}
                measures:
                  growth: {name: 增速, formula: (loans - loans_opening) / loans_opening * 100, round: 2, no_base: zero}
                  rated:  {name: 满意度, formula: survey.rating, of: mean, round: 2}
                items:
                  - {id: growth, name: 增速, kind: base, measure: growth, method: {value: {}}, clause: 一, mark: text}
                  - {id: rated, name: 满意度, kind: base, measure: rated, method: {value: {}}, clause: 一, mark: text}
                """, datasets);
        Quarter quarter = CaseLoader.parse(
                        "case",
                        "name: case\nperiod: 2022Q4\nbanks: [A, B]\nfigures: {A: " + a + ", B: " + b
                                + "}\nexpect: {}\n",
                        "test",
                        datasets)
                .quarter();

        assertThat(Scorer.assess(scheme, quarter).findings().stream()
                        .filter(finding -> finding.code().name().equals("W306"))
                        .map(finding -> finding.code() + " " + finding.subject() + " "
                                + finding.details().get("found")))
                .containsExactlyElementsOf(told.isEmpty() ? List.of() : List.of(told.split("; ", -1)));
    }
}

package bankscore.contribution.score;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.facts.Figure;
import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
import bankscore.sheet.Place;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** Bands for the tax; growth in lines, as the office rounds it or not. */
    private static Scheme banded(String rounding) throws ConfigException {
        return RuleFiles.parse("""
                rule: test
                scheme: test
                title: 测试
                in_force: {from: 2022-01-01}
                source: {document: 办法}
                rounding: {points: 2}
                measures:
                  tax_paid: {name: 税收, formula: tax%s}
                items:
                  - {id: tax, name: 纳税, kind: base, measure: tax_paid, method: {bands: [{points: 0}, {from: 10, points: 5}]}, clause: 一, mark: text}
                """.formatted(rounding), RuleFiles.datasets("credit", "tax"));
    }

    private static Quarter quarter(String period, String figures) throws ConfigException {
        List<String> banks = Arrays.stream(figures.split(" ", -1))
                .map(each -> each.substring(0, each.indexOf('=')))
                .toList();
        String each = Arrays.stream(figures.split(" ", -1))
                .map(figure -> figure.replace("=", ": {tax: ") + "}")
                .collect(Collectors.joining(", "));
        return CaseLoader.parse(
                        "case",
                        "name: case\nperiod: " + period + "\nbanks: " + banks + "\nfigures: {" + each
                                + "}\nexpect: {}\n",
                        "test",
                        RuleFiles.datasets("credit", "tax"))
                .quarter();
    }

    private static String told(Scheme scheme, Quarter quarter, String code) {
        return Scorer.assess(scheme, quarter).findings().stream()
                .filter(finding -> finding.code().name().equals(code))
                .map(finding -> (finding.subject() + " " + finding.place().cell() + " " + finding.details())
                        .strip()
                        .replaceAll(" +", " "))
                .collect(Collectors.joining("; "));
    }

    /** Five banks and more in one band of the year's assessment: a wrong unit would look so. */
    @ParameterizedTest
    @CsvSource({
        "2022Q4, A=1 B=2 C=3 D=4 E=5, '{found=5, item=纳税, points=0}'",
        "2022Q4, A=11 B=12 C=13 D=14 E=15 F=16, '{found=6, item=纳税, points=5}'",
        "2022Q4, A=1 B=2 C=3 D=4, ''",
        "2022Q4, A=1 B=2 C=3 D=4 E=15, ''",
        "2022Q3, A=1 B=2 C=3 D=4 E=5, ''",
    })
    void all_banks_in_one_band_are_told_at_the_end_of_the_year(String period, String figures, String told)
            throws Exception {
        assertThat(told(banded(""), quarter(period, figures), "W313")).isEqualTo(told);
    }

    /** The band begins at 10: what two decimals show, or the sheet itself, may lie on its other side. */
    @ParameterizedTest
    @CsvSource({
        // 9.996 prints as 10.00; a measure that is rounded itself prints as what it is
        "9.996, '', '', 'A {expected=5, found=9.996, item=纳税, points=0, shown=10, variant=printed}'",
        "9.996, '', ', round: 2', ''",
        "9.994, '', '', ''",
        // on the bound, though the points are the same
        "10.004, '', '', 'A {expected=5, found=10.004, item=纳税, points=5, shown=10, variant=printed}'",
        "10.006, '', '', ''",
        // stored and shown in the sheet, both ways; on the same side there is nothing to tell
        "9.6, 10, '', 'A C7 {expected=5, found=9.6, item=纳税, points=0, shown=10}'",
        "10.4, 9, '', 'A C7 {expected=0, found=10.4, item=纳税, points=5, shown=9}'",
        "9.6, 9, '', ''",
    })
    void a_value_that_is_seen_on_the_other_side_of_a_bound_is_told(
            String stored, String shown, String rounding, String told) throws Exception {
        Quarter quarter = quarter("2022Q4", "A=" + stored + " B=3");
        if (!shown.isEmpty()) {
            Figure figure = new Figure(
                    "tax", Fraction.of(stored), Place.of("a.xlsx", "税收").at("C7"), Optional.of(Fraction.of(shown)));
            Map<String, Figure> tax = new HashMap<>(quarter.facts().figures().get("tax"));
            tax.put("A", figure);
            quarter = quarter.withFacts(quarter.facts().withFigures(Map.of("tax", tax)));
        }

        assertThat(told(banded(rounding), quarter, "W107")).isEqualTo(told);
    }
}

package bankscore.contribution.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.contribution.judge.Judgement;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.intake.Dataset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A condition that holds for so many quarters in a row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningTest {

    private static final String SCHEME = """
            rule: test
            scheme: test
            title: 测试
            in_force: {from: 2022-01-01}
            source: {document: 办法}
            rounding: {points: 2}
            measures:
              paid: {name: 税, formula: tax}
              lent: {name: 贷款, formula: loans}
            benchmarks:
              floor: {published: 底线}
            items:
              - {id: it, name: 项, kind: base, measure: paid, method: {value: {min: 0, max: 1000}}, only_if: %s, clause: 一, mark: text}
              - {id: against, name: 比, kind: base, measure: paid, method: {ratio_to_reference: {full: 1, reference: floor}}, clause: 一, mark: text}
              - {id: also, name: 贷, kind: base, measure: lent, method: {value: {min: 0, max: 1000}}, clause: 一, mark: text}
            """;

    private static final String QUARTER = """
            name: case
            period: 2023Q1
            banks: [A]
            figures: {A: {tax: %s, loans: 30}}
            parameters: {底线: 20}
            earlier: {%s}
            expect: {}
            """;

    private List<Dataset> datasets = List.of();

    @BeforeAll
    void load() throws Exception {
        datasets = RuleFiles.datasets("roster", "credit", "tax", "parameters");
    }

    /**
     * Bank A has the tax of the second column; it gets that many points where the condition holds, else 5. What earlier quarters
     * published is paid, lent and the floor of each.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            below: 10          | 9  | 2022Q4 9 0 0, 2022Q3 9.99 0 0  | 9
            below: 10          | 9  | 2022Q4 9 0 0, 2022Q3 10 0 0    | 5
            below: 10          | 10 | 2022Q4 9 0 0, 2022Q3 9 0 0     | 5
            below: 10          | 9  | 2022Q4 10 0 0, 2022Q3 9 0 0    | 5
            below: 10          | 9  | 2022Q4 9 0 0                   | 5
            below: 10          | 9  | 2022Q3 9 0 0                   | 5
            below: 10          | 9  | 2022Q4 - 0 0, 2022Q3 9 0 0     | 5
            at_most: 10        | 10 | 2022Q4 10 0 0, 2022Q3 10 0 0   | 10
            below: floor       | 19 | 2022Q4 19 0 20, 2022Q3 9 0 10  | 19
            below: floor       | 19 | 2022Q4 19 0 20, 2022Q3 19 0 10 | 5
            below: floor       | 19 | 2022Q4 19 0 20, 2022Q3 1 0 -   | 5
            below: lent        | 29 | 2022Q4 1 2 0, 2022Q3 2 3 0     | 29
            below: lent        | 29 | 2022Q4 1 2 0, 2022Q3 3 3 0     | 5
            """)
    void it_holds_if_this_quarter_and_those_published_before_meet_the_bound(
            String comparison, String tax, String earlier, String points) throws Exception {
        Scheme scheme = scheme("{running: {measure: paid, %s, periods: 3}, else: 5}".formatted(comparison));

        assertThat(points(scheme, tax, earlier)).isEqualTo(points);
    }

    @Test
    void it_may_stand_in_other_conditions() throws Exception {
        Scheme scheme = scheme("{not: {running: {measure: paid, below: 10, periods: 2}}, else: 5}");

        assertThat(points(scheme, "9", "2022Q4 9 0 0")).isEqualTo("5");
        assertThat(points(scheme, "9", "2022Q4 10 0 0")).isEqualTo("9");
    }

    /** A bank that is left out has no published value, so that the quarter after it is let in again. */
    @Test
    void as_a_requirement_it_lets_a_bank_in_again_after_a_quarter() throws Exception {
        Scheme scheme = RuleFiles.parse(
                SCHEME.formatted("{measure: paid, above: 0}")
                        .replace(
                                "measures:",
                                "assess: {require: [{not: {running: {measure: paid, below: 10, periods: 2}}, else: 连续过低}]}\nmeasures:"),
                datasets);

        assertThat(judged(scheme, "9", "2022Q4 9 0 0").assessment().excluded())
                .extracting(bank -> bank.reason() + " " + bank.detail())
                .containsExactly("REQUIRED 连续过低");
        assertThat(judged(scheme, "9", "2022Q4 - 0 0").assessment().excluded()).isEmpty();
    }

    @Test
    void what_it_asks_for_is_remembered_in_every_period() throws Exception {
        Scheme scheme = RuleFiles.parse(
                SCHEME.formatted("{running: {measure: lent, below: floor, periods: 3}}, periods: [annual]")
                        .replace(
                                "  - {id: also, name: 贷, kind: base, measure: lent, method: {value: {min: 0, max: 1000}}, clause: 一, mark: text}\n",
                                ""),
                datasets);

        assertThat(scheme.remembered()).containsExactlyInAnyOrder("lent", "floor");
        assertThat(scheme.in(new Period(2022, 2)).measure("lent")).isPresent();
        // Only the fourth quarter has the item, and it takes this one and two before it.
        assertThat(scheme.reads(new Period(2022, 4), new Period(2022, 2))).isTrue();
        assertThat(scheme.reads(new Period(2022, 4), new Period(2022, 1))).isFalse();
        assertThat(scheme.reads(new Period(2022, 3), new Period(2022, 2))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {measure: paid, below: 10, periods: 1}           | running_periods
            {measure: paid, below: 10, periods: 41}          | running_periods
            {measure: paid, below: 10}                       | missing_key
            {measure: loans, below: 10, periods: 2}          | running_of_measure
            {measure: paid, below: loans, periods: 2}        | running_of_measure
            {measure: paid, periods: 2}                      | one_comparison
            {measure: paid, below: 1, above: 0, periods: 2}  | one_comparison
            {measure: paid, below: 10, period: 2}            | unknown_key
            paid                                             | not_a_map
            """)
    void what_says_no_row_is_refused(String row, String code) {
        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> scheme("{running: " + row + "}"));

        assertThat(refused.problems()).extracting(ConfigProblem::code).contains(code);
    }

    private Scheme scheme(String condition) throws ConfigException {
        return RuleFiles.parse(SCHEME.formatted(condition), datasets);
    }

    private String points(Scheme scheme, String tax, String earlier) throws Exception {
        return judged(scheme, tax, earlier)
                .assessment()
                .cards()
                .get(0)
                .line("it")
                .points()
                .toString();
    }

    /** @param earlier each as period, paid, lent and floor; a dash for what there is not */
    private Judgement judged(Scheme scheme, String tax, String earlier) throws Exception {
        StringBuilder quarters = new StringBuilder();
        for (String each : earlier.split(", ", -1)) {
            String[] parts = each.split(" ", -1);
            quarters.append(quarters.length() == 0 ? "" : ", ")
                    .append(parts[0])
                    .append(": {measures: {A: {")
                    .append(parts[1].equals("-") ? "" : "paid: " + parts[1] + ", ")
                    .append("lent: ")
                    .append(parts[2])
                    .append("}}, benchmarks: {")
                    .append(parts[3].equals("-") ? "" : "floor: " + parts[3])
                    .append("}}");
        }
        return Judgement.of(
                scheme,
                CaseLoader.parse("case.yaml", QUARTER.formatted(tax, quarters), "test", datasets)
                        .quarter());
    }
}

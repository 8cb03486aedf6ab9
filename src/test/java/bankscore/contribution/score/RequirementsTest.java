package bankscore.contribution.score;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Scheme;
import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
import bankscore.load.WordsLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a bank must meet to be assessed. */
class RequirementsTest {

    private static final String SCHEME = """
            rule: test
            scheme: test
            title: 测试
            in_force: {from: 2022-01-01}
            source: {document: 办法}
            rounding: {points: 2}
            assess:
              min_months_open: 12
              require:
                - {measure: own, at_least: city, else: 低于平均}
                - {any: [{text: 机构类型, one_of: [国有]}, {measure: loans, above: 5}], else: 条件不够}
            measures:
              own: {name: 值, formula: tax}
            benchmarks:
              city: {name: 平均, formula: mean(tax)}
            items:
              - {id: it, name: 项, kind: base, measure: own, method: {ratio_to_reference: {full: 10, reference: city, cap: 100}}, clause: 一, mark: text}
            """;

    private static final String QUARTER = """
            name: case
            period: 2022Q4
            banks:
              - {code: A, kind: 国有}
              - {code: B, kind: 股份}
              - {code: C, kind: 国有}
              - {code: D, opened: 2022-06-01}
              - {code: E, kind: 股份}
              - {code: F, kind: 股份}
            figures:
              A: {tax: 30, loans: 1}
              B: {tax: 20, loans: 6}
              C: {tax: 10, loans: 9}
              D: {tax: 100, loans: 9}
              E: {tax: 5, loans: 1}
              F: {tax: 35, loans: 5}
            expect: {}
            """;

    @Test
    void they_are_decided_once_over_the_banks_that_the_register_leaves() throws Exception {
        Assessment assessment = assess();

        // D is too new. The mean of A, B, C, E, F is (30 + 20 + 10 + 5 + 35) ÷ 5 = 20: C and E are below, B is not. F
        // is
        // neither 国有 nor above 5. Of A and B the mean is 25, below which B now is, and stays.
        assertThat(assessment.excluded())
                .extracting(bank -> bank.bank().code() + " " + bank.reason() + " " + bank.detail())
                .containsExactly("C REQUIRED 低于平均", "D TOO_NEW 2022-06-01", "E REQUIRED 低于平均", "F REQUIRED 条件不够");
        // 10 × 30 ÷ 25 = 12, 10 × 20 ÷ 25 = 8.
        assertThat(assessment.cards())
                .extracting(card -> card.bank().code() + " " + card.total())
                .containsExactly("A 12", "B 8");
        assertThat(assessment.benchmark("city").flatMap(city -> city.value()).map(Object::toString))
                .contains("25");
    }

    @Test
    void the_reason_is_printed_as_the_rule_says_it() throws Exception {
        assertThat(WordsLoader.load().text("excluded.REQUIRED", "detail", "低于平均"))
                .isEqualTo("低于平均");
    }

    @Test
    void the_figures_that_conditions_compare_are_asked_for() throws Exception {
        assertThat(scheme(RuleFiles.datasets()).columns()).containsExactlyInAnyOrder("tax", "loans");
    }

    private static Scheme scheme(List<Dataset> datasets) throws ConfigException {
        return RuleFiles.parse(SCHEME, datasets);
    }

    private static Assessment assess() throws ConfigException {
        List<Dataset> datasets = RuleFiles.datasets();
        Quarter quarter = CaseLoader.parse("config/cases/test/case.yaml", QUARTER, "test", datasets)
                .quarter();
        return Scorer.assess(scheme(datasets), quarter);
    }
}

package bankscore.contribution.place;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Scorer;
import bankscore.finding.Code;
import bankscore.intake.Dataset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets above what a bank holds of everybody's deposits are to be verified. */
class OwnDepositsTest {

    private static final String SCHEME = """
            rule: test
            scheme: test
            title: 测试
            in_force: {from: 2022-01-01}
            source: {document: 办法}
            rounding: {points: 2}
            measures:
              own: {name: 值, formula: tax}
            items:
              - {id: it, name: 项, kind: base, measure: own, method: {ratio_to_reference: {full: 10, reference: 10, cap: 1000}}, clause: 一, mark: text}
            allocation: {lot: 1}
            """;

    /** Five banks with equal totals and two pools of 40 and 60: each has a target of 8 + 12 = 20. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # exactly its deposits is no more than them
            20 21 22 23 24 |
            19 20 21 22 23 | A 20.00 19
            # two of five
            19 5 20 20 20  | A 20.00 19, B 20.00 5
            # deposits that are not there, or zero, or below, say nothing
            - 0 -1 20 20   |
            # three of five are most of them: said once, at the larger pool
            1 2 3 20 20    | many 3 5
            1 2 3 4 5      | many 5 5
            """)
    void they_are_told_bank_by_bank_or_at_once(String deposits, String told) throws Exception {
        List<Dataset> datasets = RuleFiles.datasets();
        StringBuilder figures = new StringBuilder();
        List<String> own = List.of(deposits.split(" ", -1));
        for (int i = 0; i < own.size(); i++) {
            figures.append("  ")
                    .append((char) ('A' + i))
                    .append(": {tax: 10")
                    .append(own.get(i).equals("-") ? "" : ", deposits: " + own.get(i))
                    .append("}\n");
        }
        Quarter quarter = CaseLoader.parse(
                        "case.yaml",
                        "name: case\nperiod: 2022Q4\nbanks: [A, B, C, D, E]\nfigures:\n" + figures
                                + "pools: {社保: 40, 其他: 60}\nexpect: {}\n",
                        "test",
                        datasets)
                .quarter();
        Scheme scheme = RuleFiles.parse(SCHEME, datasets);

        List<String> found = Allocator.place(scheme, quarter, Scorer.assess(scheme, quarter)).findings().stream()
                .filter(finding -> finding.code() == Code.W312)
                .map(finding -> (finding.subject().isEmpty() ? "many" : finding.subject()) + " "
                        + finding.details().get("found") + " "
                        + finding.details().get("expected"))
                .toList();

        assertThat(String.join(", ", found)).isEqualTo(told == null ? "" : told);
    }
}

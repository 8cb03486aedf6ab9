package bankscore.contribution.judge;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.scheme.Scheme;
import bankscore.intake.Dataset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a case may expect, right and wrong, of three banks: A and B by 2 : 1, C too new, D only holding money. */
class RuleCaseTest {

    private static final String SITUATION = """
            name: case
            period: 2022Q4
            banks: [A, B, {code: C, opened: 2022-06-01}, {code: D, assessed: false}]
            figures:
              A: {tax: 200}
              B: {tax: 100}
              C: {tax: 1}
            pools: {基金: 301}
            holdings:
              - {fund: 基金, bank: B, held: 400, unmatured: 350, due: 2023-05-01}
              - {fund: 基金, bank: D, held: 7}
            expect:
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # A 100 × 200 ÷ 200, B 100 × 100 ÷ 200, of 301: 200.67 and 100.33 → 201 and 100
            points: {A: {it: 100}, B: {it: 50.00}}              | ``
            points: {A: {it: 99.99}}                            | points.A.it 100
            points: {B: {other: 50}}                            | points.B.other -
            totals: {A: 100, B: 50}                             | ``
            totals: {A: 1000}                                   | totals.A 100
            ranks: {A: 1, B: 2}                                 | ``
            ranks: {B: 1}                                       | ranks.B 2
            shares: {A: 2/3, B: 1/3}                            | ``
            shares: {A: 0.6667}                                 | shares.A 2/3
            percents: {A: 66.67, B: 33.33}                      | ``
            percents: {A: 66.66}                                | percents.A 66.67
            measures: {A: {own: 200}, B: {per: 1}}              | ``
            measures: {B: {per: 2}}                             | measures.B.per 1
            measures: {D: {own: null}}                          | ``
            measures: {D: {own: 0}}                             | measures.D.own null
            benchmarks: {city: 150}                             | ``
            benchmarks: {city: 151}                             | benchmarks.city 150
            excluded: {C: too_new, D: not_assessed}             | ``
            excluded: {C: kind}                                 | excluded.C too_new
            excluded: {A: kind}                                 | excluded.A -
            plan: final                                         | ``
            plan: none                                          | plan final
            findings: {W303: 1, W308: 0}                        | ``
            findings: {W303: 2, W306: 0}                        | findings.W303 1
            funds: {基金: {pool: 301, unplaced: 0, targets: {A: 201, B: 100}, changes: {A: 201, B: -300}}} | ``
            funds: {基金: {unplaced: 1, targets: {A: 200}, changes: {B: 300}}} | funds.基金.unplaced 0.00, funds.基金.targets.A 201.00, funds.基金.changes.B -300.00
            funds: {基金: {now: {A: 50, B: -50}, at_maturity: {A: 151, B: -250}, notes: {A: none}, outside: {D: 7}}} | ``
            funds: {基金: {now: {A: 0}, at_maturity: {B: 0}, notes: {A: frozen}, outside: {D: 8}}} | funds.基金.now.A 50.00, funds.基金.at_maturity.B -250.00, funds.基金.notes.A none, funds.基金.outside.D 7.00
            funds: {基金: {transfers: [{from: B, to: A, amount: 50, when: now}, {from: B, to: A, amount: 151, when: at_maturity, date: 2023-05-01}, {from: B, to: "*", amount: 99, when: at_maturity, date: 2023-05-01}]}} | ``
            funds: {基金: {transfers: [{from: "*", to: B, amount: 51, when: at_maturity}]}} | funds.基金.transfers.count 3, funds.基金.transfers[0].from B, funds.基金.transfers[0].to A, funds.基金.transfers[0].amount 50.00, funds.基金.transfers[0].when now
            """)
    void what_does_not_come_out_is_told_with_what_came_out(String expect, String differences) throws Exception {
        List<Dataset> datasets = RuleFiles.datasets("tax");
        Scheme scheme = RuleFiles.parse("""
                rule: test
                scheme: test
                title: 测试
                in_force: {from: 2022-01-01}
                source: {document: 办法}
                rounding: {points: 2}
                assess: {min_months_open: 12}
                measures:
                  own: {name: 值, formula: tax}
                  per: {name: 比, formula: tax / tax}
                benchmarks:
                  city: {formula: mean(tax)}
                items:
                  - {id: it, name: 项, kind: base, measure: own, method: {ratio_to_best: {full: 100}}, clause: 一, mark: text}
                  - {id: per, name: 项, kind: base, measure: per, method: {ratio_to_reference: {full: 1, reference: city}}, weight: 0, clause: 一, mark: text}
                """, datasets);
        RuleCase worked = CaseLoader.parse("case", SITUATION + "  " + expect + "\n", "test", datasets);

        assertThat(worked.differences(scheme).stream()
                        .map(each -> each.expected().path() + " " + each.found().orElse("-"))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(differences);
    }
}

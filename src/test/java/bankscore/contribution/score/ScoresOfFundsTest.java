package bankscore.contribution.score;

import static bankscore.contribution.load.WorkedByHand.differences;
import static bankscore.contribution.load.WorkedByHand.refused;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.judge.Judgement;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.scheme.Scheme;
import bankscore.intake.Dataset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Items of a fund run over those who bid for it, all others over all banks. */
class ScoresOfFundsTest {

    private static final String RULE = """
            measures:
              paid: {name: 税, formula: tax}
              rate: {name: 利率, formula: bid_rate}
              above: {name: 高于平均, formula: bid_rate - mean(bid_rate)}
            items:
              - {id: tax, name: 税, kind: base, measure: paid, method: {ratio_to_best: {full: 10}}, clause: 一, mark: text}
              - {id: rate, name: 利率, kind: base, fund: "*", measure: rate, method: {ratio_to_best: {full: 50}}, clause: 一, mark: text}
              - {id: tax_too, name: 税二, kind: base, fund: "*", measure: paid, method: {ratio_to_best: {full: 20}}, clause: 一, mark: text}
              - {id: above, name: 高于, kind: bonus, fund: 乙, measure: above, method: {value: {min: -9, max: 9}}, clause: 一, mark: text}
            """;

    private static final String BIDS = """
            period: 2022Q4
            banks: [A, B, C]
            figures:
              A: {tax: 100, bid_rate: {乙: 1}}
              B: {tax: 50, bid_rate: {甲: 3, 乙: 2}}
              C: {tax: 20, bid_rate: {甲: 2}}
            """;

    /**
     * Tax is compared with A's 100 everywhere (10, 5, 2), but in an item of 甲 only B and C are: B 20, C 20 × 20 ÷ 50 = 8; in 乙 A 20,
     * B 20 × 50 ÷ 100 = 10. Rates: 甲 B 50, C 50 × 2 ÷ 3 = 33.33; 乙 A 25, B 50. The mean of 乙 is 1.5.
     */
    @Test
    void an_item_of_a_fund_runs_over_those_who_bid_and_the_others_over_all() throws Exception {
        assertThat(differences(RULE, BIDS + """
                pools: {甲: 100, 乙: 100}
                holdings: [{fund: 甲, bank: A, held: 30, unmatured: 10, due: 2023-05-01}]
                expect:
                  points: {A: {tax: 10}, B: {tax: 5}, C: {tax: 2}}
                  funds:
                    甲:
                      points: {B: {rate: 50, tax_too: 20}, C: {rate: 33.33, tax_too: 8}}
                      totals: {B: 75, C: 43.33}
                      ranks: {B: 1, C: 2}
                      # 100 × 75 ÷ 118.33 = 63.38…, 36.61…: the lot missing to the larger remainder. A did not bid: all leaves as it matures.
                      targets: {A: 0, B: 63, C: 37}
                      changes: {A: -30}
                      now: {A: -20}
                      at_maturity: {A: -10}
                    乙:
                      points: {A: {rate: 25, tax_too: 20, above: -0.5}, B: {rate: 50, tax_too: 10, above: 0.5}}
                      totals: {A: 54.5, B: 65.5}
                      targets: {A: 45, B: 55, C: 0}
                """)).isEmpty();
    }

    /** Without sheet 资金池 they are those of the bids in their order; with it those of the sheet in its order. */
    @Test
    void funds_are_those_of_the_pools_or_of_the_bids() throws Exception {
        assertThat(funds(BIDS)).containsExactly("乙", "甲");
        assertThat(funds(BIDS + "pools: {甲: 100, 乙: 100}\n")).containsExactly("甲", "乙");
        assertThat(funds(BIDS + "pools: {甲: 100, 丙: 100, 乙: 1}\n")).containsExactly("甲", "丙", "乙");
    }

    private static List<String> funds(String text) throws Exception {
        List<Dataset> datasets = RuleFiles.datasets();
        Scheme scheme = RuleFiles.parse("""
                rule: test
                scheme: test
                title: 测试
                in_force: {from: 2022-01-01}
                source: {document: 办法}
                rounding: {points: 2}
                """ + RULE, datasets);
        return List.copyOf(Judgement.of(
                        scheme,
                        CaseLoader.parse("case.yaml", "name: case\n" + text + "expect: {}\n", "test", datasets)
                                .quarter())
                .assessment()
                .funds()
                .keySet());
    }

    /** 60 and 40 in the quarters, 100 in the year; for each fund that items name and for all others. */
    @Test
    void full_points_come_out_for_each_fund_in_each_period() throws Exception {
        String rule = """
                full_points: 100
                measures:
                  rate: {name: 利率, formula: bid_rate}
                items:
                  - {id: all, name: 全, kind: base, fund: "*", measure: rate, method: {ratio_to_best: {full: 60}}, clause: 一, mark: text}
                  - {id: one, name: 甲, kind: base, fund: 甲, measure: rate, method: {ratio_to_best: {full: 40}}, periods: [interim], clause: 一, mark: text}
                  - {id: year, name: 甲年, kind: base, fund: 甲, measure: rate, method: {ratio_to_best: {full: 40}}, periods: [annual], clause: 一, mark: text}
                  - {id: two, name: 乙, kind: base, fund: 乙, measure: rate, method: {ratio_to_best: {full: 40}}, clause: 一, mark: text}
                """;
        assertThat(refused(rule)).isEmpty();
        assertThat(refused(rule.replace("{full: 40}}, periods: [annual]", "{full: 39}}, periods: [annual]")))
                .containsExactly("points_sum_periods_fund");
        assertThat(refused(rule.replace(
                        "fund: 乙, measure: rate, method: {ratio_to_best: {full: 40}}",
                        "fund: 乙, measure: rate, method: {ratio_to_best: {full: 41}}")))
                .contains("points_sum_periods_fund");
    }
}

package bankscore.contribution.place;

import static bankscore.contribution.load.WorkedByHand.differences;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.load.WorkedByHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who must have what to get money at all, and what goes before what where several settings bear on one bank. */
class WhoTakesMoneyTest {

    private static final String RULE = """
            measures:
              safe:  {name: 安全, formula: tax}
              score: {name: 得分, formula: judged_score}
            items:
              - {id: safe, name: 安全, kind: base, group: 安全性, measure: safe, method: {value: {min: 0, max: 1000}}, clause: 一, mark: text}
              - {id: more, name: 再安全, kind: bonus, group: 安全性, measure: safe, method: {value: {min: 0, max: 1000}}, weight: 50%, clause: 一, mark: text}
              - {id: score, name: 得分, kind: base, measure: score, method: {value: {min: 0, max: 1000}}, clause: 一, mark: text}
            """;

    /** 安全性 is 1.5 times the tax: A 12, B 13.5, C 15, D 11.985; totals A 52, B 43.5, C 75, D 111.985 → 111.99 with 11.99 of safety. */
    private static final String BANKS = """
            period: 2022Q4
            banks: [A, B, C, D]
            figures:
              A: {tax: 8, judged_score: 40, deposits: 500}
              B: {tax: 9, judged_score: 30, deposits: 100}
              C: {tax: 10, judged_score: 60, deposits: 300}
              D: {tax: 7.99, judged_score: 100, deposits: 900}
            pools: {社保: 170.5}
            """;

    /** 12 are enough and 11.99 are not; rank and share stay; 170.5 by 52, 43.5 and 75. */
    @Test
    void whoever_lacks_what_is_required_keeps_rank_and_share_and_gets_nothing() throws Exception {
        assertThat(differences(RULE + "allocation: {lot: 0.5, require: [{group: 安全性, at_least: 12}]}\n", BANKS + """
                holdings: [{fund: 社保, bank: D, held: 20, unmatured: 15, due: 2023-03-01}]
                expect:
                  totals: {A: 52, B: 43.5, C: 75, D: 111.99}
                  ranks: {A: 3, B: 4, C: 2, D: 1}
                  funds:
                    社保:
                      targets: {A: 52, B: 43.5, C: 75, D: 0}
                      notes: {A: none, D: required}
                      now: {D: -5}
                      at_maturity: {D: -15}
                """))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # a total at least: 170.5 by 52, 75 and 111.99; every one of several
            require: [{total: 52}]                                     | | A: 37.10, B: 0                        | B: required
            require: [{total: 52}, {group: 安全性, at_least: 12.01}]   | | A: 0, B: 0, C: 170.5, D: 0            | A: required, C: none
            # before take and before places: they close up
            require: [{group: 安全性, at_least: 12}], take: {best: 1}                    | | A: 0, B: 0, C: 170.5, D: 0 | A: none, D: required
            require: [{group: 安全性, at_least: 12}], amounts_by_rank: [90, 50, 30]      | | C: 90, A: 50, B: 30, D: 0  | D: required
            # nor a fixed sum, nor the floor
            require: [{group: 安全性, at_least: 12}], first: [{where: {banks: [D, B]}, amount: 43.5}] | | D: 0, B: 43.5, A: 52, C: 75 | D: required
            require: [{total: 50}], floor: 20                          | | B: 0                                  | B: required
            # withdrawal goes before it, and it before a freeze
            require: [{group: 安全性, at_least: 12}]                   | {bank: D, disposal: 收回} | D: 0         | D: withdrawn
            require: [{group: 安全性, at_least: 12}]                   | {bank: D, disposal: 暂停新增} | D: 0     | D: required
            # a freeze before the cap, the cap before a fixed sum, that before the floor
            cap: {amount: 60}                                          | {bank: D, disposal: 暂停新增} | D: 20    | D: frozen
            cap: {amount: 10}                                          | {bank: D, disposal: 暂停新增} | D: 10    | D: frozen
            cap: {amount: 10}, first: [{where: {banks: [D]}, amount: 30}] | | D: 10                              | D: none
            first: [{where: {banks: [D]}, amount: 5}], floor: 30       | | D: 5, B: 42.22                        | D: none
            """)
    void what_bears_on_one_bank_goes_in_order(String allocation, String risk, String targets, String notes)
            throws Exception {
        assertThat(differences(
                        RULE + "allocation: {lot: 0.01, " + allocation + "}\n",
                        BANKS + """
                holdings: [{fund: 社保, bank: D, held: 20}]
                risks: [%s]
                expect: {funds: {社保: {targets: {%s}, notes: {%s}}}}
                """.formatted(risk == null ? "" : risk, targets, notes)))
                .isEmpty();
    }

    /** D, C, A, B by rank. What is shared equally is 50 each of 200; D is withdrawn where it says so, and the others close up. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cap: {amount: 45}                                          | | A: 45, B: 45, C: 45, D: 45   | 20
            cap: {amounts_by_rank: [60, 45, 30]}                       | | D: 60, C: 45, A: 30, B: 30   | 35
            # beyond the list the last one holds; what the others may not have goes to D, up to 60
            cap: {amounts_by_rank: [60, 45]}                           | | D: 60, C: 45, A: 45, B: 45   | 5
            # the places are those of the money: C takes the first
            cap: {amounts_by_rank: [60, 45, 30]}                       | {bank: D, disposal: 收回} | D: 0, C: 60, A: 45, B: 30 | 65
            cap: {amounts_by_rank: [60, 45, 30]}, require: [{group: 安全性, at_least: 12}] | | D: 0, C: 60, A: 45, B: 30 | 65
            cap: {amounts_by_rank: [60, 45, 30]}, first: [{where: {banks: [D]}, amount: 7}] | | D: 7, C: 60, A: 45, B: 30 | 58
            # a frozen one takes its place: it holds nothing
            cap: {amounts_by_rank: [60, 45, 30]}                       | {bank: D, disposal: 暂停新增} | D: 0, C: 45, A: 30, B: 30 | 95
            # of several the lowest: 60, 45, 30, 30; 20 % of 200; 10 % of 500, 100, 300, 900
            cap: {amounts_by_rank: [60, 45, 30], percent_of_pool: 20}  | | D: 40, C: 40, A: 30, B: 30   | 60
            cap: {amounts_by_rank: [60, 45, 30], percent_of_own_deposits: 10} | | D: 60, C: 30, A: 30, B: 10 | 70
            """)
    void caps_by_amount_and_by_place(String allocation, String risk, String targets, String unplaced) throws Exception {
        assertThat(differences(
                        RULE + "allocation: {share_by: equal, " + allocation + "}\n",
                        BANKS.replace("170.5", "200") + """
                risks: [%s]
                expect: {funds: {社保: {targets: {%s}, unplaced: %s}}}
                """.formatted(risk == null ? "" : risk, targets, unplaced)))
                .isEmpty();
    }

    /** Of one rank the tie order gives the places: by the figure, then by the register. */
    @Test
    void places_of_caps_follow_the_order_of_ties() throws Exception {
        String banks = """
                period: 2022Q4
                banks: [A, B]
                figures: {A: {tax: 1, judged_score: 10, deposits: 0}, B: {tax: 1, judged_score: 10, deposits: 0}}
                pools: {社保: 100}
                expect: {funds: {社保: {targets: {%s}, unplaced: %s}}}
                """;
        String rule = RULE + "allocation: {cap: {amounts_by_rank: [60, 30]}MORE}\n";
        assertThat(differences(rule.replace("MORE", ""), banks.formatted("A: 60, B: 30", 10)))
                .isEmpty();
        assertThat(differences(
                        rule.replace("MORE", ", tie_order: [score, roster]"),
                        banks.replace("B: {tax: 1, judged_score: 10", "B: {tax: 0, judged_score: 11.5")
                                .formatted("A: 30, B: 60", 10)))
                .isEmpty();
    }

    @Test
    void shares_by_place_are_not_moved_afterwards() throws Exception {
        for (String form : new String[] {"amounts_by_rank: [50]", "percents_by_rank: [50]"}) {
            assertThat(WorkedByHand.refused(RULE + "allocation: {" + form
                            + ", adjust: [{by: safe, per: 1, amount: 1, steps: whole}]}\n"))
                    .isNotEmpty();
        }
    }
}

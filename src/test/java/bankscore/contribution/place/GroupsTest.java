package bankscore.contribution.place;

import static bankscore.contribution.load.WorkedByHand.differences;
import static bankscore.contribution.load.WorkedByHand.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Banks in groups: who is in which, who is compared and ranked with whom, and money of their own. */
class GroupsTest {

    /** The tier goes by the measure as it is rounded: 9.996 prints as 10.00 and is large. */
    private static final String RULE = """
            groups:
              tier: {by: size, bands: [{name: 小, from: 1}, {from: 10, name: 中}, {from: 20, name: 大}]}
            measures:
              size:  {name: 规模, formula: deposits, round: 2}
              score: {name: 得分, formula: judged_score}
            items:
              - {id: it, name: 项, kind: base, measure: score, method: {value: {min: 0, max: 1000}}, clause: 一, mark: text}
              - {id: best, name: 比, kind: base, measure: score, method: {ratio_to_best: {full: 10}}, peers: tier, weight: 0, clause: 一, mark: text}
              - {id: ties, name: 规模, kind: base, measure: size, method: {value: {min: 0, max: 1000}}, weight: 0, clause: 一, mark: text}
            """;

    private static final String BANKS = """
            period: 2022Q4
            banks: [A, B, C, D, E, F]
            figures:
              A: {deposits: 9.996, judged_score: 30}
              B: {deposits: 15, judged_score: 50}
              C: {deposits: 25, judged_score: 10}
              D: {deposits: 5, judged_score: 20}
              E: {deposits: 0.5, judged_score: 40}
              F: {deposits: 0.1, judged_score: 50}
            """;

    /** A on the bound is 中. E and F are below the first band, in none: compared with each other. */
    @Test
    void a_bank_is_in_the_band_of_its_figure_or_in_none() throws Exception {
        assertThat(differences(RULE, BANKS + """
                expect:
                  groups: {A: {tier: 中}, B: {tier: 中}, C: {tier: 大}, D: {tier: 小}, E: {tier: null}, F: {tier: null}}
                  findings: {W301: 1, W304: 2}
                """)).isEmpty();
        assertThat(differences(RULE.replace("weight: 0, clause", "clause"), BANKS + """
                expect:
                  # 10 × 30 ÷ 50; alone and best; 10 × 40 ÷ 50 and 10 of those in none
                  points: {A: {best: 6}, B: {best: 10}, C: {best: 10}, D: {best: 10}, E: {best: 8}, F: {best: 10}}
                """))
                .isEmpty();
        // By the column 9.996 is below 10.
        assertThat(differences(RULE.replace("by: size", "by: deposits"), BANKS + "expect: {groups: {A: {tier: 小}}}"))
                .isEmpty();
    }

    /** The two largest of each group's own: 中 has 30 and 50, 小 and 大 one bank each, E and F 40 and 50. 10 × 20 ÷ 20 …; not rounded on the way. */
    @Test
    void the_mean_of_the_best_is_that_of_the_peers() throws Exception {
        String rule = RULE.replace(
                        "{ratio_to_best: {full: 10}}",
                        "{ratio_to_reference: {full: 10, reference: {mean_of_best: 2}, cap: none}}")
                .replace("weight: 0, clause", "clause");
        assertThat(differences(rule, BANKS + """
                expect:
                  # 10 × 30 ÷ 40, 10 × 50 ÷ 40; alone; 10 × 40 ÷ 45 = 8.888…, 10 × 50 ÷ 45 = 11.111…
                  points: {A: {best: 7.5}, B: {best: 12.5}, C: {best: 10}, D: {best: 10}, E: {best: 8.89}, F: {best: 11.11}}
                """)).isEmpty();
        // Over all the three largest are 50, 50 and 40: a mean of 140 ÷ 3, 46.666…; of 10: 10 × 10 × 3 ÷ 140 × 100 =
        // 214.2857…
        assertThat(differences(
                        rule.replace("mean_of_best: 2", "mean_of_best: 3")
                                .replace("peers: tier, ", "")
                                .replace("full: 10", "full: 1000"),
                        BANKS + """
                expect: {points: {C: {best: 214.29}, E: {best: 857.14}}}
                """))
                .isEmpty();
    }

    /** The whole is 200: shares stay 30, 50, 10, 20, 40, 50 of 200 whoever is ranked with whom. */
    @Test
    void ranks_within_groups_change_the_rank_alone() throws Exception {
        assertThat(differences(
                        RULE
                                + "ranks: {within: tier}\nallocation: {within: tier, groups: {中: {percent_of_pool: 10}}}\n",
                        BANKS + """
                expect:
                  ranks: {A: 2, B: 1, C: 1, D: 1, E: 2, F: 1}
                  shares: {A: 3/20, B: 1/4, C: 1/20, D: 1/10, E: 1/5, F: 1/4}
                  percents: {A: 15, B: 25, C: 5, D: 10, E: 20, F: 25}
                """))
                .isEmpty();
    }

    /**
     * Of 100.000003 the fixed sum of 10 for D leaves 90.000003: a third of it each, 29.97 % …, cut to the fen: with 33.3 % they are
     * 29.970000999 → 29.970000 three times, and 89.910002997 in all → 89.910002: two fen are missing, one each to 小 and 中.
     */
    @Test
    void a_groups_sum_is_cut_to_the_fen_and_the_missing_fen_go_one_each_in_the_files_order() throws Exception {
        assertThat(differences(RULE + """
                allocation:
                  within: tier
                  lot: 0.000001
                  first: [{where: {banks: [D]}, amount: 10}]
                  groups: {小: {percent_of_pool: 33.3}, 中: {percent_of_pool: 33.3, share_by: equal}, 大: {percent_of_pool: 33.3}}
                """, BANKS + """
                pools: {社保: 100.000003}
                expect:
                  funds:
                    社保:
                      # 小 has nobody left: its 29.970001 stays. 中 in halves: the odd fen to the higher total, B. E and F get nothing.
                      targets: {A: 14.985, B: 14.985001, C: 29.97, D: 10, E: 0, F: 0}
                      unplaced: 30.060002
                """)).isEmpty();
    }

    /** Money of groups: percents, forms, cuts and caps of their own; whoever is in none gets nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # 50 of 100 to 中: 30 and 50 of 80; the other half stays
            within: tier, groups: {中: {percent_of_pool: 50}}                                       | A: 19, B: 31, C: 0, D: 0, E: 0, F: 0   | 50
            # a form of the group replaces the general one, the others keep it
            within: tier, share_by: equal, groups: {中: {percent_of_pool: 50, percents_by_rank: [60, 20]}, 大: {percent_of_pool: 50}} | A: 10, B: 30, C: 50 | 10
            within: tier, percents_by_rank: [80, 20], groups: {中: {percent_of_pool: 50, share_by: equal}, 大: {percent_of_pool: 50}} | A: 25, B: 25, C: 40 | 10
            # a cap said for all is of the pool, 40; said in the group it is of the group's 50, 20
            within: tier, cap: {percent_of_pool: 40}, groups: {中: {percent_of_pool: 50}, 大: {percent_of_pool: 50}} | A: 19, B: 31, C: 40 | 10
            within: tier, groups: {中: {percent_of_pool: 50, cap: {percent_of_pool: 40}}, 大: {percent_of_pool: 50}} | A: 20, B: 20, C: 50 | 10
            # cut within the group; the places of the other are its own
            within: tier, take: {best: 1}, groups: {中: {percent_of_pool: 50}, 大: {percent_of_pool: 50}}   | A: 0, B: 50, C: 50 | 0
            within: tier, amounts_by_rank: [30, 5], groups: {中: {percent_of_pool: 50}, 大: {percent_of_pool: 50}} | A: 5, B: 30, C: 30 | 35
            # lots and the odd rest in each group. 45.5: 17.06 and 28.44, one and two lots, the fourth to .844, 5.5 to the higher total
            within: tier, lot: 10, groups: {中: {percent_of_pool: 45.5}, 大: {percent_of_pool: 54.5}} | A: 10, B: 35.5, C: 54.5 | 0
            # a requirement of the group alone
            within: tier, groups: {中: {percent_of_pool: 50, require: [{total: 40}]}, 大: {percent_of_pool: 50}} | A: 0, B: 50, C: 50 | 0
            """)
    void groups_have_money_of_their_own(String allocation, String targets, String unplaced) throws Exception {
        assertThat(differences(RULE + "allocation: {" + allocation + "}\n", BANKS + """
                pools: {社保: 100}
                expect: {funds: {社保: {targets: {%s}, unplaced: %s}}}
                """.formatted(targets, unplaced)))
                .isEmpty();
    }

    @Test
    void the_groups_parts_are_at_most_all() throws Exception {
        assertThat(
                        refused(
                                RULE
                                        + "allocation: {within: tier, groups: {小: {percent_of_pool: 50}, 中: {percent_of_pool: 50.01}}}\n"))
                .isNotEmpty();
        assertThat(refused(RULE
                        + "allocation: {within: tier, groups: {小: {percent_of_pool: 50}, 中: {percent_of_pool: 50}}}\n"))
                .isEmpty();
    }

    /** The words of a column are the groups, for places, comparison and money; C says nothing and is in none. */
    @Test
    void words_of_a_column_are_groups_too() throws Exception {
        String rule = RULE.substring(RULE.indexOf("measures:")).replace("peers: tier", "peers: 地方法人");
        assertThat(differences(rule.replace("weight: 0, clause", "clause") + """
                ranks: {within: 地方法人}
                allocation: {within: local, groups: {是: {percent_of_pool: 60}, 否: {percent_of_pool: 40}}}
                """, """
                period: 2022Q4
                banks: [A, B, C]
                figures:
                  A: {deposits: 0, judged_score: 30, local: 是}
                  B: {deposits: 0, judged_score: 60, local: 否}
                  C: {deposits: 0, judged_score: 50}
                pools: {社保: 100}
                expect:
                  points: {A: {best: 10}, B: {best: 10}, C: {best: 10}}
                  ranks: {A: 1, B: 1, C: 1}
                  groups: {A: {local: 是}, B: {local: 否}, C: {local: null}}
                  funds: {社保: {targets: {A: 60, B: 40, C: 0}, unplaced: 0}}
                  findings: {W304: 1}
                """))
                .isEmpty();
    }

    @Test
    void kinds_of_the_register_are_groups_too() throws Exception {
        assertThat(differences(
                        RULE.substring(RULE.indexOf("measures:")).replace("peers: tier", "peers: 机构类型") + """
                ranks: {within: 机构类型}
                allocation: {within: 机构类型, groups: {商业银行: {percent_of_pool: 70}}}
                """, """
                period: 2022Q4
                banks: [{code: A, kind: 商业银行}, {code: B, kind: 政策性银行}, {code: C, kind: 商业银行}]
                figures: {A: {deposits: 0, judged_score: 30}, B: {deposits: 0, judged_score: 60}, C: {deposits: 0, judged_score: 40}}
                pools: {社保: 100}
                expect:
                  ranks: {A: 2, B: 1, C: 1}
                  funds: {社保: {targets: {A: 30, B: 0, C: 40}, unplaced: 30}}
                """))
                .isEmpty();
    }

    /** Between groups leaders may move as well: it adds up to 0 in the fund. */
    @Test
    void the_mean_of_a_group_is_that_of_the_group() throws Exception {
        // 中: 30 and 50, mean 40: A −10 steps, B +10 of 1 each: 50 × 30 ÷ 80 = 18.75 − 10, 31.25 + 10, sum 0. 大: C is
        // its own mean.
        assertThat(differences(RULE + """
                allocation: {within: tier, lot: 0.01, adjust: [{by: score, per: 1, amount: 1, steps: whole}], groups: {中: {percent_of_pool: 50}, 大: {percent_of_pool: 50}}}
                """, BANKS + """
                pools: {社保: 100}
                expect: {funds: {社保: {targets: {A: 8.75, B: 41.25, C: 50}}}}
                """)).isEmpty();
    }
}

package bankscore.contribution.score;

import static bankscore.contribution.load.WorkedByHand.differences;
import static bankscore.contribution.load.WorkedByHand.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions of banks, and the smallest and largest of several figures. */
class BankConditionsTest {

    private static final String RULE = """
            measures:
              paid:  {name: 税, formula: tax}
              ratio: {name: 比, formula: tax / platform_amount}
            items:
              - {id: it, name: 项, kind: base, measure: paid, method: {value: {min: 0, max: 1000}}, weight: 50%%, only_if: %s, clause: 一, mark: text}
              - {id: ratio, name: 比, kind: base, measure: ratio, method: {value: {min: 0, max: 100}}, clause: 一, mark: text}
              - {id: rest, name: 余, kind: base, measure: rest, method: {value: {min: 0, max: 1000}}, clause: 一, mark: text}
            """.replace("items:", "  rest:  {name: 余, formula: loans + deposits}\nitems:");

    /**
     * Bank A has 40 of tax, 7 of loans and of deposits, opened on 2020-05-01, is 国有 and says nothing of 地方法人; the ratio
     * does not exist. Where the condition holds half of 40 counts, else half of what is said.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {measure: paid, at_least: 40}                                  | 20
            {measure: paid, above: 40}                                     | 0
            {measure: paid, above: 40, else: 8}                            | 4
            {measure: paid, at_most: 40}                                   | 20
            {measure: paid, below: 40, else: -3}                           | -1.5
            # both sides may be measures or columns
            {measure: loans, at_least: deposits}                           | 20
            {measure: loans, above: deposits}                              | 0
            {measure: loans, below: paid}                                  | 20
            # a comparison with what is missing does not hold, on either side; not turns it round
            {measure: ratio, at_least: -999}                               | 0
            {measure: ratio, below: 999}                                   | 0
            {measure: paid, above: ratio}                                  | 0
            {not: {measure: ratio, below: 999}}                            | 20
            {not: {not: {measure: ratio, below: 999}}}                     | 0
            # a range is all
            {all: [{measure: paid, at_least: 30}, {measure: paid, below: 41}], else: 8} | 20
            {all: [{measure: paid, at_least: 30}, {measure: paid, below: 40}], else: 8} | 4
            {any: [{measure: paid, above: 50}, {measure: loans, at_least: 7}]} | 20
            {any: [{measure: paid, above: 50}, {measure: loans, above: 7}]}    | 0
            # words by name and by id, the empty one too
            {text: 机构类型, one_of: [国有]}                               | 20
            {text: kind, one_of: [股份制]}                                 | 0
            {text: 地方法人, one_of: [是, 否]}                             | 0
            {text: local, none_of: [是]}                                   | 20
            {filled: [kind]}                                               | 20
            {filled: [kind, local]}                                        | 0
            # days, both ends included
            {date: opened, within: [2020-05-01, 2020-05-01]}               | 20
            {date: 开业日期, within: [2020-05-02, 2021-01-01]}             | 0
            """)
    void a_condition_holds_or_does_not(String condition, String points) throws Exception {
        assertThat(differences(RULE.formatted(condition), """
                period: 2022Q4
                banks: [{code: A, kind: 国有, opened: 2020-05-01}]
                figures: {A: {tax: 40, loans: 7, deposits: 7, platform_amount: 0}}
                expect: {points: {A: {it: %s}}, measures: {A: {ratio: null}}}
                """.formatted(points)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {measure: paid, above: 1, below: 9}                               | one_comparison
            {measure: paid}                                                   | one_comparison
            {all: [{measure: paid, above: 1, else: 3}]}                       | else_inside
            {not: {measure: paid, above: 1, else: 3}}                         | else_inside
            {all: []}                                                         | empty_list
            {text: 机构类形, one_of: [国有]}                                  | unknown_column
            """)
    void what_says_no_condition_is_refused(String condition, String code) throws Exception {
        assertThat(refused(RULE.formatted(condition))).contains(code);
    }

    /** They are of lines. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{register: roster, by: bank, at: day}",
                "{unique: [paid]}",
                "{no_overlap: [kind], from: opened, to: opened}"
            })
    void words_of_lines_are_none_of_banks(String condition) throws Exception {
        assertThat(refused(RULE.formatted(condition))).isNotEmpty();
    }

    /** 40 and 7: the smallest and the largest; one that is missing leaves nothing. */
    @Test
    void the_smallest_and_the_largest_of_a_banks_figures() throws Exception {
        assertThat(differences("""
                measures:
                  ratio: {name: 比, formula: tax / platform_amount}
                  small: {name: 小, formula: "least(tax, loans, 9)"}
                  large: {name: 大, formula: "most(tax, loans, 9) / 2"}
                  none:  {name: 无, formula: "least(tax, ratio)"}
                  also:  {name: 也, formula: "most(1000, ratio)"}
                items:
                  - {id: s, name: 小, kind: base, measure: small, method: {value: {min: 0, max: 1000}}, clause: 一, mark: text}
                  - {id: l, name: 大, kind: base, measure: large, method: {value: {min: 0, max: 1000}}, clause: 一, mark: text}
                  - {id: n, name: 无, kind: base, measure: none, method: {value: {min: 0, max: 1000}}, clause: 一, mark: text}
                  - {id: a, name: 也, kind: base, measure: also, method: {value: {min: 0, max: 1000}}, clause: 一, mark: text}
                """, """
                period: 2022Q4
                banks: [A]
                figures: {A: {tax: 40, loans: 7, platform_amount: 0}}
                expect: {measures: {A: {small: 7, large: 20, none: null, also: null}}, points: {A: {n: 0, a: 0}}}
                """)).isEmpty();
    }
}

package bankscore.contribution.score;

import static bankscore.contribution.load.WorkedByHand.differences;
import static bankscore.contribution.load.WorkedByHand.refused;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.quarter.Risk;
import bankscore.sheet.Place;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is assessed, who is not and why; the first reason counts. */
class WhoIsAssessedTest {

    private static final String RULE = """
            assess:
              not_kinds: [外资]
              min_months_open: 12
              require:
                - {measure: loans, at_least: 10, else: 贷款不足}
                - {measure: paid, at_least: 10, else: 税收不足}
            measures:
              paid: {name: 税, formula: tax}
              ratio: {name: 比, formula: tax / deposits, no_base: exclude}
            items:
              - {id: it, name: 项, kind: base, measure: paid, method: {ratio_to_best: {full: 10}}, clause: 一, mark: text}
              - {id: ratio, name: 比, kind: base, measure: ratio, method: {value: {min: 0, max: 100}}, clause: 一, mark: text}
            """;

    /** Each bank has one reason less than the one before; the last has none. */
    @Test
    void the_first_of_all_reasons_is_told() throws Exception {
        assertThat(differences(RULE, """
                period: 2022Q4
                banks:
                  - {code: A, kind: 外资, opened: 2022-06-01, assessed: false}
                  - {code: B, kind: 外资, opened: 2022-06-01}
                  - {code: C, opened: 2022-06-01}
                  - {code: D}
                  - {code: E}
                  - {code: F}
                  - {code: G}
                  - {code: H}
                figures:
                  A: {loans: 1, tax: 1, deposits: 0}
                  B: {loans: 1, tax: 1, deposits: 0}
                  C: {loans: 1, tax: 1, deposits: 0}
                  D: {loans: 1, tax: 1, deposits: 0}
                  E: {loans: 1, tax: 1, deposits: 0}
                  F: {loans: 10, tax: 1, deposits: 0}
                  G: {loans: 10, tax: 40, deposits: 0}
                  H: {loans: 10, tax: 20, deposits: 10}
                risks:
                  - {bank: A, disposal: 取消考核}
                  - {bank: B, disposal: 取消考核}
                  - {bank: C, disposal: 取消考核}
                  - {bank: D, disposal: 取消考核}
                # H is alone: 20 of 20, and 20 ÷ 10.
                expect:
                  excluded: {A: not_assessed, B: kind, C: too_new, D: cancelled, E: required, F: required, G: no_base}
                  points: {H: {it: 10, ratio: 2}}
                """)).isEmpty();
    }

    /** Without C, which lost the assessment, the mean is 15: B meets it. With C it would be 40. */
    @Test
    void what_is_required_is_decided_without_whoever_lost_the_assessment() throws Exception {
        assertThat(differences("""
                assess: {require: [{measure: paid, at_least: city, else: 低于平均}]}
                measures:
                  paid: {name: 税, formula: tax}
                benchmarks:
                  city: {formula: mean(tax)}
                items:
                  - {id: it, name: 项, kind: base, measure: paid, method: {ratio_to_reference: {full: 10, reference: city}}, clause: 一, mark: text}
                """, """
                period: 2022Q4
                banks: [A, B, C]
                figures: {A: {tax: 10}, B: {tax: 20}, C: {tax: 90}}
                risks: [{bank: C, disposal: 取消考核}]
                # Of B alone the mean is 20.
                expect: {excluded: {A: required, C: cancelled}, points: {B: {it: 10}}, benchmarks: {city: 20}}
                """)).isEmpty();
    }

    @Test
    void a_requirement_without_a_reason_is_refused() throws Exception {
        assertThat(refused(RULE.replace(", else: 税收不足", ""))).contains("missing_key");
    }

    /** The bank that lost the assessment keeps its money as one that is not assessed, unless it is to be taken back. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{bank: B, disposal: 取消考核}]                                | outside: {B: 30}
            [{bank: B, disposal: 取消考核}, {bank: B, disposal: 收回}]     | targets: {A: 100, B: 0}, now: {B: -30}, notes: {B: withdrawn}
            """)
    void whoever_lost_the_assessment_is_placed_like_one_that_is_not_assessed(String risks, String money)
            throws Exception {
        assertThat(differences("""
                measures:
                  paid: {name: 税, formula: tax}
                items:
                  - {id: it, name: 项, kind: base, measure: paid, method: {ratio_to_best: {full: 10}}, clause: 一, mark: text}
                allocation: {safety: {收回: withdraw_now, 暂停新增: freeze}}
                """, """
                period: 2022Q4
                banks: [A, B]
                figures: {A: {tax: 1}, B: {tax: 9}}
                pools: {社保: 100}
                holdings: [{fund: 社保, bank: B, held: 30}]
                risks: %s
                expect: {excluded: {B: cancelled}, totals: {A: 10}, funds: {社保: {%s}}}
                """.formatted(risks, money))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            重大违规 | 2022-11-30 | 银罚〔2022〕3号 | （重大违规，2022-11-30，银罚〔2022〕3号）
            重大违规 | ""         | 银罚〔2022〕3号 | （重大违规，银罚〔2022〕3号）
            ""       | 2022-11-30 | ""              | （2022-11-30）
            ""       | ""         | ""              | ""
            """)
    void the_reason_says_type_day_and_note_as_far_as_they_are_there(String kind, String day, String note, String said) {
        assertThat(new Risk(
                                "A",
                                "取消考核",
                                kind,
                                day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day)),
                                note,
                                Place.NONE)
                        .said())
                .isEqualTo(said);
    }
}

package bankscore.contribution.method;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.judge.RuleCase;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.Scorer;
import bankscore.finding.Code;
import bankscore.rule.MeasureValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every method of the language in one table: the method, the banks' values in roster order ({@code -} for none), and
 * their points. Points are rounded to two decimals.
 */
class MethodsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # both ends of every band; below the first bound 0; no value 0
            {bands: [{from: 5, points: 1}, {from: 8, points: 2}]}                  | 4.99 5 7.99 8 900 -       | 0 1 1 2 2 0
            {bands: [{from: 5, points: 1}, {from: 8, points: 2}], closed: upper}   | 5 5.01 8 8.01 -3          | 0 1 1 2 0
            {bands: [{points: -1}, {from: 0, points: 0}, {from: 0.5, points: 1}]}  | -0.01 0 0.49 0.5          | -1 0 0 1
            {bands: [{from: 5, to: 8, closed: both, points: 1}, {from: 8, closed: none, points: 2}]} | 4.99 5 8 8.01 | 0 1 1 2
            {bands: [{points: 7}]}                                                 | -9 0 9                    | 7 7 7
            # ratio to best: ties, zero, negative, none, one bank, nobody above 0
            {ratio_to_best: {full: 30}}                                            | 10 20 20 0 -5 -           | 15 30 30 0 0 0
            {ratio_to_best: {full: 30}}                                            | 7                         | 30
            {ratio_to_best: {full: 30}}                                            | 0 -5                      | 0 0
            {ratio_to_best: {full: 10}}                                            | 1 3                       | 3.33 10
            {ratio_to_best: {full: 30, better: lower}}                             | 10 20 5 -                 | 15 7.5 30 0
            {ratio_to_best: {full: 30, better: lower}}                             | 0 4 0                     | 30 0 30
            {ratio_to_best: {full: 30, better: lower}}                             | -1 4 0                    | 0 0 0
            # ratio to a reference: at it, above it, negative, a cap above full, a reference that is not above 0
            {ratio_to_reference: {full: 60, reference: mean}}                      | 1 2 3                     | 30 60 60
            {ratio_to_reference: {full: 60, reference: median}}                    | 1 2 9 -                   | 30 60 60 0
            {ratio_to_reference: {full: 60, reference: best}}                      | 1 2 4                     | 15 30 60
            {ratio_to_reference: {full: 60, reference: 2, cap: 90}}                | -1 0 1 2 3 4              | 0 0 30 60 90 90
            {ratio_to_reference: {full: 60, reference: mean}}                      | -1 1                      | 0 0
            {ratio_to_reference: {full: 60, reference: mean}}                      | -3 1                      | 0 0
            # share of the total: negative counts as 0, a sum of 0 gives 0
            {share_of_total: {full: 10}}                                           | 1 2 5 -4 -                | 1.25 2.5 6.25 0 0
            {share_of_total: {full: 10}}                                           | 0 -1                      | 0 0
            {share_of_total: {full: 10}}                                           | 3                         | 10
            # rank: shared places, the floor, lower is better, a table and its end
            {rank: {first: 10, step: 0.5}}                                         | 5 7 7 1 -                 | 9 10 10 8.5 0
            {rank: {first: 1, step: 0.5}}                                          | 4 3 2 1                   | 1 0.5 0 0
            {rank: {first: 1, step: 0.5, floor: 0.25}}                             | 4 3 2 1                   | 1 0.5 0.25 0.25
            {rank: {first: 3, step: 1, better: lower}}                             | 2 1 1 9                   | 1 3 3 0
            {rank: {table: [5, 3, 1]}}                                             | 4 9 9 1                   | 1 5 5 0
            {rank: {table: [5, 3, 1], better: lower}}                              | 4                         | 5
            # linear: each way of counting steps on both sides of the reference, and exactly on a step
            {linear: {reference: 10, per: 5, points: 1, steps: whole}}             | 4.99 5 5.01 10 14.99 15   | -1 -1 0 0 0 1
            {linear: {reference: 10, per: 5, points: 1, steps: pro_rata}}          | 4 10 11                   | -1.2 0 0.2
            {linear: {reference: 10, per: 5, points: 1, steps: started}}           | 4.99 5 9.99 10 10.01 15   | -2 -1 -1 0 1 1
            {linear: {base: 15, reference: mean, per: 1, points: 1, steps: pro_rata, min: 10, max: 20}} | 0 4 8 100 | 10 10 10 20
            {linear: {base: 15, reference: mean, per: 1, points: 1, steps: pro_rata, min: 10, max: 20}} | 3 4 5     | 14 15 16
            {linear: {base: 5, reference: best, per: 2, points: -1, steps: whole}} | 10 8 7                    | 5 6 6
            {linear: {reference: median, per: 1, points: 2, steps: pro_rata}}      | 1 2 3 4 -                 | -3 -1 1 3 0
            # min–max: best = worst gives full
            {min_max: {full: 10}}                                                  | -1 0 3 -                  | 0 2.5 10 0
            {min_max: {full: 10, better: lower}}                                   | -1 0 3                    | 10 7.5 0
            {min_max: {full: 10}}                                                  | 4 4                       | 10 10
            {min_max: {full: 10}}                                                  | -4                        | 10
            # points judged by people
            {value: {min: 0, max: 100}}                                            | -1 0 55.555 100 101 -     | 0 0 55.56 100 100 0
            {value: {}}                                                            | -1.005 1.004              | -1.01 1
            """)
    void a_method_gives(String method, String values, String points) throws Exception {
        assertThat(points(base(method), values)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # a deduction is never above 0
            deduction | method: {linear: {reference: 10, per: 5, points: 1, steps: whole, min: -2}}      | 20 10 5 0 -90   | 0 0 -1 -2 -2
            deduction | method: {value: {}}                                                              | 3 -3            | 0 -3
            # a weight comes before the one rounding: 10 × 1 ÷ 3 × 85 % = 2.8333
            base      | method: {ratio_to_best: {full: 10}}, weight: 85%                                 | 1 3             | 2.83 8.5
            base      | method: {ratio_to_best: {full: 10}}, weight: 0.5                                 | 1 3             | 1.67 5
            # gates on both sides of the bound; a value that does not exist has no points at all
            base      | method: {value: {}}, only_if: {measure: own, at_least: 5}                        | 4.99 5 5.01 -   | 0 5 5.01 0
            base      | method: {value: {}}, only_if: {measure: own, above: 5}                           | 4.99 5 5.01     | 0 0 5.01
            base      | method: {value: {}}, only_if: {measure: own, at_most: 5}                         | 4.99 5 5.01     | 4.99 5 0
            base      | method: {value: {}}, only_if: {measure: own, below: 5, else: 2}                  | 4.99 5 5.01     | 4.99 2 2
            base      | method: {value: {}}, only_if: {measure: own, above: city}                        | 1 2 3           | 0 0 3
            # banks are of kind 甲, 乙, 甲, 乙, … by turns
            base      | method: {ratio_to_best: {full: 10}}, peers: 机构类型                              | 1 2 4 8         | 2.5 2.5 10 10
            base      | method: {rank: {first: 2, step: 1}}, peers: 机构类型                              | 1 2 4 8         | 1 1 2 2
            base      | method: {linear: {reference: mean, per: 1, points: 1, steps: pro_rata}}, peers: 机构类型 | 1 2 4 8     | -1.5 -3 1.5 3
            base      | method: {ratio_to_best: {full: 10}}, applies_to: [乙]                             | 1 2 4 8         | 0 2.5 0 10
            """)
    void an_item_gives(String kind, String item, String values, String points) throws Exception {
        assertThat(points("kind: " + kind + ", " + item, values)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # no_base: nothing, the mean of the others, or left out; B has no loans to divide by
            zero    | 2 - 4 | 2 null 4
            average | 2 - 4 | 2 3 4
            average | - -   | null null
            average | 1 2 - | 1 2 1.5
            exclude | 2 - 4 | 2 out 4
            """)
    void a_measure_without_base_counts_as(String noBase, String values, String expected) throws Exception {
        assertThat(outcome("measures", "own", scheme(base("{value: {}}"), noBase), values))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # exactly on a bound, whichever band it belongs to; below every band
            {bands: [{from: 5, points: 1}, {from: 8, points: 2}]} | 5 6 8 7.99         | W301 B0 expected=1 found=5, W301 B2 expected=2 found=8
            {bands: [{from: 5, points: 1}, {from: 8, points: 2}], closed: upper} | 8 9 | W301 B0 expected=1 found=8
            {bands: [{points: 0}, {from: 5, points: 1}]}          | 5 0                | W301 B0 expected=1 found=5
            {bands: [{from: 5, points: 1}]}                       | 4.99 9             | W304 B0 expected=5 found=4.99
            # the best is more than five times the median: 10 and 50 against 51; shown cut where a value has no end
            {ratio_to_best: {full: 30}}                           | 10 50 10           | ``
            {ratio_to_best: {full: 30}}                           | 10 50.01 10        | W302 B1 expected=10 found=50.01
            {ratio_to_best: {full: 30}}                           | 51 10 51 10 10     | W302 B0 expected=10 found=51, W302 B2 expected=10 found=51
            {ratio_to_best: {full: 30}}                           | -1 -1 -1           | ``
            {ratio_to_best: {full: 30}}                           | 0 0 0              | ``
            {ratio_to_best: {full: 30}}                           | 9 -5 -             | ``
            {ratio_to_best: {full: 30}}                           | 9 -5 1 -           | W302 B0 expected=1 found=9
            {ratio_to_best: {full: 30, better: lower}}            | 10 99 10           | ``
            {min_max: {full: 30}}                                 | 10 99 10           | ``
            # a reference that is not above zero or does not exist
            {ratio_to_reference: {full: 60, reference: mean}}     | -1 1               | W307 B0 found=项, W307 B1 found=项
            {ratio_to_reference: {full: 60, reference: 2}}        | 1 -1               | ``
            {linear: {reference: none, per: 1, points: 1, steps: whole}} | 1           | W307 B0 found=项
            {linear: {reference: mean, per: 1, points: 1, steps: whole}} | -1          | ``
            # nobody has a point
            {ratio_to_best: {full: 30}}                           | 0                  | ``
            """)
    void a_score_finds(String method, String values, String findings) throws Exception {
        assertThat(assessment(scheme(base(method), "zero"), values).findings().stream()
                        .filter(finding -> finding.code() != Code.W305 && finding.code() != Code.W306)
                        .filter(finding -> !finding.details().containsValue("平均"))
                        .map(finding -> {
                            Map<String, String> details = new TreeMap<>(finding.details());
                            details.remove("item");
                            return finding.code() + " " + finding.subject() + " "
                                    + details.entrySet().stream()
                                            .map(Object::toString)
                                            .collect(Collectors.joining(" "));
                        })
                        .collect(Collectors.joining(", ")))
                .isEqualTo(findings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # all totals zero; a measure that does not exist is told, unless the whole sheet did not come
            {value: {}}   | 0 0     | W305
            {value: {}}   | 0 0.01  | ``
            {value: {}}   | 1 -     | W306 B1
            {value: {}}   | -       | W305
            {value: {}}   | 0 -     | W306 B1, W305
            """)
    void what_is_missing_is_told(String method, String values, String findings) throws Exception {
        assertThat(assessment(scheme(base(method), "zero"), values).findings().stream()
                        .filter(finding -> finding.code() != Code.W307)
                        .map(finding -> (finding.code() + " " + finding.subject()).strip())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(findings);
    }

    /** Totals, shared places, exact and printed shares; a floor; the unit of the remainder goes to the larger rest. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # 2 ÷ 6 = 33.333…, 1 ÷ 6 = 16.666…: 33.33 twice, 16.66 twice, the two hundredths missing to the larger rests
            2 2 1 1    | 2 1 1/3 33.33 -, 2 1 1/3 33.33 -, 1 3 1/6 16.67 +, 1 3 1/6 16.67 +
            # thirds: the hundredth missing to the earlier row of the roster
            1 1 1      | 1 1 1/3 33.34 +, 1 1 1/3 33.33 -, 1 1 1/3 33.33 -
            -5 10 10   | 0 3 0 0.00 -, 10 1 0.5 50.00 -, 10 1 0.5 50.00 -
            0 0        | 0 1 0 0.00 -, 0 1 0 0.00 -
            7          | 7 1 1 100.00 -
            """)
    void totals_are_ranked_and_shared(String values, String cards) throws Exception {
        assertThat(assessment(scheme(base("{value: {}}"), "zero"), values).cards().stream()
                        .map(card -> card.total() + " " + card.rank() + " " + card.share() + " " + card.sharePercent()
                                + (card.shareAdjusted() ? " +" : " -"))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(cards);
    }

    private static String base(String method) {
        return "kind: base, method: " + method;
    }

    private static String points(String item, String values) throws Exception {
        return outcome("points", "it", scheme(item, "zero"), values);
    }

    private static Scheme scheme(String item, String noBase) throws Exception {
        return RuleFiles.parse("""
                rule: test
                scheme: test
                title: 测试
                in_force: {from: 2022-01-01}
                source: {document: 办法}
                rounding: {points: 2}
                totals: {floor: 0}
                measures:
                  own: {name: 值, formula: tax / 1, no_base: NO_BASE}
                benchmarks:
                  city: {formula: mean(tax)}
                  none: {published: 数}
                items:
                  - {id: it, name: 项, measure: own, ITEM, clause: 一, mark: text}
                  - {id: city, name: 平均, kind: base, measure: own, method: {ratio_to_reference: {full: 1, reference: city}}, weight: 0, clause: 一, mark: text}
                  - {id: none, name: 无, kind: base, measure: own, method: {value: {}}, only_if: {measure: own, above: none}, weight: 0, clause: 一, mark: text}
                """.replace("NO_BASE", noBase).replace("ITEM", item), RuleFiles.datasets("tax"));
    }

    private static Quarter quarter(String values) throws Exception {
        List<String> banks = new ArrayList<>();
        StringBuilder figures = new StringBuilder("figures:\n");
        String[] each = values.split(" +", -1);
        for (int i = 0; i < each.length; i++) {
            banks.add("{code: B" + i + ", kind: " + (i % 2 == 0 ? "甲" : "乙") + "}");
            figures.append("  B").append(i).append(": {");
            figures.append(each[i].equals("-") ? "" : "tax: " + each[i]).append("}\n");
        }
        RuleCase worked = CaseLoader.parse(
                "case",
                "name: case\nperiod: 2022Q4\nbanks: [" + String.join(", ", banks) + "]\n" + figures
                        + "expect: {plan: none}\n",
                "test",
                RuleFiles.datasets("tax"));
        return worked.quarter();
    }

    private static Assessment assessment(Scheme scheme, String values) throws Exception {
        return Scorer.assess(scheme, quarter(values));
    }

    /** One value per bank, separated by blanks; {@code out} for a bank that is not assessed. */
    private static String outcome(String part, String id, Scheme scheme, String values) throws Exception {
        Quarter quarter = quarter(values);
        Assessment assessment = Scorer.assess(scheme, quarter);
        return quarter.roster().subjects().stream()
                .map(bank -> assessment
                        .card(bank.code())
                        .map(card ->
                                part.equals("points") ? card.line(id).points().toString() : shown(card, id))
                        .orElse("out"))
                .collect(Collectors.joining(" "));
    }

    private static String shown(ScoreCard card, String measure) {
        MeasureValue value = card.measures().get(measure);
        return value == null ? "?" : value.value().map(Object::toString).orElse("null");
    }
}

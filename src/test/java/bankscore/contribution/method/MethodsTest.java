package bankscore.contribution.method;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.judge.RuleCase;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.say.MethodSentence;
import bankscore.contribution.say.WorkingSentence;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.ScoreLine;
import bankscore.contribution.score.Scorer;
import bankscore.finding.Code;
import bankscore.finding.Words;
import bankscore.load.WordsLoader;
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
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = MethodTable.POINTS)
    void a_method_gives(String method, String values, String points) throws Exception {
        assertThat(points(base(method), values)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = MethodTable.SENTENCES)
    void a_method_is_put_in_words(String method, String rule, String working, String points) throws Exception {
        Words words = WordsLoader.load();
        Scheme scheme = scheme(base(method), "zero");
        Assessment assessment = assessment(scheme, "10 20 40");
        ScoreLine line = assessment.cards().get(1).line("it");
        assertThat(new MethodSentence(words, scheme).of(line.item())).isEqualTo(rule);
        assertThat(new WorkingSentence(words).of(line, assessment))
                .isEqualTo("值 = 20.00 ÷ 1 = 20；" + working + "；保留2位小数四舍五入，得" + points + "分。");
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
            # both, one, not; a comparison with what does not exist does not hold, and not turns that round
            base      | method: {value: {}}, only_if: {all: [{measure: own, at_least: 2}, {measure: own, below: 4}], else: 9} | 1.99 2 3.99 4 | 9 2 3.99 9
            base      | method: {value: {}}, only_if: {any: [{measure: own, below: 2}, {measure: own, above: 4}], else: 9}    | 1.99 2 4 4.01 | 1.99 9 9 4.01
            base      | method: {value: {}}, only_if: {not: {measure: own, at_least: 2}, else: 9}                | 1.99 2 2.01     | 1.99 9 9
            base      | method: {value: {}}, only_if: {measure: own, above: none, else: 9}                       | 1 2             | 9 9
            base      | method: {value: {}}, only_if: {not: {measure: own, above: none}, else: 9}                | 1 2             | 1 2
            base      | method: {value: {}}, only_if: {all: [{any: [{measure: own, below: 2}, {measure: own, above: 4}]}, {not: {measure: own, above: 5}}]} | 1 3 4.5 6 | 1 0 4.5 0
            base      | method: {value: {}}, only_if: {text: 机构类型, one_of: [乙], else: 9}                    | 1 2 3 4         | 9 2 9 4
            base      | method: {value: {}}, only_if: {text: kind, none_of: [乙], else: 9}                       | 1 2 3 4         | 1 9 3 9
            base      | method: {value: {}}, only_if: {filled: [kind], else: 9}                                  | 1 2             | 1 2
            base      | method: {value: {}}, only_if: {filled: [opened], else: 9}                                | 1 2             | 9 9
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
            {ratio_to_best: {full: 30}}                           | 10 50.01 10        | W302 B1 expected=10 found=50.01 times=5 variant=towering
            {ratio_to_best: {full: 30}}                           | 51 10 51 10 10     | W302 B0 expected=10 found=51 times=5 variant=towering, W302 B2 expected=10 found=51 times=5 variant=towering
            {ratio_to_best: {full: 30}}                           | -1 -1 -1           | ``
            {ratio_to_best: {full: 30}}                           | 0 0 0              | ``
            {ratio_to_best: {full: 30}}                           | 9 -5 -             | ``
            {ratio_to_best: {full: 30}}                           | 9 -5 1 -           | W302 B0 expected=1 found=9 times=5 variant=towering
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
        return RuleFiles.parse(
                """
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
                """.replace("NO_BASE", noBase).replace("ITEM", item), RuleFiles.datasets("tax", "roster"));
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
                RuleFiles.datasets("tax", "roster"));
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

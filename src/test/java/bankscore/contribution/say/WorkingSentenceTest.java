package bankscore.contribution.say;

import static bankscore.contribution.PaperFixture.measure;
import static bankscore.contribution.PaperFixture.records;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.PaperFixture;
import bankscore.contribution.method.Bands;
import bankscore.contribution.method.Better;
import bankscore.contribution.method.Linear;
import bankscore.contribution.method.Method;
import bankscore.contribution.method.MinMax;
import bankscore.contribution.method.Rank;
import bankscore.contribution.method.RatioToBest;
import bankscore.contribution.method.RatioToReference;
import bankscore.contribution.method.ShareOfTotal;
import bankscore.contribution.method.Value;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.Scorer;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.exact.Steps;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.RecordSummary;
import bankscore.facts.Subject;
import bankscore.facts.register.Register;
import bankscore.rule.Condition;
import bankscore.rule.Definition;
import bankscore.rule.Definition.Measure;
import bankscore.rule.Definition.NoBase;
import bankscore.rule.Definition.Population;
import bankscore.rule.Mark;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line is compared whole; the banks of these cases have the values 10, 20 and 40 of one measure. */
class WorkingSentenceTest {

    private static final String X = "指标甲 ";
    private static final String END = "；保留2位小数四舍五入，得";

    @ParameterizedTest
    @MethodSource
    void every_method_is_put_in_words_with_its_numbers(Method method, int bank, String expected) {
        assertThat(explain(plain(method), bank)).isEqualTo(expected);
    }

    static Stream<Arguments> every_method_is_put_in_words_with_its_numbers() {
        Method between = new Bands(List.of(
                new Bands.Band(Optional.of(n("15")), true, Optional.of(n("30.5")), false, n("5")),
                new Bands.Band(Optional.of(n("30.5")), true, Optional.of(n("40")), true, n("7"))));
        return Stream.of(
                // Bands: 10 lies below the first bound, 20 inside, 40 on a bound.
                Arguments.of(between, 0, X + "10.00万元；低于最低一档的下限15，得0分" + END + "0.00分。"),
                Arguments.of(between, 1, X + "20.00万元；分档 [15, 30.5) → 5分" + END + "5.00分。"),
                Arguments.of(between, 2, X + "40.00万元；分档 [30.5, 40] → 7分（恰在分档界限上）" + END + "7.00分。"),
                // 30 × 20 ÷ 40 = 15; 30 × 10 ÷ 20 = 15 where the lowest is the best.
                Arguments.of(
                        new RatioToBest(n("30"), Better.HIGHER),
                        1,
                        X + "20.00万元；与参评银行最高值比，满分30分，最高值40万元：30 × 20 ÷ 40 = 15分" + END + "15.00分。"),
                Arguments.of(
                        new RatioToBest(n("30"), Better.LOWER),
                        1,
                        X + "20.00万元；与参评银行最低值比，满分30分，最低值10万元：30 × 10 ÷ 20 = 15分" + END + "15.00分。"),
                // 5 × 20 ÷ 60 = 1.6666…; 5 × 40 ÷ 20 = 10, capped at 5; the mean is 70 ÷ 3.
                Arguments.of(
                        new RatioToReference(n("5"), new Reference.Fixed(n("60")), Optional.of(n("5"))),
                        1,
                        X + "20.00万元；与参照值60比，满分5分：5 × 20 ÷ 60 = 1.666666…分" + END + "1.67分。"),
                Arguments.of(
                        new RatioToReference(n("5"), new Reference.OfPopulation(Statistic.MEDIAN), Optional.of(n("5"))),
                        2,
                        X + "40.00万元；与参评银行中位数20比，满分5分：5 × 40 ÷ 20 = 10分，高于上限5分，按5分计" + END + "5.00分。"),
                Arguments.of(
                        new RatioToReference(n("7"), new Reference.OfPopulation(Statistic.MEAN), Optional.of(n("7"))),
                        0,
                        X + "10.00万元；与参评银行平均值23.333333…比，满分7分：7 × 10 ÷ 23.333333… = 3分" + END + "3.00分。"),
                Arguments.of(
                        new RatioToReference(n("5"), new Reference.Fixed(n("0")), Optional.of(n("5"))),
                        0,
                        X + "10.00万元；参照值0不大于0，得0分" + END + "0.00分。"),
                // 70 × 20 ÷ 70 = 20.
                Arguments.of(
                        new ShareOfTotal(n("70")),
                        1,
                        X + "20.00万元；按占参评银行合计的比例，满分70分，合计70万元（负数按0计）：70 × 20 ÷ 70 = 20分" + END + "20.00分。"),
                // Third of three: 10 - 0.5 × 2 = 9; with step 6 it would be -2, but the floor is 1.
                Arguments.of(
                        new Rank.Step(n("10"), n("0.5"), n("0"), Better.HIGHER),
                        0,
                        X + "10.00万元；在3家参评银行中列第3名，首名10分，每降一名减0.5分：10 - 0.5 × 2 = 9分" + END + "9.00分。"),
                Arguments.of(
                        new Rank.Step(n("10"), n("6"), n("1"), Better.HIGHER),
                        0,
                        X + "10.00万元；在3家参评银行中列第3名，首名10分，每降一名减6分：10 - 6 × 2 = -2分，低于下限1分，按1分计" + END + "1.00分。"),
                Arguments.of(
                        new Rank.Table(List.of(n("10"), n("8")), Better.HIGHER),
                        1,
                        X + "20.00万元；在3家参评银行中列第2名，该名次对应8分" + END + "8.00分。"),
                Arguments.of(
                        new Rank.Table(List.of(n("10"), n("8")), Better.HIGHER),
                        0,
                        X + "10.00万元；在3家参评银行中列第3名，分值表只到第2名，得0分" + END + "0.00分。"),
                // 10 - 30 = -20 in whole steps of 6: -3; 15 + 2 × -3 = 9.
                Arguments.of(
                        linear("15", "6", "2", Steps.WHOLE),
                        0,
                        X + "10.00万元；参照值30，相差 10 - 30 = -20，每6为一档，不足一档不计，计-3档，每档2分：15 + 2 × (-3) = 9分" + END
                                + "9.00分。"),
                Arguments.of(
                        linear("0", "6", "-2", Steps.STARTED),
                        0,
                        X + "10.00万元；参照值30，相差 10 - 30 = -20，每6为一档，不足一档按一档计，计-4档，每档-2分：-2 × (-4) = 8分" + END + "8.00分。"),
                Arguments.of(
                        linear("0", "6", "30", Steps.PRO_RATA),
                        2,
                        X + "40.00万元；参照值30，相差 40 - 30 = 10，每6为一档，按比例计，计1.666666…档，每档30分："
                                + "30 × 1.666666… = 50分，高于上限20分，按20分计" + END + "20.00分。"),
                // 12 × (20 - 10) ÷ (40 - 10) = 4; where lower is better 12 × (20 - 40) ÷ (10 - 40) = 8.
                Arguments.of(
                        new MinMax(n("0"), n("12"), Better.HIGHER),
                        1,
                        X + "20.00万元；按最差与最优之间的位置，满分12分，最差10，最优40：12 × (20 - 10) ÷ (40 - 10) = 4分" + END + "4.00分。"),
                Arguments.of(
                        new MinMax(n("0"), n("12"), Better.LOWER),
                        1,
                        X + "20.00万元；按最差与最优之间的位置，满分12分，最差40，最优10：12 × (20 - 40) ÷ (10 - 40) = 8分" + END + "8.00分。"),
                Arguments.of(
                        new Value(Optional.empty(), Optional.of(n("15"))),
                        2,
                        X + "40.00万元；由人评定，按原值计 40分，高于上限15分，按15分计" + END + "15.00分。"));
    }

    @Test
    void the_lines_of_the_shangrao_scheme_can_be_worked_again_by_hand() {
        Assessment assessment = PaperFixture.annual().assessment();
        WorkingSentence explanation = new WorkingSentence(PaperFixture.words());
        List<String> lines = new ArrayList<>();
        ScoreCard card = assessment.card("B004").orElseThrow();
        card.lines().forEach(line -> lines.add(explanation.of(line, assessment)));
        assertThat(lines)
                .containsExactly(
                        "贷款增量 = 850,000.00 - 820,000.00 = 30,000万元；与参评银行最高值比，满分30分，最高值300,000万元："
                                + "30 × 30,000 ÷ 300,000 = 3分；保留2位小数四舍五入，得3.00分。",
                        "贷款增速 = (850,000.00 - 820,000.00) ÷ 820,000.00 × 100 = 3.658536…%，保留2位小数四舍五入为3.66%；"
                                + "与参评银行最高值比，满分20分，最高值20.00%：20 × 3.66 ÷ 20.00 = 3.66分；保留2位小数四舍五入，得3.66分。",
                        "小微企业贷款增速 = (118,000.00 - 120,000.00) ÷ 120,000.00 × 100 = -1.666666…%，保留2位小数四舍五入为-1.67%；"
                                + "与参评银行最优值比，满分20分，最优值30.00%，本行数值不大于0，得0分；保留2位小数四舍五入，得0.00分。",
                        "工业贷款增速 = (70,000.00 - 70,000.00) ÷ 70,000.00 × 100 = 0%，保留2位小数四舍五入为0.00%；"
                                + "与参评银行最优值比，满分10分，最优值15.00%，本行数值不大于0，得0分；保留2位小数四舍五入，得0.00分。",
                        "饶企云放款 8,000.00万元；与参评银行最高值比，满分10分，最高值61,000万元："
                                + "10 × 8,000 ÷ 61,000 = 1.311475…分；保留2位小数四舍五入，得1.31分。",
                        "满意度：没有记录，数值不存在；按规则得0分；保留2位小数四舍五入，得0.00分。",
                        "服务扣分：9条记录，登记合计2.00，未填数值的按办法标准另计4.00，共6.00分；参照值0，相差 6 - 0 = 6，每1为一档，按比例计，"
                                + "计6档，每档-1分：5 + (-1) × 6 = -1分，低于下限0分，按0分计；保留2位小数四舍五入，得0.00分。",
                        "上缴税收 4,999.99万元；分档 [3000, 5000) → 15分；保留2位小数四舍五入，得15.00分。",
                        "存贷比 = 850,000.00 ÷ 1,500,000.00 × 100 = 56.666666…%，保留2位小数四舍五入为56.67%；"
                                + "全市存贷比78.25（公布值，直接使用），相差 56.67 - 78.25 = -21.58，每5为一档，不足一档不计，"
                                + "计-4档，每档1分：1 × (-4) = -4分；保留2位小数四舍五入，得-4.00分。");
    }

    @Test
    void a_rate_without_a_base_says_that_the_divisor_is_zero() {
        Assessment assessment = PaperFixture.annual().assessment();
        assertThat(new WorkingSentence(PaperFixture.words())
                        .of(assessment.card("B005").orElseThrow().line("industrial_growth"), assessment))
                .isEqualTo("工业贷款增速 = (5,000.00 - 0.00) ÷ 0.00 × 100，除数为0，数值不存在；按规则得0分；保留2位小数四舍五入，得0.00分。");
    }

    @Test
    void an_aggregate_stands_in_the_formula_with_its_value() {
        // 20 ÷ 70 × 100 = 28.571428…; the mean is 70 ÷ 3.
        Measure share = measure("x", "占比", "%", "a / sum(a) * 100", 2);
        assertThat(explain(scheme(List.of(share), item(new Value(Optional.empty(), Optional.empty()))), 1))
                .isEqualTo("占比 = 20.00 ÷ 参评银行合计70.00 × 100 = 28.571428…%，保留2位小数四舍五入为28.57%；由人评定，按原值计 28.57分" + END
                        + "28.57分。");
        Measure distance = measure("x", "离均", "", "-(a - mean(a)) / (2 - 3)", -1);
        assertThat(explain(scheme(List.of(distance), item(new Value(Optional.empty(), Optional.empty()))), 1))
                .isEqualTo("离均 = -(20.00 - 参评银行平均值23.333333…（70.00 ÷ 3）) ÷ (2 - 3) = -3.333333…；由人评定，按原值计 -3.333333…分"
                        + END + "-3.33分。");
    }

    @Test
    void a_gate_a_weight_and_a_kind_are_part_of_the_argument() {
        Method value = new Value(Optional.empty(), Optional.empty());
        Item.Gate gate = new Item.Gate(
                new Condition.Compared("x", Condition.Comparison.AT_LEAST, new Reference.Fixed(n("15"))), n("-1"));
        Item gated = with(item(value), Optional.of(gate), n("0.85"), List.of());
        Scheme scheme = scheme(List.of(measure("x", "指标甲", "万元", "a", -1)), gated);
        // 20 × 85 % = 17.
        assertThat(explain(scheme, 1))
                .isEqualTo(X + "20.00万元；已满足条件（指标甲不低于15）；由人评定，按原值计 20分；权重85%：20 × 85% = 17分" + END + "17.00分。");
        assertThat(explain(scheme, 0))
                .isEqualTo(X + "10.00万元；条件：指标甲须不低于15，本行10，未达到，得-1分；权重85%：-1 × 85% = -0.85分" + END + "-0.85分。");
        Condition both = new Condition.All(List.of(
                new Condition.Compared("x", Condition.Comparison.AT_LEAST, new Reference.Fixed(n("15"))),
                new Condition.Not(new Condition.Text("kind", true, List.of("村镇银行")))));
        Item joined = with(item(value), Optional.of(new Item.Gate(both, n("-1"))), Fraction.ONE, List.of());
        assertThat(explain(scheme(List.of(measure("x", "指标甲", "万元", "a", -1)), joined), 1))
                .isEqualTo(X + "20.00万元；已满足条件（指标甲（20）不低于15，且并非（kind（国有银行）为村镇银行））；由人评定，按原值计 20分" + END + "20.00分。");
        assertThat(explain(scheme(List.of(measure("x", "指标甲", "万元", "a", -1)), joined), 0))
                .isEqualTo(X + "10.00万元；条件：指标甲（10）不低于15，且并非（kind（国有银行）为村镇银行），未满足，得-1分" + END + "-1.00分。");
        Item others = with(item(value), Optional.empty(), Fraction.ONE, List.of("村镇银行"));
        assertThat(explain(scheme(List.of(measure("x", "指标甲", "万元", "a", -1)), others), 0))
                .isEqualTo(X + "10.00万元；本项不适用于机构类型“国有银行”，得0分" + END + "0.00分。");
    }

    @Test
    void a_deduction_never_adds() {
        Item deduction = PaperFixture.item(
                "i", "项", Item.Kind.DEDUCTION, "x", new Value(Optional.empty(), Optional.empty()), Mark.TEXT);
        assertThat(explain(scheme(List.of(measure("x", "指标甲", "万元", "a", -1)), deduction), 0))
                .isEqualTo(X + "10.00万元；由人评定，按原值计 10分；减分项不加分，按0分计" + END + "0.00分。");
    }

    @Test
    void the_mean_of_the_others_stands_in_where_the_scheme_says_so() {
        // b is 0, 5 and 8: 20 ÷ 5 = 4, 40 ÷ 8 = 5, mean 4.5.
        Measure plain = measure("x", "指标乙", "", "a / b", 2);
        Measure average = new Measure(
                "x",
                "指标乙",
                "",
                plain.formula(),
                Optional.empty(),
                Optional.empty(),
                plain.rounding(),
                NoBase.AVERAGE,
                Population.ASSESSED,
                "",
                Mark.READING);
        assertThat(explain(scheme(List.of(average), item(new Value(Optional.empty(), Optional.empty()))), 0))
                .isEqualTo("指标乙 = 10.00 ÷ 0.00，除数为0，数值不存在，以其他参评银行的平均值4.50代替；由人评定，按原值计 4.5分" + END + "4.50分。");
    }

    @Test
    void records_enter_with_their_count_and_sum() {
        Method value = new Value(Optional.empty(), Optional.empty());
        // 4 records of which one has no number: 13.5 ÷ 3 = 4.5.
        Measure mean = records("x", "满意度", "survey.rating", Statistic.MEAN, Optional.of(Rounding.halfUp(2, "D9")));
        assertThat(explain(scheme(List.of(mean), item(value)), 0))
                .isEqualTo("满意度：3条记录，合计13.50，平均 13.50 ÷ 3 = 4.5分，保留2位小数四舍五入为4.50分；由人评定，按原值计 4.5分" + END + "4.50分。");
        Measure count = records("x", "评价次数", "survey.rating", Statistic.COUNT, Optional.empty());
        assertThat(explain(scheme(List.of(count), item(value)), 0))
                .isEqualTo("评价次数：4条记录；由人评定，按原值计 4分" + END + "4.00分。");
        Measure highest = records("x", "最高评分", "survey.rating", Statistic.MAX, Optional.empty());
        assertThat(explain(scheme(List.of(highest), item(value)), 0))
                .isEqualTo("最高评分：4条记录，最大值5.00分；由人评定，按原值计 5分" + END + "5.00分。");
    }

    // ---- Setting up -----------------------------------------------------------------------------------------------

    private static Fraction n(String number) {
        return Fraction.of(number);
    }

    private static Method linear(String base, String per, String points, Steps steps) {
        return new Linear(
                n(base),
                new Reference.Fixed(n("30")),
                n(per),
                n(points),
                steps,
                Optional.of(n("-20")),
                Optional.of(n("20")));
    }

    private static Item item(Method method) {
        return PaperFixture.item("i", "项", Item.Kind.BASE, "x", method, Mark.TEXT);
    }

    private static Item with(Item item, Optional<Item.Gate> gate, Fraction weight, List<String> kinds) {
        return new Item(
                item.id(),
                item.name(),
                item.kind(),
                item.measure(),
                item.method(),
                gate,
                weight,
                Optional.empty(),
                Optional.empty(),
                kinds,
                Optional.empty(),
                Optional.empty(),
                "",
                Mark.TEXT);
    }

    private static Scheme plain(Method method) {
        return scheme(List.of(measure("x", "指标甲", "万元", "a", -1)), item(method));
    }

    private static Scheme scheme(List<? extends Definition> definitions, Item item) {
        return PaperFixture.scheme("s", "试", List.copyOf(definitions), List.of(item), Map.of());
    }

    private static String explain(Scheme scheme, int bank) {
        Map<String, Map<String, Figure>> figures = new HashMap<>();
        figures.put("a", column("a", "10", "20", "40"));
        figures.put("b", column("b", "0", "5", "8"));
        List<Subject> banks = Stream.of("A", "B", "C")
                .map(code -> PaperFixture.bank(code, "银行" + code, "", "国有银行"))
                .toList();
        RecordSummary ratings = PaperFixture.summary("survey.rating", "A", "", 4, 1, "13.5");
        Quarter quarter = new Quarter(
                new FactTable(
                        new Period(2022, 4),
                        new Register(banks),
                        Set.of("survey"),
                        figures,
                        Map.of("survey.rating", Map.of("A", List.of(ratings))),
                        Map.of()),
                List.of(),
                List.of(),
                List.of());
        Assessment assessment = Scorer.assess(scheme, quarter);
        return new WorkingSentence(PaperFixture.words())
                .of(assessment.cards().get(bank).line("i"), assessment);
    }

    private static Map<String, Figure> column(String id, String... values) {
        Map<String, Figure> column = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            column.put("" + (char) ('A' + i), new Figure(id, n(values[i]), Place.NONE));
        }
        return column;
    }
}

package bankscore.watch;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.rule.Condition;
import bankscore.rule.Definition;
import bankscore.rule.Definition.NoBase;
import bankscore.rule.Definition.Population;
import bankscore.rule.Definitions;
import bankscore.rule.FormulaException;
import bankscore.rule.FormulaParser;
import bankscore.rule.Mark;
import bankscore.rule.Parameter;
import bankscore.rule.Reference;
import bankscore.rule.RuleHead;
import bankscore.rule.Source;
import bankscore.rule.Statistic;
import bankscore.watch.say.Report;
import bankscore.watch.scheme.Degree;
import bankscore.watch.scheme.Exemption;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Index;
import bankscore.watch.scheme.Target;
import bankscore.watch.scheme.Watch;
import bankscore.watch.scheme.WatchScheme;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A rule that watches banks, insurers and counties, with targets and an index, made in code; and a city of three each. */
public final class ShangraoWatch {

    private ShangraoWatch() {}

    /** The rule. */
    public static WatchScheme rule() {
        return rule(groups(), watches(), degrees(), targets(), indices());
    }

    /** A rule that only has targets and an index. */
    public static WatchScheme targetsOnly() {
        return rule(List.of(), List.of(), List.of(), targets(), indices());
    }

    /** The same groups and watches, of which nothing follows. */
    public static WatchScheme withoutDegrees() {
        return rule(groups(), watches(), List.of(), List.of(), List.of());
    }

    private static WatchScheme rule(
            List<Group> groups, List<Watch> watches, List<Degree> degrees, List<Target> targets, List<Index> indices) {
        return new WatchScheme(
                new RuleHead(
                        "shangrao-watch-2022",
                        "shangrao-watch",
                        "银行保险业发展情况通报",
                        LocalDate.of(2022, 1, 13),
                        Optional.empty(),
                        "d".repeat(64)),
                new Source(
                        "关于进一步推动银行保险业加快发展的意见",
                        "饶府厅发〔2022〕1号",
                        Optional.of(LocalDate.of(2022, 1, 13)),
                        List.of("二", "四11"),
                        Map.of("二", "第二部分", "四11", "第四部分第11项"),
                        List.of()),
                groups,
                groups.isEmpty() ? List.of() : benchmarks(),
                watches,
                degrees,
                new Exemption(Optional.of(12), Optional.of(new Condition.Text("note", true, List.of("口径调整")))),
                targets,
                indices,
                new WatchScheme.Reads(Set.of(), Set.of(), Set.of(), Map.of(), WatchedCity.COLUMNS),
                parameters());
    }

    private static List<Parameter> parameters() {
        return List.of(
                new Parameter("subjects.counties.measures.ldr.round", "2", "四11", Mark.READING, 20),
                new Parameter("benchmarks.city_ldr.else.round", "2", "四11", Mark.READING, 30),
                new Parameter("watch.ldr_far.by[0]", "5", "四11", Mark.ASSUMED, 40),
                new Parameter("watch.ldr_far.by[1]", "10", "四11", Mark.ASSUMED, 41),
                new Parameter("watch.premium_falling.below", "0", "四11", Mark.ASSUMED, 42),
                new Parameter("watch.premium_falling.running", "8", "四11", Mark.ASSUMED, 43),
                new Parameter("exempt.months_open_below", "12", "四11", Mark.ASSUMED, 50),
                new Parameter("targets.funds.at_least", "500", "十", Mark.TEXT, 60));
    }

    static List<Group> groups() {
        return List.of(
                new Group(
                        "banks",
                        "roster",
                        new Definitions(
                                Map.of(),
                                List.of(
                                        measure(
                                                "loan_growth",
                                                "贷款增速",
                                                "%",
                                                "(loans - loans_opening) / loans_opening * 100",
                                                2),
                                        measure("increment", "新增贷款", "万元", "loans - loans_opening", 2))),
                        Set.of()),
                new Group(
                        "insurers",
                        "insurers",
                        new Definitions(
                                Map.of(),
                                List.of(measure(
                                        "premium_growth",
                                        "保费增速",
                                        "%",
                                        "(premium - premium_same_period) / premium_same_period * 100",
                                        2))),
                        Set.of()),
                new Group(
                        "counties",
                        "counties",
                        new Definitions(
                                Map.of(),
                                List.of(
                                        measure(
                                                "loan_growth",
                                                "贷款增速",
                                                "%",
                                                "(loans - loans_same_period) / loans_same_period * 100",
                                                2),
                                        measure("ldr", "存贷比", "%", "loans / deposits * 100", 2),
                                        measure(
                                                "premium_growth",
                                                "保费增速",
                                                "%",
                                                "(premium - premium_same_period) / premium_same_period * 100",
                                                2))),
                        Set.of()));
    }

    private static Definition.Measure measure(String id, String name, String unit, String formula, int decimals) {
        try {
            return new Definition.Measure(
                    id,
                    name,
                    unit,
                    FormulaParser.parse(formula),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Rounding.halfUp(decimals, "")),
                    NoBase.EXCLUDE,
                    Population.ASSESSED,
                    "四11",
                    Mark.READING);
        } catch (FormulaException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Definition.Benchmark> benchmarks() {
        try {
            return List.of(
                    new Definition.Benchmark(
                            "province_loan_growth",
                            "全省贷款增速",
                            Optional.of("全省贷款增速"),
                            Optional.empty(),
                            Population.ASSESSED,
                            Optional.empty(),
                            "四11",
                            Mark.READING),
                    new Definition.Benchmark(
                            "city_ldr",
                            "全市存贷比",
                            Optional.of("全市存贷比"),
                            Optional.of(FormulaParser.parse("sum(counties.loans) / sum(counties.deposits) * 100")),
                            Population.ALL,
                            Optional.of(Rounding.halfUp(2, "")),
                            "四11",
                            Mark.READING));
        } catch (FormulaException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Watch watch(
            String id, String name, String of, String measure, Reference bound, int running, Mark mark) {
        return new Watch(
                id,
                name,
                List.of(of),
                measure,
                Watch.Side.BELOW,
                bound,
                id.equals("ldr_far") ? List.of(Fraction.of(5), Fraction.of(10)) : List.of(),
                running,
                id.equals("credit_behind"),
                Optional.empty(),
                "四11",
                mark);
    }

    static List<Watch> watches() {
        return List.of(
                watch(
                        "credit_slow",
                        "信贷增速滞缓",
                        "counties",
                        "loan_growth",
                        new Reference.OfBenchmark("province_loan_growth"),
                        1,
                        Mark.READING),
                watch(
                        "ldr_far",
                        "存贷比远低于全市平均",
                        "counties",
                        "ldr",
                        new Reference.OfBenchmark("city_ldr"),
                        1,
                        Mark.ASSUMED),
                watch(
                        "premium_falling",
                        "保费收入长期负增长",
                        "insurers",
                        "premium_growth",
                        new Reference.Fixed(Fraction.ZERO),
                        8,
                        Mark.ASSUMED),
                watch(
                        "premium_negative",
                        "保费收入负增长",
                        "counties",
                        "premium_growth",
                        new Reference.Fixed(Fraction.ZERO),
                        1,
                        Mark.TEXT),
                watch(
                        "credit_behind",
                        "新增信贷完成滞后",
                        "banks",
                        "increment",
                        new Reference.OfMeasure("increment_target"),
                        1,
                        Mark.READING),
                watch(
                        "growth_low",
                        "贷款增速低于各行平均",
                        "banks",
                        "loan_growth",
                        new Reference.OfPopulation(Statistic.MEAN),
                        4,
                        Mark.ASSUMED));
    }

    static List<Degree> degrees() {
        return List.of(
                new Degree(
                        "现场督导检查",
                        List.of("banks", "insurers"),
                        new Degree.When.Any(List.of(
                                new Degree.When.Hit("premium_falling", 1, 12),
                                new Degree.When.Hit("credit_behind", 1, 4))),
                        "四11",
                        Mark.ASSUMED),
                new Degree("约谈", List.of("banks", "insurers"), new Degree.When.Hits(1), "四11", Mark.READING),
                new Degree("提请加强组织领导", List.of("counties"), new Degree.When.Hits(1), "四11", Mark.TEXT));
    }

    static List<Target> targets() {
        return List.of(
                new Target(
                        "coverage",
                        "金惠保投保覆盖率",
                        "金惠保投保覆盖率",
                        "%",
                        false,
                        new Reference.Fixed(Fraction.of(93)),
                        Optional.of(LocalDate.of(2024, 12, 31)),
                        Optional.empty(),
                        false,
                        "九",
                        Mark.TEXT),
                new Target(
                        "funds",
                        "险资在饶余额",
                        "险资在饶余额",
                        "亿元",
                        false,
                        new Reference.Fixed(Fraction.of(500)),
                        Optional.of(LocalDate.of(2023, 12, 31)),
                        Optional.of(new Target.Start(LocalDate.of(2021, 12, 31), Fraction.of(330), Mark.ASSUMED)),
                        false,
                        "十",
                        Mark.TEXT),
                new Target(
                        "agencies",
                        "保险中介机构家数",
                        "保险中介机构家数",
                        "家",
                        false,
                        new Reference.Fixed(Fraction.of(20)),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        "十",
                        Mark.TEXT));
    }

    static List<Index> indices() {
        return List.of(new Index(
                "tech_insurance",
                "科技保险发展指数",
                new Period(2021, 4),
                Fraction.HUNDRED,
                List.of(new Index.Part("投保企业数", Fraction.of(3, 10)), new Index.Part("科技保险保费", Fraction.of(7, 10))),
                Rounding.halfUp(2, ""),
                "三",
                Mark.ASSUMED));
    }

    /** The city. */
    public static Report report() {
        return fill(new WatchedCity(rule())).report();
    }

    /** The same city by a rule from which nothing follows. */
    public static Report reportWithoutDegrees() {
        return fill(new WatchedCity(withoutDegrees())).report();
    }

    /** A city without subjects. */
    public static Report targetsReport() {
        return index(new WatchedCity(targetsOnly()))
                .published("金惠保投保覆盖率", "93.5")
                .published("险资在饶余额", "410")
                .report();
    }

    /** By hand: at double and at one and a half of the base, 0.3 × 2 × 100 + 0.7 × 1.5 × 100 = 165. */
    private static WatchedCity index(WatchedCity city) {
        return city.published("投保企业数", "200")
                .published("科技保险保费", "3000")
                .past(
                        new Period(2021, 4),
                        "tech_insurance",
                        "100",
                        Map.of("投保企业数", Fraction.of(100), "科技保险保费", Fraction.of(2000)))
                .past(new Period(2022, 1), "tech_insurance", "112.5", Map.of())
                .past(new Period(2022, 3), "tech_insurance", "140.25", Map.of());
    }

    /**
     * By hand. City ratio published: 77.97. Counties: 余干 72.97, 5.00 below: first grade, third quarter running; 婺源 67.97: second
     * grade, and premiums −2.50 %; 德兴 80.00. Banks: 乙行 new loans 1500 of 4000, fourth quarter behind; insurers: 平安 −1.25 %
     * for the twelfth quarter, 大地 opened in May.
     */
    private static WatchedCity fill(WatchedCity city) {
        return index(city)
                .published("全省贷款增速", "11.2")
                .published("全市存贷比", "77.97")
                .published("金惠保投保覆盖率", "88")
                .published("险资在饶余额", "415.12")
                .subject(
                        "banks",
                        "B001",
                        "甲银行上饶分行",
                        "loans",
                        "112000",
                        "loans_opening",
                        "100000",
                        "increment_target",
                        "10000")
                .subject(
                        "banks",
                        "B002",
                        "乙银行上饶分行",
                        "loans",
                        "51500",
                        "loans_opening",
                        "50000",
                        "increment_target",
                        "4000")
                .subject(
                        "banks",
                        "B003",
                        "丙村镇银行",
                        "loans",
                        "8800.5",
                        "loans_opening",
                        "8000",
                        "increment_target",
                        "800.5")
                .metBefore("banks", "B002", "credit_behind", 3)
                .metBefore("banks", "B002", "growth_low", 1)
                .previousRank("banks", "B001", "loan_growth", 2)
                .previousRank("banks", "B002", "loan_growth", 1)
                .subject("insurers", "I01", "平安财险上饶中心支公司", "premium", "9875", "premium_same_period", "10000")
                .subject("insurers", "I02", "人保财险上饶市分公司", "premium", "30500", "premium_same_period", "30000")
                .opened(
                        "insurers",
                        "I03",
                        "大地财险上饶中心支公司",
                        Optional.of(LocalDate.of(2022, 5, 6)),
                        "premium",
                        "60",
                        "premium_same_period",
                        "100")
                .metBefore("insurers", "I01", "premium_falling", 11)
                .subject(
                        "counties",
                        "361127",
                        "余干县",
                        "deposits",
                        "10000",
                        "loans",
                        "7297",
                        "loans_same_period",
                        "6500",
                        "premium",
                        "520",
                        "premium_same_period",
                        "500")
                .subject(
                        "counties",
                        "361130",
                        "婺源县",
                        "deposits",
                        "20000",
                        "loans",
                        "13594",
                        "loans_same_period",
                        "12600",
                        "premium",
                        "390",
                        "premium_same_period",
                        "400")
                .subject(
                        "counties",
                        "361181",
                        "德兴市",
                        "deposits",
                        "15000",
                        "loans",
                        "12000",
                        "loans_same_period",
                        "10000",
                        "premium",
                        "600",
                        "premium_same_period",
                        "500")
                .metBefore("counties", "361127", "ldr_far", 2)
                .previousRank("counties", "361127", "ldr", 2)
                .previousRank("counties", "361130", "ldr", 3)
                .previousRank("counties", "361181", "ldr", 1);
    }
}

package bankscore.watch.load;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.intake.change.Setting;
import bankscore.load.WordsLoader;
import bankscore.load.change.RuleChanges;
import bankscore.load.yaml.YamlFile;
import bankscore.rule.Condition;
import bankscore.rule.Definition;
import bankscore.rule.Mark;
import bankscore.rule.Parameter;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import bankscore.watch.scheme.Degree;
import bankscore.watch.scheme.Degree.When;
import bankscore.watch.scheme.Exemption;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Index;
import bankscore.watch.scheme.Target;
import bankscore.watch.scheme.Watch;
import bankscore.watch.scheme.WatchNotes;
import bankscore.watch.scheme.WatchScheme;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a rule that watches gets wrong is refused with file, line, text, reason and mend; whole messages are compared. */
class WatchLoaderTest {

    private static final Words WORDS = WordsLoader.load();

    private static List<Dataset> datasets = List.of();

    @BeforeAll
    static void the_datasets_are_read() throws Exception {
        datasets = WatchFiles.datasets();
    }

    @Test
    void the_sound_rule_is_loaded_word_for_word() throws Exception {
        WatchScheme rule = WatchFiles.parse(WatchFiles.SOUND, datasets);

        assertThat(rule.groups()).extracting(Group::id).containsExactly("banks", "counties");
        Group counties = rule.group("counties").orElseThrow();
        assertThat(counties.register()).isEqualTo("counties");
        assertThat(counties.lowerIsBetter()).containsExactly("npl");
        assertThat(counties.definitions().measures())
                .extracting(Definition.Measure::id)
                .containsExactly("ldr", "npl");
        assertThat(rule.group("banks")
                        .orElseThrow()
                        .measure("share")
                        .orElseThrow()
                        .over())
                .isEqualTo(Definition.Population.ALL);
        assertThat(rule.benchmarks()).extracting(Definition.Benchmark::id).containsExactly("city_ldr", "goal");

        Watch far = rule.watch("far").orElseThrow();
        assertThat(far.side()).isEqualTo(Watch.Side.BELOW);
        assertThat(far.bound()).isEqualTo(new Reference.OfBenchmark("city_ldr"));
        assertThat(far.grades()).containsExactly(Fraction.of(5), Fraction.of(10));
        assertThat(far.running()).isEqualTo(2);
        assertThat(far.mark()).isEqualTo(Mark.ASSUMED);
        Watch high = rule.watch("high").orElseThrow();
        assertThat(high.side()).isEqualTo(Watch.Side.ABOVE);
        assertThat(high.bound()).isEqualTo(new Reference.OfPopulation(Statistic.MEAN));
        assertThat(high.running()).isEqualTo(1);
        // A heading of the register names its column.
        assertThat(high.unless()).contains(new Condition.Text("note", true, List.of("新区")));
        Watch behind = rule.watch("behind").orElseThrow();
        assertThat(behind.bound()).isEqualTo(new Reference.OfMeasure("increment_target"));
        assertThat(behind.progress()).isTrue();

        assertThat(rule.degrees())
                .containsExactly(
                        new Degree(
                                "督导",
                                List.of("banks", "counties"),
                                new When.Any(List.of(
                                        new When.Hit("far", 2, 4),
                                        new When.All(List.of(
                                                new When.Hits(1),
                                                new When.Not(new When.Hit("far", 1, 1)),
                                                new When.Hit("behind", 1, 4))))),
                                "一",
                                Mark.ASSUMED),
                        new Degree("约谈", List.of(), new When.Hits(1), "一", Mark.TEXT));
        assertThat(rule.exempt())
                .isEqualTo(
                        new Exemption(Optional.of(12), Optional.of(new Condition.Text("note", true, List.of("口径调整")))));
        assertThat(rule.targets())
                .containsExactly(
                        new Target(
                                "cover",
                                "覆盖率",
                                "覆盖率",
                                "%",
                                false,
                                new Reference.Fixed(Fraction.of(93)),
                                Optional.of(LocalDate.of(2024, 12, 31)),
                                Optional.of(new Target.Start(LocalDate.of(2022, 1, 1), Fraction.of(60), Mark.ASSUMED)),
                                false,
                                "二",
                                Mark.TEXT),
                        new Target(
                                "year",
                                "新增机构",
                                "新增机构数",
                                "家",
                                true,
                                new Reference.OfBenchmark("goal"),
                                Optional.empty(),
                                Optional.empty(),
                                true,
                                "二",
                                Mark.TEXT));
        Index tech = rule.indices().get(0);
        assertThat(tech.base()).isEqualTo(new Period(2021, 4));
        assertThat(tech.parts())
                .containsExactly(new Index.Part("企业数", Fraction.of("0.6")), new Index.Part("保额", Fraction.of("0.4")));
        assertThat(tech.rounding().decimals()).isEqualTo(1);
    }

    @Test
    void a_rule_says_what_it_reads() throws Exception {
        WatchScheme rule = WatchFiles.parse(WatchFiles.SOUND, datasets);

        assertThat(rule.columns())
                .isEqualTo(Set.of(
                        "loans",
                        "loans_opening",
                        "increment_target",
                        "counties.loans",
                        "counties.deposits",
                        "counties.loans_opening"));
        assertThat(rule.required()).isEqualTo(Set.of("roster", "counties"));
        assertThat(rule.datasets()).isEqualTo(Set.of("roster", "counties", "parameters", "history"));
        assertThat(rule.publishedUnits())
                .isEqualTo(Map.of("全市存贷比", "%", "目标数", "家", "覆盖率", "%", "新增机构数", "家", "企业数", "", "保额", ""));
        assertThat(rule.reads().columnNames()).containsEntry("note", "备注").containsEntry("loans", "贷款余额");
    }

    /** Whatever staff may change is a parameter, reached by its id. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            subjects.counties.measures.ldr.round | 2        |    | READING
            benchmarks.city_ldr.else.round       | 2        |    | READING
            watch.far.by[1]                      | 10       | 一 | ASSUMED
            watch.far.running                    | 2        | 一 | ASSUMED
            watch.high.unless.one_of[0]          | 新区     | 一 | TEXT
            degrees[0].when.any[0].running       | 4        | 一 | ASSUMED
            degrees[1].when.hits                 | 1        | 一 | TEXT
            exempt.months_open_below             | 12       |    | READING
            exempt.text.one_of[0]                | 口径调整 |    | READING
            targets.cover.from.value             | 60       | 二 | ASSUMED
            targets.cover.by                     | 2024-12-31 | 二 | TEXT
            index.tech.parts[1].weight           | 0.4      |    | ASSUMED
            """)
    void what_staff_may_change_is_a_parameter(String path, String value, String clause, Mark mark) throws Exception {
        assertThat(WatchFiles.parse(WatchFiles.SOUND, datasets).parameters())
                .filteredOn(parameter -> parameter.path().equals(path))
                .extracting(Parameter::value, Parameter::clause, Parameter::mark)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(value, clause == null ? "" : clause, mark));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kind: watch | kind: wach | 第 2 行：wach\\n    不认识这个词。最接近的是：watch。可以写：watch。
            title: 测试 | title: 测试\\nsubsidies: [] | 第 5 行：subsidies\\n    没有这个键。这里可以写：rule, kind, scheme, title, in_force, source, subjects, benchmarks, watch, degrees, exempt, targets, index, not_computed。
            register: roster | register: rooster | 第 9 行：rooster\\n    没有这个名录。最接近的是：roster。可以写：counties, enterprises, households, insurers, roster。 @@ 第 24 行：banks\\n    没有这一组对象。可以写：counties。 @@ 第 26 行：banks\\n    没有这一组对象。可以写：counties。
            register: counties | register: roster | 第 14 行：roster\\n    另一组对象已经用了这个名录。一个名录只写一组，指标都写在这一组里。
            `  banks:\\n    register: roster` | `  Banks:\\n    register: roster` | 第 9 行：Banks\\n    编号只能由小写字母、数字和下划线组成，以字母开头，并且不能是函数名或 total。 @@ 第 24 行：banks\\n    没有这一组对象。最接近的是：Banks。可以写：Banks, counties。 @@ 第 26 行：banks\\n    没有这一组对象。最接近的是：Banks。可以写：Banks, counties。
            `    register: roster\\n` | `` | 第 9 行：\\n    缺少“register”。 @@ 第 23 行：banks\\n    没有这一组对象。可以写：counties。 @@ 第 25 行：banks\\n    没有这一组对象。可以写：counties。
            formula: loans - loans_opening} | formula: loans - counties.loans} | 第 11 行：counties.loans\\n    别的一组对象的数据只能放在 sum( )、mean( ) 等统计函数里。
            formula: loans / sum(loans) * 100 | formula: loans / sum(loans + counties.loans) * 100 | 第 12 行：loans, counties.loans\\n    sum( ) 里的数据不是同一组对象的。一个统计函数里只能写一组对象的数据。
            formula: loans - loans_opening} | formula: loans / (loans - loans)} | 第 11 行：increment\\n    公式的除数恒为 0，永远算不出结果。请改正除数。 @@ 第 24 行：increment\\n    banks 的这个指标不是本年累计数，不能按序时进度（目标×季度数÷4）比较。只有累计数的列（flow: ytd）和期末数减去它自己的年初数可以写 progress。
            formula: loans - loans_opening} | formula: first(loans)} | 第 11 行：first(loans)\\n    least( )、most( ) 和 first( ) 里要写两个或更多的数，用逗号隔开：“first(loans)”。 @@ 第 24 行：increment\\n    没有这个指标。可以写：share。
            formula: loans - loans_opening} | formula: "first(loans - 1, loans)"} | 第 11 行：first(loans - 1, loans)\\n    first( ) 取第一个有数的：除最后一个外只能写列或指标的名字，用逗号隔开：“first(loans - 1, loans)”。 @@ 第 24 行：increment\\n    没有这个指标。可以写：share。
            no_base: exclude | no_base: average | 第 16 行：average\\n    这里只能写 exclude：没有基数的指标是空值，不排名、不点名，也不进入平均值和中位数；其他指标照常。
            no_base: exclude | no_base: zero | 第 16 行：zero\\n    这里只能写 exclude：没有基数的指标是空值，不排名、不点名，也不进入平均值和中位数；其他指标照常。
            better: lower | better: low | 第 17 行：low\\n    不认识这个词。最接近的是：lower。可以写：higher, lower。
            npl: {name | deposits: {name | 第 17 行：deposits\\n    这个编号已是数据列的编号，请换一个。 @@ 第 23 行：npl\\n    没有这个指标。可以写：ldr, deposits。
            npl: {name | note: {name | 第 17 行：note\\n    这个编号已是数据列的编号，请换一个。 @@ 第 23 行：npl\\n    没有这个指标。可以写：ldr, note。
            better: lower | of: mean | 第 17 行：of\\n    没有这个键。这里可以写：name, unit, formula, round, no_base, better, over, clause, mark。 @@ 第 17 行：loans_opening / loans * 100\\n    使用 of 时，公式只能是一个“数据表.列”。可以写：（现在没有可写的）。 @@ 第 23 行：npl\\n    没有这个指标。可以写：ldr。
            sum(counties.loans) / sum | counties.loans / sum | 第 19 行：counties.loans\\n    基准值对全体只有一个，各个对象的数据必须放在 sum( )、mean( ) 等统计函数里。
            `  goal: {` | `  ldr: {` | 第 20 行：ldr\\n    这个编号已经用过；编号不得重复。 @@ 第 31 行：goal\\n    不能作为参照。可以写一个数，或：city_ldr, ldr。
            above: goal | above: 5 | 第 20 行：goal\\n    没有关注事项、目标或别的基准值用它。请删除，或写到 below、above、at_least 里。
            `id: far,` | `id: high,` | 第 23 行：high\\n    这个编号已经用过；编号不得重复。 @@ 第 26 行：far\\n    watch 里没有这一项。可以写：behind, high。
            `id: far,` | `id: Far,` | 第 22 行：Far\\n    编号只能由小写字母、数字和下划线组成，以字母开头，并且不能是函数名或 total。 @@ 第 26 行：far\\n    watch 里没有这一项。最接近的是：Far。可以写：Far, behind, high。
            of: [counties], name: 偏高 | of: [counties, counties], name: 偏高 | 第 23 行：counties\\n    写了两次，请只保留一个。
            of: [counties], name: 偏高 | of: [county], name: 偏高 | 第 23 行：county\\n    没有这一组对象。可以写：banks, counties。
            of: [counties], name: 偏高, measure: npl | of: [counties, banks], name: 偏高, measure: npl | 第 23 行：npl\\n    不是每一组对象都有这个指标。共同的指标有：（现在没有可写的）。
            name: 偏高 | name: 偏低 | 第 23 行：偏低\\n    这个名称已经用过，通报里分不清是哪一项。请改一个。
            measure: npl, above: mean | measure: nlp, above: mean | 第 23 行：nlp\\n    没有这个指标。最接近的是：npl。可以写：ldr, npl。
            above: mean | above: best | 第 23 行：best\\n    不能作为参照。可以写一个数，或：city_ldr, deposits, goal, ldr, lendable, life_premium, loans, loans_opening, loans_same_period, mean, median, new_deposits, new_local_loans, npl, premium, premium_same_period, property_premium, reserves_change。
            above: mean | above: mean, below: 3 | 第 23 行：high\\n    要写且只能写一个：below（低于）或 above（高于）。
            `above: mean,` | `` | 第 23 行：high\\n    要写且只能写一个：below（低于）或 above（高于）。
            above: mean | above: npl | 第 23 行：npl\\n    指标与它自己相比，差距永远是 0。请改正 below 或 above。
            below: city_ldr | below: 1e3 | 第 22 行：1e3\\n    不是精确的数。请写成 12 或 12.5 这样的十进制数，不要用科学计数、千分位或分数。
            by: [5, 10] | by: [10, 5] | 第 22 行：5\\n    各级的差距要从小到大写，不能相等。
            by: [5, 10] | by: -5 | 第 22 行：-5\\n    不能是负数，请改成 0 或正数。 @@ 第 26 行：2\\n    far 最高只有第 1 级。请改正 grade，或在它的 by 里多写几级。
            `running: 2,` | `running: 0,` | 第 22 行：0\\n    必须大于 0。
            `running: 2,` | `running: two,` | 第 22 行：two\\n    应当是不小于 0 的整数。
            progress: true | progress: yes | 第 24 行：yes\\n    不认识这个词。可以写：false, true。
            unless: {text: 备注 | unless: {text: 备住 | 第 23 行：备住\\n    没有这一列。可以写：assessed, code, county_class, name, note, short_name。
            unless: {text: 备注, one_of: [新区]} | unless: {register: counties, by: code} | 第 23 行：register\\n    没有这个键。这里可以写：text, date, measure, filled, all, any, not。 @@ 第 23 行：by\\n    没有这个键。最接近的是：any。这里可以写：text, date, measure, filled, all, any, not。
            , clause: 一, mark: reading} | , mark: reading} | 第 24 行：\\n    缺少“clause”。
            mark: reading} | mark: reads} | 第 24 行：reads\\n    不认识这个词。可以写：assumed, reading, text。
            measure: increment, below | measure: share, below | 第 24 行：share\\n    banks 的这个指标不是本年累计数，不能按序时进度（目标×季度数÷4）比较。只有累计数的列（flow: ytd）和期末数减去它自己的年初数可以写 progress。
            below: increment_target | below: mean | 第 24 行：mean\\n    各对象的统计值本身就是到本期为止的数，不能再按序时进度折算。请去掉 progress，或改为与全年目标比较。
            below: increment_target | below: increment | 第 24 行：increment\\n    指标与它自己相比，差距永远是 0。请改正 below 或 above。 @@ 第 24 行：increment\\n    banks 的这个数本身就是本年累计数，不能再按序时进度折算。请去掉 progress，或改为与全年目标比较。
            {watch: far, grade: 2, running: 4} | {watch: fer, grade: 2} | 第 26 行：fer\\n    watch 里没有这一项。最接近的是：far。可以写：behind, far, high。
            {watch: far, grade: 2, running: 4} | {watch: far, grade: 3} | 第 26 行：3\\n    far 最高只有第 2 级。请改正 grade，或在它的 by 里多写几级。
            {watch: far, grade: 2, running: 4} | {watch: far, running: 1} | 第 26 行：1\\n    far 本身要连续 2 期才算，这里写得更少不起作用。请写 2 以上，或去掉 running。
            {watch: far, grade: 2, running: 4} | {watch: far, hits: 2} | 第 26 行：watch, hits\\n    条件要写且只能写一种：hits, watch, all, any, not。
            {watch: far, grade: 2, running: 4} | {hits: 1, grade: 2} | 第 26 行：grade\\n    没有这个键。这里可以写：hits。
            {hits: 1}, {not | {hits: 0}, {not | 第 26 行：0\\n    必须大于 0。
            of: [banks, counties], when | of: counties, when | 第 26 行：behind\\n    这一项不是针对 counties 的，在等次“督导”里永远不会符合。请改正 of 或 when。
            of: [banks, counties], when | of: banks, when | 第 26 行：far\\n    这一项不是针对 banks 的，在等次“督导”里永远不会符合。请改正 of 或 when。
            of: [banks, counties], when: {any: [{watch: far, grade: 2, running: 4}, {all: [{hits: 1}, {not: {watch: far}}, {watch: behind, running: 4}]}]} | of: counties, when: {not: {watch: behind}} | 第 26 行：behind\\n    这一项不是针对 counties 的，在等次“督导”里永远不会符合。请改正 of 或 when。
            when: {hits: 1} | when: {hits: 3} | 第 27 行：约谈\\n    没有哪个对象会符合这个等次的条件。请改正 when 或 of。
            `  - {name: 督导` | `  - {name: 提醒, when: {hits: 1}, clause: 一, mark: text}\\n  - {name: 督导` | 第 27 行：督导\\n    排在它前面的等次总是先符合，谁也轮不到这一等次。请把它移到前面，或改正 when。 @@ 第 28 行：约谈\\n    排在它前面的等次总是先符合，谁也轮不到这一等次。请把它移到前面，或改正 when。
            name: 约谈 | name: 督导 | 第 27 行：督导\\n    这个名称已经用过，通报里分不清是哪一项。请改一个。
            months_open_below: 12 | months_open: 12 | 第 28 行：months_open\\n    没有这个键。这里可以写：months_open_below, text, clause, mark。
            column: 备注, one_of: [口径调整] | column: 附注, one_of: [口径调整] | 第 28 行：附注\\n    没有这一列。可以写：assessed, code, county_class, kind, name, note, short_name。
            column: 备注, one_of: [口径调整] | column: 备注, one_of: [口径调整, 口径调整] | 第 28 行：口径调整\\n    写了两次，请只保留一个。
            at_least: 93 | at_most: 93 | 第 30 行：at_most\\n    没有这个键。这里可以写：id, name, published, unit, at_least, above, by, from, per, clause, mark。 @@ 第 30 行：cover\\n    要写且只能写一个：at_least（不低于）或 above（高于）。
            at_least: 93 | at_least: 50 | 第 30 行：60\\n    起点的数已经不低于目标。请改正 from 的 value 或目标。
            at_least: 93 | at_least: cover | 第 30 行：cover\\n    不能作为参照。可以写一个数，或：city_ldr, goal。
            `by: 2024-12-31, ` | `` | 第 30 行：from\\n    写了 from 就要写 by：没有到期日算不出序时进度。
            by: 2024-12-31 | by: 2022-01-01 | 第 30 行：2022-01-01\\n    起点不早于到期日。请改正 from 的 day 或 by。
            per: year | per: year, by: 2024-12-31 | 第 31 行：by\\n    写了 per: year 的目标每年从零算到 12 月 31 日，不写 by。
            per: year | per: month | 第 31 行：month\\n    不认识这个词。可以写：year。
            published: 新增机构数 | published: 目标数 | 第 31 行：目标数\\n    目标与它自己的数相比。请改正 published，或改正 at_least、above。
            published: 新增机构数, unit: 家 | published: 覆盖率, unit: 家 | 第 31 行：家\\n    “覆盖率”在目标 cover 里的单位是“%”，同一个公布数只能有一个单位。请改正 unit。
            weight: 0.4 | weight: 0.5 | 第 33 行：tech\\n    各部分的百分比之和是 110，应为 100。请改正百分比。
            weight: 60% | weight: 60 | 第 33 行：60\\n    大于 1 的比例要写百分号，如 60%。
            weight: 60% | weight: 0% | 第 33 行：0%\\n    必须大于 0。
            base: 2021Q4 | base: 2021年 | 第 33 行：2021年\\n    不是期间，请写成 2022Q4 的形式。
            base_value: 100 | base_value: 0 | 第 33 行：0\\n    必须大于 0。
            published: 保额 | published: 企业数 | 第 33 行：企业数\\n    写了两次，请只保留一个。
            round: 1 | round: 7 | 第 33 行：7\\n    小数位数最多 6 位。
            clauses: [一, 二] | clauses: [一, 二, 三] | 第 6 行：三\\n    这一条没有落到任何指标、设置或 not_computed。请在对应处写 clause，或列入 not_computed 并说明原因。
            """)
    void a_wrong_rule_is_refused_with_its_line_and_the_mend(String from, String to, String expected) {
        String written = from.replace("\\n", "\n");
        assertThat(WatchFiles.SOUND).contains(written);
        assertThat(refusals(written, to.replace("\\n", "\n")))
                .isEqualTo(expected.replace("\\n", "\n").replace(" @@ ", "\n"));
    }

    @Test
    void a_formula_names_what_its_own_subjects_have() {
        assertThat(refusals("formula: loans - loans_opening}", "formula: loans - loan_opening}"))
                .startsWith("第 11 行：loan_opening\n    公式“loans - loan_opening”里的这个名字在它之前没有定义。最接近的是：loans_opening。"
                        + "可以写：bad_loans, bonds_underwritten, ")
                .contains(", counties.deposits, ")
                // What a bank has many of is not its figure.
                .doesNotContain("rating");
        assertThat(refusals("sum(counties.loans) / sum", "sum(county.loans) / sum"))
                .startsWith(
                        "第 19 行：county.loans\n    公式“sum(county.loans) / sum(counties.deposits) * 100”里的这个名字在它之前没有定义。")
                .contains(", counties.ldr, ");
    }

    /** A benchmark that only a condition names is used; one that nothing names is refused. */
    @ParameterizedTest
    @CsvSource({"'measure: npl, below: city_ldr', true", "'text: 备注, one_of: [新区]', false"})
    void a_benchmark_that_only_a_condition_names_is_used(String unless, boolean used) {
        String rule = WatchFiles.SOUND
                .replace("below: city_ldr, by", "below: 60, by")
                .replace("text: 备注, one_of: [新区]", unless);
        assertThat(rule).contains("below: 60, by", unless);
        String refused = WatchFiles.refusals(rule, datasets, WORDS);
        if (used) {
            assertThat(refused).isEmpty();
        } else {
            assertThat(refused).contains("city_ldr").doesNotContain("\n第");
        }
    }

    /** Sound, and yet to be looked at. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `` | `` | measure_listed_only subjects.banks.measures.share @@ history_tells_nothing watch.far @@ history_tells_nothing watch.behind
            by: [5, 10], running: 2 | by: [5, 10], running: 1 | measure_listed_only subjects.banks.measures.share @@ history_tells_nothing watch.far @@ history_tells_nothing watch.behind
            npl, above: mean | npl, below: mean | measure_listed_only subjects.banks.measures.share @@ best_below watch.high @@ history_tells_nothing watch.far @@ history_tells_nothing watch.behind
            , better: lower | `` | measure_listed_only subjects.banks.measures.share @@ best_above watch.high @@ history_tells_nothing watch.far @@ history_tells_nothing watch.behind
            name: 约谈, when | name: 约谈, of: counties, when | measure_listed_only subjects.banks.measures.share @@ history_tells_nothing watch.far @@ history_tells_nothing watch.behind @@ hit_without_degree subjects.banks
            by: 2024-12-31, from: {day: 2022-01-01, value: 60, mark: assumed} | by: 2021-12-31 | measure_listed_only subjects.banks.measures.share @@ history_tells_nothing watch.far @@ history_tells_nothing watch.behind @@ target_passed targets.cover
            """)
    void what_is_sound_may_still_be_noted(String from, String to, String expected) throws Exception {
        String text = from.isEmpty() ? WatchFiles.SOUND : WatchFiles.SOUND.replace(from, to);
        assertThat(from.isEmpty() || WatchFiles.SOUND.contains(from)).isTrue();
        assertThat(WatchNotes.of(WatchFiles.parse(text, datasets)).stream()
                        .map(note -> note.code() + " " + note.path())
                        .collect(Collectors.joining(" @@ ")))
                .isEqualTo(expected);
        WatchNotes.of(WatchFiles.parse(text, datasets))
                .forEach(note -> assertThat(WORDS.text("lint." + note.code(), "text", note.text()))
                        .isNotBlank());
    }

    /** What is due of a year can only be held against what comes together in the year. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            loans - loans_opening                              | true
            2 * (loans - loans_opening)                        | true
            (loans - loans_opening + sme_loans - sme_loans_opening) / 2 | true
            (loans - loans_opening) + (sme_loans - sme_loans_opening)   | true
            -(tax)                                             | true
            tax + platform_amount                              | true
            (loans - loans_opening) * 100 / 4                  | true
            loans_opening - loans                              | false
            loans - sme_loans_opening                          | false
            loans                                              | false
            (loans - loans_opening) / loans_opening            | false
            tax * loans                                        | false
            100 / tax                                          | false
            sum(tax)                                           | false
            tax - (loans_opening - loans)                      | true
            loans - loans_opening - loans_opening              | false
            tax + loans                                        | false
            -(loans)                                           | false
            """)
    void progress_is_of_what_comes_together_in_the_year(String formula, boolean sound) {
        String refused = refusals("formula: loans - loans_opening}", "formula: \"" + formula + "\"}");

        if (sound) {
            assertThat(refused).isEmpty();
        } else {
            assertThat(refused).contains("按序时进度").startsWith("第 2");
        }
    }

    /** A degree that nobody comes to is refused; each of the others somebody comes to. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {watch: far}                          | {watch: far, grade: 2}                    | 排在它前面的等次总是先符合
            {watch: far, grade: 2}                | {watch: far}                              | ``
            {watch: far, running: 4}              | {watch: far, running: 8}                  | 排在它前面的等次总是先符合
            {watch: far, running: 8}              | {watch: far, running: 4}                  | ``
            {watch: far, grade: 2, running: 2}    | {watch: far, running: 4}                  | ``
            {watch: far, running: 4}              | {watch: far, grade: 2, running: 4}        | 排在它前面的等次总是先符合
            {all: [{watch: far}, {watch: high}]}  | {all: [{hits: 2}, {not: {watch: behind}}]} | 排在它前面的等次总是先符合
            {all: [{watch: far}, {watch: behind}]} | {hits: 1}                                | 没有哪个对象会符合这个等次的条件
            {not: {hits: 1}}                      | {hits: 1}                                 | 没有哪个对象会符合这个等次的条件
            {any: [{watch: far}, {watch: high}]}  | {hits: 1}                                 | ``
            {any: [{watch: far}, {watch: high}, {watch: behind}]} | {hits: 1}                 | 排在它前面的等次总是先符合
            {not: {watch: far}}                   | {watch: far, grade: 2}                    | ``
            {hits: 2}                             | {hits: 1}                                 | ``
            """)
    void a_degree_that_nobody_comes_to_is_refused(String first, String second, String expected) {
        String degrees =
                WatchFiles.SOUND.substring(WatchFiles.SOUND.indexOf("degrees:"), WatchFiles.SOUND.indexOf("exempt:"));
        String others = "degrees:\n  - {name: 甲, when: " + first + ", clause: 一, mark: text}\n  - {name: 乙, when: "
                + second + ", clause: 一, mark: text}\n";

        String refused = refusals(degrees, others);

        if (expected.isEmpty()) {
            assertThat(refused).isEmpty();
        } else {
            assertThat(refused).contains(expected);
        }
    }

    @Test
    void a_simulation_sets_what_the_file_writes_and_what_it_may_write() throws Exception {
        WatchScheme changed = RuleChanges.of(
                        YamlFile.of("config/schemes/test.yaml", WatchFiles.SOUND),
                        datasets,
                        WatchLoader.READER,
                        WatchLoader.PATHS,
                        Stream.of(
                                        "watch.far.by[0]=6",
                                        "watch.high.running=3",
                                        "degrees[0].when.any[0].running=8",
                                        "exempt.months_open_below=6",
                                        "targets.cover.from.value=70",
                                        "subjects.counties.measures.ldr.round=1")
                                .map(typed -> Setting.read(typed).orElseThrow())
                                .toList())
                .rule();

        assertThat(changed.watch("far").orElseThrow().grades()).containsExactly(Fraction.of(6), Fraction.of(10));
        assertThat(changed.watch("high").orElseThrow().running()).isEqualTo(3);
        assertThat(changed.degrees().get(0).when().whole()).contains(new When.Hit("far", 2, 8));
        assertThat(changed.exempt().monthsOpen()).contains(6);
        assertThat(changed.targets().get(0).from().orElseThrow().value()).isEqualTo(Fraction.of(70));
        assertThat(changed.group("counties")
                        .orElseThrow()
                        .measure("ldr")
                        .orElseThrow()
                        .rounding()
                        .orElseThrow()
                        .decimals())
                .isEqualTo(1);
    }

    private static String refusals(String from, String to) {
        return WatchFiles.refusals(WatchFiles.SOUND.replace(from, to), datasets, WORDS);
    }
}

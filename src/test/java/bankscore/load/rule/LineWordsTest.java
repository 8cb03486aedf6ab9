package bankscore.load.rule;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.ConfigProblem;
import bankscore.finding.Words;
import bankscore.load.WordsLoader;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import bankscore.rule.Condition;
import bankscore.rule.Formula;
import bankscore.rule.Table;
import bankscore.rule.line.LineColumn;
import bankscore.rule.line.LineColumn.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules about lines may say, and how each slip in it is refused; whole messages are compared. */
class LineWordsTest {

    private static final Words WORDS = WordsLoader.load();

    private static final LineColumns COLUMNS = new LineColumns(
            Map.of(
                    "premium", new LineColumn(Kind.AMOUNT),
                    "invoice", new LineColumn(Kind.AMOUNT),
                    "paid_on", new LineColumn(Kind.DAY),
                    "repaid_on", new LineColumn(Kind.DAY),
                    "insurance_kind", new LineColumn(Kind.TEXT),
                    "enterprise", LineColumn.ofParty("enterprises"),
                    "county_class", LineColumn.ofRegister("counties", "county")),
            Map.of("category", List.of("enterprises", "households")));

    private static final String TABLES = """
            lpr: {by: date, published: LPR一年期, unit: "%"}
            plain: {by: [insurance_kind, county_class], rows: [[甲, "*", 1.5], [甲, 一类, 2]]}
            share: {by: [insurance_kind], levels: [市, 县], rows: [[甲, 40, 60], ["*", 50, 50]]}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            least(premium, invoice)               | ``
            least(premium, invoice, 5) / 2        | ``
            most(premium, 0) * days(paid_on, repaid_on) / 365 | ``
            premium * lpr(paid_on) / 100          | ``
            plain(insurance_kind, county_class)   | ``
            days_in_period(paid_on, repaid_on)    | ``
            least(premium)                        | least(premium)\\n    least( )、most( ) 和 first( ) 里要写两个或更多的数，用逗号隔开：“least(premium)”。
            2 + most(premium                      | 2 + most(premium\\n    第 9 个字符处的左括号没有右括号。
            least(premium,)                       | least(premium,)\\n    公式第 15 个字符“)”处看不懂。公式只能有数、名字、+ - * /、括号和 least most days days_in_period lpr plain share。
            least + 1                             | least + 1\\n    函数后面要有括号：“least + 1”。
            min(premium, invoice)                 | min(premium, invoice)\\n    第 1 个字符处的“min(premium, invoice)”是对全体的统计，不能用在逐条审核的公式里。几个数中取最小的用 least( , )，取最大的用 most( , )。
            premium / sum(premium)                | premium / sum(premium)\\n    第 11 个字符处的“sum(premium)”是对全体的统计，不能用在逐条审核的公式里。几个数中取最小的用 least( , )，取最大的用 most( , )。
            days(paid_on)                         | days(paid_on)\\n    days( ) 和 days_in_period( ) 里要写两个日期列，起日在前、止日在后，用逗号隔开：“days(paid_on)”。
            days(paid_on, 90)                     | days(paid_on, 90)\\n    第 15 个字符“90)”处只能写列名：days( )、days_in_period( ) 和表的括号里不能写数或式子。
            days(paid_on, repaid_on + 1)          | days(paid_on, repaid_on + 1)\\n    第 25 个字符“+ 1)”处只能写列名：days( )、days_in_period( ) 和表的括号里不能写数或式子。
            days(paid_on,                         | days(paid_on,\\n    公式没有写完。
            days(paid_on, repaid_on               | days(paid_on, repaid_on\\n    第 5 个字符处的左括号没有右括号。
            days * 2                              | days * 2\\n    函数后面要有括号：“days * 2”。
            days(paid_on, premium)                | premium\\n    这一列不是日期，这里要写日期列。可以写：paid_on, repaid_on。
            lpr1(paid_on)                         | lpr1(paid_on)\\n    第 1 个字符处没有这样的函数，也没有这样的表：“lpr1(paid_on)”。可以用 least most days days_in_period lpr plain share。
            lpr * 2                               | lpr * 2\\n    函数后面要有括号：“lpr * 2”。
            lpr(insurance_kind)                   | insurance_kind\\n    这一列不是日期，这里要写日期列。可以写：paid_on, repaid_on。
            lpr(paid_on, repaid_on)               | lpr\\n    这张表要用 1 列来查：“lpr(paid_on, repaid_on)”。
            plain(insurance_kind)                 | plain\\n    这张表要用 2 列来查：“plain(insurance_kind)”。
            plain(insurance_kind, premium)        | premium\\n    这一列不是文字，这里要写文字列。可以写：county_class, enterprise, insurance_kind。
            plain(insurance_kind, category)       | category\\n    这张表没有这一列，而 enterprises、households 都有，不知取哪一个。请在表中写明，或改用别的列。
            share(insurance_kind)                 | share\\n    这张表一行有几个数（市、县），公式里不能用。
            premum + premum                       | premum\\n    没有这一列。最接近的是：premium。可以写：invoice, premium。
            premium + enterprise                  | enterprise\\n    这一列不是数，这里要写数字列。可以写：invoice, premium。
            `premium, invoice`                    | premium, invoice\\n    公式第 8 个字符“, invoice”处看不懂。公式只能有数、名字、+ - * /、括号和 least most days days_in_period lpr plain share。
            """)
    void a_formula_of_a_line_is_read_or_refused(String formula, String refusal) {
        YamlFile file = YamlFile.of("rule.yaml", "f: " + formula);
        Optional<Formula> read = new LineFormulas(COLUMNS, tables(TABLES)).formula(node(file, "f"));

        assertThat(told(file)).isEqualTo(refusal.replace("\\n", "\n"));
        assertThat(read.isPresent()).isEqualTo(refusal.isEmpty());
    }

    @Test
    void a_function_is_as_deep_and_as_long_as_any_formula() {
        // The name of a function is a term like any other.
        String deep = "least(1, ".repeat(100) + "1" + ")".repeat(100);
        String allowed = "least(1, ".repeat(99) + "1" + ")".repeat(99);
        String tooLong = "least(1" + ", 1".repeat(199) + ")";
        String longest = "least(1" + ", 1".repeat(198) + ")";
        String days = "0" + " + days(paid_on, repaid_on)".repeat(67);

        assertThat(List.of(allowed, longest))
                .allSatisfy(text -> assertThat(refusal(text)).isEmpty());
        assertThat(refusal(deep)).endsWith("公式嵌套过深，请拆成几个指标。");
        assertThat(refusal(tooLong)).endsWith("公式太长，最多 200 项。请拆成几个指标。");
        assertThat(refusal(days)).endsWith("公式太长，最多 200 项。请拆成几个指标。");
        assertThat(refusal("most(1, " + "9".repeat(61) + ")")).endsWith("第 9 个字符处的数太长，最多 60 位。");
    }

    private static String refusal(String formula) {
        YamlFile file = YamlFile.of("rule.yaml", "f: " + formula);
        new LineFormulas(COLUMNS, Map.of()).formula(node(file, "f"));
        return told(file);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {text: insurance_kind, one_of: [甲, 乙]}     | Text[column=insurance_kind, among=true, words=[甲, 乙]]
            {text: county_class, none_of: [一类]}        | Text[column=county_class, among=false, words=[一类]]
            {date: paid_on, within: in_force}            | Dated[column=paid_on, within=InForce[]]
            {date: paid_on, within: period}              | Dated[column=paid_on, within=OfPeriod[]]
            {date: paid_on, within: [2024-01-01, 2024-01-01]} | Dated[column=paid_on, within=Between[from=2024-01-01, to=2024-01-01]]
            {measure: premium, at_most: 10.5}            | Compared[measure=premium, comparison=AT_MOST, bound=Fixed[value=10.5]]
            {measure: premium, above: invoice}           | Compared[measure=premium, comparison=ABOVE, bound=OfMeasure[id=invoice]]
            {measure: premium, below: city}              | Compared[measure=premium, comparison=BELOW, bound=OfBenchmark[id=city]]
            {register: enterprises, by: enterprise}      | InRegister[register=enterprises, by=enterprise, at=Optional.empty]
            {register: counties, by: insurance_kind, at: day} | InRegister[register=counties, by=insurance_kind, at=Optional.empty]
            {register: enterprises, by: enterprise, at: paid_on} | InRegister[register=enterprises, by=enterprise, at=Optional[paid_on]]
            {unique: [insurance_kind, premium]}          | Unique[columns=[insurance_kind, premium]]
            {no_overlap: [enterprise], from: paid_on, to: repaid_on} | NoOverlap[columns=[enterprise], from=paid_on, to=repaid_on]
            {filled: [premium]}                          | Filled[columns=[premium]]
            {all: [{filled: [premium]}, {not: {any: [{unique: [invoice]}]}}], else: 不行} | All[parts=[Filled[columns=[premium]], Not[part=Any[parts=[Unique[columns=[invoice]]]]]]]
            """)
    void a_condition_is_read(String text, String expected) {
        YamlFile file = YamlFile.of("rule.yaml", "c: " + text);
        Optional<Condition> read = lines().condition(node(file, "c"), "else");

        assertThat(told(file)).isEmpty();
        assertThat(read.map(Condition::toString)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                           | \\n    条件要写且只能写一种：text, date, measure, filled, all, any, not, register, unique, no_overlap。
            {else: 不行}                                 | \\n    条件要写且只能写一种：text, date, measure, filled, all, any, not, register, unique, no_overlap。
            {unique: [premium], filled: [premium]}       | unique, filled\\n    条件要写且只能写一种：text, date, measure, filled, all, any, not, register, unique, no_overlap。
            {uniqe: [premium]}                           | uniqe\\n    没有这个键。最接近的是：unique。这里可以写：text, date, measure, filled, all, any, not, register, unique, no_overlap, else。
            [甲]                                         | […]\\n    这里应当是“键: 值”的形式。
            {text: insurance_kind}                       | insurance_kind\\n    text 要写且只能写一种：one_of 或 none_of。
            {text: insurance_kind, one_of: [甲], none_of: [乙]} | insurance_kind\\n    text 要写且只能写一种：one_of 或 none_of。
            {text: insurance_kind, one_of: []}           | […]\\n    列表是空的。请至少写一项，或去掉这个键。
            {text: insurance_kind, oneof: [甲], one_of: [甲]} | oneof\\n    没有这个键。最接近的是：one_of。这里可以写：text, one_of, none_of, else。
            {text: insurance_kid, one_of: [甲]}          | insurance_kid\\n    没有这一列。最接近的是：insurance_kind。可以写：county_class, enterprise, insurance_kind。
            {text: premium, one_of: [甲]}                | premium\\n    这一列不是文字，这里要写文字列。可以写：county_class, enterprise, insurance_kind。
            {date: premium, within: period}              | premium\\n    这一列不是日期，这里要写日期列。可以写：paid_on, repaid_on。
            {date: paid_on}                              | \\n    缺少“within”。
            {date: paid_on, within: year}                | year\\n    应写成 in_force、period 或 [起日, 止日]。
            {date: paid_on, within: [2024-01-01]}        | […]\\n    应写成 in_force、period 或 [起日, 止日]。
            {date: paid_on, within: [2024-01-02, 2024-01-01]} | 2024-01-01\\n    止日早于起日，请改正。
            {date: paid_on, within: [2024-02-30, 2024-03-01]} | 2024-02-30\\n    不是日期，请写成 2022-01-13 的形式。
            {measure: premium}                           | {…}\\n    一个条件要写且只能写一个比较：at_least、above、at_most 或 below。
            {measure: premium, at_least: 1, at_most: 2}  | {…}\\n    一个条件要写且只能写一个比较：at_least、above、at_most 或 below。
            {measure: paid_on, at_least: 1}              | paid_on\\n    这一列不是数，这里要写数字列。可以写：invoice, premium。
            {measure: premium, at_least: invoic}         | invoic\\n    不能作为参照。最接近的是：invoice。可以写一个数，或：city, invoice, premium。
            {measure: premium, at_least: 1e5}            | 1e5\\n    不是精确的数。请写成 12 或 12.5 这样的十进制数，不要用科学计数、千分位或分数。
            {register: enterprise, by: enterprise}       | enterprise\\n    没有这个名录。最接近的是：enterprises。可以写：counties, enterprises。
            {register: counties, by: enterprise}         | enterprise\\n    这一列是名录 enterprises 里的名字或代码，不能到这个名录里查。
            {register: enterprises}                      | \\n    缺少“by”。
            {register: enterprises, by: premium}         | premium\\n    这一列不是文字，这里要写文字列。可以写：county_class, enterprise, insurance_kind。
            {register: enterprises, by: enterprise, at: premium} | premium\\n    这一列不是日期，这里要写日期列。可以写：paid_on, repaid_on。
            {unique: [policy]}                           | policy\\n    没有这一列。可以写：county_class, enterprise, insurance_kind, invoice, paid_on, premium, repaid_on。
            {unique: premium}                            | premium\\n    这里应当是列表（[…] 或以“- ”开头的各行）。
            {no_overlap: [enterprise], from: paid_on}    | \\n    缺少“to”。
            {no_overlap: [enterprise], from: premium, to: repaid_on} | premium\\n    这一列不是日期，这里要写日期列。可以写：paid_on, repaid_on。
            {filled: [category]}                         | category\\n    这张表没有这一列，而 enterprises、households 都有，不知取哪一个。请在表中写明，或改用别的列。
            {not: {filled: [premium], else: 不行}}       | else\\n    else 只能写在最外层的条件上。请移到最外层。
            {all: [{filled: [premium], else: 不行}], else: 不行} | else\\n    else 只能写在最外层的条件上。请移到最外层。
            {any: []}                                    | […]\\n    列表是空的。请至少写一项，或去掉这个键。
            {not: [{filled: [premium]}]}                 | […]\\n    这里应当是“键: 值”的形式。
            """)
    void a_slip_in_a_condition_is_refused(String text, String refusal) {
        YamlFile file = YamlFile.of("rule.yaml", "c: " + text);
        lines().condition(node(file, "c"), "else");

        assertThat(told(file)).isEqualTo(refusal.replace("\\n", "\n"));
    }

    @Test
    void a_rule_over_subjects_has_no_memory_and_no_registers() {
        YamlFile file = YamlFile.of("rule.yaml", "c: {all: [{unique: [premium]}, {register: counties, by: x}]}");
        new ConditionLoader(COLUMNS, Set.of(), Set.of(), ConditionLoader.OF_SUBJECTS).condition(node(file, "c"));

        assertThat(file.problems()).extracting(ConfigProblem::text).containsExactly("unique", "register", "by");
    }

    @Test
    void a_table_by_words_is_read_with_its_levels() {
        Table.ByWord share = (Table.ByWord) Objects.requireNonNull(tables("""
                share:
                  by: [product, county_class]
                  levels: [中央, 省, 市, 县, 投保人]
                  rest: 县
                  own: [投保人]
                  rows:
                    - [水稻, "*", 40, 25, 5, 10, 20]
                    - ["*", "*", 0, 0, 12.5, 37.5, 50]
                  mark: assumed
                """).get("share"));

        assertThat(share.rest() + share.own() + share.mark()).isEqualTo("县[投保人]ASSUMED");
        assertThat(share.rows()).hasSize(2);
        assertThat(((Table.ByWord) Objects.requireNonNull(tables(TABLES).get("share"))).rest())
                .isEqualTo("县");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {by: date, rows: [[2022-01-13, 1], [2022-04-01, 2]]} | ``
            {by: [a], rows: [[甲, -1.5]]}              | ``
            {by: [a, b], rows: [[甲, "*", 1], ["*", 乙, 2], [甲, 乙, 3]]} | *, 乙\\n    这一行与第 1 行写明的词一样多，又可能同时适用，不知取哪一行。请写得更具体，或去掉一行。
            {by: [a], rows: [[甲, 1], [甲, 2]]}        | 甲\\n    这一行与第 1 行写明的词一样多，又可能同时适用，不知取哪一行。请写得更具体，或去掉一行。
            {by: [a], rows: [[甲（一）, 1], [甲(一), 2]]} | 甲(一)\\n    这一行与第 1 行写明的词一样多，又可能同时适用，不知取哪一行。请写得更具体，或去掉一行。
            {by: [a], rows: [["*", 1], [甲, 2], [乙, 2]]} | ``
            {by: day, rows: [[2022-01-13, 1]]}         | day\\n    by 应写 date，或写列编号的列表。
            {rows: [[2022-01-13, 1]]}                  | \\n    缺少“by”。
            {by: date}                                 | t\\n    按日期的表要写且只能写一种：rows 或 published。
            {by: date, published: LPR, rows: [[2022-01-13, 1]]} | t\\n    按日期的表要写且只能写一种：rows 或 published。
            {by: date, rows: [[2022-01-13]]}           | […]\\n    每一行应写成 [日期, 数]。
            {by: date, rows: [[2022-01-13, 1], [2022-01-13, 1]]} | 2022-01-13\\n    同一天写了两行，请只保留一行。
            {by: date, published: LPR, unit: 元}       | 元\\n    不认识这个词。可以写：%。
            {by: date, published: LPR, levels: [市]}   | levels\\n    没有这个键。这里可以写：by, published, unit, rows, clause, mark。
            {by: [a]}                                  | \\n    缺少“rows”。
            {by: [a], rows: []}                        | […]\\n    列表是空的。请至少写一项，或去掉这个键。
            {by: [a, a], rows: [[甲, 乙, 1]]}          | a\\n    写了两次，请只保留一个。
            {by: [a], rows: [[甲]]}                    | […]\\n    每一行应先写 1 个词，再写 1 个数。
            {by: [a], levels: [市, 县], rows: [[甲, 40, 59.99]]} | 甲\\n    这一行各数之和是 99.99，应为 100。请改正。
            {by: [a], levels: [市, 县], rows: [[甲, 100.01, -0.01]]} | -0.01\\n    不能是负数，请改成 0 或正数。
            {by: [a], levels: [市, 县], rows: [[甲, 100, 0]]} | ``
            {by: [a], levels: [市, 县], rest: 省, rows: [[甲, 40, 60]]} | 省\\n    不认识这个词。可以写：县, 市。
            {by: [a], levels: [市, 县], own: [农户], rows: [[甲, 40, 60]]} | 农户\\n    不认识这个词。可以写：县, 市。
            {by: [a], rest: 市, rows: [[甲, 40]]}      | rest\\n    只有写了 levels 的表才能写这个键。
            """)
    void a_table_is_read_or_refused(String text, String refusal) {
        YamlFile file = YamlFile.of("rule.yaml", "t: " + text);
        TableLoader.tables(file.root().orElseThrow());

        assertThat(told(file)).isEqualTo(refusal.replace("\\n", "\n"));
    }

    @Test
    void a_table_has_a_name_of_its_own() {
        YamlFile file = YamlFile.of("rule.yaml", "least: {by: date, published: LPR}\nDays: {by: date, published: LPR}");
        TableLoader.tables(file.root().orElseThrow());

        assertThat(file.problems()).extracting(ConfigProblem::code).containsExactly("not_an_id", "not_an_id");
    }

    private static ConditionLoader lines() {
        return new ConditionLoader(
                COLUMNS, Set.of("city"), Set.of("enterprises", "counties"), ConditionLoader.OF_LINES);
    }

    private static Map<String, Table> tables(String text) {
        YamlFile file = YamlFile.of("tables.yaml", text);
        Map<String, Table> tables = TableLoader.tables(file.root().orElseThrow());
        assertThat(told(file)).isEmpty();
        return tables;
    }

    private static YamlNode node(YamlFile file, String key) {
        return file.root().orElseThrow().anyFields().get(key).orElseThrow();
    }

    private static String told(YamlFile file) {
        return file.problems().stream()
                .map(problem -> problem.print(WORDS).substring("rule.yaml 第 1 行：".length()))
                .collect(Collectors.joining("\n"));
    }
}

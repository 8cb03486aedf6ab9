package bankscore.contribution.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.contribution.method.MethodTable;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.finding.Words;
import bankscore.load.WordsLoader;
import bankscore.load.dataset.DatasetLoader;
import bankscore.load.rule.RuleShelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a scheme file gets wrong is refused with file, line, text, reason and mend; whole messages are compared. */
class StrictLoadingTest {

    private static final Words WORDS = WordsLoader.load();

    /** A sound scheme; each test changes one thing in it. Line 6 is the first measure, line 9 the first item. */
    private static final String SOUND = """
            rule: test
            scheme: test
            title: 测试
            in_force: {from: 2022-01-01}
            source: {document: 办法, clauses: [一, 二]}
            rounding: {points: 2}
            measures:
              growth: {name: 增速, formula: (loans - loans_opening) / loans_opening * 100, round: 2}
              tax_paid: {name: 税收, formula: tax}
            items:
              - {id: growth, name: 增速, kind: base, measure: growth, method: {rank: {first: 10, step: 1}}, clause: 一, mark: text}
              - {id: tax, name: 税收, kind: bonus, measure: tax_paid, method: {bands: [{points: 0}, {from: 500, points: 5}, {from: 1000, points: 10}]}, clause: 二, mark: text}
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_sound_scheme_is_loaded() throws Exception {
        assertThat(RuleFiles.parse(SOUND).items()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title: 测试 | title: 测试\\nfull_pionts: 100 | 第 4 行：full_pionts\\n    没有这个键。最接近的是：full_points。这里可以写：rule, scheme, title, in_force, source, full_points, rounding, assess, interim, cycle, totals, groups, ranks, shares, doubts, values, measures, benchmarks, items, allocation, not_computed。
            title: 测试 | title: 测试\\ntitle: 再来 | 第 4 行：title\\n    同一处写了两次这个键，请只保留一个。
            first: 10 | first: 1e1 | 第 11 行：1e1\\n    不是精确的数。请写成 12 或 12.5 这样的十进制数，不要用科学计数、千分位或分数。
            first: 10 | first: 1/3 | 第 11 行：1/3\\n    不是精确的数。请写成 12 或 12.5 这样的十进制数，不要用科学计数、千分位或分数。
            points: 2} | points: 7} | 第 6 行：7\\n    小数位数最多 6 位。
            formula: tax} | formula: taxx} | 第 9 行：taxx\\n    公式“taxx”里的这个名字在它之前没有定义。最接近的是：tax。可以写：COLUMNS。
            formula: tax} | formula: tax +} | 第 9 行：tax +\\n    公式没有写完。
            formula: tax} | formula: tax ^ 2} | 第 9 行：tax ^ 2\\n    公式第 5 个字符“^ 2”处看不懂。公式只能有数、名字、+ - * /、括号和 sum mean max min median count least most first。
            formula: tax} | formula: (tax} | 第 9 行：(tax\\n    第 1 个字符处的左括号没有右括号。
            formula: tax} | formula: tax / (5 - 5)} | 第 9 行：tax_paid\\n    公式的除数恒为 0，永远算不出结果。请改正除数。
            formula: tax} | formula: tax / (loans - loans)} | 第 9 行：tax_paid\\n    公式的除数恒为 0，永远算不出结果。请改正除数。
            formula: tax} | formula: survey.rating} | 第 9 行：survey.rating\\n    公式“survey.rating”中的这一列每家银行有多行，须与 of: sum / mean / max / count 一起使用。
            (loans - loans_opening) / loans_opening * 100 | tax_paid | 第 8 行：tax_paid\\n    公式“tax_paid”里的这个名字在它后面才定义。请把它的定义移到前面；这里可以写：COLUMNS。
            measure: tax_paid | measure: tax_payd | 第 12 行：tax_payd\\n    不认识这个词。最接近的是：tax_paid。可以写：growth, tax_paid。
            measure: tax_paid | measure: growth | 第 9 行：tax_paid\\n    定义了但没有被任何指标、分配方式或公式使用。请删除，或在指标中使用。
            {rank: {first: 10, step: 1}} | {rang: {first: 10, step: 1}} | 第 11 行：rang\\n    没有这种方法。最接近的是：rank。可以写：METHODS。
            {rank: {first: 10, step: 1}} | {ratio_to_reference: {full: 10, reference: 0}} | 第 11 行：0\\n    参照必须大于 0，否则所有银行都得 0 分。
            {rank: {first: 10, step: 1}} | {linear: {reference: mean, per: 0, points: 1, steps: whole}} | 第 11 行：0\\n    必须大于 0。
            clauses: [一, 二] | clauses: [一, 二, 三] | 第 5 行：三\\n    这一条没有落到任何指标、设置或 not_computed。请在对应处写 clause，或列入 not_computed 并说明原因。
            {from: 2022-01-01} | {from: 2022-01-01, to: 2021-12-31} | 第 4 行：2021-12-31\\n    失效日期早于生效日期。请改正 in_force 的 from 或 to。
            {from: 500, points: 5} | {from: 500, to: 1000, closed: lower, points: 5} | ``
            {from: 1000, points: 10} | {from: 1000, closed: upper, points: 10} | 第 12 行：1000\\n    分档有漏洞：恰好等于 1000 的数值不属于任何一档。请用 closed 让上一档包含上限，或让这一档包含下限。
            {from: 500, points: 5} | {from: 500, to: 1000, closed: both, points: 5} | 第 12 行：1000\\n    恰好等于 1000 的数值同时属于两档。请用 closed 让它只属于其中一档。
            {from: 500, points: 5} | {from: 500, to: 900, points: 5} | 第 12 行：1000\\n    分档有空档：900 与 1000 之间的数值不属于任何一档。请让上一档的 to 等于这一档的 from。
            {from: 500, points: 5} | {from: 500, to: 1100, points: 5} | 第 12 行：1000\\n    分档重叠：1000 与 1100 之间的数值同时属于两档。请让上一档的 to 等于这一档的 from。
            {from: 500, points: 5} | {from: 1000, points: 5} | 第 12 行：1000\\n    这一档没有任何数值：from 1000 不小于 to 1000。请按从低到高的顺序写，并改正上下限。
            {from: 1000, points: 10} | {from: 1000, to: 9000, points: 10} | 第 12 行：9000\\n    最后一档到 9000 为止，更高的数值不属于任何一档。请去掉最后一档的 to。
            title: 测试 | title: 测试\\nfull_points: 11 | 第 4 行：11\\n    基本指标的满分合计是 10，与 full_points 不符。请改正各指标的满分，或改正 full_points。
            title: 测试 | title: 测试\\nallocation: {share_by: {parts: [{percent: 60, by: growth}]}} | 第 4 行：[…]\\n    各部分的百分比之和是 60，应为 100。请改正百分比。
            title: 测试 | title: 测试\\nallocation: {percents_by_rank: [60, 41]} | 第 4 行：[…]\\n    各名次的百分比之和是 101，超过 100。请改正百分比。
            title: 测试 | title: 测试\\nvalues: {cost: {甲: 1}} | 第 4 行：cost\\n    定义了但没有被任何指标、分配方式或公式使用。请删除，或在指标中使用。
            # keys and values that are not what stands there
            title: 测试 | title: [测试] | 第 3 行：[…]\\n    这里应当写文字，不能为空。
            title: 测试 | title: | 第 3 行：\\n    这里应当写文字，不能为空。
            source: {document: 办法, clauses: [一, 二]} | source: 办法 | 第 5 行：办法\\n    这里应当是“键: 值”的形式。\\nconfig/schemes/test.yaml 第 5 行：\\n    缺少“document”。
            clauses: [一, 二] | clauses: 一 | 第 5 行：一\\n    这里应当是列表（[…] 或以“- ”开头的各行）。
            clauses: [一, 二] | clauses: [] | 第 5 行：[…]\\n    列表是空的。请至少写一项，或去掉这个键。
            clauses: [一, 二] | clauses: [一, 二], cited: {三: 第三条} | 第 5 行：三\\n    没有这个键。这里可以写：一, 二。
            clauses: [一, 二] | clauses: [一, 二], cited: {二: } | 第 5 行：\\n    这里应当写文字，不能为空。
            clauses: [一, 二] | clauses: [一, 二], cited: {二: 第二条} | ``
            {from: 2022-01-01} | {from: 2022-1-1} | 第 4 行：2022-1-1\\n    不是日期，请写成 2022-01-13 的形式。
            {from: 2022-01-01} | {to: 2022-01-01} | 第 4 行：\\n    缺少“from”。
            points: 2} | points: two} | 第 6 行：two\\n    应当是不小于 0 的整数。
            points: 2} | points: 2, mode: up} | 第 6 行：up\\n    不认识这个词。可以写：down, half_even, half_up。
            {points: 2} | {points: 2, [1]: 2} | 第 6 行：[…]\\n    键必须是文字。
            # formulas
            formula: tax} | formula: 1.2.3} | 第 9 行：1.2.3\\n    第 1 个字符处不是数：“1.2.3”。
            formula: tax} | formula: avg(tax)} | 第 9 行：avg(tax)\\n    第 1 个字符处没有这样的函数：“avg(tax)”。可以用 sum mean max min median count least most first。
            formula: tax} | formula: "max(tax, loans)"} | 第 9 行：max(tax, loans)\\n    第 8 个字符处不能有逗号：sum mean max min median count 是对全体的统计，只能写一个式子。几个数中取最小的用 least( , )，取最大的用 most( , )。
            formula: tax} | formula: "most(tax)"} | 第 9 行：most(tax)\\n    least( )、most( ) 和 first( ) 里要写两个或更多的数，用逗号隔开：“most(tax)”。
            formula: tax} | formula: "least(tax, loans)"} | ``
            formula: tax} | formula: "days(tax, loans)"} | 第 9 行：days(tax, loans)\\n    第 1 个字符处的“days(tax, loans)”只能用在逐条审核的规则里。
            formula: tax} | formula: "tax * lpr(loans)"} | 第 9 行：tax * lpr(loans)\\n    第 7 个字符处没有这样的函数：“lpr(loans)”。可以用 sum mean max min median count least most first。
            formula: tax} | formula: tax - mean} | 第 9 行：tax - mean\\n    函数后面要有括号：“mean”。
            formula: tax} | formula: tax, when_empty: cost} | 第 9 行：cost\\n    不认识这个词。可以写：（现在没有可写的）。\\nconfig/schemes/test.yaml 第 9 行：cost\\n    when_empty 只能与 of 一起使用。
            formula: tax} | formula: tax, of: sum} | 第 9 行：tax\\n    使用 of 时，公式只能是一个“数据表.列”。可以写：RECORDS。
            # ids
            tax_paid: {name | growth: {name | 第 9 行：growth\\n    同一处写了两次这个键，请只保留一个。\\nconfig/schemes/test.yaml 第 12 行：tax_paid\\n    不认识这个词。可以写：growth。
            tax_paid: {name | loans: {name | 第 9 行：loans\\n    这个编号已是数据列的编号，请换一个。\\nconfig/schemes/test.yaml 第 12 行：tax_paid\\n    不认识这个词。可以写：growth, loans。
            id: tax, | id: 税, | 第 12 行：税\\n    编号只能由小写字母、数字和下划线组成，以字母开头，并且不能是函数名或 total。
            id: tax, | id: growth, | 第 12 行：growth\\n    这个编号已经用过；编号不得重复。
            # benchmarks
            items: | benchmarks: {city: {formula: tax}}\\nitems: | 第 10 行：tax\\n    基准值对全体只有一个，各个对象的数据必须放在 sum( )、mean( ) 等统计函数里。
            items: | benchmarks: {city: {published: 数, formula: mean(tax), else: {formula: mean(tax)}}}\\nitems: | 第 10 行：mean(tax)\\n    else 与 formula 只能写一个。
            items: | benchmarks: {city: {over: all}}\\nitems: | 第 10 行：city\\n    缺少“formula”。
            # items, methods, gates
            mark: text} | mark: sure} | 第 11 行：sure\\n    不认识这个词。可以写：assumed, reading, text。
            kind: bonus, | ${none} | 第 12 行：\\n    缺少“kind”。
            measure: growth, | measure: growth, weight: -85%, | 第 11 行：-85%\\n    不能是负数，请改成 0 或正数。
            measure: growth, | measure: growth, applies_to: [], | 第 11 行：[…]\\n    列表是空的。请至少写一项，或去掉这个键。
            measure: growth, | measure: growth, peers: 类型, | 第 11 行：类型\\n    不认识这个词。最接近的是：机构类型。可以写：人民银行综合评价, 地方法人, 机构类型。
            measure: growth, | measure: growth, only_if: {measure: growth}, | 第 11 行：{…}\\n    一个条件要写且只能写一个比较：at_least、above、at_most 或 below。
            measure: growth, | measure: growth, only_if: {measure: growth, above: mean}, | 第 11 行：mean\\n    不能作为参照。可以写一个数，或：AMOUNTS。
            measure: growth, | measure: growth, only_if: {all: [{measure: growth, above: 1, else: 2}]}, | 第 11 行：else\\n    else 只能写在最外层的条件上。请移到最外层。
            measure: growth, | measure: growth, only_if: {any: [{measure: growth, above: 1}, {text: 机构类型, one_of: [甲]}], else: 2}, | ``
            measure: growth, | measure: growth, only_if: {not: {date: opened, within: in_force}}, | ``
            measure: growth, | measure: growth, only_if: {unique: [growth]}, | 第 11 行：unique\\n    没有这个键。这里可以写：text, date, measure, filled, all, any, not, running, else。
            measure: growth, | measure: growth, only_if: {text: kinds, one_of: [甲]}, | 第 11 行：kinds\\n    没有这一列。最接近的是：kind。可以写：central_bank_grade, code, kind, local, name, short_name。
            title: 测试 | title: 测试\\nassess: {require: [{measure: growth, at_least: 5}]} | 第 4 行：\\n    缺少“else”。
            title: 测试 | title: 测试\\nassess: {require: []} | 第 4 行：[…]\\n    列表是空的。请至少写一项，或去掉这个键。
            title: 测试 | title: 测试\\nassess: {require: [{all: [{measure: growth, at_least: 5}, {filled: [tax]}], else: 增速不达标}]} | ``
            {rank: {first: 10, step: 1}} | {rank: {first: 10, step: 1}, value: {}} | 第 11 行：{…}\\n    method 要写且只能写一种方法：METHODS。
            {rank: {first: 10, step: 1}} | {rank: {table: [3], step: 1}} | 第 11 行：{…}\\n    rank 要么写 table，要么写 first、step、floor。
            {rank: {first: 10, step: 1}} | {rank: {table: []}} | 第 11 行：[…]\\n    列表是空的。请至少写一项，或去掉这个键。
            {rank: {first: 10, step: 1}} | {rank: {first: 10}} | 第 11 行：\\n    缺少“step”。
            {rank: {first: 10, step: 1}} | {value: {min: 2, max: 1}} | 第 11 行：{…}\\n    下限大于上限。请改正 min 或 max。
            {rank: {first: 10, step: 1}} | {linear: {reference: median, per: 1, points: 1}} | 第 11 行：\\n    缺少“steps”。
            {rank: {first: 10, step: 1}} | {ratio_to_reference: {full: 10, reference: medium}} | 第 11 行：medium\\n    不能作为参照。最接近的是：median。可以写一个数，或：best, growth, mean, median, tax_paid。
            [{points: 0}, {from: 500, points: 5}, {from: 1000, points: 10}] | [] | 第 12 行：{…}\\n    分档至少要有一档。
            {from: 1000, points: 10} | {points: 10} | 第 12 行：{…}\\n    只有第一档可以不写 from。
            {from: 500, points: 5} | {from: 500} | 第 12 行：\\n    缺少“points”。
            title: 测试 | title: 测试\\nfull_points: 10\\nassess: {min_months_open: -1} | 第 5 行：-1\\n    应当是不小于 0 的整数。
            kind: bonus | kind: deduction | 第 12 行：deduction\\n    减分项的得分应当是负数，这里最少也有 0 分，永远不会扣分。请把分值写成负数（如 -5），或改 kind。
            {rank: {first: 10, step: 1}} | {ratio_to_reference: {full: 10, reference: {mean_of_best: 0}}} | 第 11 行：0\\n    必须大于 0。
            {rank: {first: 10, step: 1}} | {ratio_to_reference: {full: 10, reference: {mean_of_worst: 6}}} | 第 11 行：mean_of_worst\\n    没有这个键。这里可以写：mean_of_best。\\nconfig/schemes/test.yaml 第 11 行：\\n    缺少“mean_of_best”。
            {rank: {first: 10, step: 1}} | {ratio_to_reference: {full: 10, reference: {mean_of_best: 6}, cap: none}} | ``
            {rank: {first: 10, step: 1}} | {min_max: {base: 11, full: 10}} | 第 11 行：11\\n    最差一家的基础分高于满分 10。请改正 base 或 full。
            title: 测试 | title: 测试\\ncycle: month | 第 4 行：month\\n    不认识这个词。可以写：half_year, quarter, year。
            title: 测试 | title: 测试\\ncycle: quarter | ``
            measure: growth, | measure: growth, periods: [monthly], | 第 11 行：monthly\\n    不认识这个词。可以写：annual, interim。
            title: 测试 | title: 测试\\nallocation: {cap: {amount: 15000, amounts_by_rank: [5, 3]}} | ``
            title: 测试 | title: 测试\\nallocation: {cap: {amounts_by_rank: []}} | 第 4 行：[…]\\n    列表是空的。请至少写一项，或去掉这个键。
            title: 测试 | title: 测试\\nallocation: {require: [{group: 安全性, at_least: 12}]} | 第 4 行：安全性\\n    没有指标的 group 是这个名字。现有：（现在没有可写的）。
            title: 测试 | title: 测试\\nallocation: {require: [{group: 安全性, total: 12}]} | 第 4 行：{…}\\n    一个条件要么写 group 和 at_least，要么写 total。
            measure: growth, | measure: growth, peers: 地方法人, only_if: {text: 人民银行综合评价, one_of: [A]}, | ``
            measure: growth, | measure: growth, peers: local, only_if: {not: {filled: [central_bank_grade]}}, | ``
            title: 测试 | title: 测试\\ngroups: {local: {by: loans, bands: [{name: 小}]}} | 第 4 行：local\\n    编号只能由小写字母、数字和下划线组成，以字母开头，并且不能是函数名或 total。
            title: 测试 | title: 测试\\nranks: {within: 地方法人}\\nallocation: {within: local, groups: {是: {percent_of_pool: 60}, 否: {percent_of_pool: 40, percents_by_rank: [60, 40]}}} | ``
            # groups
            measure: growth, | measure: growth, peers: tier, | 第 11 行：tier\\n    不认识这个词。可以写：人民银行综合评价, 地方法人, 机构类型。
            title: 测试 | title: 测试\\ngroups: {tier: {by: loans, bands: [{name: 小}, {from: 5, name: 小}]}} | 第 4 行：小\\n    这个编号已经用过；编号不得重复。
            title: 测试 | title: 测试\\ngroups: {tier: {by: loan, bands: [{name: 小}]}} | 第 4 行：loan\\n    没有这一列。最接近的是：loans。可以写：AMOUNTS。
            title: 测试 | title: 测试\\ngroups: {tier: {by: loans, bands: [{name: 小, to: 4}, {from: 5, name: 大}]}} | 第 4 行：5\\n    分档有空档：4 与 5 之间的数值不属于任何一档。请让上一档的 to 等于这一档的 from。
            title: 测试 | title: 测试\\ngroups: {tier: {by: loans, bands: [{name: 小}, {from: 5, name: 大}]}}\\nranks: {within: tier}\\nallocation: {amounts_by_rank: [5]} | 第 6 行：tier\\n    名次在“tier”各组内排列，按名次安排资金或按名次取前几名时，allocation 也要写 within: tier 和 groups。
            title: 测试 | title: 测试\\ngroups: {tier: {by: loans, bands: [{name: 小}, {from: 5, name: 大}]}}\\nallocation: {within: tier, groups: {大: {percent_of_pool: 60}, 小: {percent_of_pool: 41}}} | 第 5 行：{…}\\n    各组的百分比之和是 101，超过 100。请改正百分比。
            title: 测试 | title: 测试\\nallocation: {within: 机构类型} | 第 4 行：{…}\\n    within 和 groups 要一起写：within 写按什么分组，groups 写各组的资金。
            # the allocation
            title: 测试 | title: 测试\\nallocation: {moves: perhaps} | 第 4 行：perhaps\\n    不认识这个词。可以写：false, true。
            title: 测试 | title: 测试\\nallocation: {funds: {维修资金: {moves: false}}} | ``
            title: 测试 | title: 测试\\nallocation: {adjust: [{by: growth, reference: {mean_of_best: 3}, per: 1, amount: -500, steps: whole}]} | ``
            title: 测试 | title: 测试\\nallocation: {adjust: [{by: growht, per: 1, amount: 500, steps: whole}]} | 第 4 行：growht\\n    不认识这个词。最接近的是：growth。可以写：growth, tax_paid。
            title: 测试 | title: 测试\\nallocation: {adjust: [{by: growth, per: 0, amount: 500, steps: whole}]} | 第 4 行：0\\n    必须大于 0。
            title: 测试 | title: 测试\\nallocation: {adjust: [{by: growth, reference: all, per: 1, amount: 5, steps: some}]} | 第 4 行：all\\n    不能作为参照。可以写一个数，或：best, growth, mean, median, tax_paid。\\nconfig/schemes/test.yaml 第 4 行：some\\n    不认识这个词。可以写：pro_rata, started, whole。
            title: 测试 | title: 测试\\nallocation: {adjust: [{by: growth, per: 1}]} | 第 4 行：\\n    缺少“amount”。\\nconfig/schemes/test.yaml 第 4 行：\\n    缺少“steps”。
            title: 测试 | title: 测试\\nallocation: {adjust: []} | 第 4 行：[…]\\n    列表是空的。请至少写一项，或去掉这个键。
            title: 测试 | title: 测试\\nallocation: {percents_by_rank: [60, 40], adjust: [{by: growth, per: 1, amount: 5, steps: whole}]} | 第 4 行：[…]\\n    按名次定额或定比例安排的资金，分配后不能再作 adjust；这类资金或分组请写 adjust: none，或改用 share_by。
            title: 测试 | title: 测试\\nallocation: {adjust: [{by: growth, per: 1, amount: 5, steps: whole}], funds: {社保: {amounts_by_rank: [60]}}} | 第 4 行：{…}\\n    按名次定额或定比例安排的资金，分配后不能再作 adjust；这类资金或分组请写 adjust: none，或改用 share_by。
            title: 测试 | title: 测试\\nallocation: {adjust: [{by: growth, per: 1, amount: 5, steps: whole}], funds: {社保: {amounts_by_rank: [60], adjust: none}}} | ``
            title: 测试 | title: 测试\\nallocation: {share_by: total, amounts_by_rank: [1]} | 第 4 行：{…}\\n    分配方式只能写一种：share_by, amounts_by_rank, percents_by_rank。
            title: 测试 | title: 测试\\nallocation: {share_by: {above: 1, parts: []}} | 第 4 行：{…}\\n    share_by 要么写 above，要么写 parts。
            title: 测试 | title: 测试\\nallocation: {share_by: growht} | 第 4 行：growht\\n    不认识这个词。最接近的是：growth。可以写：equal, growth, tax_paid, total。
            title: 测试 | title: 测试\\nallocation: {share_by: {parts: [{percent: 100, by: totl}]}} | 第 4 行：totl\\n    不认识这个词。最接近的是：total。可以写：equal, growth, tax_paid, total。
            title: 测试 | title: 测试\\nallocation: {amounts_by_rank: []} | 第 4 行：[…]\\n    列表是空的。请至少写一项，或去掉这个键。
            title: 测试 | title: 测试\\nallocation: {percents_by_rank: [-1]} | 第 4 行：-1\\n    不能是负数，请改成 0 或正数。
            title: 测试 | title: 测试\\nallocation: {lot: 0} | 第 4 行：0\\n    必须大于 0。
            title: 测试 | title: 测试\\nallocation: {floor: 0.0000001} | 第 4 行：0.0000001\\n    不是金额。请写万元数，精确到分（最多六位小数）。
            title: 测试 | title: 测试\\nallocation: {take: {best: 0}} | 第 4 行：0\\n    必须大于 0。
            title: 测试 | title: 测试\\nallocation: {first: [{where: {}, amount: 5}]} | 第 4 行：{…}\\n    where 要写且只能写一个条件：months_open_below、kind 或 banks。
            title: 测试 | title: 测试\\nallocation: {cap: {most: 3}} | 第 4 行：most\\n    没有这个键。这里可以写：percent_of_pool, percent_of_own_deposits, amount, amounts_by_rank。
            title: 测试 | title: 测试\\nallocation: {cap: {}} | 第 4 行：{…}\\n    cap 至少写一种：percent_of_pool、percent_of_own_deposits、amount 或 amounts_by_rank。
            title: 测试 | title: 测试\\nallocation: {tie_order: [rooster]} | 第 4 行：rooster\\n    不认识这个词。最接近的是：roster。可以写：growth, roster, tax_paid, total。
            title: 测试 | title: 测试\\nallocation: {outside: leave} | 第 4 行：leave\\n    不认识这个词。可以写：keep, withdraw。
            title: 测试 | title: 测试\\nallocation: {safety: {收回: withdraw_now}} | 第 4 行：暂停新增\\n    风险表的“处置”可以填“暂停新增”，但 safety 没有写它怎么办。请补上 暂停新增: withdraw_now 或 暂停新增: freeze。
            title: 测试 | title: 测试\\nallocation: {funds: {社保: {safety: {暂停新增: freeze}}}} | 第 4 行：收回\\n    风险表的“处置”可以填“收回”，但 safety 没有写它怎么办。请补上 收回: withdraw_now 或 收回: freeze。
            rounding: {points: 2} | rounding: [2 | 第 7 行：measures:\\n    不是有效的 YAML，请检查缩进、冒号后的空格、引号和括号是否成对。
            """)
    void a_changed_scheme_is_refused_with_its_line_and_reason(String from, String to, String message)
            throws ConfigException {
        assertThat(SOUND).contains(from);
        String changed = SOUND.replaceFirst(
                java.util.regex.Pattern.quote(from),
                quoted(to.replace("\\n", "\n").replace("${none}", "")));
        assertThat(problems(changed))
                .isEqualTo(
                        message.isEmpty()
                                ? ""
                                : "config/schemes/test.yaml "
                                        + message.replace("\\n", "\n")
                                                .replace("METHODS", MethodTable.NAMES)
                                                .replace("COLUMNS", allowed(from))
                                                .replace("AMOUNTS", amounts())
                                                .replace("RECORDS", records()));
    }

    private static String quoted(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }

    /** What a formula at that place may name: all columns, and the measures above it. */
    private static String allowed(String from) throws ConfigException {
        List<String> names = new java.util.ArrayList<>(
                DatasetLoader.columns(RuleFiles.datasets()).perSubject());
        if (from.startsWith("formula")) {
            names.add("growth");
        }
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    /** What a condition may compare: all columns and measures. */
    private static String amounts() throws ConfigException {
        List<String> names = new java.util.ArrayList<>(
                DatasetLoader.columns(RuleFiles.datasets()).perSubject());
        names.addAll(List.of("growth", "tax_paid"));
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String records() throws ConfigException {
        return DatasetLoader.columns(RuleFiles.datasets()).ofRecords().stream()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String problems(String text) {
        try {
            RuleFiles.parse(text);
            return "";
        } catch (ConfigException e) {
            return e.problems().stream()
                    .map(problem -> problem.print(WORDS))
                    .map(String::strip)
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void the_hole_of_shapingba_is_found() throws Exception {
        String closed = Files.readString(RuleFiles.CONFIG.resolve("schemes/examples/shapingba.yaml"));
        String published = closed.replace("to: 10, closed: both,", "to: 10, closed: upper,");
        assertThat(published).isNotEqualTo(closed);

        assertThat(problems(published))
                .isEqualTo("config/schemes/test.yaml 第 25 行：8\n    分档有漏洞：恰好等于 8 的数值不属于任何一档。"
                        + "请用 closed 让上一档包含上限，或让这一档包含下限。");
    }

    @Test
    void points_must_add_up_for_every_kind_of_bank() {
        String kinds = SOUND.replace("title: 测试", "title: 测试\nfull_points: 10")
                .replace(
                        "clause: 一, mark: text}",
                        "clause: 一, mark: text}\n  - {id: more, name: 增速, kind: base, measure: growth,"
                                + " method: {min_max: {full: 2.5}}, applies_to: [农商行], clause: 一, mark: text}");

        assertThat(problems(kinds))
                .isEqualTo("config/schemes/test.yaml 第 4 行：10\n    机构类型“农商行”的基本指标满分合计是 12.5，与 full_points"
                        + " 不符。请改正各指标的满分、applies_to，或改正 full_points。");
    }

    @Test
    void all_problems_of_a_file_are_told_at_once_in_its_order() {
        String wrong = SOUND.replace("first: 10", "first: ten").replace("title: 测试", "titel: 测试");

        assertThat(catchThrowableOfType(ConfigException.class, () -> RuleFiles.parse(wrong))
                        .problems())
                .extracting(ConfigProblem::line, ConfigProblem::text, ConfigProblem::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "", "missing_key"),
                        org.assertj.core.groups.Tuple.tuple(3, "titel", "unknown_key"),
                        org.assertj.core.groups.Tuple.tuple(11, "ten", "not_exact"));
    }

    // ---------------------------------------------------------------- versions of a rule

    @Test
    void versions_of_one_rule_must_not_overlap() throws Exception {
        write("test-2022", "{from: 2022-01-01}");
        write("test-2024", "{from: 2024-07-01}");

        assertThat(catchThrowableOfType(ConfigException.class, this::shelf)
                        .problems()
                        .get(0)
                        .print(WORDS))
                .isEqualTo("config/schemes/test-2024.yaml 第 4 行：2024-07-01–\n"
                        + "    与同一办法的另一版本 test-2022 2022-01-01– 有效期重叠。请用 in_force 的 to 写明前一版本的失效日期。");
    }

    @Test
    void a_period_takes_the_version_in_force_at_its_end() throws Exception {
        write("test-2022", "{from: 2022-01-01, to: 2024-06-29}");
        write("test-2024", "{from: 2024-06-30}");
        write("other", "{from: 2020-01-01}");

        assertThat(shelf().inForce("test", new Period(2022, 1)).id()).isEqualTo("test-2022");
        assertThat(shelf().inForce("test", new Period(2024, 1)).id()).isEqualTo("test-2022");
        assertThat(shelf().inForce("test", new Period(2024, 2)).id()).isEqualTo("test-2024");
        assertThat(catchThrowableOfType(ConfigException.class, () -> shelf().inForce("test", new Period(2021, 4)))
                        .problems()
                        .get(0)
                        .print(WORDS))
                .isEqualTo("config/schemes/：2021Q4\n    期末没有任何版本有效，不能计算。各版本的有效期："
                        + "test-2022 2022-01-01–2024-06-29, test-2024 2024-06-30–。");
    }

    private void write(String id, String inForce) throws Exception {
        Files.writeString(
                folder.resolve(id + ".yaml"),
                SOUND.replace("scheme: test", "scheme: " + id)
                        .replace("rule: test", "rule: " + id.replaceAll("-.*", ""))
                        .replace("{from: 2022-01-01}", inForce));
    }

    private RuleShelf<Scheme> shelf() throws ConfigException {
        return RuleShelf.load(folder, RuleFiles.datasets(), SchemeLoader::load);
    }
}

package bankscore.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.domain.Period;
import bankscore.domain.finding.Words;
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
            title: 测试 | title: 测试\\nfull_pionts: 100 | 第 4 行：full_pionts\\n    没有这个键。最接近的是：full_points。这里可以写：rule, scheme, title, in_force, source, full_points, rounding, assess, interim, totals, ranks, shares, values, measures, benchmarks, items, allocation, not_computed。
            title: 测试 | title: 测试\\ntitle: 再来 | 第 4 行：title\\n    同一处写了两次这个键，请只保留一个。
            first: 10 | first: 1e1 | 第 11 行：1e1\\n    不是精确的数。请写成 12 或 12.5 这样的十进制数，不要用科学计数、千分位或分数。
            first: 10 | first: 1/3 | 第 11 行：1/3\\n    不是精确的数。请写成 12 或 12.5 这样的十进制数，不要用科学计数、千分位或分数。
            points: 2} | points: 7} | 第 6 行：7\\n    小数位数最多 6 位。
            formula: tax} | formula: taxx} | 第 9 行：taxx\\n    公式“taxx”里的这个名字在它之前没有定义。最接近的是：tax。可以写：COLUMNS。
            formula: tax} | formula: tax +} | 第 9 行：tax +\\n    公式没有写完。
            formula: tax} | formula: tax ^ 2} | 第 9 行：tax ^ 2\\n    公式第 5 个字符“^ 2”处看不懂。公式只能有数、名字、+ - * /、括号和 sum mean max min median count。
            formula: tax} | formula: (tax} | 第 9 行：(tax\\n    第 1 个字符处的左括号没有右括号。
            formula: tax} | formula: tax / (5 - 5)} | 第 9 行：tax_paid\\n    公式的除数恒为 0，永远算不出结果。请改正除数。
            formula: tax} | formula: tax / (loans - loans)} | 第 9 行：tax_paid\\n    公式的除数恒为 0，永远算不出结果。请改正除数。
            formula: tax} | formula: survey.rating} | 第 9 行：survey.rating\\n    公式“survey.rating”中的这一列每家银行有多行，须与 of: sum / mean / max / count 一起使用。
            (loans - loans_opening) / loans_opening * 100 | tax_paid | 第 8 行：tax_paid\\n    公式“tax_paid”里的这个名字在它后面才定义。请把它的定义移到前面；这里可以写：COLUMNS。
            measure: tax_paid | measure: tax_payd | 第 12 行：tax_payd\\n    不认识这个词。最接近的是：tax_paid。可以写：growth, tax_paid。
            measure: tax_paid | measure: growth | 第 9 行：tax_paid\\n    定义了但没有被任何指标、分配方式或公式使用。请删除，或在指标中使用。
            {rank: {first: 10, step: 1}} | {rang: {first: 10, step: 1}} | 第 11 行：rang\\n    没有这种方法。最接近的是：rank。可以写：bands, linear, min_max, rank, ratio_to_best, ratio_to_reference, share_of_total, value。
            {rank: {first: 10, step: 1}} | {ratio_to_reference: {full: 10, reference: 0}} | 第 11 行：0\\n    参照必须大于 0，否则所有银行都得 0 分。
            {rank: {first: 10, step: 1}} | {linear: {reference: mean, per: 0, points: 1, steps: whole}} | 第 11 行：0\\n    必须大于 0。
            clauses: [一, 二] | clauses: [一, 二, 三] | 第 5 行：三\\n    这一条没有落到任何指标、设置或 not_computed。请在对应处写 clause，或列入 not_computed 并说明原因。
            {from: 2022-01-01} | {from: 2022-01-01, to: 2021-12-31} | 第 4 行：2021-12-31\\n    失效日期早于生效日期。
            {from: 500, points: 5} | {from: 500, to: 1000, closed: lower, points: 5} | ``
            {from: 1000, points: 10} | {from: 1000, closed: upper, points: 10} | 第 12 行：1000\\n    分档有漏洞：恰好等于 1000 的数值不属于任何一档。请用 closed 让上一档包含上限，或让这一档包含下限。
            {from: 500, points: 5} | {from: 500, to: 1000, closed: both, points: 5} | 第 12 行：1000\\n    恰好等于 1000 的数值同时属于两档。请用 closed 让它只属于其中一档。
            {from: 500, points: 5} | {from: 500, to: 900, points: 5} | 第 12 行：1000\\n    分档有空档：900 与 1000 之间的数值不属于任何一档。请让上一档的 to 等于这一档的 from。
            {from: 500, points: 5} | {from: 500, to: 1100, points: 5} | 第 12 行：1000\\n    分档重叠：1000 与 1100 之间的数值同时属于两档。请让上一档的 to 等于这一档的 from。
            {from: 500, points: 5} | {from: 1000, points: 5} | 第 12 行：1000\\n    这一档没有任何数值：from 1000 不小于 to 1000。请按从低到高的顺序写，并改正上下限。
            {from: 1000, points: 10} | {from: 1000, to: 9000, points: 10} | 第 12 行：9000\\n    最后一档到 9000 为止，更高的数值不属于任何一档。请去掉最后一档的 to。
            title: 测试 | title: 测试\\nfull_points: 11 | 第 4 行：11\\n    基本指标的满分合计是 10，与 full_points 不符。请改正各指标的满分，或改正 full_points。
            title: 测试 | title: 测试\\nallocation: {share_by: {parts: [{percent: 60, by: growth}]}} | 第 4 行：[…]\\n    各部分的百分比之和是 60，应为 100。
            title: 测试 | title: 测试\\nallocation: {percents_by_rank: [60, 41]} | 第 4 行：[…]\\n    各名次的百分比之和是 101，超过 100。
            title: 测试 | title: 测试\\nvalues: {cost: {甲: 1}} | 第 4 行：cost\\n    定义了但没有被任何指标、分配方式或公式使用。请删除，或在指标中使用。
            rounding: {points: 2} | rounding: [2 | 第 7 行：measures:\\n    不是有效的 YAML，请检查缩进、冒号后的空格、引号和括号是否成对。
            """)
    void a_changed_scheme_is_refused_with_its_line_and_reason(String from, String to, String message)
            throws ConfigException {
        assertThat(SOUND).contains(from);
        String changed = SOUND.replaceFirst(java.util.regex.Pattern.quote(from), quoted(to.replace("\\n", "\n")));
        assertThat(problems(changed))
                .isEqualTo(
                        message.isEmpty()
                                ? ""
                                : "config/schemes/test.yaml "
                                        + message.replace("\\n", "\n").replace("COLUMNS", allowed(from)));
    }

    private static String quoted(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }

    /** What a formula at that place may name: all columns, and the measures above it. */
    private static String allowed(String from) throws ConfigException {
        List<String> names = new java.util.ArrayList<>(
                DatasetLoader.columns(RuleFiles.datasets()).perBank());
        if (from.startsWith("formula")) {
            names.add("growth");
        }
        return names.stream().sorted().collect(Collectors.joining(", "));
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

    private SchemeShelf shelf() throws ConfigException {
        return SchemeShelf.load(folder, DatasetLoader.columns(RuleFiles.datasets()));
    }
}

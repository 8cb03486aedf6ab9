package bankscore.rule.say;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.Words;
import bankscore.load.WordsLoader;
import bankscore.load.rule.ConditionLoader;
import bankscore.load.rule.LineColumns;
import bankscore.load.rule.TableLoader;
import bankscore.load.yaml.YamlFile;
import bankscore.rule.Formula;
import bankscore.rule.FormulaParser;
import bankscore.rule.Table;
import bankscore.rule.line.LineColumn;
import bankscore.rule.line.LineColumn.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions, formulas and tables in words; whole sentences are compared. */
class RuleWordsTest {

    private static final Words WORDS = WordsLoader.load();

    private static final Map<String, String> NAMES = Map.of(
            "ldr", "存贷比",
            "paid", "实缴保费",
            "invoice", "发票金额",
            "kind", "险种",
            "firm", "企业名称",
            "policy", "保单号",
            "from", "保险起期",
            "to", "保险止期",
            "firms", "企业名录",
            "lpr", "LPR一年期");

    private static final LineColumns COLUMNS = new LineColumns(
            Map.of(
                    "ldr", new LineColumn(Kind.AMOUNT),
                    "paid", new LineColumn(Kind.AMOUNT),
                    "invoice", new LineColumn(Kind.AMOUNT),
                    "kind", new LineColumn(Kind.TEXT),
                    "policy", new LineColumn(Kind.TEXT),
                    "firm", LineColumn.ofParty("firms"),
                    "from", new LineColumn(Kind.DAY),
                    "to", new LineColumn(Kind.DAY)),
            Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {measure: ldr, at_least: 60}                | 存贷比不低于60%
            {measure: ldr, above: 60.5}                 | 存贷比高于60.5%
            {measure: paid, at_most: 1234567}           | 实缴保费不高于1,234,567
            {measure: paid, below: invoice}             | 实缴保费低于发票金额
            {text: kind, one_of: [环境污染责任保险]}    | 险种为环境污染责任保险
            {text: kind, one_of: [甲, 乙（丙）]}        | 险种为甲、乙（丙）之一
            {text: kind, none_of: [甲]}                 | 险种不是甲
            {text: kind, none_of: [甲, 乙]}             | 险种不是甲、乙中的任何一个
            {date: from, within: in_force}              | 保险起期在政策有效期内
            {date: from, within: period}                | 保险起期在本期内
            {date: from, within: [2024-02-29, 2024-12-01]} | 保险起期在2024年2月29日至2024年12月1日之间（含首尾两日）
            {register: firms, by: firm}                 | 企业名称在企业名录中有效
            {register: firms, by: firm, at: from}       | 企业名称于保险起期在企业名录中有效
            {unique: [policy]}                          | 保单号未重复
            {unique: [firm, policy]}                    | 企业名称、保单号未重复
            {no_overlap: [firm, kind], from: from, to: to} | 同一企业名称、险种的保险起期至保险止期不重叠
            {filled: [policy, from]}                    | 已填写保单号、保险起期
            {all: [{filled: [policy]}]}                 | 已填写保单号
            {all: [{filled: [policy]}, {measure: ldr, at_least: 60}]} | 已填写保单号，且存贷比不低于60%
            {any: [{filled: [policy]}, {all: [{unique: [kind]}, {not: {filled: [to]}}]}]} | 已填写保单号，或（险种未重复，且并非（已填写保险止期））
            """)
    void a_condition_is_a_sentence(String text, String sentence) {
        YamlFile file = YamlFile.of("rule.yaml", text);
        ConditionText words = new ConditionText(WORDS, RuleWordsTest::name, id -> id.equals("ldr") ? "%" : "");

        assertThat(new ConditionLoader(COLUMNS, Set.of(), Set.of("firms"), ConditionLoader.OF_LINES)
                        .condition(file.root().orElseThrow())
                        .map(words::of))
                .contains(sentence);
    }

    @Test
    void a_condition_is_told_with_the_values_of_a_line() {
        YamlFile file = YamlFile.of("rule.yaml", "{all: [{unique: [policy]}, {measure: paid, below: invoice}]}");
        Map<String, String> values =
                new HashMap<>(Map.of("policy", "P-001", "paid", "9,000.00", "invoice", "8,000.00"));
        ConditionText words = new ConditionText(WORDS, id -> name(id) + "（" + values.get(id) + "）", id -> "");

        assertThat(new ConditionLoader(COLUMNS, Set.of(), Set.of(), ConditionLoader.OF_LINES)
                        .condition(file.root().orElseThrow())
                        .map(words::of))
                .contains("保单号（P-001）未重复，且实缴保费（9,000.00）低于发票金额（8,000.00）");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            least(paid, invoice) / 2                   | 取小(实缴保费，发票金额) ÷ 2
            most(paid - invoice, 0)                    | 取大(实缴保费 - 发票金额，0)
            paid * lpr(from) / 100 * days(from, to) / 365 | 实缴保费 × LPR一年期(保险起期) ÷ 100 × 天数(保险起期，保险止期) ÷ 365
            days_in_period(from, to)                   | 本期内天数(保险起期，保险止期)
            """)
    void a_formula_is_told_by_names(String text, String told) throws Exception {
        Formula formula = FormulaParser.ofLine(text, Set.of("lpr"));

        assertThat(FormulaText.named(WORDS, RuleWordsTest::name).of(formula)).isEqualTo(told);
    }

    @Test
    void a_table_is_told_row_by_row() {
        Map<String, Table> tables =
                TableLoader.tables(YamlFile.of("rule.yaml", """
                        lpr: {by: date, published: LPR一年期, unit: "%"}
                        rate: {by: date, unit: "%", rows: [[2022-01-13, 1], [2022-04-01, 2]]}
                        sum: {by: [kind], rows: [[甲, 1500.5]]}
                        share: {by: [kind, firm], levels: [市, 县], rows: [[甲, "*", 62.5, 37.5], ["*", "*", 50, 50]]}
                        """).root().orElseThrow());
        TableText words = new TableText(WORDS, RuleWordsTest::name);

        assertThat(tables.values())
                .extracting(words::head)
                .containsExactly(
                        "按日期：取当日或此前最近一次公布的“LPR一年期”", "按日期：取当日或此前最近一行", "按险种：写明的词多的一行优先", "按险种、企业名称：写明的词多的一行优先");
        assertThat(tables.values().stream().flatMap(table -> words.rows(table).stream()))
                .containsExactly(
                        "自2022年1月13日起 1%", "自2022年4月1日起 2%", "甲：1,500.5", "甲，其他：市62.5%、县37.5%", "其他，其他：市50%、县50%");
    }

    private static String name(String id) {
        return NAMES.getOrDefault(id, id);
    }
}

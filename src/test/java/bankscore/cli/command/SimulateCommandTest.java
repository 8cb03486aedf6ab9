package bankscore.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.machine.FolderCopy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions of what would have been, as users ask them of the published annual sample quarter. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulateCommandTest {

    private static final String DATABASE = "bankscore.mv.db";

    private CommandsInProcess desk = new CommandsInProcess(Path.of(""));

    @BeforeAll
    void publish(@TempDir Path output) {
        desk = new CommandsInProcess(output);
        assertThat(desk.type("run", "2022Q4", "--quiet").code()).isZero();
    }

    /** The two banks with more than 10,000 万元 of tax lose 30 - 25 = 5 points: 102.15 - 5 = 97.15, 94.60 - 5 = 89.60. */
    @Test
    void the_whole_answer_stands_on_the_screen() throws Exception {
        assertThat(desk.type("simulate", "2022Q4", "--set", "items.tax.bands[6].points=25"))
                .isEqualTo(new CommandsInProcess.Said(0, CommandsInProcess.expected("simulate-band.txt")));
    }

    @Test
    void a_tenth_more_of_tax_is_answered_directly() {
        // 2612.220559 × 1.1 = 2873.4426149, still below 3000: the same 10 points.
        CommandsInProcess.Said said = desk.type("simulate", "2022Q4", "--set", "figures.玉虹农商银行.上缴税收=+10%");

        assertThat(said.code()).isZero();
        assertThat(said.text())
                .contains(
                        "figures.玉虹农商银行.上缴税收：2612.220559 → 2873.4426149（税务局/银行业上缴税收情况表（2022年1-12月）.xlsx › 汇总表 › C10）\n",
                        "■ 得分有变化的项目\n没有。\n");
    }

    @Test
    void nothing_is_written_but_an_entry_of_the_history_that_verify_follows() throws IOException {
        Map<String, String> before = files();
        long entries = entries("已试算，未发布");

        assertThat(desk.type("simulate", "2022Q4", "--set", "figures.B007.tax=8000", "--set", "allocation.lot=10")
                        .code())
                .isZero();

        assertThat(files()).isEqualTo(before);
        assertThat(entries("已试算，未发布")).isEqualTo(entries + 1);
        assertThat(desk.type("history", "2022Q4").text())
                .containsPattern(
                        "2023-01-12 10:00 +2022Q4 +r1 +[0-9A-Z-]{19} +simulate 2022Q4 --set figures\\.B007\\.tax=8000 --set allocation\\.lot=10 +已试算，未发布");
        assertThat(desk.type("verify", "2022Q4").code()).isZero();
        assertThat(desk.type("run", "2022Q4", "--quiet").text()).contains("2022Q4 没有变化");
    }

    @Test
    void the_published_quarter_is_the_base_whatever_has_become_of_input_and_rule(@TempDir Path folder)
            throws Exception {
        Path config = folder.resolve("config");
        FolderCopy.of(Path.of("config"), config);
        Path scheme = config.resolve("schemes").resolve("shangrao-2022.yaml");
        Files.writeString(scheme, Files.readString(scheme).replace("points: 30}", "points: 300}"));

        assertThat(desk.type(
                        "simulate",
                        "2022Q4",
                        "--set",
                        "items.tax.bands[6].points=25",
                        "--config",
                        config.toString(),
                        "--input",
                        folder.resolve("nothing").toString()))
                .isEqualTo(new CommandsInProcess.Said(0, CommandsInProcess.expected("simulate-band.txt")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            item.tax.bands[6].points=25       | “item.tax.bands[6].points”里的“item”不存在。最接近的是：items。这里可以写：rule, scheme, title, in_force, source, full_points, rounding, assess, interim, cycle, totals, groups, ranks, shares, doubts, values, measures, benchmarks, items, allocation, not_computed, figures, parameters, pools, risk, adjustments。
            items.taxx.bands[6].points=25     | “items.taxx.bands[6].points”里的“taxx”不存在。最接近的是：tax。这里可以写：loan_increment, loan_growth, sme_growth, industrial_growth, platform, satisfaction, timeliness, tax, ldr。
            items[7].bands[6].points=25       | “items[7].bands[6].points”里的“[7]”不存在。这里可以写：loan_increment, loan_growth, sme_growth, industrial_growth, platform, satisfaction, timeliness, tax, ldr。
            items.tax.ratio_to_best.full=25   | “items.tax.ratio_to_best.full”里的“ratio_to_best”不存在。这里可以写：id, name, kind, measure, only_if, weight, group, peers, fund, applies_to, periods, clause, mark, bands, closed。
            items.tax.bands[6].point=25       | “items.tax.bands[6].point”里的“point”不存在。最接近的是：points。这里可以写：from, to, points, closed。
            items.tax.bands[7].points=25      | “items.tax.bands[7].points”里没有“[7]”：序号从 [0] 到 [6]。
            items.tax.bands=25                | “items.tax.bands”还没有写到一个具体的值，后面可以接：[0], [1], [2], [3], [4], [5], [6]。
            items.tax=25                      | “items.tax”还没有写到一个具体的值，后面可以接：id, name, kind, measure, only_if, weight, group, peers, fund, applies_to, periods, clause, mark, bands, closed。
            items.tax.bands[6].points.x=25    | “items.tax.bands[6].points.x”写得过长：items.tax.bands[6].points 已经是一个具体的值，后面不能再接“x”。
            items..tax=25                     | 看不懂路径“items..tax”。请用点连接各级，用方括号写序号（从 0 起），例如 items.tax.bands[6].points。
            items.tax                         | 看不懂“items.tax”。请写成 --set 路径=值，例如 --set items.tax.bands[6].points=25 或 --set figures.B007.tax=8000。
            values.fault_cost.资金拨=1        | “values.fault_cost.资金拨”里的“资金拨”不存在。最接近的是：资金拨付。这里可以写：资金拨付, 单据传送, 拨款退回告知, mark。
            figures.B099.tax=1                | “figures.B099.tax”：名录里没有“B099”。是不是：B009 带湖银行、B001 曜川银行、B002 砺岳银行
            figures.B007.taxs=1               | “figures.B007.taxs”：每家银行的数据里没有“taxs”。是不是：tax 上缴税收、loans 贷款余额、tax_last_year 上年上缴税收
            figures.B007.survey.rating=1      | “figures.B007.survey.rating”：“survey.rating”由多条明细记录汇总得出，不能直接改成一个数。请改动收件文件夹里的明细后运行。
            figures.B007.tax=八千             | “figures.B007.tax”的值“八千”不是数。请写新的数（如 8000，金额单位为万元），或写增减的百分数（如 +10%、-5%）。
            figures.B007.tax=1e3              | “figures.B007.tax”的值“1e3”不是数。请写新的数（如 8000，金额单位为万元），或写增减的百分数（如 +10%、-5%）。
            figures.B007.tax=+100             | “figures.B007.tax”的值“+100”不是数。请写新的数（如 8000，金额单位为万元），或写增减的百分数（如 +10%、-5%）。
            figures.B007.tax=10%              | “figures.B007.tax”的值“10%”不是数。请写新的数（如 8000，金额单位为万元），或写增减的百分数（如 +10%、-5%）。
            figures.B007.loans=-5             | “figures.B007.loans”的值“-5”（即 -5）不能作为数据：不可能为负数。
            figures.B007.judged_score=+5%     | “figures.B007.judged_score”原来没有数据，不能按“+5%”增减。请直接写一个数。
            parameters.存贷比=78              | “parameters.存贷比”：本办法没有用到公布的“存贷比”。可以写：全市存贷比。
            pools.社保=9000                   | “pools.社保”：本期的资金池里没有“社保”。可以写：社会保险基金、财政专户资金、国库现金、住房维修资金。
            risk.B007=冻结                    | “risk.B007”的值“冻结”不是处置的写法。可以写：收回、暂停新增、取消考核、无。
            adjustments.国库现金.B007=5%      | “adjustments.国库现金.B007”的值“5%”不是金额。请写调增或调减的万元数（如 500、-500），同一资金类别合计为 0。
            figures.B010.tax=1 figures.玉虹农商银行.上缴税收=2 | “figures.玉虹农商银行.上缴税收”写了两次，不知道以哪一次为准。
            items.tax.weight=1 items.tax.method.bands[0].points=1 items.tax.bands[00].points=2 | “items.tax.bands[00].points”写了两次，不知道以哪一次为准。
            """)
    void what_names_nothing_or_is_no_figure_is_refused(String settings, String line) {
        assertThat(ask("2022Q4", settings)).isEqualTo(new CommandsInProcess.Said(2, line + "\n"));
    }

    /** It holds 8,000 万元 of one fund beside the plan. */
    @ParameterizedTest
    @CsvSource({"risk.B018=收回", "allocation.outside=withdraw"})
    void money_of_a_bank_outside_the_assessment_is_seen_to_go(String setting) {
        assertThat(ask("2022Q4", setting).text().lines().map(line -> line.replaceAll(" +", " ")))
                .contains("沃原振兴银行 8,000.00 0.00 -8,000.00");
    }

    @Test
    void a_command_that_was_not_understood_is_not_in_the_history() {
        assertThat(ask("2022Q4", "figures.B007.tax=2022.4321 figures.B007.taxs=1")
                        .code())
                .isEqualTo(2);
        assertThat(desk.type("history", "2022Q4").text()).doesNotContain("2022.4321");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            items.tax.bands[6].points=abc           | 第 54 行：abc | 不是精确的数。请写成 12 或 12.5 这样的十进制数，不要用科学计数、千分位或分数。
            full_points=abc                         | 第 6 行：abc | 不是精确的数。请写成 12 或 12.5 这样的十进制数，不要用科学计数、千分位或分数。
            items.tax.weight=-5%                    | 第 42 行：-5% | 不能是负数，请改成 0 或正数。
            allocation.tie_order[0]=totl            | 第 62 行：totl | 不认识这个词。最接近的是：total。可以写：fault_points, industrial_growth, ldr, loan_growth, loan_increment, platform_lending, roster, satisfaction, sme_growth, tax_paid, total。
            items.tax.bands[5].from=20000           | 第 53 行：20000 | 这一档没有任何数值：from 20000 不小于 to 10000。请按从低到高的顺序写，并改正上下限。
            items.loan_growth.ratio_to_best.full=25 | 第 6 行：100 | 基本指标的满分合计是 105，与 full_points 不符。请改正各指标的满分，或改正 full_points。
            """)
    void a_rule_made_unsound_is_refused_as_a_file_would_be(String settings, String where, String why) {
        assertThat(ask("2022Q4", settings))
                .isEqualTo(new CommandsInProcess.Said(
                        4,
                        "改动后的办法有 1 处问题，没有试算（办法文件没有改动）：\nconfig/schemes/shangrao-2022.yaml " + where + "\n    " + why
                                + "\n"));
    }

    @Test
    void a_refused_rule_is_in_the_history() {
        assertThat(ask("2022Q4", "full_points=99").code()).isEqualTo(4);
        assertThat(desk.type("history", "2022Q4").text())
                .containsPattern("simulate 2022Q4 --set full_points=99 +改动不成立，未试算");
    }

    @Test
    void points_that_only_add_up_together_are_changed_together() {
        assertThat(ask("2022Q4", "items.loan_growth.ratio_to_best.full=25 items.sme_growth.ratio_to_best.full=15")
                        .code())
                .isZero();
    }

    @Test
    void a_change_with_which_a_run_would_stop_stops_here() {
        assertThat(ask("2022Q4", "measures.tax_paid.formula=project_loans"))
                .isEqualTo(new CommandsInProcess.Said(3, """
                【错误】　缺少必报的表（E110）
                    没有找到“重点项目贷款”表；收件文件夹里有没认出来的：税务局/银行业上缴税收情况表（2022年1-12月）.xlsx › 填报说明 › A1。\
                本期必须有“重点项目贷款”表，表头中要有：银行名称、重点项目贷款余额；文件名任意。\
                请先看没认出来的是不是这张表：是的，请对照模板改表头文字，或另存为 .xlsx；不是的，请催报。
                这样改动后有 1 个错误，正式运行会停止，没有试算。
                """));
    }

    @Test
    void without_a_published_result_or_a_setting_there_is_nothing_to_answer() {
        assertThat(ask("2022Q3", "figures.B007.tax=1"))
                .isEqualTo(new CommandsInProcess.Said(2, "2022Q3 没有这样的已发布版本。可以用 bankscore history 查看有哪些版本。\n"));
        assertThat(ask("2022Q4", ""))
                .isEqualTo(new CommandsInProcess.Said(2, "缺少：PATH=VALUE\n用法见 bankscore simulate --help\n"));
        String many = "figures.B007.tax=1 ".repeat(200).strip();
        assertThat(ask("2022Q4", many)).isEqualTo(new CommandsInProcess.Said(2, "改动太多，历史记录里写不下。请分几次试算。\n"));
    }

    private CommandsInProcess.Said ask(String period, String settings) {
        List<String> asked = Arrays.stream(settings.split(" ", -1))
                .filter(each -> !each.isEmpty())
                .flatMap(each -> Stream.of("--set", each))
                .toList();
        return desk.type(
                Stream.concat(Stream.of("simulate", period), asked.stream()).toArray(String[]::new));
    }

    private long entries(String said) {
        return desk.type("history", "2022Q4")
                .text()
                .lines()
                .filter(line -> line.contains(said))
                .count();
    }

    /** Every file but the database, with its content. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(desk.output())) {
            for (Path each : all.toList()) {
                String name = desk.output().relativize(each).toString();
                if (!name.equals(DATABASE)) {
                    files.put(
                            name,
                            Files.isDirectory(each)
                                    ? ""
                                    : new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }
}

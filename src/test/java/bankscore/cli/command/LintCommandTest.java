package bankscore.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.Main;
import bankscore.cli.screen.Terminal;
import bankscore.cli.screen.TextTable;
import bankscore.front.ProgramVersion;
import bankscore.machine.FolderCopy;
import bankscore.run.request.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        Terminal terminal = new Terminal(
                Installation.of(Clock.systemUTC(), ProgramVersion.read()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of());
        return Main.run(terminal, arguments);
    }

    private List<String> said() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void a_sound_scheme_gives_a_table_of_clause_parameter_and_mark_to_be_signed() {
        int code = run("lint", "shangrao-2022");

        assertThat(code).isZero();
        assertThat(said().get(0)).startsWith("shangrao-2022（上饶市银行机构支持地方经济发展贡献度考核）没有问题：9 个指标、139 个参数，");
        assertThat(said().get(1)).startsWith("条款").endsWith("行");
        assertThat(said())
                .filteredOn(line -> line.contains("items.tax.bands[6].points"))
                .singleElement()
                .asString()
                .matches("第三部分第（一）项第2点 +items\\.tax\\.bands\\[6\\]\\.points +30 +原文 +\\d+");
        assertThat(said().subList(1, said().size() - 4))
                .as("Chinese characters count twice, so that all columns begin alike")
                .filteredOn(line -> line.contains(" 原文 ") || line.contains(" 理解 ") || line.contains(" 假定 "))
                .extracting(line -> TextTable.width(line.replaceAll("(原文|理解|假定) +\\d+$", "")))
                .containsOnly(TextTable.width(said().get(1).replaceAll("标注 +行$", "")));
        assertThat(said().subList(said().size() - 2, said().size()))
                .containsExactly(
                        "制表：____________　复核：____________　日期：____________",
                        "下一步：要知道改了办法结果会怎样：bankscore simulate 期间 --set 路径=值");
    }

    @Test
    void a_worked_example_is_taken_by_its_name() {
        assertThat(run("lint", "hefei", "--quiet")).isZero();
        assertThat(said()).containsExactly("hefei（合肥市市本级政府性资金存放商业银行考核（示例））没有问题：14 个指标、" + "165 个参数，1 个案例全部相符。");
    }

    @Test
    void a_rule_that_is_not_there_and_a_kind_that_nobody_reads_are_refused_with_what_there_is() throws Exception {
        Path config = copyOfConfig();

        assertThat(run("lint", "--rule", "shanrao", "--config", config.toString()))
                .isEqualTo(4);
        assertThat(run(
                        "run",
                        "2022Q4",
                        "--rule",
                        "shanrao",
                        "--config",
                        config.toString(),
                        "--output",
                        folder + "/output"))
                .isEqualTo(4);
        Files.writeString(config.resolve("schemes/new.yaml"), "rule: new\nkind: grant\nscheme: new\n");
        // Who asks for another rule does not hear of it.
        assertThat(run("lint", "--quiet", "--rule", "shangrao", "--config", config.toString()))
                .isZero();
        assertThat(run("lint", "--config", config.toString())).isEqualTo(4);
        assertThat(run(
                        "check",
                        "2022Q4",
                        "--rule",
                        "new",
                        "--config",
                        config.toString(),
                        "--output",
                        folder + "/output"))
                .isEqualTo(4);

        String unknown = "config/schemes/：shanrao%n    没有这个办法。现有办法：";
        String kind = "config/schemes/new.yaml 第 2 行：grant%n    没有这一种办法（kind）。";
        assertThat(err.toString(StandardCharsets.UTF_8))
                .containsSubsequence(unknown.formatted(), unknown.formatted(), kind.formatted(), kind.formatted());
    }

    @Test
    void an_unsound_scheme_ends_lint_and_run_with_code_four() throws Exception {
        Path config = copyOfConfig();
        Path scheme = config.resolve("schemes/shangrao-2022.yaml");
        Files.writeString(scheme, Files.readString(scheme).replace("full_points: 100 ", "full_points: 110 "));
        String message = """
                配置有 1 处问题，没有运行：
                config/schemes/shangrao-2022.yaml 第 6 行：110
                    基本指标的满分合计是 100，与 full_points 不符。请改正各指标的满分，或改正 full_points。
                """;

        assertThat(run("lint", "--config", config.toString())).isEqualTo(4);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines(message);
        err.reset();
        assertThat(run(
                        "run",
                        "2022Q4",
                        "--config",
                        config.toString(),
                        "--output",
                        folder.resolve("output").toString()))
                .isEqualTo(4);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines(message);
        assertThat(folder.resolve("output/2022Q4")).doesNotExist();
    }

    /** Whoever asks about one rule hears of it, whatever somebody has begun to write beside it. */
    @Test
    void a_draft_of_another_rule_with_a_mistake_does_not_keep_a_rule_from_being_proved() throws Exception {
        Path config = copyOfConfig();
        Files.writeString(
                config.resolve("schemes/draft-2030.yaml"),
                Files.readString(config.resolve("schemes/shangrao-2022.yaml"))
                        .replace("rule: shangrao\nscheme: shangrao-2022\n", "rule: draft\nscheme: draft-2030\n")
                        .replace("full_points: 100 ", "full_points: 110 "));

        assertThat(run("lint", "shangrao-2022", "--quiet", "--config", config.toString()))
                .isZero();
        assertThat(run("lint", "hefei", "--quiet", "--config", config.toString()))
                .isZero();
        assertThat(run("lint", "--rule", "shangrao", "--quiet", "--config", config.toString()))
                .isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        for (String asked : new String[] {"draft-2030", "--rule=draft", "--quiet"}) {
            err.reset();
            assertThat(run("lint", asked, "--config", config.toString()))
                    .as(asked)
                    .isEqualTo(4);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("config/schemes/draft-2030.yaml 第 6 行：110");
        }
    }

    @Test
    void a_case_that_does_not_come_out_is_told_with_its_line() throws Exception {
        Path config = copyOfConfig();
        Path yiwu = config.resolve("cases/shangrao-2022/yiwu.yaml");
        Files.writeString(yiwu, Files.readString(yiwu).replace("{city_ldr: 66.08}", "{city_ldr: 66.07}"));

        assertThat(run("lint", "--config", config.toString())).isEqualTo(4);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("""
                        配置有 1 处问题，没有运行：
                        config/cases/shangrao-2022/yiwu.yaml 第 11 行：benchmarks.city_ldr
                            案例“Yiwu's loan-to-deposit ratios come out as the PBC printed them”不符：应为 66.07，算得 66.08。
                        """);
    }

    private Path copyOfConfig() throws IOException {
        return FolderCopy.of(Path.of("config"), folder.resolve("config"));
    }
}

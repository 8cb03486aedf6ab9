package bankscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.Code;
import bankscore.machine.FolderCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands as users type them: exit code and what is said. */
class MainTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run 2022Q5          | 2 | “2022Q5”不是期间。请写成 2022Q4 这样的形式（四位年份加 Q1 至 Q4）。
            run                 | 2 | 缺少：PERIOD
            frob                | 2 | 看不懂：frob
            run 2022Q4 --foo    | 2 | 看不懂：--foo
            run 2021Q4          | 4 | 配置有 1 处问题，没有运行：
            run 2022Q4 --scheme x | 4 | 配置有 1 处问题，没有运行：
            run 2023Q2          | 3 | 【错误】　没有找到表格文件（E101）
            """)
    void a_command_that_cannot_be_done_says_why(String command, int code, String firstLine) {
        CommandsInProcess.Said said = type(command.split(" "));

        assertThat(said.code()).isEqualTo(code);
        assertThat(said.text().lines().findFirst()).hasValue(firstLine);
    }

    @Test
    void a_run_says_what_it_published_and_a_second_one_that_nothing_is_new() {
        CommandsInProcess.Said first = type("run", "2022Q4", "--quiet");
        CommandsInProcess.Said second = type("run", "2022Q4");

        assertThat(first).isEqualTo(new CommandsInProcess.Said(0, """
                        共检查 24 个文件、9119 格、%d 条规则：错误 0，核实 5，提示 1。
                        2022Q4 已完成：第 1 版，24 个文件、2022 个数据。
                        结果在 OUTPUT/2022Q4/r1
                        回执在 OUTPUT/2022Q4/r1-回执.docx（同名 .json 供核对），请打印归档，另存一份在本机之外。校验码 CODE，链首 HEAD
                        """.formatted(Code.rules())));
        // What was understood of the sheets is read back all the same.
        assertThat(second.code()).isZero();
        assertThat(second.text()).contains("收表回执").contains("次年调配总额 76.51 亿元").endsWith("""

                        2022Q4 没有变化：数据、配置和程序与第 1 版相同，不再生成。
                        结果在 OUTPUT/2022Q4/r1
                        """);
    }

    @Test
    void a_mistyped_rule_is_refused_with_file_line_text_reason_and_mend() throws IOException {
        Path config = folder.resolve("config");
        FolderCopy.of(Path.of("config"), config);
        Path scheme = config.resolve("schemes").resolve("shangrao-2022.yaml");
        Files.writeString(
                scheme,
                Files.readString(scheme)
                        .replace("{from: 500, points: 5}", "{from: 500, pionts: 5}")
                        .replace("formula: tax}", "formula: taxes}"));

        CommandsInProcess.Said said = type("run", "2022Q4", "--config", config.toString());

        assertThat(said.code()).isEqualTo(4);
        assertThat(said.text())
                .contains("config/schemes/shangrao-2022.yaml 第 24 行：taxes\n    公式“taxes”里的这个名字在它之前没有定义。最接近的是：tax。")
                .contains(
                        "config/schemes/shangrao-2022.yaml 第 49 行：pionts\n    没有这个键。最接近的是：points。这里可以写：from, to, points, closed。")
                .contains("config/schemes/shangrao-2022.yaml 第 49 行：\n    缺少“points”。");
    }

    private CommandsInProcess.Said type(String... words) {
        return new CommandsInProcess(folder.resolve("output")).type(words);
    }
}

package bankscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.finding.Words;
import bankscore.front.ProgramVersion;
import bankscore.load.WordsLoader;
import bankscore.run.request.Installation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last line of every command. */
class NextStepTest {

    private final Words words = WordsLoader.load();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run 2021Q4                  | 4 | 下一步：按上面写的文件和行改正配置，再执行一次。
            run 2023Q2                  | 3 | 下一步：把退回单交报送单位改正，收回后放进收件文件夹，再检查：bankscore check 2023Q2 --output OUT
            check 2023Q2 --input "a b"  | 3 | 下一步：把退回单交报送单位改正，收回后放进收件文件夹，再检查：bankscore check 2023Q2 --input "a b" --output OUT
            lint shangrao-2022          | 0 | 下一步：要知道改了办法结果会怎样：bankscore simulate 期间 --set 路径=值 --output OUT
            lint nothing                | 4 | 下一步：按上面写的文件和行改正，再查一次：bankscore lint --output OUT
            verify                      | 2 | 下一步：用法见 bankscore verify --help
            history                     | 0 | 下一步：要核对某一版：bankscore verify 期间 版本 --output OUT
            """)
    void the_last_line_says_what_comes_next(String typed, int code, String next) {
        Said said = type(typed + " --output " + folder.resolve("out"));

        assertThat(said.code()).isEqualTo(code);
        assertThat(said.text().lines().filter(line -> line.startsWith("下一步："))).containsExactly(next);
        assertThat(said.text().stripTrailing()).endsWith(next);
    }

    @ParameterizedTest
    @CsvSource({
        "run 2023Q2 --quiet,3",
        "lint shangrao-2022 --quiet,0",
        "run --help,0",
        "--version,0",
        "help run,0",
        "frob,2"
    })
    void silence_help_and_what_is_not_understood_have_no_next_step(String typed, int code) {
        Said said = type(typed.contains("2023Q2") ? typed + " --output " + folder.resolve("out") : typed);

        assertThat(said.code()).isEqualTo(code);
        assertThat(said.text()).doesNotContain("下一步：");
    }

    @Test
    void every_command_that_is_done_has_a_next_step_of_its_own() {
        Set<String> expected = Stream.of(
                        "run",
                        "check",
                        "template",
                        "explain",
                        "compare",
                        "simulate",
                        "lint",
                        "verify",
                        "approve",
                        "due",
                        "history",
                        "codes",
                        "doctor",
                        "sample")
                .map(command -> "cli.next." + command + "." + ExitCode.DONE)
                .collect(Collectors.toSet());

        assertThat(words.keys()).containsAll(expected);
    }

    private record Said(int code, String text) {}

    private Said type(String typed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Clock clock = Clock.fixed(Instant.parse("2023-01-12T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
        String[] arguments = typed.replace("\"a b\"", "a\u00a0b").split(" ", -1);
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = arguments[i].replace('\u00a0', ' ');
        }
        int code = Main.run(
                new Terminal(Installation.of(clock, ProgramVersion.read()), stream, stream, Map.of()), arguments);
        return new Said(
                code,
                bytes.toString(StandardCharsets.UTF_8)
                        .replace(folder.resolve("out").toString(), "OUT")
                        .replace(System.lineSeparator(), "\n"));
    }
}

package bankscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.HowEnded;
import bankscore.cli.screen.Terminal;
import bankscore.finding.Words;
import bankscore.front.ProgramVersion;
import bankscore.load.WordsLoader;
import bankscore.run.request.Installation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
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
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The last line of every command. */
class NextStepTest {

    private final Words words = WordsLoader.load();

    /** Where the row of commands is typed. */
    @TempDir
    private static Path row = Path.of("");

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

    /** The table of commands is the program's own, so that nobody forgets a new one. */
    static Stream<String> commands() {
        Terminal terminal = new Terminal(
                Installation.of(Clock.systemUTC(), ProgramVersion.read()), System.out, System.err, Map.of());
        return Main.commands(terminal).getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.helpCommand())
                .map(CommandSpec::name)
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_has_a_next_step_however_it_ends(String command) {
        for (ExitCode end : ExitCode.values()) {
            assertThat(Stream.of(command + "." + end, command, end.name())
                            // What is done is another thing with each command.
                            .filter(key -> end != ExitCode.DONE || !key.equals(end.name()))
                            .map(key -> "cli.next." + key)
                            .filter(words::has))
                    .as("%s that ends with %s", command, end)
                    .isNotEmpty();
        }
    }

    @Test
    void no_next_step_is_of_a_command_or_an_end_that_does_not_exist() {
        Set<String> known = Stream.of(
                        commands(),
                        Stream.of(ExitCode.values()).map(ExitCode::name),
                        Stream.of(HowEnded.values()).map(HowEnded::name),
                        Stream.of("period"))
                .flatMap(each -> each)
                .collect(Collectors.toSet());

        assertThat(words.keys().stream()
                        .filter(key -> key.startsWith("cli.next."))
                        .flatMap(key ->
                                Stream.of(key.substring("cli.next.".length()).split("\\.", -1))))
                .allMatch(known::contains);
    }

    /** What is said after each of a row of commands in one place, from the first look to the approval. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            history                      | 0 | 检查本期的表格：bankscore check 期间 --output OUT
            explain 2022Q4 B001          | 2 | 先生成结果：bankscore run 2022Q4 --output OUT
            province 2022Q4 --status     | 0 | 运行全省：bankscore province 2022Q4 --output OUT
            province 2022Q4 --local 0    | 2 | 用法见 bankscore province --help
            worker                       | 2 | 用法见 bankscore worker --help
            template 2022Q4              | 0 | 把空白报表发给各单位，收齐后放进收件文件夹，再检查：bankscore check 2022Q4 --output OUT
            check 2022Q4                 | 0 | 生成全部结果：bankscore run 2022Q4 --output OUT
            run 2022Q4 --strict          | 3 | 在“说明”表中写明原因，放进收件文件夹，再执行一次：bankscore run 2022Q4 --strict --output OUT
            run 2022Q4                   | 0 | 看结果、打印回执归档；报批以后登记批准：bankscore approve 2022Q4 版本 --document 字号 --date 日期 --output OUT
            run 2022Q4                   | 0 | 数据有更正的，换上新表再执行一次；没有更正的，不需要重新生成，报批以后登记批准：bankscore approve 2022Q4 版本 --document 字号 --date 日期 --output OUT
            explain 2022Q4 B001          | 0 | 要发给对方的，加上 --word 文件夹，每份写成一个 Word 文件。
            explain 2022Q4 B001 --word W | 0 | 逐份看过，再发给对方。
            simulate 2022Q4 --set items.tax.weight=85% | 0 | 要真的改，先改办法文件或由报送单位改表，再运行：bankscore run 2022Q4 --output OUT
            simulate 2022Q4 --set risk.B001=收回 --set adjustments.社会保险基金.B001=1 | 3 | 按上面列出的问题另写改动，再试算一次。
            compare 2022Q4 --scheme shangrao-2022 --scheme shangrao-2022 | 0 | 要知道一家的详情：bankscore explain 2022Q4 名称 --output OUT
            verify 2022Q4                | 0 | 不需要做什么；回执原件照常归档。
            due 2023Q1                   | 0 | 看各期走到哪一步：bankscore history --output OUT
            review 2022Q4 r1 --accept    | 2 | 用法见 bankscore review --help
            approve 2022Q4 r9 --document 饶府字〔2023〕1号 --date 2023-01-10 | 2 | 按上面说的处理；各期走到哪一步：bankscore history 2022Q4 --output OUT
            approve 2022Q4 r1 --document 饶府字〔2023〕1号 --date 2023-01-10 | 0 | 打印批准回执归档；以后每季度看应划转的资金：bankscore due 期间 --output OUT
            history                      | 0 | 要核对某一版：bankscore verify 期间 版本 --output OUT
            due 2023Q1                   | 0 | 通知银行按期划转；下一季度照常报送余额、照常运行，就能看出是否执行。
            """)
    void the_step_suits_how_a_command_ended(String typed, int code, String next) {
        Said said =
                type(typed.replace("--word W", "--word " + row.resolve("word")) + " --output " + row.resolve("out"));

        assertThat(said.code()).as(said.text()).isEqualTo(code);
        assertThat(said.text().lines().filter(line -> line.startsWith("下一步："))).containsExactly("下一步：" + next);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            codes             | 0 | 检查本期的表格：bankscore check 期间
            sample --remove   | 0 | 把本期收到的表格放进 input 文件夹，再检查：bankscore check 期间
            menu              | 0 | 接着做的时候再打开：bankscore menu
            sign 王五/        | 2 | 用法见 bankscore sign --help
            """)
    void so_does_that_of_a_command_without_places(String typed, int code, String next) {
        InputStream before = System.in;
        Said said;
        try {
            System.setIn(new ByteArrayInputStream("0\n".getBytes(StandardCharsets.UTF_8)));
            said = type(typed);
        } finally {
            System.setIn(before);
        }
        assertThat(said.code()).isEqualTo(code);
        assertThat(said.text()).endsWith("下一步：" + next + "\n");
    }

    /** An exception that no command expects. */
    @Test
    void after_a_defect_the_log_is_asked_for() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Terminal terminal =
                new Terminal(Installation.of(Clock.systemUTC(), ProgramVersion.read()), stream, stream, Map.of());
        int code = new NextStep(terminal)
                .after(
                        Main.commands(terminal).parseArgs("run", "2022Q4"),
                        terminal.defect(new IllegalStateException("x")));

        assertThat(code).isEqualTo(1);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .endsWith("下一步：再执行一次；还是这样，连同 output/log 里最新的日志交给维护人员。" + System.lineSeparator());
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
                        .replace(row.resolve("out").toString(), "OUT")
                        .replace(System.lineSeparator(), "\n"));
    }
}

package bankscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.screen.Terminal;
import bankscore.front.Folders;
import bankscore.front.ProgramVersion;
import bankscore.run.request.Installation;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The menu as somebody uses it who starts the program by a double-click. */
class MenuTest {

    private static final String CHOICES = """

            期间 2025Q1，收到的表格放在 input/2025Q1
              1  检查
              2  运行（检查、计分、编制方案、生成全部结果）
              3  生成空白报表
              4  打开结果文件夹
              5  换一个期间
              0  退出
            请输入序号，按回车：""";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Path> shown = new ArrayList<>();

    @Test
    void it_offers_the_latest_period_that_something_arrived_for_and_ends_with_its_input() throws IOException {
        assertThat(type("")).isZero();

        assertThat(said()).endsWith(CHOICES).startsWith("bankscore ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0           |
            ０          |
            9,0         | 没有“9”这一项。
            x,0         | 没有“x”这一项。
            5,0         | 请输入期间，例如 2022Q4（0 退出），按回车：
            5,2022,0    | “2022”不是期间。请写成 2022Q4 这样的形式（四位年份加 Q1 至 Q4）。
            5,1999Q1,0  | 期间 1999Q1，收到的表格放在 input/1999Q1
            5,1999Q1,4  | output/1999Q1 还没有任何结果。请先选 2 运行。
            """)
    void a_choice_is_answered(String typed, String answer) throws IOException {
        assertThat(type(typed.replace(",", "\n"))).isZero();

        assertThat(said()).contains(answer == null ? CHOICES : answer);
        assertThat(shown).isEmpty();
    }

    private int type(String lines) throws IOException {
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Clock clock = Clock.fixed(Instant.parse("2023-01-12T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
        Terminal terminal = new Terminal(Installation.of(clock, ProgramVersion.read()), stream, stream, Map.of());
        return new Menu(
                        terminal,
                        new BufferedReader(new StringReader(lines)),
                        new Folders(),
                        words -> Main.run(terminal, words),
                        shown::add)
                .show();
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}

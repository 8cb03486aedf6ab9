package bankscore.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.Main;
import bankscore.front.ProgramVersion;
import bankscore.load.WordsLoader;
import bankscore.run.request.Installation;
import bankscore.run.request.Progress.Stage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said while a run lasts; the clock goes as far as a test says. */
class ProgressLineTest {

    private static final String WIPE = "\r\u001b[K";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private long millis = 1_000_000;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }
    };

    /** A run of 33 seconds, told at its own times. */
    private String said(boolean terminal) {
        try (ProgressLine line = new ProgressLine(stream, stream, WordsLoader.load(), clock, terminal)) {
            line.begins(Stage.TAKE);
            millis += 999;
            line.begins(Stage.RECOGNISE);
            millis += 1;
            line.begins(Stage.STAGE);
            millis += 199;
            line.reached(5000, 40);
            millis += 1;
            line.reached(10_000, 40);
            millis += 9_800;
            // A quarter is done after 10 seconds of the stage: 30 more.
            line.reached(500_000, 250);
            millis += 20_000;
            // The last sheet is being read: how much is left of it nobody knows.
            line.reached(900_000, 1000);
            line.begins(Stage.JUDGE);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void on_a_terminal_one_line_is_rewritten_and_at_last_wiped_out() {
        assertThat(said(true))
                .isEqualTo(WIPE + "正在读取数据……（已用 1 秒）"
                        + WIPE + "正在读取数据……已读 10000 行（已用 1 秒）"
                        + WIPE + "正在读取数据……已读 500000 行，25%（已用 11 秒，这一步约还需 30 秒）"
                        + WIPE + "正在读取数据……已读 900000 行（已用 31 秒）"
                        + WIPE + "正在检查数据并计算……（已用 31 秒）"
                        + WIPE);
    }

    @Test
    void in_a_pipe_each_stage_has_a_line_and_a_long_one_one_every_ten_seconds() {
        assertThat(said(false)).isEqualTo("""
                        正在读取数据……（已用 1 秒）
                        正在读取数据……已读 500000 行，25%（已用 11 秒，这一步约还需 30 秒）
                        正在读取数据……已读 900000 行（已用 31 秒）
                        正在检查数据并计算……（已用 31 秒）
                        """);
    }

    @Test
    void a_short_run_says_nothing() {
        try (ProgressLine line = new ProgressLine(stream, stream, WordsLoader.load(), clock, true)) {
            for (Stage stage : Stage.values()) {
                line.begins(stage);
                line.reached(5000, 500);
                millis += 100;
            }
        }

        assertThat(bytes.size()).isZero();
    }

    /** The clock runs two seconds further whenever it is asked. */
    @Test
    void a_run_tells_its_stages_to_the_errors_and_with_quiet_to_nobody(@TempDir Path output) {
        assertThat(stages(output.resolve("told")))
                .containsSubsequence("正在识别各表", "正在读取数据", "正在检查数据并计算")
                .doesNotContain("正在生成");
        assertThat(stages(output.resolve("quiet"), "--quiet")).isEmpty();
    }

    private String stages(Path output, String... more) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Clock hurried = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                millis += 2_000;
                return Instant.ofEpochMilli(millis);
            }
        };
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        java.util.List<String> words =
                new java.util.ArrayList<>(java.util.List.of("check", "2022Q1", "--output", output.toString()));
        words.addAll(java.util.List.of(more));
        int code = Main.run(
                new Terminal(
                        Installation.of(hurried, ProgramVersion.read()),
                        nowhere,
                        new PrintStream(told, true, StandardCharsets.UTF_8),
                        Map.of()),
                words.toArray(new String[0]));
        assertThat(code).isZero();
        return told.toString(StandardCharsets.UTF_8);
    }
}

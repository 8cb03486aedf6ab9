package bankscore.cli;

import bankscore.cli.screen.Terminal;
import bankscore.front.ProgramVersion;
import bankscore.run.request.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where a user types commands, on a fixed day.
 *
 * @param output the folder that all commands work in; called OUTPUT in what they say, a verification code CODE, and the
 *     head of the history HEAD
 * @param environment who logs in to a database server
 */
public record CommandsInProcess(Path output, Map<String, String> environment) {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-01-12T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    /** Where nobody logs in. */
    public CommandsInProcess(Path output) {
        this(output, Map.of());
    }

    /** Exit code and everything that was said but for the line with the next step, which {@link NextStepTest} reads. */
    public record Said(int code, String text) {}

    public Said type(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        if (arguments.size() > 1) {
            arguments.addAll(List.of("--output", output.toString()));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = Main.run(
                new Terminal(Installation.of(CLOCK, ProgramVersion.read()), stream, stream, environment),
                arguments.toArray(new String[0]));
        String text = bytes.toString(StandardCharsets.UTF_8)
                .replace(output.toString(), "OUTPUT")
                .replaceAll("校验码 [0-9A-Z-]{19}", "校验码 CODE")
                .replaceAll("链首 [0-9a-f]{64}", "链首 HEAD")
                .replace(System.lineSeparator(), "\n")
                .replaceAll("(?m)^下一步：.*\n", "");
        return new Said(code, text);
    }

    /** What is to be said, as a file beside the tests has it. */
    public static String expected(String name) throws IOException {
        try (var in = Objects.requireNonNull(CommandsInProcess.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

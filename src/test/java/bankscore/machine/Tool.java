package bankscore.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Other programs of the machine. */
public final class Tool {

    private Tool() {}

    /** Skips the test where the machine lacks one of the programs. */
    public static void assumeThere(String... programs) {
        Arrays.stream(programs)
                .forEach(program -> assumeTrue(find(program).isPresent(), () -> "no " + program + " on the path"));
    }

    /** Where a program lies on the path. */
    public static Optional<Path> find(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs a program that must succeed; what it says stays in the folder. */
    public static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        said(folder, command);
    }

    /** Runs a program that must succeed, and gives what it says. */
    public static String said(Path folder, List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(Files.createDirectories(folder), "said", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("%s", command).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String text = Files.readString(said);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    /** Whether a program is there and succeeds within a minute. */
    public static boolean works(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return false;
        }
    }
}

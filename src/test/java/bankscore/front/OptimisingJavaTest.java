package bankscore.front;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.Waiting;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Java does a command: large input is worth a second one with the optimising compiler. */
class OptimisingJavaTest {

    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:CICompilerCount=1");

    private static final String STAYS = "stays";
    private static final String ENDS = "ends";

    /** A program that does nothing but say which Java does it. */
    static final class Command {

        private Command() {}

        public static void main(String[] arguments) throws Exception {
            OptimisingJava.endWithFirst();
            OptionalInt done = OptimisingJava.instead(Path.of(arguments[0]), List.of(arguments));
            if (done.isPresent()) {
                System.exit(done.getAsInt());
            }
            Files.writeString(Path.of(arguments[1]), String.join(" ", arguments));
            System.out.println(System.getProperty("java.vm.info") + " "
                    + Runtime.getRuntime().maxMemory() + " "
                    + ProcessHandle.current().pid() + " .");
            if (arguments[2].equals(STAYS)) {
                // Nothing comes: until somebody ends it.
                System.exit(System.in.read());
            }
            System.exit(7);
        }
    }

    @TempDir
    Path folder = Path.of("");

    private Path input(long bytes) throws IOException {
        Path input = Files.createDirectories(folder.resolve("收 件/2024Q4/甲局"));
        try (RandomAccessFile file =
                new RandomAccessFile(input.resolve("明细.xlsx").toFile(), "rw")) {
            file.setLength(bytes);
        }
        return folder.resolve("收 件/2024Q4");
    }

    private Process start(List<String> options, Path input, String then) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Xmx100m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Command.class.getName(), input.toString(), said().toString(), then));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    private Path said() {
        return folder.resolve("said");
    }

    private Path output() {
        return folder.resolve("output");
    }

    /** What the Java that did the command printed, word by word; waits until it did. */
    private List<String> printed() throws Exception {
        Waiting.until("the command is done", () -> Files.exists(output()) && text().endsWith(".\n"));
        return List.of(text().split("[ \n]"));
    }

    private String text() throws IOException {
        return Files.readString(output(), StandardCharsets.UTF_8);
    }

    private static long pid(List<String> printed) {
        return Long.parseLong(printed.get(printed.size() - 2));
    }

    @Test
    void large_input_is_done_by_a_second_java_with_the_same_options_and_words() throws Exception {
        Path input = input(OptimisingJava.LARGE);
        Process first = start(QUICK, input, ENDS);
        assertThat(first.waitFor()).isEqualTo(7);
        List<String> printed = printed();
        assertThat(pid(printed)).isNotEqualTo(first.pid());
        assertThat(String.join(" ", printed)).doesNotContain("emulated-client");
        assertThat(Long.parseLong(printed.get(printed.size() - 3))).isLessThan(101L << 20);
        assertThat(said()).hasContent(input + " " + said() + " " + ENDS);
    }

    @Test
    void small_input_and_a_java_that_has_the_compiler_stay() throws Exception {
        Process small = start(QUICK, input(OptimisingJava.LARGE - 1), ENDS);
        assertThat(small.waitFor()).isEqualTo(7);
        assertThat(pid(printed())).isEqualTo(small.pid());
        Files.delete(output());
        Process other = start(List.of(), input(OptimisingJava.LARGE), ENDS);
        assertThat(other.waitFor()).isEqualTo(7);
        assertThat(pid(printed())).isEqualTo(other.pid());
    }

    @Test
    void a_folder_that_is_not_there_is_small() throws Exception {
        assertThat(OptimisingJava.instead(folder.resolve("missing"), List.of())).isEmpty();
    }

    @Test
    void whoever_ends_the_first_ends_the_second() throws Exception {
        Process first = start(QUICK, input(OptimisingJava.LARGE), STAYS);
        ProcessHandle second = ProcessHandle.of(pid(printed())).orElseThrow();
        first.destroy();
        assertThat(first.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(second.onExit().get(1, TimeUnit.MINUTES).isAlive()).isFalse();
    }

    @Test
    void a_first_that_is_killed_takes_the_second_with_it() throws Exception {
        Process first = start(QUICK, input(OptimisingJava.LARGE), STAYS);
        ProcessHandle second = ProcessHandle.of(pid(printed())).orElseThrow();
        first.destroyForcibly();
        assertThat(second.onExit().get(1, TimeUnit.MINUTES).isAlive()).isFalse();
    }
}

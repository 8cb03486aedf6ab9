package bankscore.start;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code bankscore}, started as on Linux; what {@link WindowsScriptTest} expects of the other one. */
class ShellScriptTest {

    /** All that the script needs of a system; Java is not among them. */
    private static final List<String> TOOLS =
            List.of("sh", "cat", "dirname", "find", "head", "mv", "readlink", "rm", "wc");

    @TempDir
    private Path work = Path.of("");

    static List<Start> all() throws IOException {
        return Start.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_script_starts_the_program(Start start) throws IOException, InterruptedException {
        Tool.assumeThere(TOOLS.toArray(String[]::new));
        Path home = start.layOut(work, "bankscore", standIn(), "");
        List<String> before = Start.files(home);
        Path record = work.resolve("record.txt");

        int code = started(home, start, Map.of());

        List<String> noted = Files.exists(record) ? Files.readAllLines(record) : List.of();
        assertThat(start.result(work, noted, Files.readString(work.resolve("said.txt")), code))
                .isEqualTo(start.expected());
        assertThat(Start.files(home))
                .as("nothing is written beside the program")
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes"})
    void a_start_leaves_an_archive_of_classes_behind_itself_whole_or_not_at_all(String cut)
            throws IOException, InterruptedException {
        Tool.assumeThere(TOOLS.toArray(String[]::new));
        Start start = Start.all().get(0);
        Path home = start.layOut(work, "bankscore", standIn(), "");
        Files.writeString(home.resolve("bankscore.classes"), "");
        Files.writeString(home.resolve("bankscore-4.jsa"), "cut");
        Files.writeString(home.resolve("bankscore-1.part"), "of one that was killed");

        try (WatchService watch = home.getFileSystem().newWatchService()) {
            home.register(watch, StandardWatchEventKinds.ENTRY_DELETE);

            assertThat(started(home, start, Map.of("STUB_CUT", cut))).isEqualTo(3);
            awaitEnd(watch);
        }
        assertThat(Start.files(home).stream()
                        .filter(name -> name.startsWith("bankscore-"))
                        .toList())
                .isEqualTo(cut.isEmpty() ? List.of("bankscore-5.jsa") : List.of());
    }

    /** The maker of the archive has ended once its own part is there no more, renamed or removed. */
    private static void awaitEnd(WatchService watch) throws InterruptedException {
        boolean ended = false;
        while (!ended) {
            WatchKey key = watch.poll(30, TimeUnit.SECONDS);
            assertThat(key).as("an archive is made").isNotNull();
            ended = key.pollEvents().stream()
                    .map(event -> String.valueOf(event.context()))
                    .anyMatch(name -> name.endsWith(".part") && !name.equals("bankscore-1.part"));
            key.reset();
        }
    }

    private int started(Path home, Start start, Map<String, String> more) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(home.resolve("bankscore").toString()));
        line.addAll(start.words());
        ProcessBuilder process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("said.txt").toFile());
        Map<String, String> environment = process.environment();
        environment.keySet().removeIf(name -> name.startsWith("BANKSCORE") || name.equals("JAVA_HOME"));
        environment.putAll(start.environment(work));
        environment.putAll(more);
        environment.put("PATH", work.resolve("path") + ":" + tools());
        environment.put("STUB_RECORD", work.resolve("record.txt").toString());
        return process.start().waitFor();
    }

    private Path standIn() throws IOException {
        Path file = work.resolve("stand-in");
        try (var in = Objects.requireNonNull(ShellScriptTest.class.getResourceAsStream("stub.sh"))) {
            Files.writeString(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private Path tools() throws IOException {
        Path folder = Files.createDirectories(work.resolve("tools"));
        for (String tool : TOOLS) {
            Files.copy(Tool.find(tool).orElseThrow(), folder.resolve(tool));
        }
        return folder;
    }
}

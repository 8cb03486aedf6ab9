package bankscore.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bankscore.machine.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code bankscore}, started as on Linux; what {@link WindowsScriptTest} expects of the other one. */
class ShellScriptTest {

    /** All that the script needs of a system; Java is not among them. */
    private static final List<String> TOOLS =
            List.of("sh", "cat", "dirname", "find", "head", "mv", "readlink", "rm", "wc");

    /** Whoever may write everywhere is another one for this test. */
    static final List<String> NOBODY = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

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
        assertThat(start.homes(work, noted))
                .as("the program knows where it lies")
                .allMatch("HOME"::equals);
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
        Files.writeString(home.resolve("bankscore-3-4.jsa"), "cut");
        Files.writeString(home.resolve("bankscore-1.part"), "of one that was killed");

        try (WatchService watch = home.getFileSystem().newWatchService()) {
            home.register(watch, StandardWatchEventKinds.ENTRY_DELETE);

            assertThat(started(home, start, Map.of("STUB_CUT", cut))).isEqualTo(3);
            awaitEnd(watch, 1);
        }
        assertThat(Start.files(home).stream()
                        .filter(name -> name.startsWith("bankscore-"))
                        .toList())
                .isEqualTo(cut.isEmpty() ? List.of("bankscore-3-5.jsa") : List.of());
    }

    @Test
    void the_archive_of_an_older_jar_is_made_anew() throws IOException, InterruptedException {
        Path home = withClasses();
        Files.writeString(home.resolve("bankscore-4-5.jsa"), "12345");

        try (WatchService watch = watch(home)) {
            assertThat(started(home, start(), Map.of())).isEqualTo(3);
            awaitEnd(watch, 1);
        }
        assertThat(archives(home)).containsExactly("bankscore-3-5.jsa");
    }

    /** Both find none, and both make one: neither is in the other's way. */
    @Test
    void two_starts_at_once_leave_one_whole_archive() throws IOException, InterruptedException {
        Path home = withClasses();
        Path gate = work.resolve("gate");
        Map<String, String> closed = Map.of("STUB_GATE", gate.toString());

        try (WatchService watch = watch(home)) {
            assertThat(started(home, start(), closed)).isEqualTo(3);
            assertThat(started(home, start(), closed)).isEqualTo(3);
            assertThat(archives(home)).noneMatch(name -> name.endsWith(".jsa"));
            Files.writeString(gate, "");
            awaitEnd(watch, 2);
        }
        assertThat(archives(home)).containsExactly("bankscore-3-5.jsa");
    }

    /** The machine is switched off in the middle: what is there then is no archive, and the next start makes one. */
    @Test
    void a_maker_that_is_killed_leaves_no_archive_and_the_next_start_makes_it_whole()
            throws IOException, InterruptedException {
        Path home = withClasses();
        Path maker = work.resolve("maker.txt");
        Map<String, String> closed =
                Map.of("STUB_GATE", work.resolve("gate").toString(), "STUB_MAKER", maker.toString());

        try (WatchService watch = work.getFileSystem().newWatchService()) {
            work.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            assertThat(started(home, start(), closed)).isEqualTo(3);
            while (Files.notExists(maker) || Files.size(maker) == 0) {
                WatchKey key = watch.poll(30, TimeUnit.SECONDS);
                assertThat(key).as("an archive is begun").isNotNull();
                key.pollEvents().clear();
                key.reset();
            }
        }
        // The script first, which would tidy up, then what it waits for.
        for (String id : Files.readString(maker).strip().split(" ", -1)) {
            ProcessHandle.of(Long.parseLong(id)).ifPresent(process -> {
                process.destroyForcibly();
                process.onExit().join();
            });
        }
        assertThat(archives(home)).singleElement().asString().endsWith(".part");

        try (WatchService watch = watch(home)) {
            assertThat(started(home, start(), Map.of())).isEqualTo(3);
            awaitEnd(watch, 2);
        }
        assertThat(archives(home)).containsExactly("bankscore-3-5.jsa");
    }

    /** Who may not write beside the program starts it all the same. */
    @Test
    void in_a_folder_that_is_read_only_nothing_is_made() throws IOException, InterruptedException {
        Tool.assumeThere("setpriv");
        assumeTrue(System.getProperty("user.name").equals("root"), "only root may become another");
        Path home = withClasses();
        List<String> before = Start.files(home);
        Path record = Files.createDirectories(work.resolve("record"));
        Files.setPosixFilePermissions(record, PosixFilePermissions.fromString("rwxrwxrwx"));
        for (Path folder : List.of(work, home)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        }

        int code = started(
                home,
                start(),
                Map.of("STUB_RECORD", record.resolve("record.txt").toString()),
                NOBODY.toArray(String[]::new));

        assertThat(code).as(Files.readString(work.resolve("said.txt"))).isEqualTo(3);
        assertThat(Start.files(home)).isEqualTo(before);
    }

    private static Start start() throws IOException {
        return Start.all().get(0);
    }

    private Path withClasses() throws IOException {
        Tool.assumeThere(TOOLS.toArray(String[]::new));
        Path home = start().layOut(work, "bankscore", standIn(), "");
        Files.writeString(home.resolve("bankscore.classes"), "");
        return home;
    }

    private static List<String> archives(Path home) throws IOException {
        return Start.files(home).stream()
                .filter(name -> name.startsWith("bankscore-"))
                .toList();
    }

    private static WatchService watch(Path home) throws IOException {
        WatchService watch = home.getFileSystem().newWatchService();
        home.register(watch, StandardWatchEventKinds.ENTRY_DELETE);
        return watch;
    }

    /** A maker of an archive has ended once its own part is there no more, renamed or removed. */
    static void awaitEnd(WatchService watch, int makers) throws InterruptedException {
        int ended = 0;
        while (ended < makers) {
            WatchKey key = watch.poll(30, TimeUnit.SECONDS);
            assertThat(key).as("an archive is made").isNotNull();
            ended += (int) key.pollEvents().stream()
                    .map(event -> String.valueOf(event.context()))
                    .filter(name -> name.endsWith(".part") && !name.equals("bankscore-1.part"))
                    .count();
            key.reset();
        }
    }

    private int started(Path home, Start start, Map<String, String> more, String... before)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(before));
        line.add(home.resolve("bankscore").toString());
        line.addAll(start.words());
        ProcessBuilder process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("said.txt").toFile());
        Map<String, String> environment = process.environment();
        environment.keySet().removeIf(name -> name.startsWith("BANKSCORE") || name.equals("JAVA_HOME"));
        environment.putAll(start.environment(work));
        environment.put("PATH", work.resolve("path") + ":" + tools());
        environment.put("STUB_RECORD", work.resolve("record.txt").toString());
        environment.putAll(more);
        return process.start().waitFor();
    }

    private Path standIn() throws IOException {
        Path file = work.resolve("stand-in");
        try (var in = Objects.requireNonNull(ShellScriptTest.class.getResourceAsStream("stub.sh"))) {
            Files.writeString(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(file.toFile().setExecutable(true, false)).isTrue();
        return file;
    }

    private Path tools() throws IOException {
        Path folder = Files.createDirectories(work.resolve("tools"));
        for (String tool : TOOLS) {
            if (Files.notExists(folder.resolve(tool))) {
                Files.copy(Tool.find(tool).orElseThrow(), folder.resolve(tool));
            }
        }
        return folder;
    }
}

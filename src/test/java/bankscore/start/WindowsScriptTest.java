package bankscore.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bankscore.machine.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script {@code bankscore.cmd} under Wine's cmd, with a Java and a chcp that write down how they were started; one cmd does
 * all starts. What a real console shows, and what else a real cmd makes of a script, is not tried.
 */
@Tag("wine")
class WindowsScriptTest {

    private static final String COMPILER = "x86_64-w64-mingw32-gcc";

    @TempDir
    private static Path work = Path.of("");

    private static Path java = Path.of("");

    static List<Start> all() throws IOException {
        return Start.all();
    }

    @BeforeAll
    static void start_all() throws IOException, InterruptedException {
        Tool.assumeThere("wine", COMPILER);
        java = standIn();
        Driver driver = new Driver();
        List<Start> all = all();
        for (int i = 0; i < all.size(); i++) {
            Path home = all.get(i).layOut(place(i), "bankscore.cmd", java, ".exe");
            Files.write(place(i).resolve("before.txt"), Start.files(home));
            driver.add(place(i), all.get(i), Map.of());
        }
        driver.start();
    }

    /** A script that types commands, each in a window and a place of its own. */
    private static final class Driver {

        // What is Chinese or has blanks goes through the environment: a script is read by Wine's code page.
        private final Map<String, String> environment = new HashMap<>();
        private final List<String> lines = new ArrayList<>(List.of("@echo off"));
        private int number;

        void add(Path place, Start start, Map<String, String> more) throws IOException {
            number++;
            Files.copy(java, Files.createDirectories(place.resolve("windows")).resolve("chcp.com"));
            environment.put("PLACE" + number, windows(place.toString()));
            environment.put(
                    "FOLDER" + number, windows(place.resolve(Start.FOLDER).toString()));
            environment.put(
                    "TYPED" + number,
                    // Wine's cmd reads a sign of percent once more in the variable, and the inner cmd once more again.
                    start.words().stream()
                            .map(WindowsScriptTest::typed)
                            .collect(Collectors.joining(" "))
                            .replace("%", "%%%%"));
            lines.add("setlocal");
            Map<String, String> variables = new TreeMap<>(start.environment(place));
            variables.putAll(more);
            variables.forEach((name, value) -> {
                String from = name + lines.size();
                environment.put(from, windows(value));
                lines.add("set " + name + "=%" + from + "%");
            });
            lines.addAll("""
                    set "STUB_RECORD=%PLACEn%\\record.txt"
                    set "PATH=%PLACEn%\\windows;%PLACEn%\\path;%SystemRoot%\\system32"
                    cd /d "%FOLDERn%"
                    cmd /c bankscore.cmd %TYPEDn% <nul >"%PLACEn%\\said.txt" 2>&1
                    echo %ERRORLEVEL% >"%PLACEn%\\code.txt"
                    endlocal""".replace("n%", number + "%").lines().toList());
        }

        void start() throws IOException, InterruptedException {
            start(List.of(), Path.of("target", "wine").toAbsolutePath());
        }

        /**
         * Types all.
         *
         * @param before what starts Wine as somebody else
         * @param prefix where Wine keeps its Windows, which belongs to whoever starts it
         */
        void start(List<String> before, Path prefix) throws IOException, InterruptedException {
            Path script = Files.createTempFile(work, "all", ".bat");
            Files.writeString(script, String.join("\r\n", lines) + "\r\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rw-r--r--"));
            List<String> line = new ArrayList<>(before);
            line.addAll(List.of("wine", "cmd", "/c", windows(script.toString())));
            ProcessBuilder wine = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(work.resolve("wine.txt").toFile());
            wine.environment().keySet().removeIf(name -> name.startsWith("BANKSCORE") || name.equals("JAVA_HOME"));
            wine.environment().putAll(environment);
            wine.environment()
                    .putAll(Map.of(
                            "WINEPREFIX", prefix.toString(),
                            "HOME", prefix.toString(),
                            "WINEDEBUG", "-all",
                            "WINEDLLOVERRIDES", "mscoree,mshtml=",
                            "LC_ALL", "C.UTF-8"));
            Process process = wine.start();
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_script_starts_the_program(Start start) throws IOException {
        Path place = place(all().indexOf(start));
        List<String> record = plain(place.resolve("record.txt"));

        assertThat(start.result(
                        place,
                        record,
                        String.join("\n", plain(place.resolve("said.txt"))),
                        Integer.parseInt(plain(place.resolve("code.txt")).get(0).strip())))
                .isEqualTo(start.expected());
        assertThat(start.homes(place, record))
                .as("the program knows where it lies")
                .allMatch("HOME"::equals);
        assertThat(record.stream().filter(line -> line.startsWith("chcp=")))
                .as("the window's code page is asked for, set and put back")
                .containsExactly("chcp=", "chcp=65001", "chcp=936");
        assertThat(Start.files(place.resolve(Start.FOLDER)))
                .as("nothing is written beside the program")
                .isEqualTo(Files.readAllLines(place.resolve("before.txt")));
    }

    /** As on Linux: of the length that its name tells, beside nothing that was cut, and the next start takes it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "yes"})
    void a_start_leaves_an_archive_of_classes_behind_itself_whole_or_not_at_all(String cut)
            throws IOException, InterruptedException {
        Start start = all().get(0);
        Path place = work.resolve("archive " + cut);
        Path home = start.layOut(place, "bankscore.cmd", java, ".exe");
        Files.writeString(home.resolve("bankscore.classes"), "");
        Files.writeString(home.resolve("bankscore-3-4.jsa"), "cut");
        Files.writeString(home.resolve("bankscore-1.part"), "of one that was killed");
        Driver first = new Driver();
        first.add(place, start, cut.isEmpty() ? Map.of() : Map.of("STUB_CUT", cut));

        try (WatchService watch = home.getFileSystem().newWatchService()) {
            home.register(watch, StandardWatchEventKinds.ENTRY_DELETE);
            first.start();
            ShellScriptTest.awaitEnd(watch, 1);
        }

        assertThat(plain(place.resolve("code.txt")).get(0).strip()).isEqualTo("3");
        assertThat(Start.files(home).stream()
                        .filter(name -> name.startsWith("bankscore-"))
                        .toList())
                .isEqualTo(cut.isEmpty() ? List.of("bankscore-3-5.jsa") : List.of());
    }

    /** Who may not write beside the program starts it all the same; the maker of an archive ends without a word. */
    @Test
    void in_a_folder_that_is_read_only_nothing_is_made() throws IOException, InterruptedException {
        Tool.assumeThere("setpriv");
        assumeTrue(System.getProperty("user.name").equals("root"), "only root may become another");
        Start start = all().get(0);
        Path place = work.resolve("read-only");
        Path home = start.layOut(place, "bankscore.cmd", java, ".exe");
        Files.writeString(home.resolve("bankscore.classes"), "");
        List<String> before = Start.files(home);
        Path prefix = Files.createDirectories(place.resolve("wine"));
        Driver driver = new Driver();
        driver.add(place, start, Map.of());
        UserPrincipal nobody =
                place.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.setOwner(prefix, nobody);
        Files.setOwner(place, nobody);
        for (Path folder : List.of(work, home)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        driver.start(ShellScriptTest.NOBODY, prefix);
        // What was started in the background has ended too.
        Tool.run(
                place,
                Stream.concat(
                                ShellScriptTest.NOBODY.stream(),
                                Stream.of("env", "WINEPREFIX=" + prefix, "wineserver", "-w"))
                        .toList());

        assertThat(plain(place.resolve("code.txt")).get(0).strip()).isEqualTo("3");
        assertThat(start.result(
                        place,
                        plain(place.resolve("record.txt")),
                        String.join("\n", plain(place.resolve("said.txt"))),
                        3))
                .isEqualTo(start.expected());
        assertThat(Start.files(home)).isEqualTo(before);
    }

    private static Path place(int start) {
        return work.resolve("start " + start);
    }

    /** A line of a file as the other script's would be. */
    private static List<String> plain(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.replace("Z:", "")
                        .replace('\\', '/')
                        .replace("java.exe", "java")
                        .replace("jar;", "jar:"))
                .toList();
    }

    private static String windows(String path) {
        return path.replaceAll("^(\"?)/", "$1Z:\\\\").replace('/', '\\');
    }

    /** A word as somebody types it. */
    private static String typed(String word) {
        return word.matches("[A-Za-z0-9-]+") ? word : "\"" + word.replace("\"", "\\\"") + "\"";
    }

    private static Path standIn() throws IOException, InterruptedException {
        Path source = work.resolve("stub.c");
        try (var in = Objects.requireNonNull(WindowsScriptTest.class.getResourceAsStream("stub.c"))) {
            Files.write(source, in.readAllBytes());
        }
        Path program = work.resolve("stub.exe");
        Tool.run(work, List.of(COMPILER, "-municode", "-Wall", "-Werror", "-o", program.toString(), source.toString()));
        return program;
    }
}

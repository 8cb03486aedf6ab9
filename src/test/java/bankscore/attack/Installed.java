package bankscore.attack;

import bankscore.machine.ProgramProcess;
import bankscore.machine.ProgramProcess.Ended;
import bankscore.machine.ProgramProcess.Started;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The program as it is installed: a jar, started as a process of its own. A first run may leave a class-data archive,
 * so that the many that follow take half the time.
 */
final class Installed {

    static final String PERIOD = "2022Q1";

    private static final String HALT = "bankscore/attack/Halt.class";

    private final String classPath;
    private final Path archive;

    /** Makes the jar in a folder. */
    Installed(Path folder) throws IOException {
        this.classPath = jars(folder);
        this.archive = folder.resolve("classes.jsa");
    }

    Started start(Path output, String... words) throws IOException {
        return start(output, Map.of(), List.of(), words);
    }

    /** Starts a command with variables of its environment and options of its virtual machine. */
    Started start(Path output, Map<String, String> environment, List<String> options, String... words)
            throws IOException {
        ProgramProcess program = ProgramProcess.ofThisBuild()
                .on(classPath)
                .with("-Xmx512m", "-Xlog:disable")
                .with(Files.exists(archive) ? new String[] {"-XX:SharedArchiveFile=" + archive} : new String[0])
                .with(options.toArray(new String[0]))
                .in(environment);
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--quiet", "--output", output.toString()));
        return program.start(line);
    }

    /** A run that leaves the archive for those that follow. */
    Ended firstRun(Path output) throws IOException, InterruptedException {
        return start(output, Map.of(), List.of("-XX:ArchiveClassesAtExit=" + archive), "run", PERIOD)
                .ended();
    }

    Ended run(Path output) throws IOException, InterruptedException {
        return start(output, "run", PERIOD).ended();
    }

    /** Class data cannot be archived of a folder: its classes go into a jar; behind the archived ones come our own. */
    private static String jars(Path folder) throws IOException {
        List<String> entries = new ArrayList<>();
        Path ours = folder.resolve("attack.jar");
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isRegularFile(path)) {
                entries.add(entry);
            } else if (Files.exists(path.resolve("bankscore/cli/Main.class"))) {
                Path jar = folder.resolve("bankscore.jar");
                pack(jar, path, ".");
                entries.add(0, jar.toString());
            } else if (Files.exists(path.resolve(HALT))) {
                pack(ours, path, HALT);
            }
        }
        entries.add(ours.toString());
        return String.join(File.pathSeparator, entries);
    }

    private static void pack(Path jar, Path folder, String what) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(stream, stream, "--create", "--file", jar.toString(), "-C", folder.toString(), what);
        if (code != 0) {
            throw new IOException(said.toString(StandardCharsets.UTF_8));
        }
    }

    /** Notes what was attacked, to be added up by {@code .ci/attack}. */
    static void tally(String what, int count) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "attack"));
            Files.writeString(Files.createTempFile(folder, "tally", ".txt"), what + ": " + count + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of what a folder holds. */
    static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** The content of a revision's files, by name, without times, run id, what hangs on them, and the numbers of rows. */
    static Map<String, String> content(Path revision) throws IOException {
        Map<String, String> content = new TreeMap<>();
        for (String name : names(revision)) {
            content.put(name, Content.of(revision.resolve(name)));
        }
        return content;
    }
}

package bankscore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts the program, and what it is compared with, from the folder of the sources, each as a process of its own. */
final class Programs {

    /** What every virtual machine gets that is compared with the program. */
    static final List<String> COMMON = List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Dfile.encoding=UTF-8");

    /** Linux counts processor time in hundredths. */
    private static final double TICKS = 100;

    private static final int MILLIS = 20;

    private final Path home = Path.of("").toAbsolutePath();
    private final Path work;
    private int started;

    /** @param work what is written goes there */
    Programs(Path work) {
        this.work = work;
    }

    Path work() {
        return work;
    }

    /** What lies beside the program: samples and rules. */
    Path home() {
        return home;
    }

    /** A command, as an office types it. */
    Ran bankscore(String... words) throws IOException, InterruptedException {
        return bankscore(Map.of(), List.of(words));
    }

    Ran bankscore(Map<String, String> environment, List<String> words) throws IOException, InterruptedException {
        return ended(program(words), environment);
    }

    /** A command that goes on by itself. */
    Running begin(Map<String, String> environment, List<String> words) throws IOException {
        return start(program(words), environment);
    }

    private List<String> program(List<String> words) {
        List<String> line = new ArrayList<>(List.of(home.resolve("bankscore").toString()));
        line.addAll(words);
        return line;
    }

    /** A class of the benchmarks, which prints no more than milliseconds. */
    Ran java(List<String> options, Class<?> main, String... arguments) throws IOException, InterruptedException {
        return java(options, System.getProperty("java.class.path"), main, arguments);
    }

    Ran java(List<String> options, String classPath, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(COMMON);
        line.addAll(options);
        line.addAll(List.of("-cp", classPath, main.getName()));
        line.addAll(List.of(arguments));
        return ended(line, Map.of());
    }

    /** Whether a book can be opened elsewhere. */
    static boolean hasOffice() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
    }

    /** LibreOffice opens a book, computes it and saves it. */
    Ran office(Path book) throws IOException, InterruptedException {
        return ended(
                List.of(
                        "soffice",
                        "-env:UserInstallation=file://" + work.resolve("office"),
                        "--headless",
                        "--convert-to",
                        "ods",
                        "--outdir",
                        work.resolve("ods").toString(),
                        book.toString()),
                Map.of());
    }

    private Ran ended(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        double before = spent();
        Running running = start(command, environment);
        Ran ran = running.ended();
        return new Ran(ran.seconds(), spent() - before, ran.megabytes(), ran.said());
    }

    private Running start(List<String> command, Map<String, String> environment) throws IOException {
        started++;
        Path said = work.resolve("said" + started);
        Path complained = work.resolve("complained" + started);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(said.toFile())
                .redirectError(complained.toFile());
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        return new Running(builder.start(), command, begin, said, complained);
    }

    /**
     * A process under way.
     *
     * @param begin nanoseconds
     */
    record Running(Process process, List<String> command, long begin, Path said, Path complained)
            implements AutoCloseable {

        double seconds() {
            return (System.nanoTime() - begin) / 1e9;
        }

        /** The processor time so far; its own alone. */
        double processor() {
            return ticks("/proc/" + process.pid() + "/stat", 11) + ticks("/proc/" + process.pid() + "/stat", 12);
        }

        /** The most memory that it and all that it started had so far, as Linux counts it for each. */
        long megabytes() {
            return family(process.toHandle())
                            .mapToLong(each -> status(each.pid(), "VmHWM:"))
                            .sum()
                    / 1024;
        }

        /** Waits for its end; its processor time is told by {@link Programs#spent()}. */
        Ran ended() throws IOException, InterruptedException {
            long peak = 0;
            while (!process.waitFor(MILLIS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, megabytes());
            }
            double seconds = seconds();
            if (process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue() + "\n"
                        + Files.readString(complained));
            }
            return new Ran(seconds, Double.NaN, peak, Files.readString(said));
        }

        /** Asks it to end, and waits. */
        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }

    /** The processor time of all processes that have ended, theirs included, in seconds; NaN where nobody tells. */
    static double spent() {
        return ticks("/proc/self/stat", 13) + ticks("/proc/self/stat", 14);
    }

    /** The processor time of a server that lives: its own, that of what it started and that of what is over. */
    static double server(long pid) {
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        double seconds = 0;
        for (ProcessHandle each : family(server).toList()) {
            for (int field = 11; field <= 14; field++) {
                double ticks = ticks("/proc/" + each.pid() + "/stat", field);
                // Over meanwhile: its server has counted it.
                seconds += Double.isNaN(ticks) ? 0 : ticks;
            }
        }
        return seconds;
    }

    private static Stream<ProcessHandle> family(ProcessHandle first) {
        return Stream.concat(Stream.of(first), first.descendants());
    }

    /** A field of those after the name of the command, from 0. */
    private static double ticks(String file, int field) {
        try {
            String line = Files.readString(Path.of(file));
            return Long.parseLong(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[field]) / TICKS;
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private static long status(long pid, String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }
}

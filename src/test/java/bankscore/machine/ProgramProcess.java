package bankscore.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The program, to be started as a process of its own.
 *
 * @param before what starts it, such as a shell with bounds; empty: nothing
 * @param options of its virtual machine
 * @param environment variables besides those of the tests
 */
public record ProgramProcess(
        List<String> before, List<String> options, String classPath, Map<String, String> environment) {

    public ProgramProcess {
        before = List.copyOf(before);
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** The program that the tests run, with the compiler that starts quickest. */
    public static ProgramProcess ofThisBuild() {
        return new ProgramProcess(
                List.of(),
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8"),
                System.getProperty("java.class.path"),
                Map.of("LC_ALL", "C.UTF-8"));
    }

    public ProgramProcess behind(List<String> starter) {
        return new ProgramProcess(starter, options, classPath, environment);
    }

    public ProgramProcess with(String... more) {
        return new ProgramProcess(
                before, Stream.concat(options.stream(), Stream.of(more)).toList(), classPath, environment);
    }

    public ProgramProcess on(String other) {
        return new ProgramProcess(before, options, other, environment);
    }

    public ProgramProcess in(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new ProgramProcess(before, options, classPath, all);
    }

    /** Starts a command; what it says goes into a file, so that nobody need listen. */
    public Started start(List<String> words) throws IOException {
        return start("bankscore.cli.Main", words);
    }

    /** Starts the desk. */
    public Started desk(String... words) throws IOException {
        return start("bankscore.desk.Main", List.of(words));
    }

    private Started start(String main, List<String> words) throws IOException {
        List<String> line = new ArrayList<>(before);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(List.of("-cp", classPath, main));
        line.addAll(words);
        Path said = Files.createTempFile("said", ".txt");
        said.toFile().deleteOnExit();
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        return new Started(builder.start(), said);
    }

    public Started start(String... words) throws IOException {
        return start(List.of(words));
    }

    /** A process and the file that takes what it says. */
    public record Started(Process process, Path log) {

        /** Waits for its end. */
        public Ended ended() throws InterruptedException, IOException {
            int code = process.waitFor();
            return new Ended(code, Files.readString(log, StandardCharsets.UTF_8));
        }
    }

    /** How a process ended. */
    public record Ended(int code, String said) {

        /** Whether a user was shown the inside of the program. */
        public boolean hasTrace() {
            return said.contains("\tat ") || said.contains("Exception in thread") || said.contains("程序内部错误");
        }
    }
}

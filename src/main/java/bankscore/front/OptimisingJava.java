package bankscore.front;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Java with its optimising compiler, for input so large that it pays: a program that was started with the quick one alone
 * leaves the command to a second one. Whoever waits for the first waits for the second, and ends both.
 */
public final class OptimisingJava {

    /** So many bytes of files take longer to read and judge than the optimising compiler takes for itself. */
    static final long LARGE = 16L << 20;

    private static final String QUICK = "-XX:TieredStopAtLevel=1";
    private static final String OPTIMISED = "-XX:TieredStopAtLevel=4";

    /**
     * Two compilers need a thread each. What the optimising one puts into one piece is kept small: by its own measure it takes
     * a fifth of all processor time for itself. The options that come later win.
     */
    private static final List<String> OPTIMISING = List.of(
            OPTIMISED,
            "-XX:CICompilerCount=2",
            "-XX:MaxInlineLevel=8",
            "-XX:InlineSmallCode=1000",
            "-XX:FreqInlineSize=150");

    private static final String INSTEAD_OF = "bankscore.insteadOf";

    private OptimisingJava() {}

    /**
     * Does a command in a Java of its own if the files in a folder are that large and this Java has only the quick compiler.
     *
     * @param arguments of this Java's main class, as they were typed
     * @return the exit code; absent if this Java is to do it
     * @throws IOException if it cannot be started
     */
    public static OptionalInt instead(Path folder, List<String> arguments) throws IOException {
        if (size(folder) < LARGE) {
            return OptionalInt.empty();
        }
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        if (!options.contains(QUICK) || options.contains(OPTIMISED)) {
            return OptionalInt.empty();
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(OPTIMISING);
        command.add("-D" + INSTEAD_OF + "=" + ProcessHandle.current().pid());
        String main = System.getProperty("sun.java.command").split(" ", 2)[0];
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).inheritIO().start();
        Thread ended = new Thread(() -> end(process));
        Runtime.getRuntime().addShutdownHook(ended);
        int code = process.onExit().join().exitValue();
        Runtime.getRuntime().removeShutdownHook(ended);
        return OptionalInt.of(code);
    }

    /** Ends this Java when the one that it was started by is no more. */
    public static void endWithFirst() {
        Long first = Long.getLong(INSTEAD_OF);
        if (first != null) {
            Thread watch = new Thread(() -> {
                ProcessHandle.of(first).ifPresent(handle -> handle.onExit().join());
                System.exit(1);
            });
            watch.setDaemon(true);
            watch.start();
        }
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toFile)
                    .filter(File::isFile)
                    .mapToLong(File::length)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            // Whoever reads the folder says what is wrong with it.
            return 0;
        }
    }

    private static void end(Process process) {
        // On Windows the console tells both, and nobody can be told more gently.
        if (process.supportsNormalTermination()) {
            process.destroy();
        }
        process.onExit().join();
    }
}

package bankscore.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks around on the machine that it runs on; leaves nothing behind.
 *
 * @param output where results go
 * @param read what must be readable
 */
public record ThisMachine(Path output, List<Path> read, Map<String, String> environment, Clock clock) {

    /** Where the desk begins to look for a free port. */
    private static final int PORT = 8620;

    private static final long MEGABYTE = 1 << 20;

    /** Where LibreOffice is installed that is not on the path. */
    private static final List<String> USUAL = List.of(
            "C:/Program Files/LibreOffice/program/soffice.exe",
            "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
            "/Applications/LibreOffice.app/Contents/MacOS/soffice",
            "/opt/libreoffice/program/soffice");

    /**
     * Everything but the database, which is asked first: opened it writes, and so would tell of now.
     *
     * @param database as {@link Surroundings#database()} has it
     */
    public Surroundings around(Optional<Instant> written, Optional<String> database) {
        return new Surroundings(
                Integer.parseInt(System.getProperty("java.specification.version")),
                Path.of(System.getProperty("java.home")),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax() / MEGABYTE,
                memory(),
                output,
                free(),
                Stream.of(output, Path.of(System.getProperty("java.io.tmpdir")))
                        .filter(folder -> !isWritable(folder))
                        .toList(),
                read.stream().filter(folder -> !isReadable(folder)).toList(),
                fonts(),
                libreOffice(),
                database,
                ZonedDateTime.now(clock),
                written,
                PORT,
                isFree());
    }

    /** When something was last written to the output. */
    public Optional<Instant> written() {
        try (Stream<Path> files = Files.list(output)) {
            return files.map(ThisMachine::time).max(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Instant time(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / MEGABYTE;
    }

    private long free() {
        try {
            return Files.getFileStore(nearest(output)).getUsableSpace() / MEGABYTE;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The folder, or the one that it would be made in. */
    private static Path nearest(Path folder) {
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }

    private static boolean isWritable(Path folder) {
        try {
            Files.delete(Files.createTempFile(nearest(folder), "doctor", ".tmp"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isReadable(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Absent where Java cannot look: a Java without a desktop's parts, a Linux without a list of fonts. */
    private static Optional<Set<String>> fonts() {
        try {
            System.setProperty("java.awt.headless", "true");
            return Optional.of(Set.copyOf(Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment()
                    .getAvailableFontFamilyNames(Locale.SIMPLIFIED_CHINESE))));
        } catch (LinkageError | RuntimeException | InternalError e) {
            return Optional.empty();
        }
    }

    private Optional<Path> libreOffice() {
        Stream<Path> onPath = Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder ->
                        Stream.of("soffice", "soffice.exe", "libreoffice").map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, USUAL.stream().map(Path::of))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static boolean isFree() {
        try (ServerSocket socket = new ServerSocket(PORT, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}

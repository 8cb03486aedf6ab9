package bankscore.province;

import bankscore.exact.Period;
import bankscore.run.request.Privacy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a province's process last said of how far it is, in a file beside its database, for whoever asks while that process
 * has the database for itself. It is read for nothing else.
 */
public record HeadwayFile(Path output, Period period) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadwayFile.class);

    private static final Pattern NAME = Pattern.compile("[.]province-([^.]+)");

    private Path file() {
        return output.resolve(".province-" + period);
    }

    /** Writes it anew, from any thread; that it cannot be written stops nobody. */
    public synchronized void says(String line) {
        Path beside = output.resolve(".province-" + period + ".new");
        try {
            Privacy.folder(output);
            Files.writeString(beside, line, StandardCharsets.UTF_8);
            Files.move(beside, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("headway: not written, {}", e.getClass().getSimpleName());
        }
    }

    /** What all of them in an output say, a line each, with its period. */
    public static List<String> all(Path output) {
        if (!Files.isDirectory(output)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(output)) {
            return files.map(file -> NAME.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .flatMap(name -> Period.parse(name.group(1)).stream())
                    .sorted()
                    .flatMap(period -> new HeadwayFile(output, period).said().map(said -> period + " " + said).stream())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** What it says; absent: nothing yet. */
    public Optional<String> said() {
        try {
            return Optional.of(Files.readString(file(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            LOG.warn("headway: not removed, {}", e.getClass().getSimpleName());
        }
    }
}

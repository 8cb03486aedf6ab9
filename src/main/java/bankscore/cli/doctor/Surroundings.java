package bankscore.cli.doctor;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What there is around the program.
 *
 * @param java the version of the Java that runs it
 * @param runtime where that Java lies
 * @param heap megabytes that it may take
 * @param memory megabytes that the machine has
 * @param output the folder for results
 * @param free megabytes free there
 * @param unwritable folders that must be written and cannot be
 * @param unreadable folders that must be read and cannot be
 * @param fonts names of the fonts that are installed; absent: they cannot be seen
 * @param libreOffice where it lies
 * @param database why the database cannot be opened, by the name of the reason; absent: there is none yet; empty: it opened
 * @param now what the clock shows
 * @param written when something was last written to the output
 * @param port the port where the desk begins to look for a free one
 * @param portFree whether nobody listens there
 */
public record Surroundings(
        int java,
        Path runtime,
        long heap,
        long memory,
        Path output,
        long free,
        List<Path> unwritable,
        List<Path> unreadable,
        Optional<Set<String>> fonts,
        Optional<Path> libreOffice,
        Optional<String> database,
        ZonedDateTime now,
        Optional<Instant> written,
        int port,
        boolean portFree) {

    public Surroundings {
        unwritable = List.copyOf(unwritable);
        unreadable = List.copyOf(unreadable);
        fonts = fonts.map(Set::copyOf);
    }
}

package bankscore.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where things are, and how much is said; the same for every command. */
final class Places {

    @Option(names = "--config", paramLabel = "DIR", defaultValue = "config", descriptionKey = "config")
    private Path config = Path.of("config");

    @Option(names = "--input", paramLabel = "DIR", defaultValue = "input", descriptionKey = "input")
    private Path input = Path.of("input");

    @Option(names = "--output", paramLabel = "DIR", defaultValue = "output", descriptionKey = "output")
    private Path output = Path.of("output");

    @Option(names = "--db", paramLabel = "URL", descriptionKey = "db")
    private @Nullable String database;

    @Option(names = "--quiet", descriptionKey = "quiet")
    private boolean quiet;

    Path config() {
        return config;
    }

    Path input() {
        return input;
    }

    Path output() {
        return output;
    }

    Optional<String> database() {
        return Optional.ofNullable(database);
    }

    boolean isQuiet() {
        return quiet;
    }
}

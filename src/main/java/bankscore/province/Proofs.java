package bankscore.province;

import bankscore.exact.Sha256;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.finding.Words;
import bankscore.run.Applications;
import bankscore.run.request.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The worked cases of the rules that counties go by, as {@code lint} proves them; those of equal files once, however many
 * counties have them.
 */
final class Proofs {

    /** What a proof reads of a configuration. */
    private static final List<String> READ = List.of("schemes", "cases", "datasets");

    private final Applications applications;
    private final Words words;
    private final Map<Path, String> read = new HashMap<>();
    private final Map<String, List<ConfigProblem>> proved = new HashMap<>();

    Proofs(Applications applications, Words words) {
        this.applications = applications;
        this.words = words;
    }

    /**
     * Proves the cases of a version of a rule.
     *
     * @param config the folder of the configuration
     * @throws ConfigException if a file is refused, or a case comes out otherwise
     */
    void of(Path config, String version) throws ConfigException {
        String key = version + " " + read.computeIfAbsent(config, Proofs::digest);
        List<ConfigProblem> problems = proved.get(key);
        if (problems == null) {
            problems = problems(config, version);
            proved.put(key, problems);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private List<ConfigProblem> problems(Path config, String version) {
        try {
            return applications
                    .prove(config, Optional.empty(), Optional.of(version), words)
                    .differences();
        } catch (ConfigException e) {
            return e.problems();
        }
    }

    private static String digest(Path config) {
        List<String> lines = new ArrayList<>();
        try {
            for (String part : READ) {
                for (Path file : FilesBelow.of(config.resolve(part))) {
                    lines.add(config.relativize(file) + " " + Digests.of(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.of(String.join("\n", lines));
    }
}

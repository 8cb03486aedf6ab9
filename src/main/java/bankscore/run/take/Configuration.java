package bankscore.run.take;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.intake.Dataset;
import bankscore.load.DatasetLoader;
import bankscore.load.LetterSettings;
import bankscore.load.RuleReader;
import bankscore.load.RuleShelf;
import bankscore.load.Settings;
import bankscore.rule.Rule;
import bankscore.run.request.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All configuration of a run.
 *
 * @param letter the letter's places that no figure fills
 * @param files the texts of the settings, the datasets and the rule in use, by their names below the folder: enough to
 *     load the same configuration once more
 * @param digest SHA-256 over the names and digests of those files
 */
public record Configuration<R extends Rule>(
        Settings settings,
        LetterSettings letter,
        List<Dataset> datasets,
        R rule,
        Map<String, String> files,
        String digest) {

    private static final String SCHEMES = "schemes";

    public Configuration {
        files = Map.copyOf(files);
    }

    /**
     * Loads everything below the configuration folder.
     *
     * @param id the version that is asked for; absent: the one in force
     * @param reader reads rules of the application's kind
     * @throws ConfigException if a file is refused or no rule is in force
     */
    public static <R extends Rule> Configuration<R> load(
            Path folder, Period period, Optional<String> id, RuleReader<R> reader) throws ConfigException {
        return load(folder, Settings.of(folder), period, id, reader);
    }

    /** The same where the settings are read already. */
    public static <R extends Rule> Configuration<R> load(
            Path folder, Settings settings, Period period, Optional<String> id, RuleReader<R> reader)
            throws ConfigException {
        LetterSettings letter = LetterSettings.load(folder.resolve("letter.yaml"), "config/letter.yaml");
        List<Dataset> datasets = DatasetLoader.loadAll(folder.resolve("datasets"));
        RuleShelf<R> shelf = RuleShelf.load(folder.resolve(SCHEMES), datasets, reader);
        R rule = id.isPresent() ? shelf.byId(id.get()) : shelf.inForce(settings.rule(), period);
        try {
            return of(folder, settings, letter, datasets, rule);
        } catch (IOException e) {
            throw new ConfigException(List.of(new ConfigProblem(folder.toString(), 0, "", "unreadable", Map.of())));
        }
    }

    private static <R extends Rule> Configuration<R> of(
            Path folder, Settings settings, LetterSettings letter, List<Dataset> datasets, R rule) throws IOException {
        Map<String, String> files = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        try (Stream<Path> top = Files.list(folder);
                Stream<Path> ofDatasets = Files.list(folder.resolve("datasets"))) {
            for (Path file : Stream.concat(top, ofDatasets)
                    .filter(path -> path.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                files.put(name, Files.readString(file));
                lines.add(name + " " + Digests.of(file));
            }
        }
        lines.add("scheme " + rule.id() + " " + rule.digest());
        String ruleFile = ruleFile(rule.id());
        files.put(ruleFile, Files.readString(folder.resolve(ruleFile)));
        String digest = Sha256.of(String.join("\n", lines));
        return new Configuration<>(settings, letter, datasets, rule, files, digest);
    }

    /** The same with another rule, for a simulation; its files and digest remain those of the one in use. */
    public Configuration<R> with(R other) {
        return new Configuration<>(settings, letter, datasets, other, files, digest);
    }

    /** The text of the rule in use. */
    public String ruleText() {
        return Objects.requireNonNull(files.get(ruleFile(rule.id())));
    }

    /** The name of a rule's file below the configuration folder. */
    public static String ruleFile(String id) {
        return SCHEMES + "/" + id + ".yaml";
    }
}

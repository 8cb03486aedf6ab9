package bankscore.job;

import bankscore.domain.Period;
import bankscore.domain.intake.Dataset;
import bankscore.domain.scheme.Scheme;
import bankscore.load.ConfigException;
import bankscore.load.ConfigProblem;
import bankscore.load.DatasetLoader;
import bankscore.load.LetterSettings;
import bankscore.load.SchemeShelf;
import bankscore.load.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All configuration of a run.
 *
 * @param letter the letter's places that no figure fills
 * @param digest SHA-256 over the names and digests of the settings, the datasets and the scheme in use
 */
public record Configuration(
        Settings settings, LetterSettings letter, List<Dataset> datasets, Scheme scheme, String digest) {

    /**
     * Loads everything below the configuration folder.
     *
     * @throws ConfigException if a file is refused or no scheme is in force
     */
    public static Configuration load(Path folder, Period period, Optional<String> schemeId) throws ConfigException {
        Settings settings = Settings.load(folder.resolve("bankscore.yaml"), "config/bankscore.yaml");
        LetterSettings letter = LetterSettings.load(folder.resolve("letter.yaml"), "config/letter.yaml");
        List<Dataset> datasets = DatasetLoader.loadAll(folder.resolve("datasets"));
        SchemeShelf shelf = SchemeShelf.load(folder.resolve("schemes"), DatasetLoader.columns(datasets));
        Scheme scheme = schemeId.isPresent() ? shelf.byId(schemeId.get()) : shelf.inForce(settings.rule(), period);
        return new Configuration(settings, letter, datasets, scheme, digest(folder, scheme));
    }

    private static String digest(Path folder, Scheme scheme) throws ConfigException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder);
                Stream<Path> datasets = Files.list(folder.resolve("datasets"))) {
            for (Path file : Stream.concat(files, datasets)
                    .filter(path -> path.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                lines.add(folder.relativize(file).toString().replace('\\', '/') + " " + Digests.of(file));
            }
        } catch (IOException e) {
            throw new ConfigException(List.of(new ConfigProblem(folder.toString(), 0, "", "unreadable", Map.of())));
        }
        lines.add("scheme " + scheme.id() + " " + scheme.digest());
        return Digests.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}

package bankscore.load;

import bankscore.domain.Period;
import bankscore.domain.scheme.Scheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All scheme files of {@code config/schemes}, and which of them a run takes. */
public final class SchemeShelf {

    private static final String FOLDER = "config/schemes/";

    private final List<Scheme> schemes;

    private SchemeShelf(List<Scheme> schemes) {
        this.schemes = List.copyOf(schemes);
    }

    /**
     * Loads every scheme of a folder; its sub-folders hold worked examples and are not read.
     *
     * @throws ConfigException with every problem of every file
     */
    public static SchemeShelf load(Path folder, SchemeLoader.Columns columns) throws ConfigException {
        List<Scheme> schemes = new ArrayList<>();
        List<ConfigProblem> problems = new ArrayList<>();
        for (Path path : yamlFiles(folder)) {
            String file = path.getFileName().toString();
            try {
                Scheme scheme = SchemeLoader.load(path, FOLDER + file, columns);
                if (!file.equals(scheme.id() + ".yaml")) {
                    problems.add(
                            new ConfigProblem(FOLDER + file, 0, scheme.id(), "file_name", Map.of("id", scheme.id())));
                }
                schemes.add(scheme);
            } catch (ConfigException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new SchemeShelf(schemes);
    }

    static List<Path> yamlFiles(Path folder) throws ConfigException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigException(List.of(new ConfigProblem(folder.toString(), 0, "", "no_folder", Map.of())));
        }
    }

    /**
     * The scheme with an id.
     *
     * @throws ConfigException if there is none
     */
    public Scheme byId(String id) throws ConfigException {
        return schemes.stream()
                .filter(scheme -> scheme.id().equals(id))
                .findFirst()
                .orElseThrow(() -> refused("no_scheme", id, ids()));
    }

    /**
     * The version of a rule in force at a period's end.
     *
     * @throws ConfigException if none or several are
     */
    public Scheme inForce(String rule, Period period) throws ConfigException {
        List<Scheme> versions =
                schemes.stream().filter(scheme -> scheme.rule().equals(rule)).toList();
        if (versions.isEmpty()) {
            throw refused("no_rule", rule, ids());
        }
        List<Scheme> inForce =
                versions.stream().filter(scheme -> scheme.inForce(period.end())).toList();
        if (inForce.isEmpty()) {
            List<String> spans = versions.stream()
                    .map(scheme -> scheme.id() + " " + scheme.from() + "–"
                            + scheme.to().map(Object::toString).orElse(""))
                    .toList();
            throw refused("none_in_force", period.toString(), String.join(", ", spans));
        }
        if (inForce.size() > 1) {
            throw refused(
                    "several_in_force",
                    period.toString(),
                    String.join(", ", inForce.stream().map(Scheme::id).toList()));
        }
        return inForce.get(0);
    }

    public List<Scheme> all() {
        return schemes;
    }

    private String ids() {
        return String.join(", ", schemes.stream().map(Scheme::id).toList());
    }

    private static ConfigException refused(String code, String text, String allowed) {
        return new ConfigException(List.of(new ConfigProblem(FOLDER, 0, text, code, Map.of("allowed", allowed))));
    }
}

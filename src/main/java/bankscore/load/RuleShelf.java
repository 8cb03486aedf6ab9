package bankscore.load;

import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All scheme files of {@code config/schemes}, and which of them a run takes. */
public final class RuleShelf {

    private static final String FOLDER = "config/schemes/";

    private final List<Scheme> schemes;

    private RuleShelf(List<Scheme> schemes) {
        this.schemes = List.copyOf(schemes);
    }

    /**
     * Loads every scheme of a folder; its sub-folders hold worked examples and are not read.
     *
     * @throws ConfigException with every problem of every file
     */
    public static RuleShelf load(Path folder, SchemeLoader.Columns columns) throws ConfigException {
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
        problems.addAll(overlaps(schemes));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new RuleShelf(schemes);
    }

    /** On any day at most one version of a rule is in force. */
    private static List<ConfigProblem> overlaps(List<Scheme> schemes) {
        List<ConfigProblem> problems = new ArrayList<>();
        for (int i = 0; i < schemes.size(); i++) {
            for (Scheme earlier : schemes.subList(0, i)) {
                Scheme later = schemes.get(i);
                boolean apart =
                        earlier.to().filter(last -> last.isBefore(later.from())).isPresent()
                                || later.to()
                                        .filter(last -> last.isBefore(earlier.from()))
                                        .isPresent();
                if (later.rule().equals(earlier.rule()) && !apart) {
                    problems.add(new ConfigProblem(
                            FOLDER + later.id() + ".yaml",
                            lineOfInForce(later),
                            span(later),
                            "overlap_in_force",
                            Map.of("other", earlier.id() + " " + span(earlier))));
                }
            }
        }
        return problems;
    }

    private static int lineOfInForce(Scheme scheme) {
        return scheme.parameters().stream()
                .filter(parameter -> parameter.path().startsWith("in_force."))
                .mapToInt(Scheme.Parameter::line)
                .min()
                .orElse(0);
    }

    private static String span(Scheme scheme) {
        return scheme.from() + "–" + scheme.to().map(Object::toString).orElse("");
    }

    public static List<Path> yamlFiles(Path folder) throws ConfigException {
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
     * @throws ConfigException if none is
     */
    public Scheme inForce(String rule, Period period) throws ConfigException {
        List<Scheme> versions =
                schemes.stream().filter(scheme -> scheme.rule().equals(rule)).toList();
        if (versions.isEmpty()) {
            throw refused("no_rule", rule, ids());
        }
        List<String> spans = versions.stream()
                .map(scheme -> scheme.id() + " " + span(scheme))
                .toList();
        return versions.stream()
                .filter(scheme -> scheme.inForce(period.end()))
                .findFirst()
                .orElseThrow(() -> refused("none_in_force", period.toString(), String.join(", ", spans)));
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

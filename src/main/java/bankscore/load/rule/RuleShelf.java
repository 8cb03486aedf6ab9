package bankscore.load.rule;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.intake.Dataset;
import bankscore.load.ConfigFiles;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import bankscore.rule.Parameter;
import bankscore.rule.Rule;
import bankscore.rule.RuleHead;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All rules of an application in {@code config/schemes}, and which of them a run takes. The rules of all applications lie
 * there; the key {@code kind} says whose a file is.
 */
public final class RuleShelf<R extends Rule> {

    /** The folder below the configuration that holds the rules of all applications. */
    public static final String SCHEMES = "schemes";

    /** Worked examples of rules, which no run takes. */
    public static final String EXAMPLES = SCHEMES + "/examples";

    private static final String FOLDER = ConfigFiles.FOLDER + SCHEMES + "/";

    private final List<R> rules;
    private final List<Faulty> faulty;
    private final List<RuleKind> others;
    private final boolean lastVersionStands;

    private RuleShelf(List<R> rules, List<Faulty> faulty, List<RuleKind> others, boolean lastVersionStands) {
        this.rules = List.copyOf(rules);
        this.faulty = List.copyOf(faulty);
        this.others = List.copyOf(others);
        this.lastVersionStands = lastVersionStands;
    }

    /**
     * A file that is refused.
     *
     * @param head what it says of itself; absent: that cannot be read either
     */
    private record Faulty(String file, Optional<RuleHead> head, List<ConfigProblem> problems) {

        /** Whether it is certain that it has nothing to say of a rule at a period's end. */
        boolean isApart(String rule, Period period, boolean lastVersionStands) {
            LocalDate day = period.end();
            return head.filter(known -> !known.rule().equals(rule)
                            || day.isBefore(known.from())
                            || (!lastVersionStands
                                    && known.to().filter(day::isAfter).isPresent()))
                    .isPresent();
        }
    }

    /**
     * Loads every rule of a folder; its sub-folders hold worked examples and are not read.
     *
     * @throws ConfigException with every problem of every file
     */
    public static <R extends Rule> RuleShelf<R> load(Path folder, List<Dataset> datasets, RuleReader<R> reader)
            throws ConfigException {
        RuleShelf<R> shelf = read(folder, datasets, reader);
        shelf.versions(Optional.empty());
        return shelf;
    }

    /**
     * Reads every rule of a folder. What is wrong with one of them is told when it, or any, is taken.
     *
     * @throws ConfigException if a file cannot be read
     */
    public static <R extends Rule> RuleShelf<R> read(Path folder, List<Dataset> datasets, RuleReader<R> reader)
            throws ConfigException {
        List<YamlFile> files = new ArrayList<>();
        for (Path path : YamlFile.allIn(folder)) {
            files.add(YamlFile.read(path, FOLDER + path.getFileName()));
        }
        return of(files, datasets, reader);
    }

    /** Reads every rule of some files. What is wrong with one of them is told when it, or any, is taken. */
    public static <R extends Rule> RuleShelf<R> of(List<YamlFile> files, List<Dataset> datasets, RuleReader<R> reader) {
        List<R> rules = new ArrayList<>();
        List<Faulty> faulty = new ArrayList<>();
        List<RuleKind> others = new ArrayList<>();
        for (YamlFile each : files) {
            RuleKind kind = RuleKind.of(each);
            if (!kind.kind().equals(reader.kind())) {
                others.add(kind);
                continue;
            }
            String file = each.shortName();
            try {
                R rule = reader.read(each, datasets);
                if (!file.equals(rule.id() + ".yaml")) {
                    faulty.add(new Faulty(
                            file,
                            Optional.of(rule.head()),
                            List.of(new ConfigProblem(
                                    FOLDER + file, 0, rule.id(), "file_name", Map.of("id", rule.id())))));
                }
                rules.add(rule);
            } catch (ConfigException e) {
                Optional<RuleHead> head = YamlFile.of(each.name(), each.text())
                        .root()
                        .filter(YamlNode::isMap)
                        .flatMap(root -> RuleLoader.head(root.anyFields(), each.digest()));
                faulty.add(new Faulty(file, head, e.problems()));
            }
        }
        faulty.addAll(overlaps(rules));
        return new RuleShelf<>(rules, faulty, others, reader.lastVersionStands());
    }

    /** On any day at most one version of a rule is in force. */
    private static List<Faulty> overlaps(List<? extends Rule> rules) {
        List<Faulty> faulty = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            for (Rule earlier : rules.subList(0, i)) {
                Rule later = rules.get(i);
                boolean apart =
                        earlier.to().filter(last -> last.isBefore(later.from())).isPresent()
                                || later.to()
                                        .filter(last -> last.isBefore(earlier.from()))
                                        .isPresent();
                if (later.rule().equals(earlier.rule()) && !apart) {
                    faulty.add(new Faulty(
                            later.id() + ".yaml",
                            Optional.of(later.head()),
                            List.of(new ConfigProblem(
                                    FOLDER + later.id() + ".yaml",
                                    lineOfInForce(later),
                                    span(later),
                                    "overlap_in_force",
                                    Map.of("other", earlier.id() + " " + span(earlier))))));
                }
            }
        }
        return faulty;
    }

    private static int lineOfInForce(Rule rule) {
        return rule.parameters().stream()
                .filter(parameter -> parameter.path().startsWith("in_force."))
                .mapToInt(Parameter::line)
                .min()
                .orElse(0);
    }

    private static String span(Rule rule) {
        return rule.from() + "–" + rule.to().map(Object::toString).orElse("");
    }

    /**
     * All versions of a rule.
     *
     * @param rule absent: of any
     * @throws ConfigException if a file is refused that is, or may be, one of them
     */
    public List<R> versions(Optional<String> rule) throws ConfigException {
        List<Faulty> own = faulty.stream()
                .filter(each -> rule.isEmpty()
                        || each.head()
                                .filter(head -> !head.rule().equals(rule.get()))
                                .isEmpty())
                .toList();
        if (!own.isEmpty()) {
            throw refused(own);
        }
        return rules.stream()
                .filter(each -> rule.isEmpty() || each.rule().equals(rule.get()))
                .toList();
    }

    /**
     * The rule with an id.
     *
     * @throws ConfigException if there is none, or its file is refused
     */
    public R byId(String id) throws ConfigException {
        refuseOthers(each -> each.scheme().equals(id));
        List<Faulty> own = faulty.stream()
                .filter(each -> each.file().equals(id + ".yaml")
                        || each.head().filter(head -> head.id().equals(id)).isPresent())
                .toList();
        if (!own.isEmpty()) {
            throw refused(own);
        }
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> refused("no_scheme", id, ids()));
    }

    /**
     * The version of a rule in force at a period's end; the last one before, where the kind of rule says so.
     *
     * @throws ConfigException if none is, or a file is refused that may be it
     */
    public R inForce(String rule, Period period) throws ConfigException {
        // A slip in the first line of a file must not put its version out of force.
        refuseOthers(each -> each.rule().equals(rule));
        List<Faulty> perhaps = faulty.stream()
                .filter(each -> !each.isApart(rule, period, lastVersionStands))
                .toList();
        if (!perhaps.isEmpty()) {
            throw refused(perhaps);
        }
        List<R> versions =
                rules.stream().filter(each -> each.rule().equals(rule)).toList();
        if (versions.isEmpty()) {
            throw refused("no_rule", rule, ids());
        }
        List<String> spans = versions.stream()
                .map(version -> version.id() + " " + span(version))
                .toList();
        return taken(rule, period)
                .orElseThrow(() -> refused("none_in_force", period.toString(), String.join(", ", spans)));
    }

    /** Whether a version is the one that a period takes of a rule. */
    public boolean takes(R version, String rule, Period period) {
        return taken(rule, period).filter(version::equals).isPresent();
    }

    private Optional<R> taken(String rule, Period period) {
        List<R> begun = rules.stream()
                .filter(each -> each.rule().equals(rule) && !each.from().isAfter(period.end()))
                .sorted(Comparator.comparing(Rule::from))
                .toList();
        return begun.stream()
                .filter(version -> version.inForce(period.end()))
                .findFirst()
                .or(() -> lastVersionStands && !begun.isEmpty()
                        ? Optional.of(begun.get(begun.size() - 1))
                        : Optional.empty());
    }

    private void refuseOthers(Predicate<RuleKind> which) throws ConfigException {
        List<ConfigProblem> problems = others.stream()
                .filter(which)
                .map(each -> each.refused("other_kind", ""))
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    public List<R> all() {
        return rules;
    }

    /** What is wrong with any of the files. */
    public List<ConfigProblem> problems() {
        return faulty.stream().flatMap(each -> each.problems().stream()).toList();
    }

    private static ConfigException refused(List<Faulty> faulty) {
        return new ConfigException(
                faulty.stream().flatMap(each -> each.problems().stream()).toList());
    }

    private String ids() {
        return String.join(", ", rules.stream().map(Rule::id).toList());
    }

    private static ConfigException refused(String code, String text, String allowed) {
        return new ConfigException(List.of(new ConfigProblem(FOLDER, 0, text, code, Map.of("allowed", allowed))));
    }
}

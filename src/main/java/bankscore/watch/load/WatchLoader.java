package bankscore.watch.load;

import bankscore.finding.ConfigException;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.load.change.RuleChanges;
import bankscore.load.rule.Parameters;
import bankscore.load.rule.RuleLoader;
import bankscore.load.rule.RuleReader;
import bankscore.load.rule.SourceLoader;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Definition;
import bankscore.rule.RuleHead;
import bankscore.rule.Source;
import bankscore.watch.Names;
import bankscore.watch.scheme.Degree;
import bankscore.watch.scheme.Exemption;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Index;
import bankscore.watch.scheme.Target;
import bankscore.watch.scheme.Watch;
import bankscore.watch.scheme.WatchFlaws;
import bankscore.watch.scheme.WatchScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code config/schemes/<id>.yaml} of {@code kind: watch}: the language of {@code watch.md#the-rule-file}, in the order
 * of the file.
 *
 * <p>Nothing is guessed: an unknown key or word, a number that is not exact, a formula or condition that names what the
 * subjects do not have, are all refused at once with their lines.
 */
public final class WatchLoader {

    /** How a run reads rules of this kind. */
    public static final RuleReader<WatchScheme> READER = new RuleReader<>() {
        @Override
        public WatchScheme read(YamlFile file, List<Dataset> datasets) throws ConfigException {
            return load(file, datasets);
        }

        @Override
        public String kind() {
            return WatchKeys.KIND;
        }
    };

    /** The first step of a path that leads to a figure and not into the rule. */
    public static final String FIGURES = "figures";

    /** How a simulation names parameters of a rule. */
    public static final RuleChanges.Paths PATHS = new RuleChanges.Paths(
            WatchKeys.RULE, WatchKeys.BY_ID, Set.of(), node -> Keys.of(), List.of(FIGURES, Names.PARAMETERS));

    private final YamlFile file;
    private final GroupLoader subjects;

    private WatchLoader(YamlFile file, List<Dataset> datasets) {
        this.file = file;
        this.subjects = new GroupLoader(datasets);
    }

    /**
     * Loads a rule file.
     *
     * @throws ConfigException with every problem of the file
     */
    public static WatchScheme load(YamlFile file, List<Dataset> datasets) throws ConfigException {
        WatchLoader loader = new WatchLoader(file, datasets);
        Optional<WatchScheme> rule = file.root().flatMap(loader::rule);
        file.throwIfRefused();
        WatchScheme read =
                rule.orElseThrow(() -> new IllegalStateException("refused without a reason: " + file.name()));
        RuleLoader.refuse(file, read.parameters(), WatchFlaws.of(read, loader.figures()));
        return read;
    }

    /** The figures of each group, by id. */
    private Map<String, Map<String, Column>> figures() {
        Map<String, Map<String, Column>> byGroup = new HashMap<>();
        subjects.columns().forEach((group, own) -> {
            Map<String, Column> columns = new HashMap<>();
            own.figures().forEach((id, figure) -> columns.put(id, figure.column()));
            byGroup.put(group, columns);
        });
        return byGroup;
    }

    private Optional<WatchScheme> rule(YamlNode root) {
        Fields top = root.fields(WatchKeys.RULE);
        top.need("kind").ifPresent(kind -> kind.choice(Map.of(WatchKeys.KIND, true)));
        Optional<RuleHead> head = RuleLoader.head(top, file.digest());
        Optional<Source> source = SourceLoader.source(top);
        List<Group> groups = top.get(WatchKeys.SUBJECTS).map(subjects::groups).orElse(List.of());
        List<Definition.Benchmark> benchmarks = subjects.benchmarks(top);
        GroupNames names = new GroupNames(groups, subjects.columns(), benchmarks);
        BehindLoader behind = new BehindLoader(names, subjects.columns().values());
        List<Watch> watches = top.get(WatchKeys.WATCH).map(behind::watches).orElse(List.of());
        List<Degree> degrees = top.get("degrees").map(behind::degrees).orElse(List.of());
        Exemption exempt =
                top.get("exempt").map(behind::exemption).orElse(new Exemption(Optional.empty(), Optional.empty()));
        TargetLoader goals = new TargetLoader(names);
        List<Target> targets = top.get(WatchKeys.TARGETS).map(goals::targets).orElse(List.of());
        List<Index> indices = top.get(WatchKeys.INDEX).map(goals::indices).orElse(List.of());
        if (head.isEmpty() || source.isEmpty() || !file.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WatchScheme(
                head.get(),
                source.get(),
                groups,
                benchmarks,
                watches,
                degrees,
                exempt,
                targets,
                indices,
                new Named(groups, subjects.columns()).reads(benchmarks, watches, exempt, targets, indices),
                Parameters.of(root, PATHS.byId(), PATHS.passedOver())));
    }
}

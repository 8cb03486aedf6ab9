package bankscore.watch.load;

import bankscore.load.rule.ConditionLoader;
import bankscore.load.rule.LineColumns;
import bankscore.load.rule.RuleLoader;
import bankscore.load.yaml.YamlNode;
import bankscore.rule.Condition;
import bankscore.rule.Definition;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import bankscore.rule.line.LineColumn;
import bankscore.watch.scheme.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What may be said of the subjects of several groups: what every one of them has. */
final class GroupNames {

    private static final Map<String, Statistic> STATISTICS = Map.of("mean", Statistic.MEAN, "median", Statistic.MEDIAN);

    private final List<String> all;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, GroupColumns> columns;
    private final Set<String> benchmarks = new LinkedHashSet<>();

    /** @param benchmarks of the rule */
    GroupNames(List<Group> groups, Map<String, GroupColumns> columns, List<Definition.Benchmark> benchmarks) {
        groups.forEach(group -> this.groups.put(group.id(), group));
        this.all = List.copyOf(this.groups.keySet());
        this.columns = columns;
        benchmarks.forEach(benchmark -> this.benchmarks.add(benchmark.id()));
    }

    Set<String> benchmarks() {
        return benchmarks;
    }

    /** The groups that a node names, one or several; what is none is refused. */
    List<String> groups(YamlNode branch) {
        List<String> named = new ArrayList<>();
        for (YamlNode each : branch.isScalar() ? List.of(branch) : branch.filled()) {
            if (!each.isScalar() || !groups.containsKey(each.shown())) {
                each.refuseUnknown(each.shown(), "unknown_group", all);
            } else if (named.contains(each.shown())) {
                each.refuse("doubled_word");
            } else {
                named.add(each.shown());
            }
        }
        return named;
    }

    /** The measure that a node names and that every one of some groups has. */
    Optional<String> measure(YamlNode branch, List<String> of) {
        Set<String> common = measures(of);
        if (branch.isScalar() && common.contains(branch.shown())) {
            return Optional.of(branch.shown());
        }
        branch.refuseUnknown(branch.shown(), of.size() > 1 ? "not_of_all_groups" : "unknown_measure", common);
        return Optional.empty();
    }

    private Set<String> measures(List<String> of) {
        Set<String> common = new LinkedHashSet<>();
        for (String id : of) {
            List<String> own = Objects.requireNonNull(groups.get(id)).definitions().measures().stream()
                    .map(Definition.Measure::id)
                    .toList();
            if (common.isEmpty() && id.equals(of.get(0))) {
                common.addAll(own);
            }
            common.retainAll(own);
        }
        return common;
    }

    /** A number, a benchmark, a statistic of the group, another measure or a column. */
    Optional<Reference> bound(YamlNode branch, List<String> of) {
        Set<String> figures = new LinkedHashSet<>(measures(of));
        lines(of).forEach((id, column) -> {
            if (column.kind() == LineColumn.Kind.AMOUNT) {
                figures.add(id);
            }
        });
        return RuleLoader.reference(branch, STATISTICS, benchmarks, figures);
    }

    /** A number or a benchmark. */
    Optional<Reference> goal(YamlNode branch) {
        return RuleLoader.reference(branch, Map.of(), benchmarks, Set.of());
    }

    /** The condition that a node says of subjects of some groups. */
    Optional<Condition> condition(YamlNode branch, List<String> of) {
        Map<String, LineColumn> lines = new LinkedHashMap<>(lines(of));
        measures(of).forEach(measure -> lines.put(measure, new LineColumn(LineColumn.Kind.AMOUNT)));
        Map<String, String> ids = new LinkedHashMap<>();
        of.stream()
                .flatMap(group -> Objects.requireNonNull(columns.get(group)).names().entrySet().stream())
                .filter(name -> lines.containsKey(name.getKey()))
                .forEach(name -> ids.put(name.getValue(), name.getKey()));
        return new ConditionLoader(
                        new LineColumns(lines, Map.of(), ids), benchmarks, Set.of(), ConditionLoader.OF_SUBJECTS)
                .condition(branch);
    }

    /** The columns that all of them have. */
    private Map<String, LineColumn> lines(List<String> of) {
        Map<String, LineColumn> common = new LinkedHashMap<>(
                of.isEmpty()
                        ? Map.of()
                        : Objects.requireNonNull(columns.get(of.get(0))).lines());
        of.forEach(group -> common.keySet()
                .retainAll(Objects.requireNonNull(columns.get(group)).lines().keySet()));
        return common;
    }
}

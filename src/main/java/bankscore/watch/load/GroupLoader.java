package bankscore.watch.load;

import bankscore.intake.Dataset;
import bankscore.load.rule.RuleLoader;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Definition;
import bankscore.rule.Definitions;
import bankscore.rule.Formula;
import bankscore.rule.FormulaColumns;
import bankscore.watch.scheme.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads who is watched, by which measures, and the benchmarks of all (watch.md#subjects). */
final class GroupLoader {

    static final Map<String, Boolean> BETTER = Map.of("higher", false, "lower", true);
    static final Map<String, Boolean> NO_BASE = Map.of("exclude", true);

    private final List<Dataset> registers;
    private final List<Dataset> datasets;
    private final Map<String, GroupColumns> columns = new LinkedHashMap<>();
    /** The measures read so far, by group. */
    private final Map<String, Set<String>> measures = new HashMap<>();

    GroupLoader(List<Dataset> datasets) {
        this.datasets = datasets;
        this.registers = datasets.stream().filter(Dataset::isRegister).toList();
    }

    /** What is known of the subjects of each group that was read. */
    Map<String, GroupColumns> columns() {
        return columns;
    }

    /** The groups in the order of the file. */
    List<Group> groups(YamlNode branch) {
        Map<String, Fields> read = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        branch.anyFields().all().forEach((id, node) -> {
            if (!RuleLoader.isId(id) || RuleLoader.isFunction(id)) {
                node.refuseText(id, "not_an_id");
            }
            if (!node.isMap()) {
                node.refuse("not_a_map");
                return;
            }
            Fields fields = node.fields(WatchKeys.GROUP);
            fields.need(WatchKeys.MEASURES);
            fields.need("register").flatMap(this::register).ifPresent(register -> {
                if (!taken.add(register.id())) {
                    fields.need("register").ifPresent(again -> again.refuse("register_twice"));
                }
                columns.put(id, GroupColumns.of(register, datasets));
                read.put(id, fields);
            });
        });
        List<Group> groups = new ArrayList<>();
        read.forEach((id, fields) -> groups.add(group(id, fields)));
        return groups;
    }

    private Optional<Dataset> register(YamlNode node) {
        Optional<Dataset> register = registers.stream()
                .filter(each -> node.isScalar() && each.id().equals(node.shown()))
                .findFirst();
        if (register.isEmpty()) {
            node.refuseUnknown(
                    node.shown(),
                    "unknown_register",
                    registers.stream().map(Dataset::id).toList());
        }
        return register;
    }

    private Group group(String id, Fields fields) {
        GroupColumns own = Objects.requireNonNull(columns.get(id));
        Set<String> names = new LinkedHashSet<>(own.figures().keySet());
        columns.keySet().stream().filter(other -> !other.equals(id)).forEach(other -> names.addAll(dotted(other)));
        RuleLoader rules = new RuleLoader(new FormulaColumns(names, Set.of()), WatchKeys.MEASURE);
        Definitions definitions = rules.definitions(fields);
        measures.put(id, rules.measures());
        Set<String> lower = new HashSet<>();
        fields.get(WatchKeys.MEASURES)
                .filter(YamlNode::isMap)
                .ifPresent(branch -> branch.anyFields().all().forEach((measure, node) -> {
                    Fields said = node.anyFields();
                    said.get("no_base")
                            .filter(word -> !NO_BASE.containsKey(word.shown()))
                            .ifPresent(word -> word.refuse("no_base_watched"));
                    if (said.get("better").flatMap(word -> word.choice(BETTER)).orElse(false)) {
                        lower.add(measure);
                    }
                    if (own.told().containsKey(measure)) {
                        node.refuseText(measure, "id_is_column");
                    }
                    definitions
                            .measure(measure)
                            .ifPresent(known ->
                                    said.get("formula").ifPresent(formula -> scoped(known.formula(), formula)));
                }));
        return new Group(id, own.register(), definitions, lower);
    }

    /** The columns of a group and its measures read so far, as others name them. */
    private Set<String> dotted(String group) {
        Set<String> names = new LinkedHashSet<>();
        GroupColumns known = Objects.requireNonNull(columns.get(group));
        known.figures().keySet().forEach(column -> names.add(group + "." + column));
        measures.getOrDefault(group, Set.of()).forEach(measure -> names.add(group + "." + measure));
        return names;
    }

    /** What another group has stands in a statistic, and a statistic is over one group. */
    private static void scoped(Formula formula, YamlNode node) {
        if (formula instanceof Formula.Name name && name.id().contains(".")) {
            node.refuseText(name.id(), "other_group_alone");
        } else if (formula instanceof Formula.Aggregate aggregate) {
            overOneGroup(aggregate, Set.of(), node);
        } else {
            formula.operands().forEach(operand -> scoped(operand, node));
        }
    }

    /** @param constants names that are no subject's */
    private static void overOneGroup(Formula.Aggregate aggregate, Set<String> constants, YamlNode node) {
        Set<String> groups = aggregate.names().stream()
                .filter(name -> !constants.contains(name))
                .map(GroupLoader::groupOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (groups.size() > 1) {
            node.refuseText(
                    String.join(", ", aggregate.names()),
                    "groups_mixed",
                    "statistic",
                    aggregate.statistic().word());
        }
    }

    /** The group of a name; empty of one that names its own. */
    static String groupOf(String name) {
        return name.substring(0, Math.max(0, name.indexOf('.')));
    }

    /** The benchmarks in the order of the file; none is called as what a subject has. */
    List<Definition.Benchmark> benchmarks(Fields top) {
        Set<String> names = new LinkedHashSet<>();
        columns.keySet().forEach(group -> names.addAll(dotted(group)));
        RuleLoader rules = new RuleLoader(new FormulaColumns(names, Set.of()));
        Definitions definitions = rules.definitions(top);
        Map<String, YamlNode> written = top.get(WatchKeys.BENCHMARKS)
                .filter(YamlNode::isMap)
                .map(branch -> branch.anyFields().all())
                .orElse(Map.of());
        written.forEach((id, node) -> columns.forEach((group, own) -> {
            boolean column = own.figures().containsKey(id) || own.told().containsKey(id);
            if (column || measures.getOrDefault(group, Set.of()).contains(id)) {
                node.refuseText(id, column ? "id_is_column" : "doubled_id");
            }
        }));
        definitions
                .benchmarks()
                .forEach(benchmark -> benchmark
                        .computed()
                        .ifPresent(formula -> formula.all().forEach(part -> {
                            if (part instanceof Formula.Aggregate aggregate) {
                                formulaNode(Objects.requireNonNull(written.get(benchmark.id())))
                                        .ifPresent(node -> overOneGroup(aggregate, rules.benchmarks(), node));
                            }
                        })));
        return definitions.benchmarks();
    }

    private static Optional<YamlNode> formulaNode(YamlNode benchmark) {
        Fields fields = benchmark.anyFields();
        return fields.get("else").map(YamlNode::anyFields).orElse(fields).get("formula");
    }
}

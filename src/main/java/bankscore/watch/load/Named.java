package bankscore.watch.load;

import bankscore.rule.Definition;
import bankscore.rule.Reference;
import bankscore.watch.Names;
import bankscore.watch.scheme.Exemption;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Index;
import bankscore.watch.scheme.Target;
import bankscore.watch.scheme.Watch;
import bankscore.watch.scheme.WatchScheme.Reads;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a rule needs of the input: the columns that it names, the registers, what is published. */
final class Named {

    private final List<Group> groups;
    private final Map<String, GroupColumns> columns;
    private final Set<String> read = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    Named(List<Group> groups, Map<String, GroupColumns> columns) {
        this.groups = groups;
        this.columns = columns;
    }

    Reads reads(
            List<Definition.Benchmark> benchmarks,
            List<Watch> watches,
            Exemption exempt,
            List<Target> targets,
            List<Index> indices) {
        groups.forEach(group -> group.definitions().columns().forEach(name -> name(group.id(), name)));
        benchmarks.forEach(benchmark ->
                benchmark.computed().ifPresent(formula -> formula.names().forEach(name -> name("", name))));
        watches.forEach(watch -> watch.of().forEach(group -> {
            watch.bound().named().ifPresent(name -> name(group, name));
            watch.unless().ifPresent(unless -> unless.names().forEach(name -> name(group, name)));
        }));
        exempt.text().ifPresent(text -> columns.keySet().forEach(group -> name(group, text.column())));
        Map<String, String> published = published(benchmarks, watches, targets, indices);
        Set<String> required = new HashSet<>();
        groups.forEach(group -> required.add(group.register()));
        Set<String> datasets = new HashSet<>(required);
        if (!published.isEmpty()) {
            datasets.add(Names.PARAMETERS);
        }
        if (!watches.isEmpty()) {
            datasets.add(Names.HISTORY);
        }
        return new Reads(read, datasets, required, published, names);
    }

    /** A column of a group, by itself or with the group's id before it; a name that is no column's is passed over. */
    private void name(String group, String name) {
        String other = GroupLoader.groupOf(name);
        String id = name.substring(name.indexOf('.') + 1);
        GroupColumns own = columns.get(other.isEmpty() ? group : other);
        if (own != null) {
            Optional.ofNullable(own.names().get(id)).ifPresent(called -> names.putIfAbsent(id, called));
            Optional.ofNullable(own.figures().get(id))
                    .ifPresent(figure -> read.add(figure.dataset().formulaId(figure.column())));
        }
    }

    /** The items with their units: that of the measure which is held against them, or that of the target. */
    private Map<String, String> published(
            List<Definition.Benchmark> benchmarks, List<Watch> watches, List<Target> targets, List<Index> indices) {
        Map<String, String> published = new HashMap<>();
        indices.forEach(index -> index.parts().forEach(part -> published.put(part.published(), "")));
        benchmarks.forEach(benchmark ->
                benchmark.published().ifPresent(item -> published.put(item, unit(benchmark.id(), watches, targets))));
        targets.forEach(target -> published.put(target.published(), target.unit()));
        return published;
    }

    private String unit(String benchmark, List<Watch> watches, List<Target> targets) {
        Reference.OfBenchmark named = new Reference.OfBenchmark(benchmark);
        Optional<String> ofMeasure = watches.stream()
                .filter(watch -> watch.bound().equals(named))
                .flatMap(watch -> groups.stream()
                        .filter(group -> watch.of().contains(group.id()))
                        .flatMap(group -> group.measure(watch.measure()).stream()))
                .map(Definition.Measure::unit)
                .findFirst();
        return ofMeasure
                .or(() -> targets.stream()
                        .filter(target -> target.goal().equals(named))
                        .map(Target::unit)
                        .findFirst())
                .orElse("");
    }
}

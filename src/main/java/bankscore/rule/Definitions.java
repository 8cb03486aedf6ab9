package bankscore.rule;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a rule derives from figures.
 *
 * @param values constants by name, each a table by word
 * @param all measures and benchmarks in the file's order
 */
public record Definitions(Map<String, ValueTable> values, List<Definition> all) {

    public Definitions {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        all = List.copyOf(all);
    }

    public List<Definition.Measure> measures() {
        return each(Definition.Measure.class).toList();
    }

    public List<Definition.Benchmark> benchmarks() {
        return each(Definition.Benchmark.class).toList();
    }

    public Optional<Definition.Measure> measure(String id) {
        return each(Definition.Measure.class)
                .filter(measure -> measure.id().equals(id))
                .findFirst();
    }

    private <D extends Definition> Stream<D> each(Class<D> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** A measure or a benchmark. */
    public Optional<Definition> definition(String id) {
        return all.stream().filter(definition -> definition.id().equals(id)).findFirst();
    }

    /** Whether a name of a formula is one of these, and no figure's. */
    public boolean has(String name) {
        return definition(name).isPresent();
    }

    /** Of some names those of measures and benchmarks, and of all that their formulas name in turn. */
    public Set<String> needed(List<String> names) {
        Set<String> needed = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            String name = open.pop();
            definition(name)
                    .filter(each -> needed.add(name))
                    .flatMap(Definition::computed)
                    .ifPresent(formula -> open.addAll(formula.names()));
        }
        return needed;
    }

    /** Every column that a formula uses: the id of a figure per subject, or {@code dataset.column}. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        all.forEach(definition -> definition.computed().ifPresent(formula -> columns.addAll(formula.names())));
        all.forEach(definition -> columns.remove(definition.id()));
        return columns;
    }
}

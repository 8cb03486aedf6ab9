package bankscore.watch.scheme;

import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.rule.Definition;
import bankscore.rule.Parameter;
import bankscore.rule.Rule;
import bankscore.rule.RuleHead;
import bankscore.rule.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One published version of a rule that watches, in the order of its file.
 *
 * @param benchmarks one value for all; computed ones name {@code group.id} in statistics
 * @param reads what it needs of the input
 */
public record WatchScheme(
        RuleHead head,
        Source source,
        List<Group> groups,
        List<Definition.Benchmark> benchmarks,
        List<Watch> watches,
        List<Degree> degrees,
        Exemption exempt,
        List<Target> targets,
        List<Index> indices,
        Reads reads,
        List<Parameter> parameters)
        implements Rule {

    public WatchScheme {
        groups = List.copyOf(groups);
        benchmarks = List.copyOf(benchmarks);
        watches = List.copyOf(watches);
        degrees = List.copyOf(degrees);
        targets = List.copyOf(targets);
        indices = List.copyOf(indices);
        parameters = List.copyOf(parameters);
    }

    /**
     * What it needs of the input.
     *
     * @param columns every column that it names: ids of figures per subject, whatever their group
     * @param datasets the datasets that it reads besides, registers among them
     * @param required the registers of its groups
     * @param published the published figures that it asks for by item, each with its unit
     * @param columnNames what readers call the columns that it names, by id
     */
    public record Reads(
            Set<String> columns,
            Set<String> datasets,
            Set<String> required,
            Map<String, String> published,
            Map<String, String> columnNames) {
        public Reads {
            columns = Set.copyOf(columns);
            datasets = Set.copyOf(datasets);
            required = Set.copyOf(required);
            published = Map.copyOf(published);
            columnNames = Map.copyOf(columnNames);
        }
    }

    @Override
    public Set<String> columns() {
        return reads.columns();
    }

    @Override
    public Set<String> datasets() {
        return reads.datasets();
    }

    @Override
    public Set<String> required() {
        return reads.required();
    }

    @Override
    public Map<String, String> publishedUnits() {
        return reads.published();
    }

    @Override
    public boolean isAssessed(Subject subject, Period period) {
        return subject.assessed();
    }

    @Override
    public boolean isAssessed(PartyRegister register, Subject subject, Period period) {
        return subject.assessed() && !exempt.spares(register, subject, period);
    }

    /** The group of an id. */
    public Optional<Group> group(String id) {
        return groups.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The watch of an id. */
    public Optional<Watch> watch(String id) {
        return watches.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The watches of a group, in the order of the file. */
    public List<Watch> watches(Group group) {
        return watches.stream().filter(each -> each.of().contains(group.id())).toList();
    }
}

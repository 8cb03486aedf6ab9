package bankscore.subsidy.scheme;

import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.facts.Subject;
import bankscore.rule.Parameter;
import bankscore.rule.Rule;
import bankscore.rule.RuleHead;
import bankscore.rule.Source;
import bankscore.rule.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One published version of a subsidy rule.
 *
 * @param status whether it pays or only estimates what others pay
 * @param rounding of each claim line and each level, in 元
 * @param tables by id, in the order of the file
 * @param subsidies in the order of the file
 * @param reads what it needs of the input
 */
public record SubsidyScheme(
        RuleHead head,
        Source source,
        Status status,
        Rounding rounding,
        Map<String, Table> tables,
        List<Subsidy> subsidies,
        List<Check> checks,
        Reads reads,
        List<Parameter> parameters)
        implements Rule {

    public SubsidyScheme {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        subsidies = List.copyOf(subsidies);
        checks = List.copyOf(checks);
        parameters = List.copyOf(parameters);
    }

    /** Whether it pays. */
    public enum Status {
        /** A batch of payments. */
        BATCH,
        /** An estimate of what somebody else pays: no list of payments. */
        ESTIMATE
    }

    /**
     * What it needs of the input.
     *
     * @param columns every column that it names, as {@code dataset.column}; of tables of subjects their ids alone
     * @param datasets every dataset that it reads, registers among them
     * @param required the registers without which it cannot decide
     * @param published the published figures that it asks for by item, each with its unit
     */
    public record Reads(
            Set<String> columns, Set<String> datasets, Set<String> required, Map<String, String> published) {
        public Reads {
            columns = Set.copyOf(columns);
            datasets = Set.copyOf(datasets);
            required = Set.copyOf(required);
            published = Map.copyOf(published);
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
        return true;
    }

    /** The subsidy of an id. */
    public Optional<Subsidy> subsidy(String id) {
        for (Subsidy each : subsidies) {
            if (each.id().equals(id)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}

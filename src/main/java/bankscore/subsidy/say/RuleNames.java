package bankscore.subsidy.say;

import bankscore.finding.Words;
import bankscore.intake.Column;
import bankscore.intake.ColumnWords;
import bankscore.intake.Dataset;
import bankscore.rule.Table;
import bankscore.subsidy.scheme.Bearing;
import bankscore.subsidy.scheme.Subsidy;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What users call what a subsidy rule has ids for.
 *
 * @param columns by {@code dataset.column}, and by the id of a column alone
 */
public record RuleNames(SubsidyScheme scheme, Map<String, ColumnWords> columns) {

    public RuleNames {
        columns = Map.copyOf(columns);
    }

    /** What columns are called in the tables that offices send. */
    public static Map<String, ColumnWords> columns(List<Dataset> datasets, Words words) {
        Map<String, ColumnWords> columns = new HashMap<>();
        for (Dataset dataset : datasets) {
            for (Column column : dataset.columns()) {
                columns.put(
                        dataset.id() + "." + column.id(),
                        new ColumnWords(
                                column.name(),
                                words.find("book.unit." + column.kind().name()).orElse("")));
                if (dataset.rows() != Dataset.Rows.MEMBER) {
                    columns.putIfAbsent(column.id(), new ColumnWords(column.name(), ""));
                }
            }
        }
        return columns;
    }

    /** A column of a subsidy's claims. */
    public String column(Subsidy subsidy, String column) {
        return Optional.ofNullable(columns.get(subsidy.claims().dataset() + "." + column))
                .or(() -> Optional.ofNullable(columns.get(column)))
                .map(ColumnWords::name)
                .orElse(column);
    }

    /** What a column is called in whatever table has one of that id; the first by name. */
    Optional<String> anywhere(String column) {
        return columns.entrySet().stream()
                .filter(each -> each.getKey().endsWith("." + column))
                .map(each -> each.getValue().name())
                .sorted()
                .findFirst();
    }

    /** The levels of a subsidy, in the order of the rule. */
    public List<String> levels(Subsidy subsidy) {
        return subsidy.bearing() instanceof Bearing.Shares shares
                ? List.copyOf(shares.levels().keySet())
                : table(((Bearing.OfTable) subsidy.bearing()).table()).levels();
    }

    /** A table by words. */
    public Table.ByWord table(String id) {
        if (scheme.tables().get(id) instanceof Table.ByWord table) {
            return table;
        }
        throw new IllegalStateException("no table by words: " + id);
    }
}

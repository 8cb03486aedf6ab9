package bankscore.contribution.load;

import bankscore.contribution.Names;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.load.rule.LineColumns;
import bankscore.rule.line.LineColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The columns that conditions over banks may name: their figures, and what the register and tables of banks tell of them.
 *
 * @param all by id
 * @param names what readers call them, by id
 * @param words the ids of further columns of words, which only one table has
 * @param bids those of what banks bid for funds, each with the id of its dataset
 */
record BankColumns(
        Map<String, LineColumn> all, Map<String, String> names, Set<String> words, Map<String, String> bids) {

    private static final Set<String> TOLD = Set.of(Names.CODE, Names.NAME, Names.SHORT_NAME, Names.KIND, Names.OPENED);

    static BankColumns of(List<Dataset> datasets) {
        Map<String, LineColumn> all = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        Map<String, String> bids = new HashMap<>();
        Set<String> words = new TreeSet<>();
        Map<String, Long> times = datasets.stream()
                .flatMap(dataset -> dataset.columns().stream().map(dataset::formulaId))
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        for (Dataset dataset : datasets) {
            for (Column column : dataset.columns()) {
                boolean told = dataset.rows() == Dataset.Rows.REGISTER && TOLD.contains(column.id());
                boolean bid =
                        dataset.rows() == Dataset.Rows.BID && column.kind().isNumeric();
                boolean figure = bid
                        || (dataset.rows() == Dataset.Rows.SUBJECT
                                && column.kind().isNumeric());
                boolean further = (dataset.rows() == Dataset.Rows.REGISTER || dataset.rows() == Dataset.Rows.SUBJECT)
                        && column.kind().isWords()
                        && column.head().role().isEmpty()
                        && times.getOrDefault(column.id(), 0L) == 1;
                if (further) {
                    words.add(column.id());
                }
                if (told || figure || further) {
                    all.put(column.id(), new LineColumn(kind(column)));
                    names.put(column.id(), column.name());
                }
                if (bid) {
                    bids.put(column.id(), dataset.id());
                }
            }
        }
        return new BankColumns(all, names, words, bids);
    }

    private static LineColumn.Kind kind(Column column) {
        if (column.kind().isNumeric()) {
            return LineColumn.Kind.AMOUNT;
        }
        return column.kind() == Column.Kind.DATE ? LineColumn.Kind.DAY : LineColumn.Kind.TEXT;
    }

    /** With the measures that a rule defines. */
    LineColumns lines(Set<String> measures) {
        Map<String, LineColumn> columns = new HashMap<>(all);
        measures.forEach(measure -> columns.put(measure, new LineColumn(LineColumn.Kind.AMOUNT)));
        Map<String, String> ids = new HashMap<>();
        names.forEach((id, name) -> ids.put(name, id));
        return new LineColumns(columns, Map.of(), ids);
    }
}

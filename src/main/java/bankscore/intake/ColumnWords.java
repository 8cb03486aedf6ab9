package bankscore.intake;

import bankscore.finding.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What users call a column; the unit is empty if there is none. */
public record ColumnWords(String name, String unit) {

    /** Of every numeric column, as the datasets state them, by the columns' ids in formulas. */
    public static Map<String, ColumnWords> of(List<Dataset> datasets, Words words) {
        Map<String, ColumnWords> columns = new HashMap<>();
        for (Dataset dataset : datasets) {
            for (Column column : dataset.numeric()) {
                columns.putIfAbsent(
                        dataset.formulaId(column),
                        new ColumnWords(
                                column.name(),
                                words.find("book.unit." + column.kind().name()).orElse("")));
            }
        }
        return columns;
    }
}

package bankscore.run.take;

import bankscore.contribution.judge.Report.ColumnWords;
import bankscore.finding.Words;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Name and unit of every numeric column, as the datasets state them. */
public final class ColumnNames {

    private ColumnNames() {}

    /** By the columns' ids in formulas. */
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

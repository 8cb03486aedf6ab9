package bankscore.subsidy.load;

import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.load.rule.LineColumns;
import bankscore.rule.line.LineColumn;
import bankscore.subsidy.Names;
import bankscore.subsidy.decide.Batch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What must be known of the sheets of claims to decide them, by the definitions of their datasets. */
public final class Layouts {

    private Layouts() {}

    /** The layout of all sheets that may hold claims. */
    public static Batch.Layout of(List<Dataset> datasets) {
        return new Batch.Layout(
                datasets.stream()
                        .filter(SubsidyLoader::hasClaims)
                        .collect(Collectors.toMap(Dataset::id, dataset -> of(dataset, datasets))),
                List.of(Names.COUNTY, Names.DISTRICT),
                Names.COUNTIES,
                Names.BANK_BRANCH,
                Names.ACCOUNT);
    }

    private static Batch.Dataset of(Dataset dataset, List<Dataset> datasets) {
        Map<String, LineColumn> columns = LineColumns.of(dataset, datasets).all();
        Map<String, String> headings = dataset.columns().stream()
                .collect(Collectors.toMap(Column::id, Column::name, (a, b) -> a, HashMap::new));
        columns.forEach((id, column) -> datasets.stream()
                .filter(register -> column.isLookedUp() && register.id().equals(column.register()))
                .flatMap(register -> register.column(id).stream())
                .forEach(lent -> headings.put(id, lent.name())));
        return new Batch.Dataset(
                dataset.identifying().get(0).id(),
                columns,
                headings,
                dataset.columns().stream()
                        .filter(column -> column.kind() == Column.Kind.REFERENCE)
                        .map(Column::id)
                        .toList());
    }
}

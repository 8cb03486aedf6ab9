package bankscore.subsidy.load;

import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.load.LineColumns;
import bankscore.subsidy.Names;
import bankscore.subsidy.decide.Batch;
import java.util.List;
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
        return new Batch.Dataset(
                dataset.identifying().get(0).id(),
                LineColumns.of(dataset, datasets).all(),
                dataset.columns().stream().collect(Collectors.toMap(Column::id, Column::name)),
                dataset.columns().stream()
                        .filter(column -> column.kind() == Column.Kind.REFERENCE)
                        .map(Column::id)
                        .toList());
    }
}

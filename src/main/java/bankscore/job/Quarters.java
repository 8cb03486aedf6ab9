package bankscore.job;

import bankscore.domain.Period;
import bankscore.domain.check.QuarterCheck;
import bankscore.domain.check.StagedTables;
import bankscore.domain.check.StagedTables.OfSheet;
import bankscore.domain.finding.PrintedFinding;
import bankscore.domain.intake.Column;
import bankscore.domain.intake.Dataset;
import bankscore.domain.quarter.RecordSummary;
import bankscore.store.FindingStore;
import bankscore.store.StagingStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Brings a period's staged tables back from the database, checked and arranged. */
final class Quarters {

    private final StagingStore staging;
    private final FindingStore findings;
    private final Configuration configuration;
    private final Reception reception;
    private final Period period;

    Quarters(
            StagingStore staging,
            FindingStore findings,
            Configuration configuration,
            Reception reception,
            Period period) {
        this.staging = staging;
        this.findings = findings;
        this.configuration = configuration;
        this.reception = reception;
        this.period = period;
    }

    /** The quarter and what the whole tables bring up. */
    QuarterCheck.Checked check(long instance) {
        return QuarterCheck.check(configuration.scheme(), tables(instance));
    }

    private StagedTables tables(long instance) {
        List<Dataset> datasets = configuration.datasets();
        List<String> records = datasets.stream()
                .filter(dataset -> dataset.rows() == Dataset.Rows.RECORD)
                .map(Dataset::id)
                .toList();
        Set<String> used = configuration.scheme().columns();
        List<RecordSummary> summaries = new ArrayList<>();
        List<StagedTables.Repeated> repeated = new ArrayList<>();
        for (Dataset dataset : datasets) {
            boolean withinYear = dataset.columns().stream().anyMatch(Column::withinYear);
            for (Column column : dataset.numeric()) {
                if (!used.contains(dataset.formulaId(column)) || dataset.rows() != Dataset.Rows.RECORD) {
                    continue;
                }
                summaries.addAll(staging.summaries(
                        instance, dataset.id(), column.id(), period, withinYear, reception.headers()));
                if (dataset.columns().stream().anyMatch(Column::unique)) {
                    staging.repeated(instance, dataset.id(), column.id())
                            .forEach(record -> repeated.add(new StagedTables.Repeated(
                                    record.sheet(), record.row(), record.bank(), record.label())));
                }
            }
        }
        List<PrintedFinding> found = findings.all(instance);
        return new StagedTables(
                period,
                datasets,
                reception.roster(),
                reception.headers(),
                staging.figures(instance, records).stream()
                        .map(each -> new OfSheet<>(each.sheet(), each.value()))
                        .toList(),
                staging.totals(instance).stream()
                        .map(each -> new OfSheet<>(each.sheet(), each.value()))
                        .toList(),
                summaries,
                repeated,
                found);
    }
}

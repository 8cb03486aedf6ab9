package bankscore.intake.table.earlier;

import bankscore.exact.Fraction;
import bankscore.facts.RecordSummary;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.AgainstEarlier;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.table.staged.Earlier;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Records against those of earlier periods: a ledger of the year does not lose rows, and ratings are about as many as they
 * were and do not change all at once.
 */
final class EarlierRecords {

    private final StagedTables tables;
    private final Map<Integer, SheetHeader> sheets = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private EarlierRecords(StagedTables tables, Set<Integer> again) {
        this.tables = tables;
        sheets.putAll(tables.sheets());
        sheets.keySet().removeAll(again);
    }

    /** @param again the sheets that are accused as a whole */
    static List<Finding> check(StagedTables tables, Set<Integer> again) {
        EarlierRecords records = new EarlierRecords(tables, again);
        tables.datasets().stream()
                .filter(dataset -> dataset.rows() == Dataset.Rows.RECORD)
                .forEach(records::check);
        return records.findings;
    }

    private void check(Dataset dataset) {
        List<SheetHeader> own = sheets.values().stream()
                .filter(header -> header.dataset().id().equals(dataset.id()))
                .toList();
        if (own.isEmpty() || dataset.checks().against().isEmpty()) {
            return;
        }
        boolean ledger =
                dataset.columns().stream().anyMatch(column -> column.days().withinYear());
        for (Column column : dataset.numeric()) {
            if (ledger) {
                checkLedger(dataset, column, own);
            } else if (column.amount().range().isPresent()) {
                checkMeans(dataset, column, own, dataset.checks().against().get());
            }
        }
    }

    /** Rows that staging refused are no lost rows. */
    private void checkLedger(Dataset dataset, Column column, List<SheetHeader> own) {
        Optional<Earlier> before = tables.thisYear().stream()
                .filter(quarter -> !quarter.summaries(dataset).isEmpty())
                .findFirst();
        if (before.isEmpty() || own.stream().anyMatch(tables::isAccused)) {
            return;
        }
        Sums then = Sums.of(before.get().summaries(dataset), dataset, column);
        Sums now = Sums.of(tables.records().summaries(), dataset, column);
        boolean fewer = now.rows() < then.rows();
        if (fewer || now.sum().isLess(then.sum())) {
            Finding finding = Finding.of(Code.E326, place(emptyOrFirst(own), column))
                    .with("period", before.get().period())
                    .with("found", fewer ? Long.toString(now.rows()) : now.sum())
                    .with("expected", fewer ? Long.toString(then.rows()) : then.sum());
            findings.add(
                    fewer
                            ? finding
                            : finding.column(heading(own.get(0), column)).with(Finding.VARIANT, "sum"));
        }
    }

    private SheetHeader emptyOrFirst(List<SheetHeader> own) {
        return sheets.entrySet().stream()
                .filter(sheet ->
                        own.contains(sheet.getValue()) && !tables.filled().contains(sheet.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(own.get(0));
    }

    private void checkMeans(Dataset dataset, Column column, List<SheetHeader> own, AgainstEarlier against) {
        Optional<Earlier> before = tables.earlier().stream()
                // What people thought longer ago than a year says nothing of today.
                .limit(4)
                .filter(quarter -> !quarter.summaries(dataset).isEmpty())
                .findFirst();
        if (before.isEmpty()) {
            return;
        }
        Sums then = Sums.of(before.get().summaries(dataset), dataset, column);
        checkRows(dataset, column, own, against, then, before.get());
        for (SheetHeader header : own) {
            Sums now = Sums.of(
                    tables.records().summaries().stream()
                            .filter(summary -> summary.place()
                                    .sheetOnly()
                                    .equals(header.sheet().sheetOnly()))
                            .toList(),
                    dataset,
                    column);
            if (now.numbers() >= against.rows()
                    && then.numbers() >= against.rows()
                    && now.mean().minus(then.mean()).abs().isGreater(against.mean())) {
                findings.add(Finding.of(Code.W222, place(header, column))
                        .column(heading(header, column))
                        .with("period", before.get().period())
                        .with("found", hundredths(now.mean()))
                        .with("expected", hundredths(then.mean())));
            }
        }
    }

    /** Who rated last time rates again: with fewer ratings a sheet, or a part of one, was lost, whatever sheets are called. */
    private void checkRows(
            Dataset dataset, Column column, List<SheetHeader> own, AgainstEarlier against, Sums then, Earlier before) {
        long now = Sums.of(tables.records().summaries(), dataset, column).rows();
        // Without any record it is another finding.
        if (now > 0
                && then.rows() >= against.rows()
                && !AgainstEarlier.reaches(now, then.rows(), against.fewer())
                && !Gone.isTold(tables, dataset)
                && own.stream().noneMatch(tables::isAccused)) {
            findings.add(Finding.of(Code.W105, place(own.get(0), column))
                    .with("expected", dataset.name())
                    .with("period", before.period())
                    .with("then", then.rows())
                    .with("now", now)
                    .with(Finding.VARIANT, "rows"));
        }
    }

    private static Fraction hundredths(Fraction mean) {
        return mean.times(Fraction.HUNDRED).truncated().dividedBy(Fraction.HUNDRED);
    }

    private static Place place(SheetHeader header, Column column) {
        return header.column(column.id()).or(header::key).map(header::headingOf).orElse(header.sheet());
    }

    private static String heading(SheetHeader header, Column column) {
        return header.column(column.id()).map(SheetHeader.HeaderColumn::heading).orElse(column.name());
    }

    /** What records of one column add up to. */
    private record Sums(long rows, long numbers, Fraction sum) {

        static Sums of(List<RecordSummary> summaries, Dataset dataset, Column column) {
            List<RecordSummary> own = summaries.stream()
                    .filter(summary -> summary.column().equals(dataset.formulaId(column)))
                    .toList();
            long rows = own.stream().mapToLong(RecordSummary::rows).sum();
            long empty = own.stream().mapToLong(RecordSummary::empty).sum();
            return new Sums(
                    rows,
                    rows - empty,
                    Fraction.sum(own.stream().map(RecordSummary::sum).toList()));
        }

        Fraction mean() {
            return sum.dividedBy(Fraction.of(numbers));
        }
    }
}

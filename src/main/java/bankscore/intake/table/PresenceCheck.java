package bankscore.intake.table;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Checks what must be there: the datasets that a rule needs, and rows in every sheet of them, whatever the dataset's other
 * sheets hold. A sheet whose rows were all refused is not empty; and where the setup is wrong, no row was read.
 */
final class PresenceCheck {

    private final StagedTables tables;
    private final Set<String> columns;
    private final Set<String> required;
    private final Plan plan;
    private final LateFigures late;
    private final Consumer<Finding> findings;

    /**
     * A check of what there is.
     *
     * @param columns every column that the rule uses
     * @param required the registers without which it can decide nothing
     * @param plan what it ends in
     * @param late what stands for sheets and rows that are not there
     */
    PresenceCheck(
            StagedTables tables,
            Set<String> columns,
            Set<String> required,
            Plan plan,
            LateFigures late,
            Consumer<Finding> findings) {
        this.tables = tables;
        this.columns = columns;
        this.required = required;
        this.plan = plan;
        this.late = late;
        this.findings = findings;
    }

    /** Every dataset that the rule needs is there. */
    void checkDatasets() {
        boolean unreadable = Unread.isSetupWrong(tables, Unread.MISSING_HEADINGS);
        for (Dataset dataset : tables.datasets()) {
            if (!tables.sheetsOf(dataset).isEmpty() || Unread.isNearlyThere(tables, dataset)) {
                continue;
            }
            boolean missing = isDue(dataset);
            Optional<Finding> stood = late.standForSheet(dataset);
            if (stood.isPresent()) {
                findings.accept(Unread.beside(tables, stood.get()));
            } else if (missing && !unreadable) {
                findings.accept(missing(dataset));
            } else if (dataset.presence() == Dataset.Presence.NOTED && isUsed(dataset)) {
                findings.accept(
                        Unread.beside(tables, Finding.of(Code.W101, Place.NONE).with("expected", dataset.name())));
            } else if (dataset.presence() == Dataset.Presence.WITH_PLAN && plan != Plan.NONE && !missing) {
                findings.accept(Unread.beside(
                        tables,
                        Finding.of(Code.W101, Place.NONE)
                                .with("expected", dataset.name())
                                .with("sender", dataset.sender())
                                .with(Finding.VARIANT, "plan")));
            }
        }
    }

    private boolean isUsed(Dataset dataset) {
        return dataset.isUsedBy(columns);
    }

    /** Whether a dataset must be there in this period. */
    private boolean isDue(Dataset dataset) {
        return dataset.isDue(columns, required, plan == Plan.REAL);
    }

    /** Whether a dataset must have rows once it is there: a list may say that there is nobody to list. */
    private boolean needsRows(Dataset dataset) {
        return dataset.presence() != Dataset.Presence.WITH_PLAN
                && !late.standForRows(dataset)
                && (isDue(dataset) || (isUsed(dataset) && dataset.isOfSubjects()));
    }

    /** Each sheet with headings and no row is told. */
    void checkSheets() {
        if (!Unread.isSetupWrong(tables, Set.of())) {
            Set<String> filled = tables.sheets().entrySet().stream()
                    .filter(sheet -> hasRows(sheet.getKey(), sheet.getValue()))
                    .map(sheet -> sheet.getValue().dataset().id())
                    .collect(Collectors.toSet());
            new TreeMap<>(tables.sheets()).forEach((number, header) -> {
                if (!hasRows(number, header) && !tables.isAccused(header)) {
                    findings.accept(
                            empty(header, !filled.contains(header.dataset().id())));
                }
            });
        }
    }

    private boolean hasRows(int sheet, SheetHeader header) {
        return header.dataset().rows() == Dataset.Rows.REGISTER
                ? !tables.roster().subjects().isEmpty()
                : tables.filled().contains(sheet);
    }

    private Finding empty(SheetHeader header, boolean alone) {
        Dataset dataset = header.dataset();
        Code code = switch (dataset.checks().headingsOnly()) {
            case NOTE -> Code.N107;
            case ERROR -> needsRows(dataset) ? Code.E117 : Code.W106;
            case REVIEW -> alone && needsRows(dataset) ? Code.E117 : Code.W106;
        };
        int first = header.columns().stream()
                .mapToInt(SheetHeader.HeaderColumn::index)
                .min()
                .orElse(0);
        Finding finding = Finding.of(code, header.sheet().at(new CellRef(header.row(), first).a1()))
                .with("expected", dataset.name());
        return alone ? finding : finding.with(Finding.VARIANT, "other");
    }

    private Finding missing(Dataset dataset) {
        Finding finding = Finding.of(Code.E110, Place.NONE)
                .with("expected", dataset.name())
                .with(
                        "headings",
                        dataset.identifying().stream().map(Column::name).collect(Collectors.joining("、")));
        List<String> lacking = late.lacking(dataset);
        return Unread.beside(
                tables,
                dataset.presence() == Dataset.Presence.WITH_PLAN
                        ? finding.with(Finding.VARIANT, "plan")
                        : lacking.isEmpty()
                                ? finding
                                : finding.with("banks", String.join("、", lacking))
                                        .with(Finding.VARIANT, "late"));
    }
}

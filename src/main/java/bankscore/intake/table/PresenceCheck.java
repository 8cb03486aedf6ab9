package bankscore.intake.table;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Checks what must be there: the datasets that a rule needs, and rows in the sheets. */
final class PresenceCheck {

    /** What is wrong with a sheet whose dataset is known, or nearly. */
    private static final Set<Code> MISSING_HEADINGS = Set.of(Code.E112, Code.E116);

    /** What was not read, though it may have been meant. */
    private static final Set<Code> UNREAD = Set.of(Code.W104, Code.N101, Code.N106, Code.N109);

    private final StagedTables tables;
    private final Set<String> columns;
    private final boolean plans;
    private final Consumer<Finding> findings;

    /**
     * A check of what there is.
     *
     * @param columns every column that the rule uses
     * @param plans whether it ends in a plan
     */
    PresenceCheck(StagedTables tables, Set<String> columns, boolean plans, Consumer<Finding> findings) {
        this.tables = tables;
        this.columns = columns;
        this.plans = plans;
        this.findings = findings;
    }

    /** Every dataset that the rule needs is there. */
    void checkDatasets() {
        boolean unreadable = tables.staging().stream()
                .anyMatch(finding -> finding.level() == Level.ERROR
                        && finding.code().stage() == Code.Stage.SETUP
                        && !MISSING_HEADINGS.contains(finding.code()));
        Set<String> nearlyThere = tables.staging().stream()
                .filter(finding -> finding.code() == Code.E116)
                .map(finding -> finding.details().getOrDefault("expected", ""))
                .collect(Collectors.toSet());
        for (Dataset dataset : tables.datasets()) {
            if (!tables.sheetsOf(dataset).isEmpty() || nearlyThere.contains(dataset.name())) {
                continue;
            }
            boolean isUsed = dataset.numeric().stream()
                    .anyMatch(column -> columns.contains(dataset.formulaId(column)));
            boolean missing = switch (dataset.presence()) {
                case REQUIRED -> true;
                case IF_USED -> isUsed;
                case ANNUAL -> tables.period().isAnnual();
                case WITH_PLAN -> plans && tables.period().isAnnual();
                case NOTED, OPTIONAL -> false;
            };
            if (missing && !unreadable) {
                findings.accept(missing(dataset));
            } else if (dataset.presence() == Dataset.Presence.NOTED && isUsed) {
                findings.accept(besideUnread(Finding.of(Code.W101, Place.NONE).with("expected", dataset.name())));
            } else if (dataset.presence() == Dataset.Presence.WITH_PLAN && plans && !missing) {
                findings.accept(besideUnread(Finding.of(Code.W101, Place.NONE)
                        .with("expected", dataset.name())
                        .with("sender", dataset.sender())
                        .with(Finding.VARIANT, "plan")));
            }
        }
    }

    private Finding missing(Dataset dataset) {
        Finding finding = Finding.of(Code.E110, Place.NONE)
                .with("expected", dataset.name())
                .with(
                        "headings",
                        dataset.identifying().stream().map(Column::name).collect(Collectors.joining("、")));
        return besideUnread(
                dataset.presence() == Dataset.Presence.WITH_PLAN
                        ? finding.with(Finding.VARIANT, "plan")
                        : finding);
    }

    /** What lies unread beside may be the dataset that a finding misses, and is told with it. */
    Finding besideUnread(Finding missing) {
        String unread = tables.staging().stream()
                .filter(other -> UNREAD.contains(other.code()))
                .map(other -> other.place().toString())
                .collect(Collectors.joining("、"));
        return unread.isEmpty()
                ? missing
                : missing.with(Finding.VARIANT, "unread").with("unread", unread);
    }

    /**
     * A sheet with headings and no row is told, whatever the dataset's other sheets hold. One whose rows were all refused
     * is not empty; and where the setup is wrong, no row was read.
     */
    void checkSheetsHaveRows() {
        boolean unread = tables.staging().stream()
                .anyMatch(finding ->
                        finding.level() == Level.ERROR && finding.code().stage() == Code.Stage.SETUP);
        Set<String> filled = new HashSet<>();
        tables.sheets().forEach((number, header) -> {
            if (hasRows(number, header)) {
                filled.add(header.dataset().id());
            }
        });
        tables.sheets().forEach((number, header) -> {
            if (!unread && !hasRows(number, header) && !tables.isAccused(header)) {
                findings.accept(
                        headingsOnly(header, !filled.contains(header.dataset().id())));
            }
        });
    }

    private boolean hasRows(int sheet, SheetHeader header) {
        return header.dataset().rows() == Dataset.Rows.REGISTER
                ? !tables.roster().subjects().isEmpty()
                : tables.filled().contains(sheet);
    }

    /** @param alone whether no other sheet has a row of the dataset */
    private Finding headingsOnly(SheetHeader header, boolean alone) {
        Dataset dataset = header.dataset();
        Code code =
                switch (dataset.checks().headingsOnly()) {
                    case NOTE -> Code.N107;
                    case ERROR -> isDue(dataset) ? Code.E117 : Code.W106;
                    case REVIEW -> alone && isDue(dataset) ? Code.E117 : Code.W106;
                };
        int first = header.columns().stream()
                .mapToInt(SheetHeader.HeaderColumn::index)
                .min()
                .orElse(0);
        Finding finding = Finding.of(code, header.sheet().at(new CellRef(header.row(), first).a1()))
                .with("expected", dataset.name());
        return alone ? finding : finding.with(Finding.VARIANT, "other");
    }

    /** Whether a dataset must have rows once it is there. */
    private boolean isDue(Dataset dataset) {
        boolean isUsed = dataset.numeric().stream()
                .anyMatch(column -> columns.contains(dataset.formulaId(column)));
        return switch (dataset.presence()) {
            case REQUIRED -> true;
            case ANNUAL -> tables.period().isAnnual();
            case IF_USED -> isUsed;
            case WITH_PLAN -> false;
            case NOTED, OPTIONAL -> isUsed && dataset.rows() == Dataset.Rows.SUBJECT;
        };
    }
}

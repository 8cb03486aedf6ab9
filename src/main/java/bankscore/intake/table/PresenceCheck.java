package bankscore.intake.table;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.sheet.Place;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Checks what must be there: the datasets that a rule needs. */
final class PresenceCheck {

    /** What is wrong with a sheet whose dataset is known, or nearly. */
    private static final Set<Code> MISSING_HEADINGS = Set.of(Code.E112, Code.E116);

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
            boolean isUsed = dataset.numeric().stream().anyMatch(column -> columns.contains(dataset.formulaId(column)));
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
                findings.accept(
                        Unread.beside(tables, Finding.of(Code.W101, Place.NONE).with("expected", dataset.name())));
            } else if (dataset.presence() == Dataset.Presence.WITH_PLAN && plans && !missing) {
                findings.accept(Unread.beside(
                        tables,
                        Finding.of(Code.W101, Place.NONE)
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
        return Unread.beside(
                tables,
                dataset.presence() == Dataset.Presence.WITH_PLAN ? finding.with(Finding.VARIANT, "plan") : finding);
    }
}

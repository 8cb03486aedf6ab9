package bankscore.intake.table;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.intake.Dataset;
import bankscore.intake.table.staged.StagedTables;
import java.util.Set;
import java.util.stream.Collectors;

/** What arrived and was not read: it may be the dataset that is missing. */
final class Unread {

    private static final Set<Code> CODES = Set.of(Code.W104, Code.N101, Code.N106, Code.N109);

    /** What is wrong with a sheet whose dataset is known, or nearly. */
    static final Set<Code> MISSING_HEADINGS = Set.of(Code.E112, Code.E116);

    private Unread() {}

    /** A finding that misses a dataset, with the sheets and files that may be it; what it says itself it goes on to say. */
    static Finding beside(StagedTables tables, Finding missing) {
        String unread = tables.staging().stream()
                .filter(other -> CODES.contains(other.code()))
                .map(other -> other.place().toString())
                .collect(Collectors.joining("、"));
        return unread.isEmpty()
                ? missing
                : missing.with(
                                Finding.VARIANT,
                                missing.details().containsKey(Finding.VARIANT)
                                        ? missing.details().get(Finding.VARIANT) + "_unread"
                                        : "unread")
                        .with("unread", unread);
    }

    static boolean isNearlyThere(StagedTables tables, Dataset dataset) {
        return tables.staging().stream()
                .filter(finding -> finding.code() == Code.E116)
                .anyMatch(finding ->
                        finding.details().getOrDefault("expected", "").equals(dataset.name()));
    }

    /** Whether a dataset without a sheet was not sent, as far as anybody can see: nothing that arrived may be it. */
    static boolean isMissing(StagedTables tables, Dataset dataset) {
        return tables.sheetsOf(dataset).isEmpty()
                && !isNearlyThere(tables, dataset)
                && !isSetupWrong(tables, MISSING_HEADINGS);
    }

    static boolean isSetupWrong(StagedTables tables, Set<Code> otherThan) {
        return tables.staging().stream()
                .anyMatch(finding -> finding.level() == Level.ERROR
                        && finding.code().stage() == Code.Stage.SETUP
                        && !otherThan.contains(finding.code()));
    }
}

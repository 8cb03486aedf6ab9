package bankscore.intake.table;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.table.staged.StagedTables;
import java.util.Set;
import java.util.stream.Collectors;

/** What arrived and was not read: it may be the dataset that is missing. */
final class Unread {

    private static final Set<Code> CODES = Set.of(Code.W104, Code.N101, Code.N106, Code.N109);

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
}

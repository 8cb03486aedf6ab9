package bankscore.run.publish;

import bankscore.facts.Register;
import bankscore.facts.WrittenReason;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.run.take.RunContext;
import bankscore.store.FindingStore;
import bankscore.store.Stores;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** All findings of an instance as users see them: in one order, with the offices' reasons, setup errors first and alone. */
public final class AllFindings {

    private final FindingStore store;
    private final Stores.Staging staging;
    private final Words words;

    public AllFindings(FindingStore store, Stores.Staging staging, Words words) {
        this.store = store;
        this.staging = staging;
        this.words = words;
    }

    /** The findings of a run. */
    public static AllFindings of(RunContext<?> run) {
        return new AllFindings(
                run.stores().findings(),
                run.stores().staging(),
                run.installation().words());
    }

    /** Replaces what a step found. */
    public void replace(long instance, String step, List<Finding> found) {
        store.replace(instance, step, found);
    }

    /** All findings of an instance. */
    public List<PrintedFinding> all(long instance) {
        List<WrittenReason> reasons = staging.facts().reasons(instance);
        List<PrintedFinding> printed = store.all(instance).stream()
                .map(finding -> finding.print(words))
                .distinct()
                .toList();
        Set<List<Object>> sheets = new HashSet<>();
        printed.forEach(finding ->
                finding.code().ofCells().forEach(code -> sheets.add(List.of(code, finding.place().sheetOnly()))));
        List<PrintedFinding> all = printed.stream()
                .filter(finding -> sheets.isEmpty()
                        || !sheets.contains(List.of(finding.code(), finding.place().sheetOnly())))
                .map(finding -> withReason(finding, reasons))
                .sorted(ORDER)
                .toList();
        boolean setup = all.stream().anyMatch(AllFindings::isSetupError);
        return setup ? all.stream().filter(AllFindings::isSetupError).toList() : all;
    }

    public static boolean stops(List<PrintedFinding> findings, boolean strict) {
        return findings.stream()
                .anyMatch(finding -> finding.level() == Level.ERROR
                        || (strict
                                && finding.level() == Level.REVIEW
                                && finding.reason().isEmpty()));
    }

    private static boolean isSetupError(PrintedFinding finding) {
        return finding.level() == Level.ERROR && finding.code().stage() == Code.Stage.SETUP;
    }

    /** Errors first, then by file and sheet, from top to bottom; what has no cell follows from what has one. */
    private static final Comparator<PrintedFinding> ORDER = Comparator.comparing(PrintedFinding::level)
            .thenComparing(finding -> finding.place().file())
            .thenComparing(finding -> finding.place().sheet())
            .thenComparing(finding -> row(finding.place().cell()))
            .thenComparing(finding -> finding.place().cell().length())
            .thenComparing(finding -> finding.place().cell())
            .thenComparing(finding -> finding.code().name())
            .thenComparing(PrintedFinding::subject)
            .thenComparing(PrintedFinding::message);

    private static int row(String cell) {
        String digits = cell.replaceAll(":.*", "").replaceAll("[^0-9]", "");
        return digits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private static PrintedFinding withReason(PrintedFinding finding, List<WrittenReason> reasons) {
        if (finding.level() != Level.REVIEW) {
            return finding;
        }
        return reasons.stream()
                .filter(reason -> reason.code().equals(finding.code().name()))
                .filter(reason -> reason.file().isEmpty()
                        || isSameFile(reason.file(), finding.place().file()))
                .filter(reason -> reason.cell().isEmpty()
                        || reason.cell().equals(finding.place().cell().toUpperCase(Locale.ROOT)))
                .findFirst()
                .map(reason -> finding.withReason(reason.reason()))
                .orElse(finding);
    }

    private static boolean isSameFile(String stated, String file) {
        String one = Register.key(stated).replace('\\', '/');
        String other = Register.key(file);
        return other.equals(one) || other.endsWith("/" + one);
    }
}

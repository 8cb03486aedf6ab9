package bankscore.run.publish;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.run.take.RunContext;
import bankscore.store.FindingStore;
import bankscore.store.Stores;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All findings of an instance as users see them: in one order, with the offices' reasons, setup errors first and alone. */
public final class AllFindings {

    private static final String IDLE = "idle";

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

    /**
     * Whether what was found so far stops a run; written reasons that fit nothing are noted, once nothing has to be mended.
     *
     * @param judged whether all findings are known
     */
    public static boolean stop(RunContext<?> run, long instance, boolean judged) {
        AllFindings findings = of(run);
        findings.noteIdleReasons(run, instance, judged);
        return stops(findings.all(instance), run.about().strict());
    }

    private void noteIdleReasons(RunContext<?> run, long instance, boolean judged) {
        store.replace(instance, IDLE, List.of());
        List<PrintedFinding> all = all(instance);
        if (all.stream().noneMatch(finding -> finding.level() == Level.ERROR)) {
            Reasons reasons = new Reasons(staging.facts().reasons(instance));
            store.replace(
                    instance, IDLE, reasons.idle(all, run.recognition().headers(), judged, words.text("word.none")));
        }
    }

    /** All findings of an instance. */
    public List<PrintedFinding> all(long instance) {
        Reasons reasons = new Reasons(staging.facts().reasons(instance));
        List<FindingStore.Stored> stored = store.all(instance);
        List<Finding> found = stored.stream()
                .filter(finding -> finding.inWords().isEmpty())
                .map(FindingStore.Stored::finding)
                .toList();
        List<PrintedFinding> all = Stream.concat(
                        stored.stream().flatMap(finding -> finding.inWords().stream()),
                        new SameCause(words).asOne(found).stream().map(words::print))
                .distinct()
                .map(reasons::with)
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

    /** Errors first, then by place. */
    private static final Comparator<PrintedFinding> ORDER = Comparator.comparing(PrintedFinding::level)
            .thenComparing(PrintedFinding::place)
            .thenComparing(finding -> finding.code().name())
            .thenComparing(PrintedFinding::subject)
            .thenComparing(PrintedFinding::message);
}

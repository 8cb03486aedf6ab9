package bankscore.run.request;

import bankscore.finding.PrintedFinding;
import bankscore.office.Approval;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a run or check ended.
 *
 * @param findings all findings, in order
 * @param files how many input files were read
 * @param figures how many figures were staged
 * @param cells how many filled cells were looked at
 * @param folder where the result or the findings lie
 * @param revision the revision published or found to be the latest; 0 if none
 * @param recovered whether an interrupted run was put right first
 * @param approval the approval of the period that holds, whichever revision it is of
 * @param uncompared whether no earlier period is published that the figures could be held against
 */
public record RunOutcome(
        End end,
        List<PrintedFinding> findings,
        int files,
        long figures,
        long cells,
        Optional<Path> folder,
        int revision,
        boolean recovered,
        boolean uncompared,
        Optional<Approval> approval) {

    public RunOutcome {
        findings = List.copyOf(findings);
    }

    /** An end of which nothing is said about earlier periods. */
    public RunOutcome(
            End end,
            List<PrintedFinding> findings,
            int files,
            long figures,
            long cells,
            Optional<Path> folder,
            int revision,
            boolean recovered) {
        this(end, findings, files, figures, cells, folder, revision, recovered, false, Optional.empty());
    }

    /** The same, after an interrupted run was put right. */
    public RunOutcome afterRecovery() {
        return new RunOutcome(end, findings, files, figures, cells, folder, revision, true, uncompared, approval);
    }

    /** The same, with the approval that holds. */
    public RunOutcome with(Optional<Approval> known) {
        return new RunOutcome(end, findings, files, figures, cells, folder, revision, recovered, uncompared, known);
    }

    /** The ways to end. */
    public enum End {
        /** A revision was published. */
        PUBLISHED,
        /** Nothing is new; the latest revision stands. */
        NOTHING_NEW,
        /** Nothing is new, but the latest revision's folder was damaged and has been written again. */
        RESTORED,
        /** The check found nothing that stops a run. */
        CLEAN,
        /** Findings stop the run. */
        FINDINGS,
        /** Another run holds the lock. */
        LOCKED
    }
}

package bankscore.run;

import bankscore.contribution.SmallQuarter;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.run.request.RunOutcome;
import bankscore.run.request.RunOutcome.Clean;
import bankscore.run.request.RunOutcome.Looked;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.request.RunOutcome.Stopped;
import java.nio.file.Path;
import java.util.List;

/** How a run or check ended; a question that its end does not answer fails the test. */
public record EndedRun(RunOutcome.Told told) {

    /** Which of the ends it is. */
    public Class<? extends RunOutcome> end() {
        return told.end().getClass();
    }

    public boolean recovered() {
        return told.recovered();
    }

    /** All that was found, but for what is told of the small quarter's sheets because they have no line for a title. */
    public List<PrintedFinding> findings() {
        return told.end().findings().stream()
                .filter(finding -> finding.code() != Code.N115 || !SmallQuarter.isUntitled(finding.place()))
                .toList();
    }

    public int revision() {
        return told.end().revision();
    }

    public int files() {
        return looked().files();
    }

    public long figures() {
        return looked().figures();
    }

    public long cells() {
        return looked().cells();
    }

    /** Where the revision lies that was published. */
    public Path folder() {
        return ((Published) told.end()).folder();
    }

    private Looked looked() {
        if (told.end() instanceof Clean clean) {
            return clean.looked();
        }
        return told.end() instanceof Stopped stopped ? stopped.looked() : ((Published) told.end()).looked();
    }
}

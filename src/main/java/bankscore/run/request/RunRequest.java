package bankscore.run.request;

import bankscore.exact.Period;
import bankscore.office.Caller;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a user asks for.
 *
 * @param schemeId a scheme instead of the version in force
 * @param strict whether a finding to verify without a reason stops the run
 * @param caller who asks, for the history
 * @param progress is told how far the run is
 */
public record RunRequest(
        Period period,
        Optional<String> schemeId,
        boolean strict,
        RunFolders folders,
        Caller caller,
        Progress progress) {

    /** The folder with what the offices sent for the period. */
    public Path inputOfPeriod() {
        return folders.input().resolve(period.toString());
    }
}

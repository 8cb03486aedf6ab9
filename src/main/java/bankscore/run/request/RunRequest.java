package bankscore.run.request;

import bankscore.exact.Period;
import bankscore.finding.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * What a user asks for.
 *
 * @param schemeId a scheme instead of the version in force
 * @param strict whether a finding to verify without a reason stops the run
 * @param config the folder with the rule and dataset files
 * @param input the folder with one folder per period
 * @param output the folder that everything is written to
 * @param arguments as typed, for the history
 * @param version the program's version
 * @param progress is told how far the run is
 */
public record RunRequest(
        Period period,
        Optional<String> schemeId,
        boolean strict,
        Path config,
        Path input,
        Path output,
        String arguments,
        String version,
        String user,
        String machine,
        Words words,
        Clock clock,
        Progress progress) {

    /** The folder with what the offices sent for the period. */
    public Path inputOfPeriod() {
        return input.resolve(period.toString());
    }

    /** The folder with the period's revisions and findings. */
    public Path outputOfPeriod() {
        return output.resolve(period.toString());
    }
}

package bankscore.run.request;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import java.nio.file.Path;

/**
 * The folder of a period: its revisions, its findings, its templates, and beside all periods the copies of a run's input.
 * One rule has it itself, every other one a folder of its name in it ({@code operations.md#rules}).
 *
 * @param rule whose it is; empty: of the rule that has it itself
 */
public record PeriodFolder(Path output, Period period, String rule) {

    static final String WORK = ".work";

    private static final String PLAIN = "(?!(r[0-9]+|findings|template|signed|due)$)[a-z][a-z0-9_-]{0,59}";
    private static final int SHORTENED = 8;

    public Path place() {
        Path whole = output.resolve(period.toString());
        return rule.isEmpty() ? whole : whole.resolve(name());
    }

    /** The copies of the input while a run of the period lasts. */
    public Path work() {
        return works().resolve(rule.isEmpty() ? period.toString() : period + "-" + name());
    }

    /** What all runs of this output copy. */
    public Path works() {
        return output.resolve(WORK);
    }

    /** The rule's id, where it is a name that every system takes and nothing else here has. */
    private String name() {
        return rule.matches(PLAIN) && FileNames.isOfOneFolder(rule)
                ? rule
                : FileNames.part(rule) + "-" + Sha256.of(rule).substring(0, SHORTENED);
    }
}

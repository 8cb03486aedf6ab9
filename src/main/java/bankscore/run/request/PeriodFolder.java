package bankscore.run.request;

import bankscore.exact.Period;
import java.nio.file.Path;

/** The folder of a period: its revisions, its findings, its templates, and beside all periods the copies of a run's input. */
public record PeriodFolder(Path output, Period period) {

    static final String WORK = ".work";

    public Path place() {
        return output.resolve(period.toString());
    }

    /** The copies of the input while a run of the period lasts. */
    public Path work() {
        return works().resolve(period.toString());
    }

    /** What all runs of this output copy. */
    public Path works() {
        return output.resolve(WORK);
    }
}

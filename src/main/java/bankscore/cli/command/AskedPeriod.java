package bankscore.cli.command;

import bankscore.exact.Period;
import picocli.CommandLine.Parameters;

/** The period that a command is about: its first word. */
public final class AskedPeriod {

    @Parameters(
            index = "0",
            arity = "1",
            paramLabel = "PERIOD",
            converter = PeriodConverter.class,
            descriptionKey = "period")
    private Period period = new Period(2022, 4);

    /** As it was typed. */
    public Period period() {
        return period;
    }
}

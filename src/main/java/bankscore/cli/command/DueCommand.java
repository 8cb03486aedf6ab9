package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.contribution.Contribution;
import bankscore.contribution.Dues;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.run.Office;
import bankscore.run.revisions.NotAsPublished;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bankscore due 2023Q1}: what falls due by approved plans, with reminders. */
@Command(name = "due", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class DueCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            index = "0",
            arity = "1",
            paramLabel = "PERIOD",
            converter = PeriodConverter.class,
            descriptionKey = "period")
    private Period period = new Period(2022, 4);

    @Mixin
    private Folders places = new Folders();

    public DueCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new PublishedCommand(terminal, places).open(this::tell);
    }

    private int tell(Contribution contribution, Office office) throws IOException, ConfigException, NotAsPublished {
        Dues dues = contribution.dues(office.jurisdiction());
        Optional<Dues.Due> due = dues.of(period);
        if (due.isEmpty()) {
            terminal.say("cli.due_none", "period", period);
            return ExitCode.DONE.code();
        }
        terminal.show(due.get().answer());
        Path folder = dues.write(due.get(), office);
        terminal.say("cli.due_written", "folder", folder);
        return ExitCode.DONE.code();
    }
}

package bankscore.cli.command;

import bankscore.answer.Answer;
import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.contribution.Missing;
import bankscore.contribution.Simulations;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.run.revisions.NotAsPublished;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bankscore simulate 2022Q4 --set items.tax.bands[6].points=25}: what if; publishes nothing. */
@Command(name = "simulate", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

    /** What the history keeps of a command. */
    private static final int KEPT = 4000;

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "PERIOD",
            converter = PeriodConverter.class,
            descriptionKey = "period",
            arity = "1")
    private Period period = new Period(2022, 4);

    @Option(names = "--set", required = true, paramLabel = "PATH=VALUE", descriptionKey = "set")
    private List<String> typed = new ArrayList<>();

    @Mixin
    private Folders places = new Folders();

    public SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<String> settings = new ArrayList<>();
        for (String each : typed) {
            Optional<String> setting = Simulations.read(each);
            if (setting.isEmpty()) {
                return terminal.misused("cli.simulate_usage", "text", each);
            }
            settings.add(setting.get());
        }
        String arguments = "simulate " + period + " --set " + String.join(" --set ", settings);
        if (arguments.length() > KEPT) {
            return terminal.misused("cli.simulate_long");
        }
        Simulations.Asked asked = new Simulations.Asked(period, settings, terminal.caller(arguments));
        return new PublishedCommand(terminal, places)
                .open((contribution, office) -> simulate(contribution.simulations(office.jurisdiction()), asked));
    }

    private int simulate(Simulations simulations, Simulations.Asked asked)
            throws Missing, NotAsPublished, ConfigException, IOException {
        try {
            return tell(simulations.simulate(asked));
        } catch (Simulations.Refused e) {
            terminal.complaint(e.words());
            return ExitCode.USAGE.code();
        } catch (Simulations.Unsound e) {
            terminal.complain("cli.simulate_unsound", "count", e.problems().size());
            e.problems().forEach(problem -> terminal.complaint(problem.print(terminal.words())));
            return ExitCode.CONFIGURATION.code();
        }
    }

    private int tell(Simulations.Simulated simulated) {
        if (!simulated.stopping().isEmpty()) {
            terminal.show(simulated.stopping());
            terminal.complain(
                    "cli.simulate_stopped", "count", simulated.stopping().size());
            return ExitCode.FINDINGS.code();
        }
        Answer answer = simulated.answer(terminal.words());
        terminal.line(answer.title());
        simulated.approval().ifPresent(approval -> terminal.tell(approval, simulated.revision()));
        answer.sections().forEach(terminal::show);
        terminal.line("");
        terminal.say("cli.simulate_end");
        return ExitCode.DONE.code();
    }
}

package bankscore.cli.command;

import bankscore.answer.Answer;
import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.finding.ConfigException;
import bankscore.front.Folders;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions;
import bankscore.run.questions.Questions.Simulated;
import bankscore.run.revisions.NotAsPublished;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bankscore simulate 2022Q4 --set items.tax.bands[6].points=25}: what if; publishes nothing. */
@Command(name = "simulate", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

    /** What the history keeps of a command. */
    private static final int KEPT = 4000;

    private final Terminal terminal;

    @Mixin
    private AskedPeriod asked = new AskedPeriod();

    @Option(names = "--set", required = true, paramLabel = "PATH=VALUE", descriptionKey = "set")
    private List<String> typed = new ArrayList<>();

    @Mixin
    private Folders places = new Folders();

    public SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new PublishedCommand(terminal, places).ofRule((face, office) -> simulate(face.questions()));
    }

    private int simulate(Questions questions) throws Missing, NotAsPublished, ConfigException, IOException {
        List<String> settings = new ArrayList<>();
        for (String each : typed) {
            Optional<String> setting = questions.setting(each);
            if (setting.isEmpty()) {
                return terminal.misused("cli.simulate_usage", "text", each);
            }
            settings.add(setting.get());
        }
        String arguments =
                "simulate " + asked.period() + places.ruleTyped() + " --set " + String.join(" --set ", settings);
        if (arguments.length() > KEPT) {
            return terminal.misused("cli.simulate_long");
        }
        try {
            return tell(questions.simulate(asked.period(), settings, terminal.caller(arguments)));
        } catch (Questions.Refused e) {
            terminal.complaint(e.words());
            return ExitCode.USAGE.code();
        } catch (Questions.Unsound e) {
            terminal.complain("cli.simulate_unsound", "count", e.problems().size());
            e.problems().forEach(problem -> terminal.complaint(problem.print(terminal.words())));
            return ExitCode.CONFIGURATION.code();
        }
    }

    private int tell(Simulated simulated) {
        if (!simulated.stopping().isEmpty()) {
            terminal.show(simulated.stopping());
            terminal.complain(
                    "cli.simulate_stopped", "count", simulated.stopping().size());
            return ExitCode.FINDINGS.code();
        }
        Answer answer = simulated.answer().get();
        terminal.line(answer.title());
        simulated.approval().ifPresent(approval -> terminal.tell(approval, simulated.revision()));
        answer.sections().forEach(terminal::show);
        terminal.line("");
        terminal.say("cli.simulate_end");
        return ExitCode.DONE.code();
    }
}

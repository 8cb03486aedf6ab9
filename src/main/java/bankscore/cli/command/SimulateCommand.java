package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.contribution.Contribution;
import bankscore.contribution.Simulations;
import bankscore.contribution.judge.simulate.Misaddressed;
import bankscore.contribution.judge.simulate.Setting;
import bankscore.contribution.say.SimulationAnswer;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.load.Settings;
import bankscore.run.revisions.NotAsPublished;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
        List<Setting> settings = new ArrayList<>();
        for (String each : typed) {
            Optional<Setting> setting = Setting.read(each);
            if (setting.isEmpty()) {
                terminal.complain("cli.simulate_usage", "text", each);
                return ExitCode.USAGE.code();
            }
            settings.add(setting.get());
        }
        Simulations.Asked asked = asked(settings);
        if (asked.caller().arguments().length() > KEPT) {
            terminal.complain("cli.simulate_long");
            return ExitCode.USAGE.code();
        }
        return new PublishedCommand(terminal, places)
                .open((contribution, configured) -> simulate(contribution, configured, asked));
    }

    private Simulations.Asked asked(List<Setting> settings) {
        StringBuilder arguments = new StringBuilder("simulate " + period);
        settings.forEach(setting -> arguments.append(" --set ").append(setting));
        return new Simulations.Asked(period, settings, terminal.caller(arguments.toString()));
    }

    private int simulate(Contribution contribution, Settings configured, Simulations.Asked asked)
            throws NotAsPublished, ConfigException, IOException {
        try {
            Optional<Simulations.Simulated> simulated =
                    contribution.simulations(configured.jurisdiction()).simulate(asked);
            if (simulated.isEmpty()) {
                terminal.complain("cli.no_revision", "period", period);
                return ExitCode.USAGE.code();
            }
            return tell(simulated.get());
        } catch (Misaddressed e) {
            return tell(e);
        } catch (Simulations.Unsound e) {
            terminal.complain("cli.simulate_unsound", "count", e.problems().size());
            for (ConfigProblem problem : e.problems()) {
                terminal.complain("cli.simulate_problem", "problem", problem.print(terminal.words()));
            }
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
        terminal.say(
                "cli.simulate_title",
                "period",
                period,
                "revision",
                simulated.base().run().revision(),
                "code",
                simulated.base().run().code());
        simulated
                .base()
                .approval()
                .ifPresent(approval ->
                        terminal.tell(approval, simulated.base().run().revision()));
        SimulationAnswer.of(simulated.base(), simulated.changes(), simulated.judged(), terminal.words())
                .forEach(terminal::show);
        terminal.line("");
        terminal.say("cli.simulate_end");
        return ExitCode.DONE.code();
    }

    private int tell(Misaddressed refused) {
        Map<String, String> details = new TreeMap<>(refused.details());
        details.computeIfPresent(
                "meant", (key, meant) -> meant.isEmpty() ? "" : terminal.words().text("config.meant", "meant", meant));
        details.computeIfPresent(
                "allowed",
                (key, allowed) -> allowed.isEmpty() ? terminal.words().text("config.nothing") : allowed);
        details.computeIfPresent("code", (key, code) -> terminal.words().text("finding." + code + ".title"));
        terminal.complain(
                "cli.simulate." + refused.reason().name(),
                details.entrySet().stream()
                        .<Object>mapMulti((entry, each) -> {
                            each.accept(entry.getKey());
                            each.accept(entry.getValue());
                        })
                        .toArray());
        return ExitCode.USAGE.code();
    }
}

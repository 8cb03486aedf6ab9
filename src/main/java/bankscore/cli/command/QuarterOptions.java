package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.ProgressLine;
import bankscore.cli.screen.RunLog;
import bankscore.cli.screen.Terminal;
import bankscore.contribution.Contribution;
import bankscore.contribution.ContributionJob;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.load.Settings;
import bankscore.read.InputChanged;
import bankscore.run.Engine;
import bankscore.run.Engine.DatabaseUnavailable;
import bankscore.run.RunPeriod;
import bankscore.run.request.JobFailure;
import bankscore.run.request.Progress;
import bankscore.run.request.RunFolders;
import bankscore.run.request.RunOutcome;
import bankscore.run.request.RunRequest;
import bankscore.run.take.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code run} and {@code check} share: period, scheme, strictness, places, and how their ends are told. */
final class QuarterOptions {

    private static final Logger LOG = LoggerFactory.getLogger(QuarterOptions.class);

    @Parameters(
            index = "0",
            paramLabel = "PERIOD",
            converter = PeriodConverter.class,
            descriptionKey = "period",
            arity = "1")
    private Period period = new Period(2022, 4);

    @Option(names = "--scheme", paramLabel = "ID", descriptionKey = "scheme")
    private @Nullable String scheme;

    @Option(names = "--strict", descriptionKey = "strict")
    private boolean strict;

    @Mixin
    private Folders places = new Folders();

    /** One of the two things that can be done with a period. */
    @FunctionalInterface
    interface Work {
        RunOutcome.Told on(RunPeriod<Scheme> run, RunRequest request, Configuration<Scheme> configuration)
                throws IOException, InputChanged, JobFailure;
    }

    Period period() {
        return period;
    }

    Folders places() {
        return places;
    }

    /** Does the work and tells how it ended. */
    int execute(Terminal terminal, String command, Work work) {
        Configuration<Scheme> configuration;
        try {
            configuration = ContributionJob.configuration(places.config(), period, Optional.ofNullable(scheme));
        } catch (ConfigException e) {
            int code = terminal.refused(e);
            if (command.equals("run")) {
                noteRefusal(terminal, command);
            }
            return code;
        }
        Path publications;
        try {
            Files.createDirectories(places.output());
            publications = places.publications(configuration.settings().jurisdiction());
        } catch (IOException e) {
            return terminal.failed(e, places.output());
        }
        try (RunLog log = RunLog.open(places.output(), command + "-" + period, terminal);
                ProgressLine line = terminal.progress()) {
            RunRequest request = request(terminal, command, publications, places.isQuiet() ? Progress.SILENT : line);
            log.begins(terminal.installation().version(), request.caller().arguments());
            return execute(terminal, work, request, configuration, log, line);
        }
    }

    private int execute(
            Terminal terminal,
            Work work,
            RunRequest request,
            Configuration<Scheme> configuration,
            RunLog log,
            ProgressLine line) {
        try (Engine engine = Engine.start(places.output(), places.database(), terminal.environment())) {
            RunPeriod<Scheme> periods = new Contribution(engine, terminal.installation()).periods();
            RunOutcome.Told outcome = work.on(periods, request, configuration);
            line.close();
            log.ends(outcome.end());
            if (outcome.recovered()) {
                terminal.say("cli.recovered");
            }
            int code = outcome.end()
                    .read(new EndTold(terminal, period, places.isQuiet()))
                    .code();
            outcome.approval()
                    .ifPresent(approval -> terminal.tell(approval, outcome.end().revision()));
            return code;
        } catch (DatabaseUnavailable e) {
            return terminal.unavailable(e, places.output());
        } catch (InputChanged e) {
            return terminal.changed(e);
        } catch (IOException | JobFailure | RuntimeException e) {
            return terminal.failed(e, places.output());
        }
    }

    /** The history keeps a refused run; where it cannot be kept, the refusal stands all the same. */
    private void noteRefusal(Terminal terminal, String command) {
        try {
            Settings settings = Settings.load(places.config().resolve("bankscore.yaml"), "config/bankscore.yaml");
            Files.createDirectories(places.output());
            try (Engine engine = Engine.start(places.output(), places.database(), terminal.environment())) {
                Path publications = places.publications(settings.jurisdiction());
                new Contribution(engine, terminal.installation())
                        .periods()
                        .refused(request(terminal, command, publications, Progress.SILENT), settings.jurisdiction());
            }
        } catch (ConfigException | IOException | DatabaseUnavailable | RuntimeException e) {
            LOG.warn(
                    "history: a refused run could not be noted, {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Writes the blank workbooks and says where they are. */
    int templates(Terminal terminal) {
        try {
            Configuration<Scheme> configuration =
                    ContributionJob.configuration(places.config(), period, Optional.ofNullable(scheme));
            Files.createDirectories(places.output());
            Path publications = places.publications(configuration.settings().jurisdiction());
            try (Engine engine = Engine.start(places.output(), places.database(), terminal.environment())) {
                Path folder = new Contribution(engine, terminal.installation())
                        .templates()
                        .write(request(terminal, "template", publications, Progress.SILENT), configuration);
                terminal.say("cli.templates", "period", period, "folder", folder);
                return ExitCode.DONE.code();
            }
        } catch (ConfigException e) {
            return terminal.refused(e);
        } catch (DatabaseUnavailable e) {
            return terminal.unavailable(e, places.output());
        } catch (InputChanged e) {
            return terminal.changed(e);
        } catch (IOException | RuntimeException e) {
            return terminal.failed(e, places.output());
        }
    }

    private RunRequest request(Terminal terminal, String command, Path publications, Progress progress) {
        List<String> arguments = new ArrayList<>(List.of(
                command, period.toString(), scheme == null ? "" : "--scheme " + scheme, strict ? "--strict" : ""));
        arguments.addAll(places.arguments());
        return new RunRequest(
                period,
                Optional.ofNullable(scheme),
                strict,
                new RunFolders(places.config(), places.input(), publications),
                terminal.caller(String.join(
                        " ", arguments.stream().filter(word -> !word.isEmpty()).toList())),
                progress);
    }
}

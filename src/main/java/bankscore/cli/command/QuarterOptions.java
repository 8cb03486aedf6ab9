package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.ProgramVersion;
import bankscore.cli.screen.ProgressLine;
import bankscore.cli.screen.RunLog;
import bankscore.cli.screen.Terminal;
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
        RunOutcome on(RunPeriod run, RunRequest request, Configuration<Scheme> configuration)
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
        try (RunLog log = terminal.log(places.output(), command + "-" + period);
                ProgressLine line = terminal.progress()) {
            RunRequest request = request(terminal, command, publications, places.isQuiet() ? Progress.SILENT : line);
            log.begins(request.version(), request.arguments());
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
            RunOutcome outcome = work.on(engine.quarterRun(), request, configuration);
            line.close();
            log.ends(outcome);
            int code = tell(terminal, outcome);
            outcome.approval().ifPresent(approval -> terminal.tell(approval, outcome.revision()));
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
                engine.quarterRun()
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
            Configuration<Scheme> configuration = ContributionJob.configuration(places.config(), period, Optional.ofNullable(scheme));
            Files.createDirectories(places.output());
            Path publications = places.publications(configuration.settings().jurisdiction());
            try (Engine engine = Engine.start(places.output(), places.database(), terminal.environment())) {
                Path folder = engine.templates()
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
                places.config(),
                places.input(),
                publications,
                String.join(
                        " ", arguments.stream().filter(word -> !word.isEmpty()).toList()),
                ProgramVersion.read(),
                System.getProperty("user.name", ""),
                machine(terminal),
                terminal.words(),
                terminal.clock(),
                progress);
    }

    /** The machine's name without asking the network. */
    static String machine(Terminal terminal) {
        String named = terminal.environment().getOrDefault("COMPUTERNAME", "");
        if (!named.isEmpty()) {
            return named;
        }
        try {
            return Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException e) {
            return terminal.environment().getOrDefault("HOSTNAME", "");
        }
    }

    private int tell(Terminal terminal, RunOutcome outcome) {
        if (outcome.recovered()) {
            terminal.say("cli.recovered");
        }
        Object folder = outcome.folder().map(Object::toString).orElse("");
        switch (outcome.end()) {
            case LOCKED -> {
                terminal.complain("cli.locked");
                return ExitCode.LOCKED.code();
            }
            case NOTHING_NEW, RESTORED ->
                terminal.say(
                        outcome.end() == RunOutcome.End.RESTORED ? "cli.restored" : "cli.nothing_new",
                        "period",
                        period,
                        "revision",
                        outcome.revision(),
                        "folder",
                        folder);
            case PUBLISHED -> {
                show(terminal, outcome);
                terminal.say(
                        "cli.published",
                        "period",
                        period,
                        "revision",
                        outcome.revision(),
                        "files",
                        outcome.files(),
                        "figures",
                        outcome.figures(),
                        "folder",
                        folder);
            }
            case CLEAN -> {
                show(terminal, outcome);
                terminal.say("cli.clean", "period", period, "files", outcome.files(), "figures", outcome.figures());
                if (outcome.folder().isPresent()) {
                    terminal.say("cli.listed", "folder", folder);
                }
                if (outcome.uncompared()) {
                    terminal.say("cli.not_compared");
                }
                terminal.say("cli.not_checked");
            }
            case FINDINGS -> {
                show(terminal, outcome);
                terminal.say("cli.stopped", "period", period, "folder", folder);
                return ExitCode.FINDINGS.code();
            }
        }
        return ExitCode.DONE.code();
    }

    private void show(Terminal terminal, RunOutcome outcome) {
        if (!places.isQuiet()) {
            terminal.show(outcome.findings());
        }
        terminal.counts(outcome.findings(), outcome.files(), outcome.cells());
    }
}

package bankscore.cli.command.quarter;

import bankscore.cli.command.AskedPeriod;
import bankscore.cli.command.OpenDatabase;
import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.ProgressLine;
import bankscore.cli.screen.Terminal;
import bankscore.finding.ConfigException;
import bankscore.finding.InputChanged;
import bankscore.front.Folders;
import bankscore.front.Known;
import bankscore.front.OptimisingJava;
import bankscore.front.RunLog;
import bankscore.run.Engine;
import bankscore.run.Engine.DatabaseUnavailable;
import bankscore.run.Faces;
import bankscore.run.Office;
import bankscore.run.Prepared;
import bankscore.run.request.Installation;
import bankscore.run.request.JobFailure;
import bankscore.run.request.Privacy;
import bankscore.run.request.Progress;
import bankscore.run.request.RunFolders;
import bankscore.run.request.RunOutcome;
import bankscore.run.request.RunRequest;
import bankscore.run.revisions.NotAsPublished;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code run} and {@code check} share: period, scheme, strictness, places, and how their ends are told. */
final class QuarterOptions {

    private static final Logger LOG = LoggerFactory.getLogger(QuarterOptions.class);

    @Mixin
    private AskedPeriod asked = new AskedPeriod();

    @Option(names = "--scheme", paramLabel = "ID", descriptionKey = "scheme")
    private @Nullable String scheme;

    @Option(names = "--strict", descriptionKey = "strict")
    private boolean strict;

    @Mixin
    private Folders places = new Folders();

    /** One of the two things that can be done with a period. */
    @FunctionalInterface
    interface Work {
        RunOutcome.Told on(Prepared<?> prepared, RunRequest request, Engine engine, Installation installation)
                throws IOException, InputChanged, JobFailure, NotAsPublished;
    }

    /** Does the work and tells how it ended. */
    int execute(Terminal terminal, String command, Work work) {
        Prepared<?> prepared;
        RunFolders folders;
        try {
            Office office = places.office();
            OptionalInt done = OptimisingJava.instead(
                    office.folders().input().resolve(asked.period().toString()), places.words());
            if (done.isPresent()) {
                return done.getAsInt();
            }
            prepared = prepared(office);
            folders = publishing(office);
            terminal.unused(prepared.unused());
        } catch (ConfigException e) {
            int code = terminal.refused(e);
            if (command.equals("run")) {
                noteRefusal(terminal, command);
            }
            return code;
        } catch (IOException e) {
            return terminal.failed(e, places.output());
        }
        try (RunLog log = terminal.log(places.output(), command + "-" + asked.period());
                ProgressLine line = terminal.progress()) {
            RunRequest request = request(terminal, command, folders, places.isQuiet() ? Progress.SILENT : line);
            log.begins(terminal.installation().version(), request.caller().arguments());
            return new OpenDatabase(terminal, places)
                    .with(
                            engine -> tell(
                                    terminal, log, line, work.on(prepared, request, engine, terminal.installation())),
                            command.equals("run") ? prepared::preload : () -> () -> {});
        }
    }

    private int tell(Terminal terminal, RunLog log, ProgressLine line, RunOutcome.Told told) {
        line.close();
        log.ends(told.end());
        if (told.recovered()) {
            terminal.say("cli.recovered");
        }
        ExitCode code = told.end().read(new EndTold(terminal, asked.period(), places.isQuiet()));
        told.approval().ifPresent(approval -> terminal.tell(approval, told.end().revision()));
        return terminal.tell(told.filed(), code.code());
    }

    /** The history keeps a refused run; where it cannot be kept, the refusal stands all the same. */
    private void noteRefusal(Terminal terminal, String command) {
        try {
            Office office = places.office();
            RunRequest request = request(terminal, command, publishing(office), Progress.SILENT);
            try (Engine engine = places.open(terminal.seat())) {
                new Faces(Known.APPLICATIONS, office, engine, terminal.installation()).refused(request, places.rule());
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
            Office office = places.office();
            Prepared<?> prepared = prepared(office);
            RunRequest request = request(terminal, "template", publishing(office), Progress.SILENT);
            return new OpenDatabase(terminal, places).with(engine -> {
                Path folder = prepared.templates(request, engine, terminal.installation());
                terminal.say("cli.templates", "period", asked.period(), "folder", folder);
                return ExitCode.DONE.code();
            });
        } catch (ConfigException e) {
            return terminal.refused(e);
        } catch (IOException e) {
            return terminal.failed(e, places.output());
        }
    }

    private Prepared<?> prepared(Office office) throws ConfigException {
        return Prepared.of(
                Known.APPLICATIONS.of(office, places.rule()),
                office,
                asked.period(),
                places.rule(),
                Optional.ofNullable(scheme));
    }

    private RunFolders publishing(Office office) throws IOException {
        Privacy.folder(office.folders().output());
        return office.publishing();
    }

    private RunRequest request(Terminal terminal, String command, RunFolders folders, Progress progress) {
        List<String> arguments = new ArrayList<>(List.of(
                command,
                asked.period().toString(),
                places.ruleTyped().strip(),
                scheme == null ? "" : "--scheme " + scheme,
                strict ? "--strict" : ""));
        arguments.addAll(places.arguments());
        return new RunRequest(
                asked.period(),
                Optional.ofNullable(scheme),
                strict,
                folders,
                terminal.caller(String.join(
                        " ", arguments.stream().filter(word -> !word.isEmpty()).toList())),
                progress);
    }
}

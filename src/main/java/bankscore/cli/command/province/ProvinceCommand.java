package bankscore.cli.command.province;

import bankscore.cli.command.AskedPeriod;
import bankscore.cli.command.OpenDatabase;
import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.HowEnded;
import bankscore.cli.screen.ProgressLine;
import bankscore.cli.screen.Terminal;
import bankscore.finding.ConfigException;
import bankscore.front.Folders;
import bankscore.front.Known;
import bankscore.front.RunLog;
import bankscore.office.Holder;
import bankscore.province.Counties;
import bankscore.province.CountyPlaces;
import bankscore.province.HeadwayFile;
import bankscore.province.Province;
import bankscore.province.ProvinceOutcome;
import bankscore.province.ProvinceRequest;
import bankscore.province.ProvinceText;
import bankscore.province.Spread;
import bankscore.province.Threads;
import bankscore.province.remote.SharedOut;
import bankscore.run.Engine;
import bankscore.run.Engine.DatabaseUnavailable;
import bankscore.run.Office;
import bankscore.run.request.JobFailure;
import bankscore.run.request.Privacy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bankscore province 2022Q4}: every county of a province, and how far they are. */
@Command(name = "province", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class ProvinceCommand implements Callable<Integer> {

    /** As many as the connections to a database are enough for. */
    private static final int MOST = 12;

    private final Terminal terminal;

    @Mixin
    private AskedPeriod asked = new AskedPeriod();

    @Option(names = "--local", paramLabel = "K", descriptionKey = "local")
    private @Nullable Integer local;

    @Option(names = "--by-path", descriptionKey = "by_path")
    private boolean byPath;

    @Option(names = "--status", descriptionKey = "status")
    private boolean status;

    @Option(names = "--strict", descriptionKey = "strict")
    private boolean strict;

    @Mixin
    private Folders places = new Folders();

    public ProvinceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (atOnce() < 1 || atOnce() > MOST || places.county().isPresent() || places.isSample()) {
            return terminal.misused("province.usage");
        }
        if (byPath && !isSharedOut()) {
            return terminal.misused("province.by_path");
        }
        Counties counties;
        Map<String, String> configurations;
        try {
            Office office = places.office();
            if (status) {
                return status(office);
            }
            counties = Counties.of(places.counties(), office);
            Counties.Read read = counties.prepare(Known.APPLICATIONS, asked.period(), places.rule(), terminal.words());
            configurations = read.digests();
            terminal.unused(read.unused());
            Privacy.folder(places.output());
        } catch (ConfigException e) {
            return terminal.refused(e);
        } catch (IOException e) {
            return terminal.failed(e, places.output());
        }
        try (RunLog log = terminal.log(places.output(), "province-" + asked.period());
                ProgressLine line = terminal.progress()) {
            ProvinceRequest request = request();
            log.begins(terminal.installation().version(), request.caller().arguments());
            terminal.say(
                    isSharedOut() ? "province.begins.shared" : "province.begins",
                    "province",
                    counties.province().jurisdiction(),
                    "period",
                    asked.period(),
                    "counties",
                    counties.all().size(),
                    "local",
                    atOnce());
            return new OpenDatabase(terminal, places)
                    .with(engine -> spread(engine, counties, configurations, request, line));
        }
    }

    private int atOnce() {
        return local == null ? 1 : local;
    }

    /** Whether workers elsewhere do the work: unless this process is to, or nobody else can reach the database. */
    private boolean isSharedOut() {
        return local == null && places.server().isPresent();
    }

    private int spread(
            Engine engine,
            Counties counties,
            Map<String, String> configurations,
            ProvinceRequest request,
            ProgressLine line)
            throws JobFailure, IOException, ConfigException {
        List<String> obstacles = new CountyPlaces(engine, terminal.words()).obstacles(counties);
        if (!obstacles.isEmpty()) {
            line.close();
            obstacles.forEach(terminal::complaint);
            return ExitCode.ENVIRONMENT.code();
        }
        if (!isSharedOut()) {
            return run(engine, new Threads(), counties, configurations, request, line);
        }
        try (SharedOut workers = new SharedOut(
                engine,
                Engine.connections(
                        places.server().orElseThrow(), terminal.seat().environment(), Holder.of(request.caller())))) {
            return run(engine, workers, counties, configurations, request, line);
        }
    }

    private int run(
            Engine engine,
            Spread spread,
            Counties counties,
            Map<String, String> configurations,
            ProvinceRequest request,
            ProgressLine line)
            throws JobFailure, IOException, ConfigException {
        ProvinceText text = new ProvinceText(terminal.words());
        ProvinceOutcome outcome;
        try (HeadwayFile file = new HeadwayFile(places.output(), asked.period())) {
            Province province = new Province(engine, Known.APPLICATIONS, terminal.installation(), spread, headway -> {
                String said = text.line(headway);
                if (places.server().isEmpty()) {
                    file.says(said);
                }
                if (!places.isQuiet()) {
                    line.reached(said);
                }
            });
            outcome = province.run(counties, configurations, request);
        } catch (JobFailure | RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (DatabaseUnavailable.isUnreachable(cause)) {
                    RunLog.failed(e);
                    line.close();
                    terminal.complain("province.database_gone");
                    return ExitCode.ENVIRONMENT.code();
                }
            }
            if (e instanceof JobFailure) {
                line.close();
                terminal.complain("province.not_reported");
            }
            throw e;
        }
        line.close();
        return outcome.read(new ProvinceTold(terminal, counties.province(), asked.period()))
                .code();
    }

    private int status(Office office) {
        if (!places.hasDatabase()) {
            return never(office);
        }
        int code = new OpenDatabase(terminal, places).with(engine -> {
            Province.Status known = Province.status(engine, office, asked.period(), places.rule());
            if (known.counties().isEmpty()) {
                return never(office);
            }
            ProvinceText text = new ProvinceText(terminal.words());
            terminal.line(text.line(known.headway()));
            terminal.show(text.table(known));
            if (!known.hands().isEmpty()) {
                terminal.show(text.workers(known));
            }
            text.silent(known).forEach(terminal::complaint);
            if (known.isInterrupted()) {
                terminal.complain("province.interrupted");
            }
            terminal.ends(HowEnded.LOOKED);
            return ExitCode.DONE.code();
        });
        if (code == ExitCode.LOCKED.code()) {
            // Whoever has the file for himself tells.
            new HeadwayFile(places.output(), asked.period()).said().ifPresent(terminal::line);
        }
        return code;
    }

    private int never(Office office) {
        terminal.ends(HowEnded.NOTHING);
        terminal.say("province.never", "province", office.jurisdiction(), "period", asked.period());
        return ExitCode.DONE.code();
    }

    private ProvinceRequest request() {
        List<String> arguments = new ArrayList<>(List.of("province", asked.period() + places.ruleTyped()));
        if (strict) {
            arguments.add("--strict");
        }
        if (byPath) {
            arguments.add("--by-path");
        }
        arguments.addAll(places.arguments());
        return new ProvinceRequest(
                asked.period(), places.rule(), strict, atOnce(), byPath, terminal.caller(String.join(" ", arguments)));
    }
}

package bankscore.desk;

import bankscore.desk.Desk.Listening;
import bankscore.desk.Desk.Listening.KeyStore;
import bankscore.desk.guard.Door;
import bankscore.desk.layout.Workplace;
import bankscore.front.Commands;
import bankscore.front.Desktop;
import bankscore.front.Folders;
import bankscore.front.ProgramVersion;
import bankscore.front.RunLog;
import bankscore.front.Seat;
import bankscore.run.request.Installation;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bankscore desk}: serves the desk until the process is ended. */
@Command(
        name = "bankscore desk",
        resourceBundle = "usage",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
public final class Main implements Callable<Integer> {

    /** Address, database or disk ({@code operations.md#exit-codes}). */
    private static final int ENVIRONMENT = 6;

    private static final int LAST_PORT = 65_535;
    private static final Pattern ADDRESS = Pattern.compile("([^:\\s]+|\\[[0-9A-Fa-f:]+]):([0-9]{1,5})");

    private final Seat seat;
    private final PrintStream out;
    private final PrintStream err;

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port")
    private int port;

    @Option(names = "--listen", paramLabel = "ADDRESS:PORT", descriptionKey = "listen")
    private String listen = "";

    @Option(names = "--host", paramLabel = "NAME", descriptionKey = "host")
    private List<String> hosts = List.of();

    @Option(names = "--keystore", paramLabel = "FILE", descriptionKey = "keystore")
    private @Nullable Path keystore;

    @Option(names = "--behind-proxy", descriptionKey = "behind_proxy")
    private boolean behindProxy;

    @Option(names = "--no-browser", descriptionKey = "no_browser")
    private boolean noBrowser;

    @Mixin
    private Folders places = new Folders();

    private Main(Seat seat, PrintStream out, PrintStream err) {
        this.seat = seat;
        this.out = out;
        this.err = err;
    }

    /** Ends the process with one of the exit codes of {@code operations.md#exit-codes}. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Seat seat =
                new Seat(Installation.of(Clock.system(ZoneId.systemDefault()), ProgramVersion.read()), System.getenv());
        System.exit(serve(seat, out, System.err, arguments));
    }

    /** Serves until it is interrupted; gives the exit code. */
    static int serve(Seat seat, PrintStream out, PrintStream err, String... arguments) {
        return new CommandLine(
                        new Main(seat, out, err),
                        new Commands(seat.installation().words()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        try (RunLog log = RunLog.open(
                places.output(),
                "desk",
                seat.installation().clock(),
                seat.environment().containsKey("BANKSCORE_TRACE"))) {
            log.begins(seat.installation().version(), "desk");
            Optional<Listening> where = listening();
            return where.isEmpty() ? CommandLine.ExitCode.USAGE : serve(where.get());
        }
    }

    private int serve(Listening where) throws InterruptedException {
        Optional<Desk> started = Optional.empty();
        try (Workplace workplace = new Workplace(seat, places, !listen.isEmpty())) {
            try {
                started = Optional.of(Desk.start(workplace, where));
            } catch (RuntimeException e) {
                // The port was taken meanwhile, or something of the program is missing.
                complain(
                        "desk.listen.failed",
                        "address",
                        where.address() + ":" + where.port(),
                        "fault",
                        RunLog.fault(e));
                return ENVIRONMENT;
            }
            String entry = started.get().entry();
            out.println(entry);
            if (!noBrowser && listen.isEmpty()) {
                new Desktop(System.getProperty("os.name", ""), seat.environment()).open(entry);
            }
            started.get().await();
        } finally {
            started.ifPresent(Desk::close);
        }
        return CommandLine.ExitCode.OK;
    }

    /** Where it is served; empty, and told, if nobody may be asked there in the clear, or nobody can. */
    private Optional<Listening> listening() {
        if (listen.isEmpty()) {
            return Optional.of(Listening.here(port));
        }
        Matcher address = ADDRESS.matcher(listen);
        String password = seat.environment().getOrDefault("BANKSCORE_KEYSTORE_PASSWORD", "");
        if (!address.matches() || Integer.parseInt(address.group(2)) > LAST_PORT) {
            return refused("desk.listen.address");
        }
        if ((keystore == null) != behindProxy || (keystore != null && password.isEmpty())) {
            return refused("desk.listen.tls");
        }
        Optional<KeyStore> store = Optional.ofNullable(keystore).map(file -> new KeyStore(file, password));
        if (store.isPresent() && !store.get().opens()) {
            return refused("desk.listen.keystore", "file", store.get().file());
        }
        Set<String> names = new LinkedHashSet<>(hosts);
        if (hosts.isEmpty()) {
            names.add(listen);
        }
        return Optional.of(new Listening(
                address.group(1), Integer.parseInt(address.group(2)), new Door(names, "https", true), store));
    }

    private Optional<Listening> refused(String key, Object... values) {
        complain(key, values);
        return Optional.empty();
    }

    private void complain(String key, Object... values) {
        err.println(seat.installation().words().text(key, values));
    }
}

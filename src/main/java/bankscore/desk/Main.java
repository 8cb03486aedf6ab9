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

    private static final Pattern ADDRESS = Pattern.compile("([^:\\s]+|\\[[0-9A-Fa-f:]+]):([0-9]{1,5})");

    private final Seat seat;
    private final PrintStream out;

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

    private Main(Seat seat, PrintStream out) {
        this.seat = seat;
        this.out = out;
    }

    /** Ends the process with one of the exit codes of {@code operations.md#exit-codes}. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Seat seat =
                new Seat(Installation.of(Clock.system(ZoneId.systemDefault()), ProgramVersion.read()), System.getenv());
        System.exit(new CommandLine(
                        new Main(seat, out), new Commands(seat.installation().words()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<Listening> where = listening();
        if (where.isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        try (RunLog log = RunLog.open(
                        places.output(),
                        "desk",
                        seat.installation().clock(),
                        seat.environment().containsKey("BANKSCORE_TRACE"));
                Workplace workplace = new Workplace(seat, places, !listen.isEmpty());
                Desk desk = Desk.start(workplace, where.get())) {
            log.begins(seat.installation().version(), "desk");
            out.println(desk.entry());
            if (!noBrowser && listen.isEmpty()) {
                new Desktop(System.getProperty("os.name", ""), seat.environment()).open(desk.entry());
            }
            desk.await();
        }
        return CommandLine.ExitCode.OK;
    }

    /** Where it is served; empty, and told, if nobody may be asked there in the clear. */
    private Optional<Listening> listening() {
        if (listen.isEmpty()) {
            return Optional.of(Listening.here(port));
        }
        Matcher address = ADDRESS.matcher(listen);
        String password = seat.environment().getOrDefault("BANKSCORE_KEYSTORE_PASSWORD", "");
        if (!address.matches()) {
            return refused("desk.listen.address");
        }
        if ((keystore == null) != behindProxy || (keystore != null && password.isEmpty())) {
            return refused("desk.listen.tls");
        }
        Set<String> names = new LinkedHashSet<>(hosts);
        if (hosts.isEmpty()) {
            names.add(listen);
        }
        return Optional.of(new Listening(
                address.group(1),
                Integer.parseInt(address.group(2)),
                new Door(names, "https", true),
                Optional.ofNullable(keystore).map(file -> new KeyStore(file, password))));
    }

    private Optional<Listening> refused(String key) {
        System.err.println(seat.installation().words().text(key));
        return Optional.empty();
    }
}

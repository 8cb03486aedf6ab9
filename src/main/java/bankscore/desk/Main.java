package bankscore.desk;

import bankscore.desk.Desk.Listening;
import bankscore.desk.layout.Workplace;
import bankscore.front.Commands;
import bankscore.front.Desktop;
import bankscore.front.Folders;
import bankscore.front.ProgramVersion;
import bankscore.front.Seat;
import bankscore.run.request.Installation;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
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

    private final Seat seat;
    private final PrintStream out;

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port")
    private int port;

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
        try (Workplace workplace = new Workplace(seat, places);
                Desk desk = Desk.start(workplace, Listening.here(port))) {
            out.println(desk.entry());
            if (!noBrowser) {
                new Desktop(System.getProperty("os.name", ""), seat.environment()).open(desk.entry());
            }
            desk.await();
        }
        return CommandLine.ExitCode.OK;
    }
}

package bankscore.cli.command.province;

import bankscore.cli.command.OpenDatabase;
import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.front.Folders;
import bankscore.front.Known;
import bankscore.front.RunLog;
import bankscore.office.Caller;
import bankscore.office.Holder;
import bankscore.province.remote.Worker;
import bankscore.run.Engine;
import bankscore.run.request.Privacy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bankscore worker --db jdbc:postgresql://…}: takes one county after the other. */
@Command(name = "worker", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class WorkerCommand implements Callable<Integer> {

    /** Who ends a worker waits for its county; whoever shuts the machine down waits no longer than this. */
    private static final long SECONDS_TO_END = 80;

    private final Terminal terminal;

    @Option(names = "--drain", descriptionKey = "drain")
    private boolean drain;

    @Mixin
    private Folders places = new Folders();

    public WorkerCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (places.server().isEmpty() || places.county().isPresent() || places.isSample()) {
            return terminal.misused("province.worker.usage");
        }
        Caller caller = terminal.caller("worker" + (drain ? " --drain" : ""));
        try {
            Privacy.folder(places.output());
        } catch (IOException e) {
            return terminal.failed(e, places.output());
        }
        try (RunLog log = terminal.log(places.output(), "worker")) {
            log.begins(terminal.installation().version(), caller.arguments());
            return new OpenDatabase(terminal, places).with(engine -> work(engine, caller));
        }
    }

    private int work(Engine engine, Caller caller) {
        // That of this process, which the next command removes if it is killed.
        Path folder = Path.of(System.getProperty("java.io.tmpdir")).resolve("work");
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            told.countDown();
            try {
                ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try (Worker worker = new Worker(
                engine,
                Known.APPLICATIONS,
                terminal.installation(),
                Engine.connections(
                        places.server().orElseThrow(), terminal.seat().environment(), Holder.of(caller)),
                folder,
                caller)) {
            terminal.say("province.worker.begins", "worker", Engine.session(Holder.of(caller)));
            Worker.End end = worker.work(drain, () -> told.getCount() == 0);
            if (end == Worker.End.OTHER_VERSION) {
                terminal.complain(
                        "province.worker.other_version",
                        "version",
                        terminal.installation().version());
                return ExitCode.ENVIRONMENT.code();
            }
            terminal.say("province.worker.ends");
            return ExitCode.DONE.code();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.DONE.code();
        } finally {
            ended.countDown();
        }
    }
}

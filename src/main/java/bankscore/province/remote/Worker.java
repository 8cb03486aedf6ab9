package bankscore.province.remote;

import bankscore.office.Caller;
import bankscore.office.Holder;
import bankscore.province.CountyStep;
import bankscore.province.ProvinceParameters;
import bankscore.run.Applications;
import bankscore.run.Engine;
import bankscore.run.request.Deletion;
import bankscore.run.request.Digests;
import bankscore.run.request.Installation;
import bankscore.run.request.Privacy;
import bankscore.run.request.RunFolders;
import bankscore.store.database.Database;
import bankscore.store.province.SharedFiles;
import bankscore.store.province.Workers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepLocator;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * Takes one county after the other and runs it in this process, which stays warm. What it computes lies in the database
 * when the county is done; its own folder is emptied after each.
 */
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private static final long POLL_MILLIS = 300;
    private static final long AGAIN_MILLIS = 1_000;
    private static final long BEAT_SECONDS = 30;

    private final Engine engine;
    private final Installation installation;
    private final CountyMessages messages;
    private final Workers workers;
    private final Path folder;
    private final Caller caller;
    private final String name;
    private final Step step;
    private volatile String county = "";

    /** The only step that a worker has. */
    private record OneStep(Step step) implements StepLocator {

        @Override
        public Step getStep(String name) {
            return step;
        }
    }

    /** Why a worker ended. */
    public enum End {
        /** It was told to, or there was nothing left to do and it was not to wait. */
        DONE,
        /** A county waits that a manager of another version sent. */
        OTHER_VERSION
    }

    /**
     * @param messages connections of their own; it is closed with this
     * @param folder where it may write, which nobody else uses
     * @param caller who started it, and when
     */
    public Worker(
            Engine engine,
            Applications applications,
            Installation installation,
            Database messages,
            Path folder,
            Caller caller) {
        this.engine = engine;
        this.installation = installation;
        this.messages = new CountyMessages(messages);
        this.workers = new Workers(engine.dataSource());
        this.folder = folder;
        this.caller = caller;
        this.name = Engine.session(Holder.of(caller));
        this.step = CountyStep.of(engine, applications, installation, this::brought, headway -> {});
    }

    /**
     * Works until it is told to end; the county that it is at is done first.
     *
     * @param drain whether it ends when no county waits
     */
    public End work(boolean drain, BooleanSupplier ended) throws InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "county"));
        ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "heartbeat");
            daemon.setDaemon(true);
            return daemon;
        });
        Future<?> beats = beat.scheduleWithFixedDelay(this::beat, 0, BEAT_SECONDS, TimeUnit.SECONDS);
        try {
            while (!ended.getAsBoolean()) {
                switch (taken(thread)) {
                    case GIVEN_BACK -> {
                        return End.OTHER_VERSION;
                    }
                    case NONE -> {
                        if (drain) {
                            return End.DONE;
                        }
                        Thread.sleep(POLL_MILLIS);
                    }
                    case UNKNOWN -> Thread.sleep(AGAIN_MILLIS);
                    case DONE -> {}
                }
            }
            return End.DONE;
        } finally {
            beats.cancel(false);
            beat.shutdown();
            thread.shutdown();
            leave();
        }
    }

    /** What came of asking for a county; a message that could not be taken to its end comes again. */
    private CountyMessages.Taken taken(ExecutorService thread) {
        try {
            return messages.take(id -> onItsThread(thread, id));
        } catch (RuntimeException e) {
            // Once a try, and there may be many: the database may be away for hours.
            LOG.warn(
                    "worker: a message comes again, {}",
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
            return CountyMessages.Taken.UNKNOWN;
        }
    }

    /** The county's own transactions would be taken for parts of that of its message if they were of the same thread. */
    private boolean onItsThread(ExecutorService thread, long id) throws InterruptedException {
        try {
            return thread.submit(() -> done(id)).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private boolean done(long id) throws IOException {
        StepExecution execution = engine.repository().getStepExecution(id);
        if (execution == null || !execution.getStatus().isLessThanOrEqualTo(BatchStatus.STARTED)) {
            LOG.info("worker: execution {} has ended already", id);
            return true;
        }
        String version = CountyStep.version(execution);
        if (!version.equals(installation.version())) {
            LOG.warn("worker: execution {} is of version {}", id, version);
            return false;
        }
        county = CountyStep.county(execution);
        beat();
        try {
            StepExecutionRequestHandler handler = new StepExecutionRequestHandler();
            handler.setJobRepository(engine.repository());
            handler.setStepLocator(new OneStep(step));
            handler.handle(new StepExecutionRequest(step.getName(), id));
            return true;
        } finally {
            county = "";
            beat();
            Deletion.of(folder);
        }
    }

    /** What a county needs, written below this worker's folder, and the parameters that lead there. */
    private ProvinceParameters brought(ProvinceParameters about, String name) throws IOException {
        Deletion.of(folder);
        Path counties = Privacy.folder(folder).resolve("counties");
        SharedFiles shared = SharedOut.files(engine, about);
        Path province = folder.resolve("province");
        write(about, shared, "", province);
        write(about, shared, name, counties.resolve(name));
        Files.createDirectories(counties.resolve(name).resolve("input"));
        return about.elsewhere(
                caller.machine(),
                new RunFolders(province.resolve("config"), province.resolve("input"), folder.resolve("output")),
                counties);
    }

    private static void write(ProvinceParameters about, SharedFiles shared, String county, Path below)
            throws IOException {
        Privacy.folder(below);
        for (Map.Entry<String, String> file : shared.of(county).entrySet()) {
            Path path = below.resolve(file.getKey()).normalize();
            if (!path.startsWith(below)) {
                throw new IOException("a path that leads elsewhere: " + file.getKey());
            }
            Files.createDirectories(path.resolveSibling(""));
            try (OutputStream out = Files.newOutputStream(path)) {
                if (about.request().byPath()) {
                    Files.copy(SharedOut.place(about, county, file.getKey()), out);
                } else {
                    shared.write(file.getValue(), out);
                }
            }
            if (!Digests.of(path).equals(file.getValue())) {
                // Somebody has written into the database, or on the disk; or the start that kept it was forgotten.
                throw new IOException("not what was shared: " + file.getKey());
            }
        }
    }

    private void beat() {
        try {
            workers.heard(new Workers.Seen(name, installation.version(), caller.time(), Duration.ZERO, county));
        } catch (DataAccessException e) {
            LOG.warn("worker: not heard of, {}", e.getClass().getSimpleName());
        }
    }

    private void leave() {
        try {
            workers.left(name);
        } catch (DataAccessException e) {
            LOG.warn("worker: left without a word, {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        messages.close();
    }
}

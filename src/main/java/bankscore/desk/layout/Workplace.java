package bankscore.desk.layout;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.InputChanged;
import bankscore.finding.Words;
import bankscore.front.Folders;
import bankscore.front.Known;
import bankscore.front.Seat;
import bankscore.province.HeadwayFile;
import bankscore.run.Engine;
import bankscore.run.Engine.DatabaseUnavailable;
import bankscore.run.Faces;
import bankscore.run.Office;
import bankscore.run.RuleDraft;
import bankscore.run.questions.Missing;
import bankscore.run.request.JobFailure;
import bankscore.run.request.Privacy;
import bankscore.run.revisions.NotAsPublished;
import bankscore.run.revisions.Remembered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the desk's pages find office, words and use cases. The database is open only while somebody asks, and a moment
 * longer: the command line beside it works in between.
 */
public final class Workplace implements AutoCloseable {

    private static final int REFUSED = 409;
    private static final int MISSING = 404;
    private static final int BROKEN = 503;

    /**
     * For so many milliseconds the file of a database stays open after a page: another follows soon, and to open it for each
     * would cost more than the page.
     */
    private static final long LINGERS = 1500;

    /** Connections to a server stay open so long after the last page: they stand in nobody's way. */
    private static final long LINGERS_ON_SERVER = 60_000;

    /** So many quarters are offered where one is begun. */
    private static final int QUARTERS = 9;

    private final Seat seat;
    private final Folders folders;
    private final boolean several;
    private final Remembered remembered = new Remembered();
    private @Nullable Engine engine;
    private int users;
    private Future<?> unused = CompletableFuture.completedFuture(null);
    private String address = "";
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "database");
        thread.setDaemon(true);
        return thread;
    });

    /** For who sits before this machine. */
    public Workplace(Seat seat, Folders folders) {
        this(seat, folders, false);
    }

    /** @param several whether several people work here, each with a key of his own */
    public Workplace(Seat seat, Folders folders, boolean several) {
        this.seat = seat;
        this.folders = folders;
        this.several = several;
    }

    /** What a page asks of the open database. */
    @FunctionalInterface
    public interface Question<T> {
        T on(Faces faces) throws IOException, InputChanged, JobFailure, ConfigException, NotAsPublished, Missing;
    }

    public Words words() {
        return seat.installation().words();
    }

    /** The quarters that have begun, the latest first: what is worked on is mostly one of the first. */
    public List<Period> quarters() {
        LocalDate today = seat.installation().now().toLocalDate();
        return Stream.iterate(new Period(today.getYear(), (today.getMonthValue() + 2) / 3), Period::previous)
                .limit(QUARTERS)
                .toList();
    }

    public Seat seat() {
        return seat;
    }

    public Folders folders() {
        return folders;
    }

    /** Whose desk it is, by the settings of now. */
    public Office office() {
        try {
            // What a kill broke off while a version of a rule was kept.
            RuleDraft.settle(folders.config());
            Office office = folders.office();
            return several ? office.reviewing() : office;
        } catch (ConfigException e) {
            throw refused(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether people are set up who sign in; not while the settings are refused. */
    public boolean hasPeople() {
        try {
            return !office().people().signers().isEmpty();
        } catch (ConfigException | Obstacle e) {
            return false;
        }
    }

    /**
     * Opens the database, unless somebody asks just now, and closes it after the last one.
     *
     * @throws Obstacle with what stands in the way
     */
    public <T> T ask(Question<T> question) {
        Office office = office();
        try {
            Engine open = enter();
            try {
                return question.on(new Faces(Known.APPLICATIONS, office, open, seat.installation(), remembered));
            } finally {
                leave();
            }
        } catch (ConfigException e) {
            throw refused(e);
        } catch (DatabaseUnavailable e) {
            throw unavailable(e);
        } catch (InputChanged e) {
            throw new Obstacle(REFUSED, List.of(words().text("cli.input_changed", "file", e.file())));
        } catch (Missing e) {
            throw new Obstacle(
                    MISSING,
                    List.of(words().text("cli.missing." + e.kind().name(), "name", e.name(), "nearest", e.nearest())));
        } catch (NotAsPublished e) {
            throw new Obstacle(
                    REFUSED,
                    List.of(words().text("cli.not_as_published." + e.reason().name())));
        } catch (IOException | JobFailure e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says where it is served, for who waits for the database. */
    public synchronized void serve(String at) {
        address = at;
    }

    private synchronized Engine enter() throws IOException, DatabaseUnavailable, ConfigException {
        Engine open = engine;
        if (open == null) {
            Privacy.folder(folders.output());
            open = folders.open(seat, "desk " + address);
            engine = open;
        }
        users++;
        return open;
    }

    private synchronized void leave() {
        users--;
        boolean onServer = engine != null && engine.hasRoles();
        if (onServer) {
            unused.cancel(false);
        }
        unused = later.schedule(this::closeUnused, onServer ? LINGERS_ON_SERVER : LINGERS, TimeUnit.MILLISECONDS);
    }

    private synchronized void closeUnused() {
        if (users == 0 && engine != null) {
            engine.close();
            engine = null;
        }
    }

    @Override
    public synchronized void close() {
        later.shutdownNow();
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }

    /** What is wrong with the configuration, as a page tells it. */
    public Obstacle refused(ConfigException e) {
        List<String> lines = new ArrayList<>();
        lines.add(words().text("cli.config", "count", e.problems().size()));
        e.problems().forEach(problem -> lines.add(problem.print(words())));
        return new Obstacle(REFUSED, lines);
    }

    private Obstacle unavailable(DatabaseUnavailable e) {
        Said said = new Said(words());
        said.complain("desk.unavailable." + e.reason().name());
        e.holder().ifPresent(said::tell);
        List<String> lines =
                new ArrayList<>(said.lines().stream().map(Said.Line::text).toList());
        if (e.holder().filter(each -> each.command().startsWith("province ")).isPresent()) {
            lines.addAll(HeadwayFile.all(folders.output()));
        }
        return new Obstacle(BROKEN, lines);
    }
}

package bankscore.desk.period;

import bankscore.desk.layout.Topic;
import bankscore.run.inbox.Inbox.Arrived;
import bankscore.run.request.Progress;
import bankscore.run.request.RunOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A check or run that the desk does or did: how far it is, and how it ended. */
final class Work implements Progress {

    /** Every so many milliseconds at most somebody is told of rows. */
    private static final long PAUSE = 200;

    private final Topic topic;
    private final boolean publishing;
    private final String person;
    private final List<Arrived> files;
    private final List<Runnable> listeners = new ArrayList<>();
    private Stage stage = Stage.TAKE;
    private long rows;
    private int permille;
    private boolean stopping;
    private boolean ended;
    private long told;
    private @Nullable RunOutcome outcome;
    private List<String> obstacle = List.of();

    Work(Topic topic, boolean publishing, String person, List<Arrived> files) {
        this.topic = topic;
        this.publishing = publishing;
        this.person = person;
        this.files = List.copyOf(files);
    }

    /** How far it is. */
    record State(Stage stage, long rows, int percent, boolean stopping, boolean ended) {}

    Topic topic() {
        return topic;
    }

    boolean publishing() {
        return publishing;
    }

    String person() {
        return person;
    }

    /** What was there when it began. */
    List<Arrived> files() {
        return files;
    }

    synchronized State state() {
        return new State(stage, rows, permille / 10, stopping, ended);
    }

    /** How it ended; empty if it has not, or something stood in the way. */
    synchronized Optional<RunOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** What stood in the way; empty if nothing did. */
    synchronized List<String> obstacle() {
        return obstacle;
    }

    /** Asks it to stop before its next stage. */
    synchronized void stop() {
        stopping = true;
    }

    /** Whoever wants to be told of every change. */
    synchronized void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Whoever wants to be told no more. */
    synchronized void leave(Runnable listener) {
        listeners.remove(listener);
    }

    /** How many are told. */
    synchronized int listening() {
        return listeners.size();
    }

    @Override
    public void begins(Stage next) {
        synchronized (this) {
            if (stopping) {
                throw new Stopped();
            }
            stage = next;
            rows = 0;
            permille = 0;
        }
        tell();
    }

    @Override
    public void reached(long reached, int part) {
        synchronized (this) {
            rows = reached;
            permille = part;
            long now = System.nanoTime() / 1_000_000;
            if (now - told < PAUSE) {
                return;
            }
            told = now;
        }
        tell();
    }

    void end(RunOutcome end) {
        synchronized (this) {
            outcome = end;
            ended = true;
        }
        tell();
    }

    void end(List<String> inTheWay) {
        synchronized (this) {
            obstacle = List.copyOf(inTheWay);
            ended = true;
        }
        tell();
    }

    private void tell() {
        List<Runnable> all;
        synchronized (this) {
            all = List.copyOf(listeners);
        }
        all.forEach(Runnable::run);
    }
}

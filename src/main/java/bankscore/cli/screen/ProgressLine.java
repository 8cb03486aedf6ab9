package bankscore.cli.screen;

import bankscore.finding.Words;
import bankscore.run.request.Progress;
import java.io.PrintStream;
import java.time.Clock;

/**
 * Says what is being done, how far it is and how long it may still take, once a run has lasted a second: on a terminal in one
 * line that is rewritten and at last wiped out, in a pipe in a line for each stage and every ten seconds.
 */
public final class ProgressLine implements Progress, AutoCloseable {

    private static final long SILENT_MILLIS = 1000;
    private static final long REWRITTEN_EVERY = 200;
    private static final long REPEATED_EVERY = 10_000;

    /** Before that the rest of a stage is a guess. */
    private static final int TELLING_PERMILLE = 50;

    private static final String WIPE = "\r\u001b[K";

    private final PrintStream to;
    private final PrintStream terminal;
    private final Words words;
    private final Clock clock;
    private final boolean rewritten;
    private final long start;
    private Stage stage = Stage.TAKE;
    private long stageBegan;
    private long lastSaid;
    private boolean shown;

    /**
     * @param to takes what is said
     * @param terminal the same without its border, for what wipes the line
     * @param rewritten whether it is a terminal that understands how to go back in a line
     */
    ProgressLine(PrintStream to, PrintStream terminal, Words words, Clock clock, boolean rewritten) {
        this.to = to;
        this.terminal = terminal;
        this.words = words;
        this.clock = clock;
        this.rewritten = rewritten;
        this.start = clock.millis();
        this.stageBegan = start;
        this.lastSaid = start;
    }

    @Override
    public void begins(Stage next) {
        stage = next;
        stageBegan = clock.millis();
        if (stageBegan - start >= SILENT_MILLIS) {
            say(words.text("cli.progress", "stage", name(), "seconds", (stageBegan - start) / 1000));
        }
    }

    @Override
    public void reached(long rows, int permille) {
        long now = clock.millis();
        boolean due = now - lastSaid >= (rewritten ? REWRITTEN_EVERY : REPEATED_EVERY);
        if (now - start < SILENT_MILLIS || !due) {
            return;
        }
        long seconds = (now - start) / 1000;
        if (permille < TELLING_PERMILLE || permille >= 1000) {
            say(words.text("cli.progress.rows", "stage", name(), "rows", rows, "seconds", seconds));
            return;
        }
        long rest = (now - stageBegan) * (1000 - permille) / permille / 1000;
        say(words.text(
                "cli.progress.part",
                "stage",
                name(),
                "rows",
                rows,
                "percent",
                permille / 10,
                "seconds",
                seconds,
                "rest",
                Math.max(1, rest)));
    }

    /** Says where a longer work stands, in words already, if the last time is long enough ago. */
    public synchronized void reached(String line) {
        long now = clock.millis();
        if (now - lastSaid >= (rewritten ? REWRITTEN_EVERY : REPEATED_EVERY)) {
            say(line);
        }
    }

    private String name() {
        return words.text("cli.stage." + stage.name());
    }

    private void say(String line) {
        lastSaid = clock.millis();
        if (rewritten) {
            wipe();
            to.print(line);
            to.flush();
            shown = true;
        } else {
            to.println(line);
        }
    }

    /** Leaves nothing of itself on a terminal. */
    @Override
    public void close() {
        if (shown) {
            wipe();
            shown = false;
        }
    }

    private void wipe() {
        terminal.print(WIPE);
        terminal.flush();
    }
}

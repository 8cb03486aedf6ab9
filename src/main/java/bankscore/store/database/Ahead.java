package bankscore.store.database;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on portions in a thread of its own while the caller uses what came of those before, in their order. Whatever the work
 * needs only that thread may touch; the database stays with the caller.
 *
 * @param <A> a portion
 * @param <B> what comes of it
 */
public final class Ahead<A, B> implements AutoCloseable {

    /** One portion is in work or done while another is used: memory stays the same however many come. */
    private static final int WAITING = 1;

    /** A thread without work ends by itself, also where nobody closes what was not read to its end. */
    private static final int IDLE_SECONDS = 1;

    private final Function<A, B> work;
    private final Consumer<B> use;
    private final ExecutorService thread;
    private final Queue<CompletableFuture<B>> waiting = new ArrayDeque<>();

    /**
     * A thread that has nothing to do yet.
     *
     * @param use what the caller's own thread does with what comes of a portion
     */
    public Ahead(String name, Function<A, B> work, Consumer<B> use) {
        this.work = work;
        this.use = use;
        this.thread =
                new ThreadPoolExecutor(0, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread own = new Thread(task, name + "-ahead");
                    own.setDaemon(true);
                    return own;
                });
    }

    /** Hands the next portion over; uses what came of an earlier one where enough of them wait. */
    public void take(A portion) {
        waiting.add(CompletableFuture.supplyAsync(() -> work.apply(portion), thread));
        if (waiting.size() > WAITING) {
            useNext();
        }
    }

    /** Uses all that is left. */
    public void end() {
        while (!waiting.isEmpty()) {
            useNext();
        }
    }

    private void useNext() {
        B next;
        try {
            next = waiting.remove().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
        use.accept(next);
    }

    /** Ends the thread, when it is done with its portion; what was not used is dropped. */
    @Override
    public void close() {
        waiting.forEach(each -> each.cancel(false));
        CompletableFuture<Void> last = CompletableFuture.runAsync(() -> {}, thread);
        thread.shutdown();
        last.join();
    }
}

package bankscore.job;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads while what was read is stored.
 *
 * <p>A thread of its own takes lines from their source and puts them, some hundred at a time, into a queue that holds a
 * few thousand: memory stays the same however long the file is. Lines come out in the order they were read.
 */
final class ReadAhead<T> implements AutoCloseable {

    private static final int TOGETHER = 256;
    private static final int WAITING = 16;

    private final Source<T> source;
    private final BlockingQueue<Batch<T>> queue = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;
    private Iterator<T> current = List.<T>of().iterator();
    private @Nullable Batch<T> last;

    /** Where lines come from; only the reading thread asks it. */
    @FunctionalInterface
    interface Source<T> {
        /** The next line; null after the last one. */
        @Nullable
        T next() throws Exception;
    }

    /** Some lines, and whether the source ended behind them, of its own or by an error. */
    private record Batch<T>(
            List<T> lines, boolean ends, @Nullable Throwable thrown) {}

    ReadAhead(String name, Source<T> source) {
        this.source = source;
        this.thread = new Thread(this::readAll, name + "-ahead");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    private void readAll() {
        try {
            for (boolean more = true; more; ) {
                Batch<T> batch = batch();
                queue.put(batch);
                more = !batch.ends();
            }
        } catch (InterruptedException e) {
            // Closed: nobody waits for more.
            Thread.currentThread().interrupt();
        }
    }

    private Batch<T> batch() throws InterruptedException {
        List<T> lines = new ArrayList<>(TOGETHER);
        try {
            while (lines.size() < TOGETHER) {
                T line = source.next();
                if (line == null) {
                    return new Batch<>(lines, true, null);
                }
                lines.add(line);
            }
            return new Batch<>(lines, false, null);
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            return new Batch<>(lines, true, e);
        }
    }

    /**
     * The next line; null after the last one.
     *
     * @throws Exception what the source threw, behind the lines before it
     */
    @Nullable
    T next() throws Exception {
        while (!current.hasNext()) {
            Batch<T> ended = last;
            if (ended != null && ended.ends()) {
                Throwable thrown = ended.thrown();
                if (thrown instanceof Error error) {
                    throw error;
                }
                if (thrown instanceof Exception exception) {
                    throw exception;
                }
                return null;
            }
            Batch<T> batch = queue.take();
            last = batch;
            current = batch.lines().iterator();
        }
        return current.next();
    }

    /** Ends the reading thread; then the source belongs to the caller again. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

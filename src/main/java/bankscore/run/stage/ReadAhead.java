package bankscore.run.stage;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads while what was read is stored.
 *
 * <p>A thread of its own takes portions from their source and puts them into a queue that holds a few: memory stays the
 * same however long the file is. They come out in the order they were read.
 */
final class ReadAhead<T> implements AutoCloseable {

    /** How many portions wait at most; the reading thread holds one more. */
    static final int WAITING = 2;

    private final Source<T> source;
    private final BlockingQueue<Handed<T>> queue = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;
    private @Nullable Handed<T> last;

    /** Where portions come from; only the reading thread asks it. */
    @FunctionalInterface
    interface Source<T> {
        /** The next portion; null after the last one. */
        @Nullable
        T next() throws Exception;
    }

    /** A portion; without one the source has ended, of its own or by an error. */
    private record Handed<T>(@Nullable T portion, @Nullable Throwable thrown) {}

    ReadAhead(String name, Source<T> source) {
        this.source = source;
        this.thread = new Thread(this::readAll, name + "-ahead");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    private void readAll() {
        try {
            Handed<T> handed;
            do {
                handed = portion();
                queue.put(handed);
            } while (handed.portion() != null);
        } catch (InterruptedException e) {
            // Closed: nobody waits for more.
            Thread.currentThread().interrupt();
        }
    }

    private Handed<T> portion() throws InterruptedException {
        try {
            return new Handed<>(source.next(), null);
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            return new Handed<>(null, e);
        }
    }

    /**
     * The next portion; null after the last one.
     *
     * @throws Exception what the source threw, behind the portions before it
     */
    @Nullable
    T next() throws Exception {
        Handed<T> handed = last;
        if (handed == null) {
            handed = queue.take();
        }
        if (handed.portion() == null) {
            last = handed;
            if (handed.thrown() instanceof Error error) {
                throw error;
            }
            if (handed.thrown() instanceof Exception exception) {
                throw exception;
            }
        }
        return handed.portion();
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

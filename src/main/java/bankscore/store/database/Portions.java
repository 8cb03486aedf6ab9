package bankscore.store.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Hands on what comes one by one, some at a time.
 *
 * @param <T> what comes
 */
public final class Portions<T> {

    private final int most;
    private final ToLongFunction<T> weight;
    private final long heaviest;
    private final Consumer<List<T>> to;
    private List<T> portion = new ArrayList<>();
    private long weighs;

    /** @param most so many are a portion; the last one may be smaller, or empty */
    public Portions(int most, Consumer<List<T>> to) {
        this(most, item -> 0, Long.MAX_VALUE, to);
    }

    /**
     * The same where one may be as large as many others.
     *
     * @param heaviest a portion of this weight is full, however few they are
     */
    public Portions(int most, ToLongFunction<T> weight, long heaviest, Consumer<List<T>> to) {
        this.most = most;
        this.weight = weight;
        this.heaviest = heaviest;
        this.to = to;
    }

    /** Takes the next one. */
    public void add(T item) {
        portion.add(item);
        weighs += weight.applyAsLong(item);
        if (portion.size() == most || weighs >= heaviest) {
            end();
        }
    }

    /** Hands on what is left. */
    public void end() {
        List<T> full = portion;
        portion = new ArrayList<>(most);
        weighs = 0;
        to.accept(full);
    }
}

package bankscore.store.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands on what comes one by one, some at a time.
 *
 * @param <T> what comes
 */
public final class Portions<T> {

    private final int most;
    private final Consumer<List<T>> to;
    private List<T> portion = new ArrayList<>();

    /** @param most so many are a portion; the last one may be smaller, or empty */
    public Portions(int most, Consumer<List<T>> to) {
        this.most = most;
        this.to = to;
    }

    /** Takes the next one. */
    public void add(T item) {
        portion.add(item);
        if (portion.size() == most) {
            end();
        }
    }

    /** Hands on what is left. */
    public void end() {
        List<T> full = portion;
        portion = new ArrayList<>(most);
        to.accept(full);
    }
}

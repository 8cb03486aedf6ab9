package bankscore.subsidy.decide;

import java.util.function.Consumer;

/**
 * Keeps what may be more than memory holds, and gives it back in order.
 *
 * @param <T> what is kept
 */
public interface Spool<T> {

    /** Keeps an item; nothing may be put after the first reading. */
    void put(long key, T item);

    /** Gives every item by ascending key, as often as it is asked. */
    void each(Consumer<T> to);

    /** Where to keep the two kinds of things that a decision keeps. */
    interface Room {
        Spool<ChosenLine> lines();

        Spool<Decision> decisions();
    }
}

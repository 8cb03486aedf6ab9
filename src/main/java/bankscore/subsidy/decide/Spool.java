package bankscore.subsidy.decide;

import bankscore.facts.Claim;
import java.time.LocalDate;
import java.util.Optional;
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

    /** Where to keep what a decision keeps. */
    interface Room {

        /** Lines that wait to be decided. */
        Spool<Chosen> lines();

        /** Decisions that wait for their share of a budget. */
        Spool<Decision> waiting();

        /** Decisions as they are in the end. */
        Spool<Decision> decisions();
    }

    /**
     * A line that a subsidy took and that waits to be decided.
     *
     * @param subsidy its number in the rule's list, from 0
     * @param sheet the number of its sheet
     * @param day the day that counts for it; absent where its cell is empty
     */
    record Chosen(int subsidy, int sheet, Claim claim, Optional<LocalDate> day) {}
}

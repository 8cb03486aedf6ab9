package bankscore.contribution.allocation;

import java.util.Comparator;
import java.util.Optional;

/** What decides between equals. */
public sealed interface Tie {

    /** Whoever it prefers comes first. */
    Comparator<Taker> order();

    /** The measure it looks at, if it does. */
    default Optional<String> measure() {
        return Optional.empty();
    }

    /** The higher total. */
    record Total() implements Tie {
        @Override
        public Comparator<Taker> order() {
            return Comparator.comparing(Taker::total).reversed();
        }
    }

    /** The earlier row of the register. */
    record RosterOrder() implements Tie {

        public static final String KEY = "roster";

        @Override
        public Comparator<Taker> order() {
            return Comparator.comparing(Taker::order);
        }
    }

    /** The higher measure. */
    record ByMeasure(String id) implements Tie {
        @Override
        public Comparator<Taker> order() {
            return Comparator.comparing((Taker taker) -> taker.weightBy(id)).reversed();
        }

        @Override
        public Optional<String> measure() {
            return Optional.of(id);
        }
    }
}

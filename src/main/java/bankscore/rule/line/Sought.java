package bankscore.rule.line;

import java.util.List;
import java.util.Optional;

/**
 * What was asked of a line.
 *
 * @param value absent where it does not exist
 * @param gaps why it does not exist, in the order in which the formula names what it lacks; none where it does
 */
public record Sought<T>(Optional<T> value, List<Gap> gaps) {

    public Sought {
        gaps = List.copyOf(gaps);
        if (value.isEmpty() == gaps.isEmpty()) {
            throw new IllegalArgumentException("a value, or why there is none");
        }
    }

    static <T> Sought<T> found(T value) {
        return new Sought<>(Optional.of(value), List.of());
    }

    static <T> Sought<T> missing(Gap gap) {
        return new Sought<>(Optional.empty(), List.of(gap));
    }
}

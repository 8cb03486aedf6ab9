package bankscore.watch.judge;

import bankscore.exact.Fraction;
import bankscore.sheet.Place;
import bankscore.watch.scheme.Target;
import java.util.Optional;

/**
 * How far a target is at the period's end.
 *
 * @param value absent where nobody reported it
 * @param place its cell
 * @param goal absent where its benchmark is not there
 * @param path the value that would be on time today, to two decimals; absent without a start
 * @param share the share of the way, to 15 decimals; 1 is all of it
 * @param passed whether its day has passed
 */
public record TargetState(
        Target target,
        Optional<Fraction> value,
        Place place,
        Optional<Fraction> goal,
        Optional<Fraction> path,
        Optional<Fraction> share,
        State state,
        boolean passed) {

    /** The state; its words are under {@code target.<name>}. */
    public enum State {
        /** 已完成: reached, also after the day. */
        REACHED,
        /** 达到序时进度. */
        ON_TIME,
        /** 落后. */
        BEHIND,
        /** 未报送. */
        NOT_REPORTED
    }

    /** What is missing to the goal; negative if it is passed. */
    public Optional<Fraction> distance() {
        return goal.flatMap(to -> value.map(to::minus));
    }
}

package bankscore.watch.say;

import bankscore.watch.judge.Difference;
import java.util.List;

/**
 * Two notices side by side.
 *
 * @param subjects who is judged otherwise, and why
 */
public record Comparison(Report before, Report after, List<Difference> subjects) {

    public Comparison {
        subjects = List.copyOf(subjects);
    }

    /** Compares two reports. */
    public static Comparison of(Report before, Report after) {
        return new Comparison(before, after, Difference.between(before.input(), after.input()));
    }
}

package bankscore.watch.judge;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.watch.scheme.Watch;
import java.util.List;
import java.util.Optional;

/**
 * What one watch came to for one subject.
 *
 * @param value the measure as it is published; absent where there is none
 * @param bound what it was held against, with {@code progress} target × quarter ÷ 4; absent where there is none
 * @param gap how far on the wrong side, in the measure's unit; negative on the right one
 * @param grade 0 where this period does not meet it
 * @param spared whether {@code unless} spares it
 * @param met the periods in a row in which it was met, the latest first, this one included; none where it is not met now
 * @param broken why the row ends where it ends for another reason than that it was not met; absent if there is none
 */
public record Look(
        Watch watch,
        Optional<Fraction> value,
        Optional<Fraction> bound,
        Optional<Fraction> gap,
        int grade,
        boolean spared,
        List<Met> met,
        Optional<Broken> broken) {

    public Look {
        met = List.copyOf(met);
    }

    /**
     * A period in which a watch was met.
     *
     * @param reported whether an office's history says so, and no published result
     */
    public record Met(Period period, int grade, boolean reported) {}

    /** Where the count ends early; its words are under {@code broken.<why>}. */
    public record Broken(Period period, Why why) {

        /** Why nothing can be said of a period. */
        public enum Why {
            /** Neither published nor reported. */
            MISSING,
            /** It was exempt then. */
            EXEMPT,
            /** It had no measure or no bound then. */
            NO_VALUE,
            /** Only reported, and its bound is not a number or another measure. */
            NOT_JUDGED
        }
    }

    /** Periods in a row, this one included. */
    public int running() {
        return met.size();
    }

    /** Periods in a row, this one included, in which it was met at a grade or above. */
    public int running(int atLeast) {
        int count = 0;
        while (count < met.size() && met.get(count).grade() >= atLeast) {
            count++;
        }
        return count;
    }

    /** Whether it is met long enough, and nothing spares it. */
    public boolean hit() {
        return grade > 0 && !spared && running() >= watch.running();
    }
}

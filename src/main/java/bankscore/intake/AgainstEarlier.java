package bankscore.intake;

import bankscore.exact.Fraction;
import java.util.List;

/**
 * From when on a table is too like, or too unlike, what earlier periods published (input.md).
 *
 * @param rows so many values tell something; fewer are never accused as a whole
 * @param same from so many percent on equal values are no accident
 * @param nearer from so many percent on a column's values are another column's
 * @param powers powers of ten by which a wrong unit multiplies or divides
 * @param factor how far from such a power a figure may lie, either way, and still be meant by it
 * @param leap a figure so many times more or less than the others of its column have grown has leapt
 * @param mean how far the mean of a sheet's ratings may lie from the last one's
 * @param fewer below so many percent of last time's ratings some were lost
 */
public record AgainstEarlier(
        int rows,
        Fraction same,
        Fraction nearer,
        List<Integer> powers,
        Fraction factor,
        Fraction leap,
        Fraction mean,
        Fraction fewer) {

    public AgainstEarlier {
        powers = List.copyOf(powers);
    }

    /** Whether so many of some values are enough to be no accident. */
    public boolean isSame(int found, int of) {
        return found >= rows && reaches(found, of, same);
    }

    /** Whether so many of some values are enough to be another column's. */
    public boolean isNearer(int found, int of) {
        return of >= rows && reaches(found, of, nearer);
    }

    /** Whether so many of some values are at least that share of them, in percent. */
    public static boolean reaches(long found, long of, Fraction percent) {
        return !Fraction.of(100 * found).isLess(percent.times(Fraction.of(of)));
    }
}

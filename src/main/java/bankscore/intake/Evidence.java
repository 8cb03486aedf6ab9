package bankscore.intake;

import bankscore.exact.Fraction;
import java.util.List;

/**
 * From when on figures beside each other tell that a column is wrong as a whole, where no earlier period tells anything
 * (input.md).
 *
 * @param few so many rows tell something of a unit, or together with another witness of columns that changed places
 * @param enough so many tell it alone
 * @param nearlyAll from so many percent of the rows on it is the unit of all
 * @param most from so many percent on two columns may have changed places
 * @param apart two rows have changed places only if each is so many times more or less than it should be
 * @param shifted figures stand one row off if they are so many times nearer to those of the row beside
 * @param powers powers of ten by which a wrong unit multiplies or divides
 * @param aboveWhole a part above so many percent of its whole is in another unit; nearer to it, it is told at its cell
 * @param decimals so many decimals senders keep, of figures as well as of what they work out from them
 */
public record Evidence(
        int few,
        int enough,
        Fraction nearlyAll,
        Fraction most,
        Fraction apart,
        Fraction shifted,
        List<Integer> powers,
        Fraction aboveWhole,
        int decimals) {

    public Evidence {
        powers = List.copyOf(powers);
    }

    /** Whether so many of some rows are nearly all. */
    public boolean isNearlyAll(long some, long all) {
        return AgainstEarlier.reaches(some, all, nearlyAll);
    }

    /** Whether so many of some rows are most. */
    public boolean isMost(long some, long all) {
        return AgainstEarlier.reaches(some, all, most);
    }
}

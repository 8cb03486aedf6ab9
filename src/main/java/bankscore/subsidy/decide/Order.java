package bankscore.subsidy.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order in which lines are decided: by day, path (code points), position of the sheet, row (subsidy.md#order). */
final class Order {

    private static final int ROWS = 24;
    private static final int SHEETS = 17;
    private static final int DAYS = Long.SIZE - 1 - ROWS - SHEETS;

    /** So far lies the first day of year 0 before the day from which days are counted. */
    private static final long BEFORE = -LocalDate.of(0, 1, 1).toEpochDay();

    private final Map<Integer, Integer> ranks = new HashMap<>();

    Order(List<Claims.Sheet> sheets) {
        List<Claims.Sheet> sorted = new ArrayList<>(sheets);
        sorted.sort(Comparator.comparing((Claims.Sheet each) -> each.at().file(), Order::byCodePoints)
                .thenComparingInt(Claims.Sheet::number));
        sorted.forEach(each -> ranks.put(each.number(), ranks.size()));
    }

    private static int byCodePoints(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }

    /** A number that is the smaller the earlier a line is decided; no two lines have the same. */
    long key(LocalDate day, int sheet, int row) {
        Integer rank = ranks.get(sheet);
        if (rank == null) {
            throw new IllegalArgumentException("a sheet of claims that nobody told of: " + sheet);
        }
        long days = fitting(day.toEpochDay() + BEFORE, DAYS);
        return (days << (ROWS + SHEETS)) | (fitting(rank, SHEETS) << ROWS) | fitting(row, ROWS);
    }

    private static long fitting(long number, int bits) {
        if (number < 0 || number >> bits != 0) {
            throw new IllegalArgumentException("more than lines can be told apart by: " + number);
        }
        return number;
    }
}

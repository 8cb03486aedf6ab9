package bankscore.intake.table.staged;

import bankscore.exact.Fraction;
import bankscore.facts.ColumnSum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Running sums of the columns of one sheet, noted at its total rows. */
public final class SheetSums {

    /** The total rows, and how many of them stand above the last figure. */
    private final List<Integer> bounds = new ArrayList<>();

    private int passed;
    private final Map<String, Running> columns = new HashMap<>();
    private Set<String> subjects = new HashSet<>();
    private long named;
    private int lastRow = -1;
    private long rows;

    /**
     * What there is to count of one sheet.
     *
     * @param sums by column id
     */
    public record Count(long rows, long subjects, Map<String, BigDecimal> sums) {}

    Count count() {
        Map<String, BigDecimal> added = new HashMap<>();
        columns.forEach((column, running) -> added.put(column, running.sum));
        return new Count(rows, named + subjects.size(), added);
    }

    /** No row comes any more: of those that were named their number is enough. */
    void close() {
        named += subjects.size();
        subjects = Set.of();
    }

    void bound(int row) {
        if (bounds.isEmpty() || row > bounds.get(bounds.size() - 1)) {
            bounds.add(row);
        }
    }

    /** The figures that follow are of a row, which names somebody. */
    void row(int row, String subject) {
        passTo(row);
        if (row != lastRow) {
            lastRow = row;
            rows++;
            subjects.add(subject);
        }
    }

    /** A figure of the row. */
    void add(String id, Optional<BigDecimal> value) {
        Running column = columns.get(id);
        if (column == null) {
            column = new Running(passed);
            columns.put(id, column);
        }
        value.ifPresent(column::add);
    }

    private void passTo(int row) {
        while (passed < bounds.size() && bounds.get(passed) <= row) {
            columns.values().forEach(Running::note);
            passed++;
        }
    }

    ColumnSum between(String column, int after, int before) {
        passTo(Integer.MAX_VALUE);
        int first = at(after);
        int end = at(before);
        Running sums = columns.getOrDefault(column, new Running(passed));
        Subtotal above = first < 0 ? Subtotal.NONE : sums.upTo(first);
        Subtotal whole = sums.upTo(end);
        return new ColumnSum(Fraction.of(whole.sum().subtract(above.sum())), whole.figures() - above.figures());
    }

    /** Which of the total rows a row is; -1 above all of them, their number below. */
    private int at(int row) {
        int at = Collections.binarySearch(bounds, row);
        if (bounds.isEmpty() || (at < -1 && -at - 1 != bounds.size())) {
            throw new IllegalArgumentException("row " + row + " is no total row");
        }
        return at < -1 ? bounds.size() : at;
    }

    /** A sum and how many figures it has. */
    private record Subtotal(BigDecimal sum, long figures) {

        static final Subtotal NONE = new Subtotal(BigDecimal.ZERO, 0);
    }

    /** The running sum of a column. */
    private static final class Running {

        private final List<Subtotal> noted;
        private BigDecimal sum = BigDecimal.ZERO;
        private long count;

        /** @param passed how many total rows stand above the column's first figure */
        Running(int passed) {
            noted = new ArrayList<>(Collections.nCopies(passed, Subtotal.NONE));
        }

        void add(BigDecimal value) {
            sum = sum.add(value);
            count++;
        }

        void note() {
            noted.add(new Subtotal(sum, count));
        }

        /** What stands above one of the total rows, or altogether. */
        Subtotal upTo(int bound) {
            return bound < noted.size() ? noted.get(bound) : new Subtotal(sum, count);
        }
    }
}

package bankscore.exact;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A quarter of a calendar year, written {@code 2022Q4}.
 *
 * <p>Figures are cumulative in the year. The fourth quarter is the annual assessment, the others are monitoring runs
 * (D19).
 */
public record Period(int year, int quarter) implements Comparable<Period> {

    private static final Pattern FORM = Pattern.compile("(\\d{4})[Qq]([1-4])");

    public Period {
        if (year < 1900 || year > 9999 || quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("no such quarter: " + year + "Q" + quarter);
        }
    }

    /** Reads {@code 2022Q4}; empty if the text is no quarter. */
    public static Optional<Period> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < 1900) {
            return Optional.empty();
        }
        return Optional.of(new Period(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    }

    // Written out, as of the other values that everything compares: what Java makes of a record's own takes each start
    // time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Period period && year == period.year && quarter == period.quarter;
    }

    @Override
    public int hashCode() {
        return 4 * year + quarter;
    }

    public boolean isAnnual() {
        return quarter == 4;
    }

    public LocalDate firstDayOfYear() {
        return LocalDate.of(year, 1, 1);
    }

    /** The first day of the quarter. */
    public LocalDate start() {
        return LocalDate.of(year, quarter * 3 - 2, 1);
    }

    /** The last day of the quarter. */
    public LocalDate end() {
        return LocalDate.of(year, quarter * 3, 1).plusMonths(1).minusDays(1);
    }

    /** The quarter before. */
    public Period previous() {
        return quarter == 1 ? new Period(year - 1, 4) : new Period(year, quarter - 1);
    }

    /** How many quarters it lies before a later one; negative if it lies behind. */
    public int quartersBefore(Period later) {
        return (later.year - year) * 4 + later.quarter - quarter;
    }

    @Override
    public int compareTo(Period other) {
        return year != other.year ? Integer.compare(year, other.year) : Integer.compare(quarter, other.quarter);
    }

    @Override
    public String toString() {
        return year + "Q" + quarter;
    }
}

package bankscore.read.file;

import bankscore.sheet.CellValue;
import bankscore.sheet.Look;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a stored number becomes exact: the one place where a {@code double} is met. */
public final class Numbers {

    private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_UP);
    private static final Pattern STORED = Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d{1,5})?");
    private static final LocalDate DAY_0_FROM_MARCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_TO_FEBRUARY = LocalDate.of(1899, 12, 31);
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;

    private Numbers() {}

    /**
     * The number that Excel shows for a stored decimal text: 15 significant digits, half up, without needless zeros;
     * empty if the text is no number or is beyond a double.
     */
    public static Optional<BigDecimal> parse(String stored) {
        if (isShortWhole(stored)) {
            return Optional.of(whole(Long.parseLong(stored)));
        }
        String text = stored.strip();
        return text.length() <= 400 && STORED.matcher(text).matches() ? of(Double.parseDouble(text)) : Optional.empty();
    }

    /** Whether a text is so short a whole number that a double holds it to the last digit. */
    private static boolean isShortWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 15;
    }

    private static BigDecimal whole(long number) {
        return number == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(number).stripTrailingZeros();
    }

    /** The number that Excel shows for a stored double; empty if it is infinite or none. */
    public static Optional<BigDecimal> of(double stored) {
        if (Double.isNaN(stored) || Double.isInfinite(stored)) {
            return Optional.empty();
        }
        BigDecimal shown = BigDecimal.valueOf(stored).round(EXCEL);
        return Optional.of(shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros());
    }

    /**
     * The number as its format shows it. A time without a day, 29 February 1900 (which Excel knows and the calendar does
     * not) and a number beyond the year 9999 stay numbers.
     */
    public static CellValue shown(BigDecimal number, Look look, boolean from1904) {
        if (look.kind() == Look.Kind.DATE
                && number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) < 0) {
            int day = number.intValue();
            if (from1904) {
                return new CellValue.Day(DAY_0_OF_1904.plusDays(day), number);
            }
            if (day > 60) {
                return new CellValue.Day(DAY_0_FROM_MARCH.plusDays(day), number);
            }
            if (day > 0 && day < 60) {
                return new CellValue.Day(DAY_0_TO_FEBRUARY.plusDays(day), number);
            }
        }
        return new CellValue.Numeric(number, look);
    }

    /** The serial number of a date that is stored as text, as ISO 8601 writes it. */
    public static BigDecimal serial(LocalDate date, boolean from1904) {
        LocalDate zero = from1904 ? DAY_0_OF_1904 : DAY_0_FROM_MARCH;
        return BigDecimal.valueOf(date.toEpochDay() - zero.toEpochDay());
    }
}

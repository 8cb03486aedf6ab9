package bankscore.domain.intake;

import bankscore.domain.CommonText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cell in a date column says. */
public sealed interface DayText {

    /** A day. */
    record Read(LocalDate day) implements DayText {}

    /** Nothing, or a sign for nothing such as — or 无. */
    record Missing() implements DayText {}

    /** No day, or none between 1900 and 2199. */
    record Unreadable() implements DayText {}

    Pattern PARTS =
            Pattern.compile("(\\d{4})(?:-(\\d{1,2})-|/(\\d{1,2})/|\\.(\\d{1,2})\\.|年(\\d{1,2})月)(\\d{1,2})(日?)");
    Pattern WHITE = Pattern.compile("\\s+");
    Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    /**
     * Reads a date cell, a text such as {@code 2022-03-05}, {@code 2022/3/5}, {@code 2022.3.5}, {@code 2022年3月5日} or
     * {@code 20220305}, or the number 20220305. Any other number is unreadable: it is not taken for a serial day.
     */
    static DayText read(CellValue value) {
        if (value instanceof CellValue.Day cell) {
            return checked(cell.date());
        }
        if (value instanceof CellValue.Numeric number) {
            return !number.percent() && number.value().compareTo(BigDecimal.valueOf(99_999_999)) <= 0
                    ? fromText(number.value().stripTrailingZeros().toPlainString())
                    : new Unreadable();
        }
        if (value instanceof CellValue.Text text) {
            return NumberText.isMissing(text.text()) ? new Missing() : fromText(text.text());
        }
        return new Unreadable();
    }

    private static DayText fromText(String written) {
        String text = CommonText.is(written)
                ? written
                : WHITE.matcher(NumberText.halfWidth(written)).replaceAll("");
        Matcher digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return day(digits.group(1), digits.group(2), digits.group(3));
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches() || (parts.group(5) == null && !parts.group(7).isEmpty())) {
            return new Unreadable();
        }
        for (int group = 2; group <= 5; group++) {
            if (parts.group(group) != null) {
                return day(parts.group(1), parts.group(group), parts.group(6));
            }
        }
        return new Unreadable();
    }

    private static DayText day(String year, String month, String day) {
        try {
            return checked(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return new Unreadable();
        }
    }

    private static DayText checked(LocalDate day) {
        return day.getYear() < 1900 || day.getYear() > 2199 ? new Unreadable() : new Read(day);
    }
}

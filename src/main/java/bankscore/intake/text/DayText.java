package bankscore.intake.text;

import bankscore.sheet.CellValue;
import bankscore.sheet.PlainText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** What a cell in a date column says. */
public sealed interface DayText {

    /** A day. */
    record Read(LocalDate day) implements DayText {}

    /** Nothing, or a sign for nothing such as — or 无. */
    record Missing() implements DayText {}

    /** No day, or none between 1900 and 2199. */
    record Unreadable() implements DayText {}

    Pattern WHITE = Pattern.compile("\\s+");

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
        String text = PlainText.is(written)
                ? written
                : WHITE.matcher(NumberText.halfWidth(written)).replaceAll("");
        int digits = digits(text, 0);
        if (digits == 8 && text.length() == 8) {
            return day(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
        }
        if (digits != 4 || text.length() < 8) {
            return new Unreadable();
        }
        boolean inWords = text.charAt(4) == '年';
        int month = 5;
        int afterMonth = month + digits(text, month);
        int day = afterMonth + 1;
        int afterDay = day + digits(text, day);
        boolean separated = inWords
                ? text.startsWith("月", afterMonth)
                : "-/.".indexOf(text.charAt(4)) >= 0 && text.startsWith(text.substring(4, 5), afterMonth);
        boolean ended = afterDay == text.length()
                || (inWords && text.startsWith("日", afterDay) && afterDay + 1 == text.length());
        return separated && ended && isShort(afterMonth - month) && isShort(afterDay - day)
                ? day(number(text, 0, 4), number(text, month, afterMonth), number(text, day, afterDay))
                : new Unreadable();
    }

    private static boolean isShort(int digits) {
        return digits == 1 || digits == 2;
    }

    /** How many digits stand from a place on. */
    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - from;
    }

    private static int number(String text, int from, int end) {
        return Integer.parseInt(text, from, end, 10);
    }

    private static DayText day(int year, int month, int day) {
        try {
            return checked(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return new Unreadable();
        }
    }

    private static DayText checked(LocalDate day) {
        return day.getYear() < 1900 || day.getYear() > 2199 ? new Unreadable() : new Read(day);
    }
}

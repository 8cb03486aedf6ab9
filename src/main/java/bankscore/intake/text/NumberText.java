package bankscore.intake.text;

import bankscore.sheet.PlainText;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What a text in a numeric column says.
 *
 * <p>Full-width characters count as their half-width ones; nothing else is converted, so that {@code 5²} stays no number.
 * Never a guess: a comma counts only where it groups three digits after a group that does not begin with 0.
 */
public sealed interface NumberText {

    /** An exact number. */
    record Exact(BigDecimal value) implements NumberText {}

    /** A number with a percent sign; {@code 78.5%} has the value 78.5. */
    record Percent(BigDecimal value) implements NumberText {}

    /** Nothing, or a sign for nothing such as — or 无. */
    record Missing() implements NumberText {}

    /** Digits with commas in wrong places, such as {@code 1,23,4}. */
    record BadGrouping() implements NumberText {}

    /** Anything else. */
    record NotANumber() implements NumberText {}

    /** A longer text is no number. */
    int LONGEST = 64;

    String DASHES = "-—–―−";
    Pattern PLAIN = Pattern.compile("[+-]?(?:\\d++(?:\\.\\d++)?|\\.\\d++)");
    Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?");
    Pattern COMMAS = Pattern.compile("[+-]?[.,]*+\\d[\\d.,]*+");

    static NumberText read(String written) {
        if (isMissing(written)) {
            return new Missing();
        }
        String text = halfWidth(written);
        if (text.length() > LONGEST) {
            return new NotANumber();
        }
        boolean percent = text.endsWith("%");
        String digits = (percent ? text.substring(0, text.length() - 1).strip() : text).replace('−', '-');
        if (PLAIN.matcher(digits).matches() || GROUPED.matcher(digits).matches()) {
            BigDecimal value = new BigDecimal(digits.replace(",", ""));
            return percent ? new Percent(value) : new Exact(value);
        }
        return digits.indexOf(',') >= 0 && COMMAS.matcher(digits).matches() ? new BadGrouping() : new NotANumber();
    }

    /** Whether a text is a plain number, such as a running number. */
    static boolean isNumber(String written) {
        return read(written) instanceof Exact;
    }

    /** Whether a text stands for nothing: blank, a dash, a slash or 无. */
    static boolean isMissing(String written) {
        int first = 0;
        int end = written.length();
        while (first < end && isBlank(written.charAt(first))) {
            first++;
        }
        while (first < end && isBlank(written.charAt(end - 1))) {
            end--;
        }
        return switch (end - first) {
            case 0 -> true;
            case 1 -> isDash(written.charAt(first)) || "/／无".indexOf(written.charAt(first)) >= 0;
            case 2 -> isDash(written.charAt(first)) && isDash(written.charAt(first + 1));
            default -> false;
        };
    }

    private static boolean isDash(char each) {
        return each == '－' || DASHES.indexOf(each) >= 0;
    }

    /** White space, and the spaces that no line is broken at or that have no width. */
    private static boolean isBlank(char each) {
        return Character.isWhitespace(each)
                || each == '\u00A0'
                || each == '\u202F'
                || each == '\u200B'
                || each == '\uFEFF';
    }

    /** Full-width characters made half-width, white space around them removed, no-break and zero-width spaces too. */
    static String halfWidth(String written) {
        if (PlainText.is(written)) {
            return written;
        }
        StringBuilder text = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char each = written.charAt(i);
            if (each >= '！' && each <= '～') {
                text.append((char) (each - '！' + '!'));
            } else if (each == '\u00A0' || each == '\u202F' || each == '\u200B' || each == '\uFEFF') {
                text.append(' ');
            } else {
                text.append(each);
            }
        }
        return text.toString().strip();
    }
}

package bankscore.rule;

import bankscore.exact.Fraction;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One parameter as the file writes it.
 *
 * @param path where it stands, such as {@code items.tax.bands[1].points}
 * @param value the text
 * @param clause the clause of the document; empty if none is named
 * @param line the line in the file, from 1
 */
public record Parameter(String path, String value, String clause, Mark mark, int line) {

    /** What stands between several clauses of one line, as a regular expression. */
    public static final String CLAUSES_APART = "[、;；]";

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,12})?");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,6}(\\.\\d{1,8})?%");

    /** Its number, exactly; absent where the text is none. */
    public Optional<Fraction> exact() {
        if (isPercent()) {
            String digits = value.substring(0, value.length() - 1);
            return Optional.of(Fraction.of(digits).dividedBy(Fraction.HUNDRED));
        }
        return NUMBER.matcher(value).matches() ? Optional.of(Fraction.of(value)) : Optional.empty();
    }

    /** Whether it is written as a percentage. */
    public boolean isPercent() {
        return PERCENT.matcher(value).matches();
    }

    /** How many decimals are written. */
    public int decimals() {
        int point = value.indexOf('.');
        return point < 0 ? 0 : value.length() - point - 1 - (isPercent() ? 1 : 0);
    }

    /** Whether it is what a path names, or a part of it. */
    public boolean isWithin(String whole) {
        return path.equals(whole) || path.startsWith(whole + ".") || path.startsWith(whole + "[");
    }
}

package bankscore.rule.worked;

import bankscore.exact.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One value that a worked case expects.
 *
 * @param path where it stands in the outcome, such as {@code points.B001.tax}
 * @param value a number, a fraction such as {@code 1/3}, a word, or {@code null} for what must not exist
 * @param line the line in the file, from 1
 */
public record Expected(String path, String value, int line) {

    /** What a path of findings begins with: a code that did not come stands for none. */
    public static final String FINDINGS = "findings.";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(/[0-9]+)?");

    /**
     * An expected value that did not come out.
     *
     * @param found what came out instead; absent if the outcome has no such place
     */
    public record Difference(Expected expected, Optional<String> found) {}

    /** Whatever of some expected values does not come out exactly. */
    public static List<Difference> differences(List<Expected> expected, Map<String, String> outcome) {
        List<Difference> differences = new ArrayList<>();
        for (Expected each : expected) {
            String absent = each.path().startsWith(FINDINGS) ? "0" : null;
            Optional<String> found =
                    Optional.ofNullable(outcome.get(each.path())).or(() -> Optional.ofNullable(absent));
            if (found.isEmpty() || !same(each.value(), found.get())) {
                differences.add(new Difference(each, found));
            }
        }
        return differences;
    }

    private static boolean same(String expected, String found) {
        if (NUMBER.matcher(expected).matches() && NUMBER.matcher(found).matches()) {
            return number(expected).equals(number(found));
        }
        return expected.equals(found);
    }

    private static Fraction number(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Fraction.of(text)
                : Fraction.of(text.substring(0, slash)).dividedBy(Fraction.of(text.substring(slash + 1)));
    }
}

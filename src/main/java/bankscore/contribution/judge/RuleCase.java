package bankscore.contribution.judge;

import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A worked case: figures, and any part of what a scheme must make of them.
 *
 * @param name what it shows, as a sentence
 * @param file where it is written, as messages call it
 * @param scheme the id of the scheme it is worked by
 * @param expected each expected value with its path, such as {@code points.B001.tax}
 */
public record RuleCase(String name, String file, String scheme, Quarter quarter, List<Expected> expected) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(/[0-9]+)?");

    public RuleCase {
        expected = List.copyOf(expected);
    }

    /**
     * One expected value.
     *
     * @param path where it stands in the outcome
     * @param value a number, a fraction such as {@code 1/3}, a word, or {@code null} for what must not exist
     * @param line the line in the file, from 1
     */
    public record Expected(String path, String value, int line) {}

    /**
     * An expected value that did not come out.
     *
     * @param found what came out instead; absent if the outcome has no such place
     */
    public record Difference(Expected expected, Optional<String> found) {}

    /** Whatever does not come out exactly; none if the case holds. */
    public List<Difference> differences(Scheme by) {
        Map<String, String> outcome = CaseOutcome.of(Judgement.of(by, quarter));
        List<Difference> differences = new ArrayList<>();
        for (Expected each : expected) {
            String absent = each.path().startsWith("findings.") ? "0" : null;
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

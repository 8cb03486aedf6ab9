package bankscore.contribution;

import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads an explanation as a person with a pocket calculator does: works every sum that it prints, rounds where it says so,
 * and finds the points again.
 */
final class PocketCalculator {

    private static final Pattern STEP = Pattern.compile("(?<sum>[-(]*\\d[\\d,.() +×÷-]*) = (?<is>-?[\\d,.]+…?)"
            + "|→ (?<band>-?[\\d.]+)分|按(?<limit>-?[\\d.]+)分计|得(?<fixed>-?[\\d.]+)分；"
            + "|四舍五入(?:为(?<rounded>-?[\\d,.]+)|，得(?<points>-?[\\d.]+)分)");
    private static final Rounding CUT = new Rounding(6, Rounding.Mode.DOWN, "");
    private static final Rounding TWO = Rounding.halfUp(2, "");

    private final String text;
    private int at;

    private PocketCalculator(String text) {
        this.text = text.replace(",", "").replace(" ", "");
    }

    /**
     * The points that the text comes to.
     *
     * @throws AssertionError if a printed number is not what its own sum gives
     */
    static Fraction points(String explanation) {
        Optional<Fraction> last = Optional.empty();
        Matcher step = STEP.matcher(explanation);
        while (step.find()) {
            if (step.group("sum") != null) {
                Fraction value = worth(step.group("sum"));
                String shown = step.group("is").replace(",", "");
                Fraction expected = shown.endsWith("…") ? CUT.round(value) : value;
                same(Fraction.of(shown.replace("…", "")), expected, step.group());
                last = Optional.of(value);
            } else if (step.group("rounded") != null) {
                Fraction rounded = Fraction.of(step.group("rounded").replace(",", ""));
                same(rounded, TWO.round(last.orElseThrow()), step.group());
                last = Optional.of(rounded);
            } else if (step.group("points") != null) {
                Fraction points = Fraction.of(step.group("points"));
                same(points, TWO.round(last.orElseThrow()), step.group());
                return points;
            } else {
                last = Stream.of("band", "limit", "fixed")
                        .map(step::group)
                        .filter(Objects::nonNull)
                        .map(Fraction::of)
                        .findFirst();
            }
        }
        throw new AssertionError("no points in: " + explanation);
    }

    private static void same(Fraction shown, Fraction worked, String where) {
        if (!shown.equals(worked)) {
            throw new AssertionError(where + " is " + worked);
        }
    }

    /** The exact worth of a sum as it is printed. */
    static Fraction worth(String sum) {
        PocketCalculator calculator = new PocketCalculator(sum);
        Fraction worth = calculator.sum();
        if (calculator.at != calculator.text.length()) {
            throw new AssertionError("not a sum: " + sum);
        }
        return worth;
    }

    private Fraction sum() {
        Fraction value = product();
        while (next('+') || next('-')) {
            value = text.charAt(at++) == '+' ? value.plus(product()) : value.minus(product());
        }
        return value;
    }

    private Fraction product() {
        Fraction value = single();
        while (next('×') || next('÷')) {
            value = text.charAt(at++) == '×' ? value.times(single()) : value.dividedBy(single());
        }
        return value;
    }

    private Fraction single() {
        if (next('-')) {
            at++;
            return single().negate();
        }
        if (next('(')) {
            at++;
            Fraction inner = sum();
            at++;
            return inner;
        }
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return Fraction.of(text.substring(from, at));
    }

    private boolean next(char sign) {
        return at < text.length() && text.charAt(at) == sign;
    }
}

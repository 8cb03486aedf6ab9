package bankscore.desk.pick;

import bankscore.exact.Period;
import bankscore.office.Series;
import bankscore.run.questions.Questions.Asked;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which published revision a page is about, as its address says: {@code 2022Q4 r1}, or {@code 2022Q4 r1 rule}.
 *
 * @param rule of the series; empty: of the rule that has the folders
 */
public record Which(String rule, Period period, int number) {

    private static final Pattern TEXT = Pattern.compile("(\\S+) r([1-9][0-9]{0,8})(?: (.+))?");

    /** What an address says; empty if it is no such thing. */
    public static Optional<Which> read(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        return matcher.matches()
                ? Period.parse(matcher.group(1))
                        .map(period -> new Which(
                                matcher.group(3) == null ? "" : matcher.group(3),
                                period,
                                Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** The series in a jurisdiction. */
    public Series series(String jurisdiction) {
        return new Series(jurisdiction, rule);
    }

    /** What is asked for. */
    public Asked asked() {
        return new Asked(period, Optional.of(number));
    }

    @Override
    public String toString() {
        return period + " r" + number + (rule.isEmpty() ? "" : " " + rule);
    }
}

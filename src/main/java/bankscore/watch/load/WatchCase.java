package bankscore.watch.load;

import bankscore.rule.worked.Expected;
import bankscore.watch.judge.Judge;
import bankscore.watch.judge.WatchPeriod;
import java.util.List;

/**
 * A worked case: figures of a period with what is known of earlier ones, and any part of what the rule must make of them.
 *
 * @param name what it shows, as a sentence
 * @param file where it is written, as messages call it
 * @param period what is judged
 * @param expected each expected value with its path, such as {@code subjects.counties.甲.degree}
 */
public record WatchCase(String name, String file, WatchPeriod period, List<Expected> expected) {

    public WatchCase {
        expected = List.copyOf(expected);
    }

    /** Whatever does not come out exactly; none if the case holds. */
    public List<Expected.Difference> differences() {
        return Expected.differences(expected, CaseOutcome.of(Judge.judge(period)));
    }
}

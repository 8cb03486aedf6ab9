package bankscore.contribution.judge;

import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Scheme;
import bankscore.rule.worked.Expected;
import java.util.List;

/**
 * A worked case: figures, and any part of what a scheme must make of them.
 *
 * @param name what it shows, as a sentence
 * @param file where it is written, as messages call it
 * @param scheme the id of the scheme it is worked by
 * @param expected each expected value with its path
 */
public record RuleCase(String name, String file, String scheme, Quarter quarter, List<Expected> expected) {

    public RuleCase {
        expected = List.copyOf(expected);
    }

    /** Whatever does not come out exactly; none if the case holds. */
    public List<Expected.Difference> differences(Scheme by) {
        return Expected.differences(expected, CaseOutcome.of(Judgement.of(by, quarter)));
    }
}

package bankscore.subsidy.load;

import bankscore.rule.worked.Expected;
import bankscore.subsidy.decide.Batch;
import bankscore.subsidy.decide.Decider;
import bankscore.subsidy.decide.MemoryRoom;
import java.util.List;
import java.util.Map;

/**
 * A worked case: claims and what stands beside them, and any part of what the rule must decide of them.
 *
 * @param name what it shows, as a sentence
 * @param file where it is written, as messages call it
 * @param batch what is decided
 * @param labels how the case calls a line, by dataset and row
 * @param expected each expected value with its path, such as {@code lines.P1.granted}
 */
public record SubsidyCase(
        String name, String file, Batch batch, Map<CaseLine, String> labels, List<Expected> expected) {

    public SubsidyCase {
        labels = Map.copyOf(labels);
        expected = List.copyOf(expected);
    }

    /** Whatever does not come out exactly; none if the case holds. */
    public List<Expected.Difference> differences() {
        return Expected.differences(expected, CaseOutcome.of(Decider.decide(batch, new MemoryRoom()), labels));
    }
}

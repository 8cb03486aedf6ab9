package bankscore.watch.scheme;

import bankscore.rule.Definition;
import bankscore.rule.Definitions;
import java.util.Optional;
import java.util.Set;

/**
 * Subjects that are watched together: a register, with measures of its own.
 *
 * @param id such as {@code counties}
 * @param register the id of its register's dataset
 * @param definitions its measures, in the order of the file; they name columns of its subjects, measures written before
 *     and, in statistics alone, {@code group.id} of another group
 * @param lowerIsBetter the ids of the measures whose best value is the lowest
 */
public record Group(String id, String register, Definitions definitions, Set<String> lowerIsBetter) {

    public Group {
        lowerIsBetter = Set.copyOf(lowerIsBetter);
    }

    /** A measure of the group. */
    public Optional<Definition.Measure> measure(String measureId) {
        return definitions.measure(measureId);
    }
}

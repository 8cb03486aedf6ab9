package bankscore.watch.judge;

import bankscore.exact.Fraction;
import bankscore.watch.scheme.Group;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The subjects of a group.
 *
 * @param subjects in the order of the register, the exempt ones among them
 * @param statistics what {@code mean} and {@code median} came to, by the id of the watch that asks; absent where nobody has
 *     the measure
 */
public record JudgedGroup(Group group, List<Watched> subjects, Map<String, Fraction> statistics) {

    public JudgedGroup {
        subjects = List.copyOf(subjects);
        statistics = Collections.unmodifiableMap(new LinkedHashMap<>(statistics));
    }
}

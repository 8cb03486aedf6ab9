package bankscore.intake.table;

import bankscore.facts.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a rule asks of tables.
 *
 * @param columns every column that it uses
 * @param published the published items that it asks for, in its order
 * @param assessed whether a subject is judged, and must therefore have rows
 * @param plan what it ends in: for a plan lists of exceptions must be there
 * @param required the registers without which it can decide nothing
 * @param ofAll whether it computes something of the figures of all subjects, those that are not judged among them
 * @param lastUsed what may stand for figures that were not sent; absent: nothing was published, or the rule takes none
 */
public record Demand(
        Set<String> columns,
        List<String> published,
        Predicate<Subject> assessed,
        Plan plan,
        Set<String> required,
        boolean ofAll,
        Optional<LastUsed> lastUsed) {
    public Demand {
        columns = Set.copyOf(columns);
        published = List.copyOf(published);
        required = Set.copyOf(required);
    }

    /** Of a rule that takes no figure of an earlier period for one that was not sent. */
    public Demand(
            Set<String> columns, List<String> published, Predicate<Subject> assessed, Plan plan, Set<String> required) {
        this(columns, published, assessed, plan, required, false, Optional.empty());
    }
}

package bankscore.intake.row;

import bankscore.exact.Period;
import bankscore.facts.Register;
import bankscore.facts.Subject;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is known before a row is read.
 *
 * @param register whom the rows may name
 * @param namesAreSure whether the register's names have no error; otherwise no other sheet is accused of an unknown name
 * @param assessed whether a subject must have a value in every used column of a per-subject dataset
 * @param used the columns that the scheme uses, by their names in formulas ({@code Dataset#formulaId})
 * @param published the published figures that the scheme asks for, by {@link bankscore.facts.FactTable#itemKey item}, with the unit they are in; empty where it is not told
 * @param none the word for an empty list of suggestions
 */
public record RowContext(
        Register register,
        boolean namesAreSure,
        Predicate<Subject> assessed,
        Set<String> used,
        Map<String, String> published,
        Period period,
        String none) {

    public RowContext {
        used = Set.copyOf(used);
        published = Map.copyOf(published);
    }
}

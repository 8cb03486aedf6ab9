package bankscore.intake.row;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.intake.Column;
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
 * @param bounds between what figures must or should lie by what is told elsewhere
 * @param registers the registers of parties that the rule reads, by the id of their dataset
 * @param whole the name of the place, whose row in a table of subjects is what all others add up to; empty: none
 */
public record RowContext(
        Register register,
        boolean namesAreSure,
        Predicate<Subject> assessed,
        Set<String> used,
        Map<String, String> published,
        Period period,
        String none,
        Bounds bounds,
        Map<String, PartyRegister> registers,
        String whole) {

    public RowContext {
        used = Set.copyOf(used);
        published = Map.copyOf(published);
        registers = Map.copyOf(registers);
    }

    /** Where no party is named. */
    public RowContext(
            Register register,
            boolean namesAreSure,
            Predicate<Subject> assessed,
            Set<String> used,
            Map<String, String> published,
            Period period,
            String none,
            Bounds bounds) {
        this(register, namesAreSure, assessed, used, published, period, none, bounds, Map.of(), "");
    }

    /**
     * Between what figures lie by what is told elsewhere.
     *
     * @param published the range of published ratios in percent, by {@link bankscore.facts.FactTable#itemKey item}
     * @param most the most that one record can be, by {@code dataset.column}
     */
    public record Bounds(Map<String, Column.Range> published, Map<String, Most> most) {

        public Bounds {
            published = Map.copyOf(published);
            most = Map.copyOf(most);
        }
    }

    /**
     * The most that one record can be by the rule.
     *
     * @param item the name of the item whose points these are
     */
    public record Most(Fraction points, String item) {}
}

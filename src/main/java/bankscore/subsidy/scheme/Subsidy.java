package bankscore.subsidy.scheme;

import bankscore.exact.Fraction;
import bankscore.rule.Condition;
import bankscore.rule.Formula;
import bankscore.rule.Mark;
import java.util.List;
import java.util.Optional;

/**
 * One subsidy of a rule.
 *
 * @param id never renamed or reused
 * @param eligible in this order; the first that does not hold refuses the line
 */
public record Subsidy(
        String id,
        String name,
        String clause,
        Mark mark,
        Claims claims,
        List<Requirement> eligible,
        Amount amount,
        Bearing bearing) {

    public Subsidy {
        eligible = List.copyOf(eligible);
    }

    /**
     * Which lines it takes, and whose they are.
     *
     * @param dataset claims, or a table with one row a subject, whose day is the period's end
     * @param where selects lines; absent: all
     * @param claimant the column by which lists are kept
     * @param payee the column of who gets the money
     * @param day the column that picks the year of a cap and the row of a table by day; empty for a table of subjects
     * @param reference the column whose text tells lines apart on lists, such as the policy; empty if there is none
     */
    public record Claims(
            String dataset, Optional<Condition> where, String claimant, String payee, String day, String reference) {}

    /**
     * A condition of being granted anything.
     *
     * @param otherwise the reason that is printed where it does not hold
     */
    public record Requirement(Condition condition, String otherwise, String clause, Mark mark) {}

    /**
     * How much: base × rate, rounded once, then the caps.
     *
     * @param base in 元
     * @param caps in the order of the file; the lowest decides
     */
    public record Amount(Formula base, Rate rate, List<Cap> caps) {
        public Amount {
            caps = List.copyOf(caps);
        }
    }

    /** The share of the base that is granted. */
    public sealed interface Rate {

        /** 1 for 100 %. */
        record Fixed(Fraction share) implements Rate {}

        /** The row of a table by day that counts on the line's day, in percent. */
        record ByDay(String table) implements Rate {}
    }
}

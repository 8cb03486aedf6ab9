package bankscore.subsidy.scheme;

import bankscore.exact.Fraction;
import bankscore.finding.Level;
import bankscore.rule.Condition;
import java.util.List;
import java.util.Optional;

/** Something that is looked at and moves no money. */
public sealed interface Check {

    /** Its id, else its number in the list, from 1. */
    String id();

    String name();

    /** What is told where it does not hold. */
    String otherwise();

    /** How a breach is found. */
    Level level();

    /**
     * How many distinct values of a column each group of lines has, such as insurers of a county.
     *
     * @param unless where a line of the group meets it, more than {@code to} are right
     */
    record Count(
            String id,
            String name,
            String dataset,
            Optional<Condition> where,
            String count,
            String per,
            Optional<Integer> from,
            Optional<Integer> to,
            Optional<Condition> unless,
            String otherwise,
            Level level)
            implements Check {}

    /** What each line of a dataset must meet, such as a benefit of at most 100,000. */
    record Line(
            String id,
            String name,
            String dataset,
            Optional<Condition> where,
            Condition condition,
            String otherwise,
            Level level)
            implements Check {}

    /** Between what the sum of some levels of each row of a table lies, in percent; proved before anything runs. */
    record OfTable(
            String id,
            String name,
            String table,
            List<String> levels,
            Optional<Fraction> from,
            Optional<Fraction> to,
            String otherwise,
            Level level)
            implements Check {
        public OfTable {
            levels = List.copyOf(levels);
        }
    }
}

package bankscore.subsidy.scheme;

import bankscore.exact.Fraction;
import bankscore.rule.Mark;
import java.util.List;
import java.util.Optional;

/** What a granted amount may not pass. Several may stand; the lowest decides, and none raises an amount. */
public sealed interface Cap {

    /** Where the document says so; empty if nowhere. */
    String clause();

    Mark mark();

    /** What is made of a cap. */
    interface Reader<R> {
        R ceiling(Ceiling cap);

        R partOf(PartOf cap);

        R budget(Budget cap);
    }

    <R> R read(Reader<R> reader);

    /** Over which time the lines of a group count together. */
    enum Span {
        /** The calendar year of the line's day. */
        YEAR,
        /** The year counted from the rule's first day in force. */
        RULE_YEAR,
        /** The period. */
        PERIOD,
        /** Each line for itself. */
        LINE
    }

    /**
     * A sum for each group of lines, such as 10,000 yuan a firm and year.
     *
     * @param amount in 元; a limit is rounded down to 0.01
     * @param per the columns whose values make a group; none: each line for itself
     * @param liftable whether a row of 说明 by a named person lifts it for one claimant
     */
    record Ceiling(Fraction amount, List<String> per, Span span, boolean liftable, String clause, Mark mark)
            implements Cap {
        public Ceiling {
            per = List.copyOf(per);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.ceiling(this);
        }
    }

    /**
     * A share of another column of the line.
     *
     * @param share 1 for 100 %
     * @param of the column, such as the interest really paid
     * @param with a column of what other subsidies gave already, which is counted in
     */
    record PartOf(Fraction share, String of, Optional<String> with, String clause, Mark mark) implements Cap {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.partOf(this);
        }
    }

    /** What happens where a budget is short. */
    enum IfShort {
        /** An error: nothing is published. */
        REFUSE,
        /** All lines are cut in proportion, by largest remainder to 0.01. */
        PRO_RATA,
        /** Lines are paid in decided order until nothing is left. */
        BY_DAY
    }

    /** An item of the sheet of budgets, for the calendar year; several subsidies may name one. */
    record Budget(String item, IfShort ifShort, String clause, Mark mark) implements Cap {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.budget(this);
        }
    }
}

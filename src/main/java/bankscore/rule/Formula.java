package bankscore.rule;

import bankscore.exact.Fraction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An arithmetic expression of a scheme, parsed once: the engine computes it exactly, the book writes it as a live
 * formula, the explanation prints it with its numbers.
 */
public sealed interface Formula {

    /** A number as the file writes it. */
    record Constant(Fraction value) implements Formula {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.constant(this);
        }
    }

    /** A figure, an earlier measure or a benchmark; {@code dataset.column} for records. */
    record Name(String id) implements Formula {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.name(this);
        }
    }

    /** The negative of an expression. */
    record Negation(Formula operand) implements Formula {
        @Override
        public List<Formula> operands() {
            return List.of(operand);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.negation(this);
        }
    }

    /** Two expressions joined. */
    record Binary(Operator operator, Formula left, Formula right) implements Formula {
        @Override
        public List<Formula> operands() {
            return List.of(left, right);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.binary(this);
        }
    }

    /** A statistic over the population. */
    record Aggregate(Statistic statistic, Formula operand) implements Formula {
        @Override
        public List<Formula> operands() {
            return List.of(operand);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.aggregate(this);
        }
    }

    /**
     * The smallest or the largest of several expressions of one subject or line; it does not exist where one does not.
     *
     * @param least whether the smallest
     */
    record Pick(boolean least, List<Formula> operands) implements Formula {
        public Pick {
            operands = List.copyOf(operands);
        }

        /** The value, of those of the operands. */
        public Optional<Fraction> of(Function<Formula, Optional<Fraction>> value) {
            List<Fraction> known =
                    operands.stream().map(value).flatMap(Optional::stream).toList();
            return known.size() < operands.size()
                    ? Optional.empty()
                    : (least ? Statistic.MIN : Statistic.MAX).of(known);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.pick(this);
        }
    }

    /**
     * The first of several expressions of one subject that exists.
     *
     * @param operands all but the last are names
     */
    record First(List<Formula> operands) implements Formula {
        public First {
            operands = List.copyOf(operands);
        }

        /** The value, of those of the operands. */
        public Optional<Fraction> of(Function<Formula, Optional<Fraction>> value) {
            return operands.stream().map(value).flatMap(Optional::stream).findFirst();
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.first(this);
        }
    }

    /**
     * How many days lie between two days of a line: the first one counts, the last one does not.
     *
     * @param from the column of the first day
     * @param to the column of the last day; empty there: the day after the period's end
     * @param inPeriod whether only days of the period count
     */
    record Days(String from, String to, boolean inPeriod) implements Formula {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.days(this);
        }
    }

    /**
     * The value of a table of the rule.
     *
     * @param columns the column of the day, or those of the words
     */
    record Lookup(String table, List<String> columns) implements Formula {
        public Lookup {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.lookup(this);
        }
    }

    /** What is made of a formula: its value, its text, its cell. */
    interface Reader<R> {
        R constant(Constant formula);

        R name(Name formula);

        R negation(Negation formula);

        R binary(Binary formula);

        R aggregate(Aggregate formula);

        R pick(Pick formula);

        R first(First formula);

        R days(Days formula);

        R lookup(Lookup formula);
    }

    <R> R read(Reader<R> reader);

    /** The expressions that it joins, as they are written. */
    default List<Formula> operands() {
        return List.of();
    }

    /** Itself and all expressions in it, as they are written. */
    default Stream<Formula> all() {
        return Stream.concat(Stream.of(this), operands().stream().flatMap(Formula::all));
    }

    /** The four operations, with their sign and how tightly they bind. */
    enum Operator {
        PLUS("+", 1),
        MINUS("-", 1),
        TIMES("*", 2),
        DIVIDED_BY("/", 2);

        private final String sign;
        private final int binding;

        Operator(String sign, int binding) {
            this.sign = sign;
            this.binding = binding;
        }

        public String sign() {
            return sign;
        }

        public int binding() {
            return binding;
        }

        /** The value; absent where the divisor is zero. */
        public Optional<Fraction> apply(Fraction left, Fraction right) {
            return switch (this) {
                case PLUS -> Optional.of(left.plus(right));
                case MINUS -> Optional.of(left.minus(right));
                case TIMES -> Optional.of(left.times(right));
                case DIVIDED_BY -> right.isZero() ? Optional.empty() : Optional.of(left.dividedBy(right));
            };
        }
    }

    /** The names without which it has no value; in {@link First} one may stand in for another. */
    default Set<String> needed() {
        if (this instanceof First) {
            return Set.of();
        }
        if (operands().isEmpty()) {
            return names();
        }
        Set<String> needed = new LinkedHashSet<>();
        operands().forEach(operand -> needed.addAll(operand.needed()));
        return needed;
    }

    /** All names in the order they are written; of days and tables those of their columns. */
    default Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        all().forEach(each -> {
            if (each instanceof Name name) {
                names.add(name.id());
            } else if (each instanceof Days days) {
                names.addAll(List.of(days.from(), days.to()));
            } else if (each instanceof Lookup lookup) {
                names.addAll(lookup.columns());
            }
        });
        return names;
    }
}

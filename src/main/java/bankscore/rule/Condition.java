package bankscore.rule;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** A condition of a rule, about one subject or one line: the closed list of words. */
public sealed interface Condition {

    /**
     * A measure or a figure of the line held against a bound.
     *
     * @param measure the id of the measure or column that is compared
     * @param bound a number, a benchmark, another measure or column
     */
    record Compared(String measure, Comparison comparison, Reference bound) implements Condition {
        @Override
        public List<String> own() {
            return Stream.concat(Stream.of(measure), bound.named().stream()).toList();
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.compared(this);
        }

        /** Whether it holds for some values; one that does not exist fails it. */
        public boolean holds(Function<String, Optional<Fraction>> values) {
            return bound(values)
                    .flatMap(limit -> values.apply(measure).map(value -> comparison.holds(value, limit)))
                    .orElse(false);
        }

        /** What the measure is held against. */
        public Optional<Fraction> bound(Function<String, Optional<Fraction>> values) {
            return bound.number().or(() -> bound.named().flatMap(values));
        }
    }

    /**
     * A comparison that holds for so many periods in a row, the one that is judged included: in it by today's values, in the
     * earlier ones by what they published.
     *
     * @param compared a measure against a number, a benchmark or another measure
     * @param periods two or more
     */
    record Running(Compared compared, int periods) implements Condition {

        /** The word in rule files. */
        public static final String WORD = "running";

        @Override
        public List<String> own() {
            return compared.own();
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.running(this);
        }

        /**
         * The earlier periods of the row, the latest first: as many as it takes, or up to the one that breaks it.
         *
         * @param published what a period published under an id; absent where it was not published, the subject not assessed,
         *     or without a value
         */
        public List<Then> before(Period period, BiFunction<Period, String, Optional<Fraction>> published) {
            List<Then> row = new ArrayList<>();
            Period at = period;
            boolean holds = true;
            while (holds && row.size() < periods - 1) {
                Period then = at.previous();
                Function<String, Optional<Fraction>> values = id -> published.apply(then, id);
                holds = compared.holds(values);
                row.add(new Then(then, values.apply(compared.measure()), compared.bound(values), holds));
                at = then;
            }
            return row;
        }

        /** Whether a row of earlier periods is long enough. */
        public boolean isWhole(List<Then> row) {
            return row.stream().filter(Then::holds).count() == periods - 1;
        }
    }

    /** What an earlier period says of a comparison. */
    record Then(Period period, Optional<Fraction> value, Optional<Fraction> bound, boolean holds) {}

    /**
     * A text that is, or is not, one of some words; compared after NFKC and trimming.
     *
     * @param among whether it must be one of them; else it must be none
     */
    record Text(String column, boolean among, List<String> words) implements Condition {
        public Text {
            words = List.copyOf(words);
        }

        @Override
        public List<String> own() {
            return List.of(column);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.text(this);
        }
    }

    /**
     * A day that lies within a span, both ends included.
     *
     * @param column of the day; {@link #PERIOD_END}: that of a line of subjects, which is in no column
     */
    record Dated(String column, Span within) implements Condition {

        /** Stands for the day that counts for a line of subjects. */
        public static final String PERIOD_END = "period_end";

        @Override
        public List<String> own() {
            return List.of(column);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.dated(this);
        }
    }

    /** From when to when. */
    sealed interface Span {

        /** While the rule is in force. */
        record InForce() implements Span {}

        /** The period that is decided. */
        record OfPeriod() implements Span {}

        /** Between two days. */
        record Between(LocalDate from, LocalDate to) implements Span {}
    }

    /**
     * A register has a row that is valid on a day.
     *
     * @param register the id of its dataset
     * @param by a party's column, or any column that holds its code
     * @param at the column of the day; absent: the day of the subsidy
     */
    record InRegister(String register, String by, Optional<String> at) implements Condition {
        @Override
        public List<String> own() {
            return Stream.concat(Stream.of(by), at.stream()).toList();
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.inRegister(this);
        }
    }

    /** No line granted before has the same values; an empty cell equals none. */
    record Unique(List<String> columns) implements Condition {
        public Unique {
            columns = List.copyOf(columns);
        }

        @Override
        public List<String> own() {
            return columns;
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.unique(this);
        }
    }

    /** No line granted before with the same values overlaps it in time; an empty end is open. */
    record NoOverlap(List<String> columns, String from, String to) implements Condition {
        public NoOverlap {
            columns = List.copyOf(columns);
        }

        @Override
        public List<String> own() {
            return Stream.concat(columns.stream(), Stream.of(from, to)).toList();
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.noOverlap(this);
        }
    }

    /** No cell of some columns is empty. */
    record Filled(List<String> columns) implements Condition {
        public Filled {
            columns = List.copyOf(columns);
        }

        @Override
        public List<String> own() {
            return columns;
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.filled(this);
        }
    }

    /** Each holds. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.all(this);
        }
    }

    /** At least one holds. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.any(this);
        }
    }

    /** It does not hold. */
    record Not(Condition part) implements Condition {
        @Override
        public List<Condition> parts() {
            return List.of(part);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.not(this);
        }
    }

    /** The columns, measures and benchmarks that it names, in its order. */
    default Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        whole().forEach(each -> names.addAll(each.own()));
        return names;
    }

    /** The columns, measures and benchmarks that it names itself. */
    default List<String> own() {
        return List.of();
    }

    /** The conditions that it joins. */
    default List<Condition> parts() {
        return List.of();
    }

    /**
     * Its comparisons by the path at which a file writes the bound.
     *
     * @param path of the condition itself
     */
    default Map<String, Compared> comparisons(String path) {
        Map<String, Compared> found = new LinkedHashMap<>();
        if (this instanceof Compared own) {
            found.put(path + "." + own.comparison().word(), own);
        }
        if (this instanceof Running own) {
            found.putAll(own.compared().comparisons(path + "." + Running.WORD));
        }
        for (int i = 0; i < parts().size(); i++) {
            String step = this instanceof Not ? ".not" : (this instanceof All ? ".all[" : ".any[") + i + "]";
            found.putAll(parts().get(i).comparisons(path + step));
        }
        return found;
    }

    /** The rows of periods in it. */
    default List<Running> rows() {
        return whole().filter(Running.class::isInstance)
                .map(Running.class::cast)
                .toList();
    }

    /** Itself and all conditions in it. */
    default Stream<Condition> whole() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Condition::whole));
    }

    /** What is made of a condition: whether it holds, its sentence, its formula. */
    interface Reader<R> {
        R compared(Compared condition);

        R running(Running condition);

        R text(Text condition);

        R dated(Dated condition);

        R inRegister(InRegister condition);

        R unique(Unique condition);

        R noOverlap(NoOverlap condition);

        R filled(Filled condition);

        R all(All condition);

        R any(Any condition);

        R not(Not condition);
    }

    <R> R read(Reader<R> reader);

    /** How a measure is held against its bound. */
    enum Comparison {
        AT_LEAST,
        ABOVE,
        AT_MOST,
        BELOW;

        /** The key in rule files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean holds(Fraction value, Fraction bound) {
            int compared = value.compareTo(bound);
            return switch (this) {
                case AT_LEAST -> compared >= 0;
                case ABOVE -> compared > 0;
                case AT_MOST -> compared <= 0;
                case BELOW -> compared < 0;
            };
        }
    }
}

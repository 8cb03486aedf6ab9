package bankscore.rule;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A named value that the scheme derives from figures; each may use those written before it. */
public sealed interface Definition {

    String id();

    /** The Chinese name. */
    String name();

    /** The expression, if it is computed. */
    Optional<Formula> computed();

    /** Whose values enter its statistics. */
    Population over();

    /** The published decimals; absent: exact. */
    Optional<Rounding> rounding();

    /** A value as it is published and used. */
    default Fraction rounded(Fraction value) {
        return rounding().map(to -> to.round(value)).orElse(value);
    }

    /** Whether nothing but its formula gives its value. */
    boolean isOnlyFormula();

    String clause();

    Mark mark();

    /** How parameters, findings and simulations call it. */
    String path();

    <R> R read(Reader<R> reader);

    /** What is made of a definition: its value, its words. */
    interface Reader<R> {
        R measure(Measure measure);

        R benchmark(Benchmark benchmark);
    }

    /**
     * A value as it is published.
     *
     * @param rounding its decimals; absent: as many as it has, up to 12 (output.md#numbers)
     */
    static String printed(Fraction value, Optional<Rounding> rounding) {
        return rounding.map(to -> to.text(value)).orElseGet(() -> {
            BigDecimal exact =
                    Rounding.halfUp(12, "output.md#numbers").decimal(value).stripTrailingZeros();
            return (exact.scale() < 0 ? exact.setScale(0) : exact).toPlainString();
        });
    }

    /** Over whom statistics run. */
    enum Population {
        ASSESSED,
        ALL
    }

    /**
     * A figure of the year out of its quarters (scheme.md#periods): this one, and of the earlier ones what they published.
     *
     * @param of what is made of the values that exist
     * @param since the first day of the rule's version: quarters that ended before have no part
     */
    record OverQuarters(Gathered of, LocalDate since) {

        /** The year's earlier quarters that have a part, the first one first. */
        public List<Period> before(Period period) {
            return IntStream.range(1, period.quarter())
                    .mapToObj(quarter -> new Period(period.year(), quarter))
                    .filter(each -> !each.end().isBefore(since))
                    .toList();
        }
    }

    /** What is made of the values of quarters. */
    enum Gathered {
        MEAN,
        SUM,
        /** The last one that exists. */
        LAST;

        /** Of values in the order of their quarters; absent where there is none. */
        public Optional<Fraction> of(List<Fraction> values) {
            return values.isEmpty()
                    ? Optional.empty()
                    : switch (this) {
                        case MEAN -> Statistic.MEAN.of(values);
                        case SUM -> Statistic.SUM.of(values);
                        case LAST -> Optional.of(values.get(values.size() - 1));
                    };
        }
    }

    /** What stands in where a measure does not exist. */
    enum NoBase {
        /** Nothing: items on it get 0 points. */
        ZERO,
        /** The mean of the others. */
        AVERAGE,
        /** The bank is left out of the assessment. */
        EXCLUDE
    }

    /**
     * A value per bank.
     *
     * @param unit the unit it is printed with; empty if none
     * @param formula the expression; a single {@code dataset.column} if {@code of} is there, a single measure if {@code quarters}
     *     is
     * @param of the statistic over a bank's records
     * @param whenEmpty the {@code values} table that stands in for a record's empty number, by its word
     * @param rounding applied before the value is used
     * @param quarters how it comes of the quarters of the year; absent: it is this one's alone
     */
    record Measure(
            String id,
            String name,
            String unit,
            Formula formula,
            Optional<Statistic> of,
            Optional<String> whenEmpty,
            Optional<Rounding> rounding,
            NoBase noBase,
            Population over,
            Optional<OverQuarters> quarters,
            String clause,
            Mark mark)
            implements Definition {

        /** A measure of its own period. */
        public Measure(
                String id,
                String name,
                String unit,
                Formula formula,
                Optional<Statistic> of,
                Optional<String> whenEmpty,
                Optional<Rounding> rounding,
                NoBase noBase,
                Population over,
                String clause,
                Mark mark) {
            this(id, name, unit, formula, of, whenEmpty, rounding, noBase, over, Optional.empty(), clause, mark);
        }

        @Override
        public Optional<Formula> computed() {
            return Optional.of(formula);
        }

        @Override
        public boolean isOnlyFormula() {
            return of.isEmpty() && quarters.isEmpty();
        }

        /** The measure whose quarters it gathers; none if it is of its own period. */
        public Optional<String> gathered() {
            return quarters.map(own -> formula.names().iterator().next());
        }

        @Override
        public String path() {
            return "measures." + id;
        }

        /** How parameters call its decimals. */
        public String decimals() {
            return path() + ".round";
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.measure(this);
        }
    }

    /**
     * One value for all banks.
     *
     * @param published the item of the parameters sheet that gives it, used as given
     * @param computed how it is computed where nothing is published
     */
    record Benchmark(
            String id,
            String name,
            Optional<String> published,
            Optional<Formula> computed,
            Population over,
            Optional<Rounding> rounding,
            String clause,
            Mark mark)
            implements Definition {

        @Override
        public boolean isOnlyFormula() {
            return published.isEmpty();
        }

        @Override
        public String path() {
            return "benchmarks." + id;
        }

        /** How parameters call its decimals: those of what stands in for a published value, if there is one. */
        public String decimals() {
            return path() + (published.isPresent() ? ".else" : "") + ".round";
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.benchmark(this);
        }
    }
}

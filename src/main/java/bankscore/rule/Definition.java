package bankscore.rule;

import bankscore.exact.Rounding;
import java.util.Optional;

/** A named value that the scheme derives from figures; each may use those written before it. */
public sealed interface Definition {

    String id();

    Mark mark();

    /** The formula, if there is one. */
    Optional<Formula> computed();

    /** Over whom statistics run. */
    enum Population {
        ASSESSED,
        ALL
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
     * @param name the Chinese name
     * @param unit the unit it is printed with; empty if none
     * @param formula the expression; a single {@code dataset.column} if {@code of} is there
     * @param of the statistic over a bank's records
     * @param whenEmpty the {@code values} table that stands in for a record's empty number, by its word
     * @param rounding the published decimals, applied before the value is used; absent: exact
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
            String clause,
            Mark mark)
            implements Definition {

        @Override
        public Optional<Formula> computed() {
            return Optional.of(formula);
        }
    }

    /**
     * One value for all banks.
     *
     * @param published the item of the parameters sheet that gives it, used as given
     * @param formula how it is computed where nothing is published
     */
    record Benchmark(
            String id,
            String name,
            Optional<String> published,
            Optional<Formula> formula,
            Population over,
            Optional<Rounding> rounding,
            String clause,
            Mark mark)
            implements Definition {

        @Override
        public Optional<Formula> computed() {
            return formula;
        }
    }
}

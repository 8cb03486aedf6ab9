package bankscore.rule;

import bankscore.exact.Fraction;
import java.util.Map;
import java.util.Optional;

/** What a value is measured against. */
public sealed interface Reference {

    /** A number of the rule. */
    record Fixed(Fraction value) implements Reference {
        @Override
        public Optional<Fraction> number() {
            return Optional.of(value);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.fixed(this);
        }
    }

    /** A benchmark, one for all. */
    record OfBenchmark(String id) implements Reference {
        @Override
        public Optional<String> named() {
            return Optional.of(id);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.ofBenchmark(this);
        }
    }

    /** Another measure of the same subject. */
    record OfMeasure(String id) implements Reference {
        @Override
        public Optional<String> named() {
            return Optional.of(id);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.ofMeasure(this);
        }
    }

    /**
     * A statistic of the population's own values; the best is the largest.
     *
     * @param best how many of the largest values enter; absent: all
     */
    record OfPopulation(Statistic statistic, Optional<Integer> best) implements Reference {

        public static final String MEAN_OF_BEST = "mean_of_best";

        public OfPopulation {
            if (best.isPresent() && (statistic != Statistic.MEAN || best.get() < 1)) {
                throw new IllegalArgumentException("of the best there is the mean of one or more: " + best);
            }
        }

        /** Of all values. */
        public OfPopulation(Statistic statistic) {
            this(statistic, Optional.empty());
        }

        @Override
        public Map<String, Fraction> parameters(String path) {
            return best.map(count -> Map.of(path + "." + MEAN_OF_BEST, Fraction.of(count)))
                    .orElse(Map.of());
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.ofPopulation(this);
        }
    }

    /** What is made of a reference: its value, its words, its cell. */
    interface Reader<R> {
        R fixed(Fixed reference);

        R ofBenchmark(OfBenchmark reference);

        R ofMeasure(OfMeasure reference);

        R ofPopulation(OfPopulation reference);
    }

    <R> R read(Reader<R> reader);

    /** The number that the rule itself gives. */
    default Optional<Fraction> number() {
        return Optional.empty();
    }

    /**
     * Its numbers by the paths at which a file writes them.
     *
     * @param path of the reference itself
     */
    default Map<String, Fraction> parameters(String path) {
        return number().map(number -> Map.of(path, number)).orElse(Map.of());
    }

    /** The id of the benchmark or measure that it names. */
    default Optional<String> named() {
        return Optional.empty();
    }
}

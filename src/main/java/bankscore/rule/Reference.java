package bankscore.rule;

import bankscore.exact.Fraction;
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

    /** A statistic of the population's own values; the best is the largest. */
    record OfPopulation(Statistic statistic) implements Reference {
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

    /** The id of the benchmark or measure that it names. */
    default Optional<String> named() {
        return Optional.empty();
    }
}

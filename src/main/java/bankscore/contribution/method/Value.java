package bankscore.contribution.method;

import bankscore.exact.Fraction;
import bankscore.rule.Population;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The measure itself, between min and max: points judged by people. */
public record Value(Optional<Fraction> min, Optional<Fraction> max) implements Method {

    public static final String MIN = "value.min";
    public static final String MAX = "value.max";

    /** The value as points. */
    public record Judged(Limited limited) implements Working {
        @Override
        public Fraction points() {
            return limited.points();
        }

        @Override
        public <R> R read(WorkingReader<R> reader) {
            return reader.value(this);
        }
    }

    @Override
    public Judged points(Fraction own, Population compared, References references) {
        return new Judged(Limited.between(own, min, max));
    }

    @Override
    public Optional<Fraction> least() {
        return min;
    }

    @Override
    public Optional<Fraction> most() {
        return max;
    }

    @Override
    public Map<String, Fraction> parameters() {
        Map<String, Fraction> parameters = new LinkedHashMap<>();
        min.ifPresent(least -> parameters.put(MIN, least));
        max.ifPresent(most -> parameters.put(MAX, most));
        return parameters;
    }

    @Override
    public <R> R read(Reader<R> reader) {
        return reader.value(this);
    }
}

package bankscore.contribution.method;

import bankscore.exact.Fraction;
import bankscore.exact.Steps;
import bankscore.rule.Population;
import bankscore.rule.Reference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Base + points × steps((own − reference) ÷ per), between min and max. */
public record Linear(
        Fraction base,
        Reference against,
        Fraction per,
        Fraction points,
        Steps steps,
        Optional<Fraction> min,
        Optional<Fraction> max)
        implements Method {

    public static final String BASE = "linear.base";
    public static final String REFERENCE = "linear.reference";
    public static final String PER = "linear.per";
    public static final String POINTS = "linear.points";
    public static final String MIN = "linear.min";
    public static final String MAX = "linear.max";

    /**
     * The distance to the reference in steps.
     *
     * @param reference absent where it does not exist: then everything else is 0
     */
    public record Stepped(
            Linear method, Optional<Fraction> reference, Fraction distance, Fraction steps, Limited limited)
            implements Working {
        @Override
        public Fraction points() {
            return limited.points();
        }

        @Override
        public boolean leapsTo(Working other) {
            return method.steps != Steps.PRO_RATA
                    && other instanceof Stepped stepped
                    && !stepped.limited.points().equals(limited.points());
        }

        @Override
        public boolean lacksReference() {
            return reference.isEmpty();
        }

        @Override
        public <R> R read(WorkingReader<R> reader) {
            return reader.linear(this);
        }
    }

    @Override
    public Stepped points(Fraction own, Population compared, References references) {
        Optional<Fraction> reference = references.resolve(against);
        if (reference.isEmpty()) {
            return new Stepped(
                    this, reference, Fraction.ZERO, Fraction.ZERO, new Limited(Fraction.ZERO, Fraction.ZERO));
        }
        Fraction distance = own.minus(reference.get());
        Fraction counted = steps.count(distance.dividedBy(per));
        Fraction exact = base.plus(points.times(counted));
        return new Stepped(this, reference, distance, counted, Limited.between(exact, min, max));
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
        parameters.put(BASE, base);
        parameters.putAll(against.parameters(REFERENCE));
        parameters.put(PER, per);
        parameters.put(POINTS, points);
        min.ifPresent(least -> parameters.put(MIN, least));
        max.ifPresent(most -> parameters.put(MAX, most));
        return parameters;
    }

    @Override
    public Optional<Reference> reference() {
        return Optional.of(against);
    }

    @Override
    public <R> R read(Reader<R> reader) {
        return reader.linear(this);
    }
}

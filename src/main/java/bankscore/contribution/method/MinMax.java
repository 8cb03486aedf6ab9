package bankscore.contribution.method;

import bankscore.exact.Fraction;
import bankscore.rule.Flaw;
import bankscore.rule.Population;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Base + (full − base) × (own − worst) ÷ (best − worst); full where best equals worst.
 *
 * @param base what the worst gets, 0 if the rule says nothing of it
 */
public record MinMax(Fraction base, Fraction full, Better better) implements Method.OfFull {

    public static final String BASE = "min_max.base";
    public static final String FULL = "min_max.full";

    /** The value between the worst and the best. */
    public record Between(MinMax method, Fraction worst, Fraction best, Fraction points) implements Working {
        @Override
        public <R> R read(WorkingReader<R> reader) {
            return reader.minMax(this);
        }
    }

    @Override
    public Between points(Fraction own, Population compared, References references) {
        Fraction best = better.best(compared).orElse(own);
        Fraction worst = better.worst(compared).orElse(own);
        Fraction points = best.equals(worst)
                ? full
                : base.plus(floating().times(own.minus(worst)).dividedBy(best.minus(worst)));
        return new Between(this, worst, best, points);
    }

    @Override
    public Map<String, Fraction> parameters() {
        Map<String, Fraction> parameters = new LinkedHashMap<>();
        if (hasBase()) {
            parameters.put(BASE, base);
        }
        parameters.put(FULL, full);
        return parameters;
    }

    /** Whether the worst gets points. */
    public boolean hasBase() {
        return !base.isZero();
    }

    /** The points that go by the place between the worst and the best. */
    public Fraction floating() {
        return full.minus(base);
    }

    @Override
    public Optional<Fraction> least() {
        return Optional.of(base.min(full));
    }

    /** Whoever gives the worst more than the best has mixed up the two. */
    @Override
    public List<Flaw> flaws() {
        return hasBase() && base.isGreater(full)
                ? List.of(new Flaw(BASE, base.toString(), "base_above_full", Map.of("full", full.toString())))
                : List.of();
    }

    @Override
    public List<Reference.OfPopulation> compares() {
        return Stream.of(Statistic.MAX, Statistic.MIN)
                .map(Reference.OfPopulation::new)
                .toList();
    }

    @Override
    public <R> R read(Reader<R> reader) {
        return reader.minMax(this);
    }
}

package bankscore.contribution.method;

import bankscore.exact.Fraction;
import bankscore.rule.Population;
import bankscore.rule.Statistic;
import java.util.List;
import java.util.Map;

/** Full × (own − worst) ÷ (best − worst); full where best equals worst. */
public record MinMax(Fraction full, Better better) implements Method.OfFull {

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
        Fraction points =
                best.equals(worst) ? full : full.times(own.minus(worst)).dividedBy(best.minus(worst));
        return new Between(this, worst, best, points);
    }

    @Override
    public Map<String, Fraction> parameters() {
        return Map.of(FULL, full);
    }

    @Override
    public List<Statistic> compares() {
        return List.of(Statistic.MAX, Statistic.MIN);
    }

    @Override
    public <R> R read(Reader<R> reader) {
        return reader.minMax(this);
    }
}

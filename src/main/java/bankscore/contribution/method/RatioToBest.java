package bankscore.contribution.method;

import bankscore.exact.Fraction;
import bankscore.rule.Population;
import bankscore.rule.Reference;
import java.util.List;
import java.util.Map;

/** Full × own ÷ best; where lower is better, full × best ÷ own. */
public record RatioToBest(Fraction full, Better better) implements Method.OfFull {

    public static final String FULL = "ratio_to_best.full";

    /** The value held against the best one. */
    public record ToBest(RatioToBest method, Fraction own, Fraction best, Fraction points) implements Working {

        /** Whether own and best are both 0 where the lowest is the best: nothing could be better. */
        public boolean isBestAtZero() {
            return method.better == Better.LOWER && own.isZero() && best.isZero();
        }

        @Override
        public <R> R read(WorkingReader<R> reader) {
            return reader.ratioToBest(this);
        }
    }

    @Override
    public ToBest points(Fraction own, Population compared, References references) {
        Fraction best = better.best(compared).orElse(Fraction.ZERO);
        ToBest nothing = new ToBest(this, own, best, Fraction.ZERO);
        if (nothing.isBestAtZero()) {
            return new ToBest(this, own, best, full);
        }
        if (!own.isPositive() || !best.isPositive()) {
            return nothing;
        }
        Fraction ratio = better == Better.HIGHER ? own.dividedBy(best) : best.dividedBy(own);
        return new ToBest(this, own, best, full.times(ratio));
    }

    @Override
    public Map<String, Fraction> parameters() {
        return Map.of(FULL, full);
    }

    @Override
    public List<Reference.OfPopulation> compares() {
        return List.of(new Reference.OfPopulation(better.best()));
    }

    @Override
    public boolean isPressedByTheBest() {
        return better == Better.HIGHER;
    }

    @Override
    public <R> R read(Reader<R> reader) {
        return reader.ratioToBest(this);
    }
}

package bankscore.contribution.method;

import bankscore.exact.Fraction;
import bankscore.rule.Population;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import java.util.List;
import java.util.Map;

/** Full × own ÷ sum over the population; negative counts as 0. */
public record ShareOfTotal(Fraction full) implements Method.OfFull {

    public static final String FULL = "share_of_total.full";

    /** The value held against the sum of all. */
    public record Share(ShareOfTotal method, Fraction own, Fraction sum, Fraction points) implements Working {
        @Override
        public <R> R read(WorkingReader<R> reader) {
            return reader.shareOfTotal(this);
        }
    }

    @Override
    public Share points(Fraction own, Population compared, References references) {
        Fraction sum = compared.positiveSum();
        Fraction points = sum.isZero()
                ? Fraction.ZERO
                : full.times(own.max(Fraction.ZERO)).dividedBy(sum);
        return new Share(this, own, sum, points);
    }

    @Override
    public Map<String, Fraction> parameters() {
        return Map.of(FULL, full);
    }

    @Override
    public List<Reference.OfPopulation> compares() {
        return List.of(new Reference.OfPopulation(Statistic.SUM));
    }

    @Override
    public <R> R read(Reader<R> reader) {
        return reader.shareOfTotal(this);
    }
}

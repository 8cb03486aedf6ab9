package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import java.util.List;
import java.util.Map;

/** In proportion to a measure; negative counts as 0. */
public record ByMeasure(String measure) implements Form {

    @Override
    public List<Weight> weights(List<Taker> takers) {
        return takers.stream().map(taker -> Weight.of(taker.weightBy(measure))).toList();
    }

    @Override
    public NoPart nothing(Taker taker) {
        return taker.lacksPoints() || taker.weightBy(measure).isPositive()
                ? Form.super.nothing(taker)
                : NoPart.because(NoPart.Reason.MEASURE);
    }

    @Override
    public List<String> dividesBy() {
        return List.of(measure);
    }

    @Override
    public Map<String, Fraction> parameters() {
        return Map.of();
    }

    @Override
    public <R> R read(Reader<R> reader) {
        return reader.byMeasure(this);
    }
}

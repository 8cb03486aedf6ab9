package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In proportion to what the total exceeds a threshold by. */
public record Above(Fraction threshold) implements Form {

    public static final String THRESHOLD = "share_by.above";

    @Override
    public List<Weight> weights(List<Taker> takers) {
        return takers.stream()
                .map(taker -> Weight.of(taker.total().minus(threshold)))
                .toList();
    }

    @Override
    public NoPart nothing(Taker taker) {
        return taker.total().isGreater(threshold)
                ? Form.super.nothing(taker)
                : new NoPart(NoPart.Reason.ABOVE, Optional.of(threshold));
    }

    @Override
    public Map<String, Fraction> parameters() {
        return Map.of(THRESHOLD, threshold);
    }

    @Override
    public <R> R read(Reader<R> reader) {
        return reader.above(this);
    }
}

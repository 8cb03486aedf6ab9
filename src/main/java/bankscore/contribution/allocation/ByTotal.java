package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import java.util.List;
import java.util.Map;

/** In proportion to the totals (D14). */
public record ByTotal() implements Form {

    @Override
    public List<Weight> weights(List<Taker> takers) {
        return takers.stream().map(taker -> Weight.of(taker.total())).toList();
    }

    @Override
    public Map<String, Fraction> parameters() {
        return Map.of();
    }

    @Override
    public <R> R read(Reader<R> reader) {
        return reader.byTotal(this);
    }
}

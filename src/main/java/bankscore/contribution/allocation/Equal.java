package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import java.util.List;
import java.util.Map;

/** Equally. */
public record Equal() implements Form {

    @Override
    public List<Weight> weights(List<Taker> takers) {
        return takers.stream().map(taker -> Weight.of(Fraction.ONE)).toList();
    }

    @Override
    public Map<String, Fraction> parameters() {
        return Map.of();
    }

    @Override
    public <R> R read(Reader<R> reader) {
        return reader.equal(this);
    }
}

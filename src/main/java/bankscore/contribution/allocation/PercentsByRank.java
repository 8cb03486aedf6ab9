package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A percentage of the pool for each place; what they do not add up to stays. */
public record PercentsByRank(List<Fraction> percents) implements Form {

    public static final String KEY = "percents_by_rank";

    public PercentsByRank {
        percents = List.copyOf(percents);
    }

    @Override
    public List<Weight> weights(List<Taker> takers) {
        return percents.stream().limit(takers.size()).map(Weight::of).toList();
    }

    @Override
    public boolean isByPlace() {
        return true;
    }

    @Override
    public Fraction percentShared(int takers) {
        return Fraction.sum(percents.stream().limit(takers).toList());
    }

    @Override
    public Map<String, Fraction> parameters() {
        Map<String, Fraction> parameters = new LinkedHashMap<>();
        for (int place = 0; place < percents.size(); place++) {
            parameters.put(KEY + "[" + place + "]", percents.get(place));
        }
        return parameters;
    }

    @Override
    public <R> R read(Reader<R> reader) {
        return reader.percentsByRank(this);
    }
}

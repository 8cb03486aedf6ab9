package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A fixed amount for each place. */
public record AmountsByRank(List<Money> amounts) implements Form {

    public static final String KEY = "amounts_by_rank";

    public AmountsByRank {
        amounts = List.copyOf(amounts);
    }

    @Override
    public List<Weight> weights(List<Taker> takers) {
        return amounts.stream()
                .limit(takers.size())
                .map(amount -> Weight.of(amount.wan()))
                .toList();
    }

    @Override
    public boolean isFixed() {
        return true;
    }

    @Override
    public Map<String, Fraction> parameters() {
        Map<String, Fraction> parameters = new LinkedHashMap<>();
        for (int place = 0; place < amounts.size(); place++) {
            parameters.put(KEY + "[" + place + "]", amounts.get(place).wan());
        }
        return parameters;
    }

    @Override
    public <R> R read(Reader<R> reader) {
        return reader.amountsByRank(this);
    }
}

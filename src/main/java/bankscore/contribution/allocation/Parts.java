package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several parts of the pool, each in proportion to its own measure. */
public record Parts(List<Part> parts) implements Form {

    public Parts {
        parts = List.copyOf(parts);
    }

    /** Percent × own ÷ all of each part, added up; a part that nobody counts in falls to the other parts. */
    @Override
    public List<Weight> weights(List<Taker> takers) {
        Map<String, Fraction> all = new HashMap<>();
        for (Part part : parts) {
            all.put(
                    part.by(),
                    Fraction.sum(takers.stream()
                            .map(taker -> taker.weightBy(part.by()))
                            .toList()));
        }
        return takers.stream().map(taker -> weight(taker, all)).toList();
    }

    private Weight weight(Taker taker, Map<String, Fraction> all) {
        List<Weight.OfPart> each = new ArrayList<>();
        for (Part part : parts) {
            Fraction sum = all.getOrDefault(part.by(), Fraction.ZERO);
            if (sum.isPositive()) {
                each.add(new Weight.OfPart(part, taker.weightBy(part.by()), sum));
            }
        }
        return new Weight(Fraction.sum(each.stream().map(Weight.OfPart::value).toList()), each);
    }

    @Override
    public NoPart nothing(Taker taker) {
        boolean counts = parts.stream()
                .anyMatch(part ->
                        part.percent().isPositive() && taker.weightBy(part.by()).isPositive());
        return taker.lacksPoints() || counts ? Form.super.nothing(taker) : NoPart.because(NoPart.Reason.MEASURE);
    }

    @Override
    public List<String> dividesBy() {
        return parts.stream().map(Part::by).toList();
    }

    @Override
    public Map<String, Fraction> parameters() {
        Map<String, Fraction> parameters = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            parameters.put("share_by.parts[" + i + "].percent", parts.get(i).percent());
        }
        return parameters;
    }

    @Override
    public <R> R read(Reader<R> reader) {
        return reader.parts(this);
    }
}

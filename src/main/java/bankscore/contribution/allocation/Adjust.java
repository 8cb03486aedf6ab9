package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import bankscore.exact.Steps;
import bankscore.rule.MeasureValue;
import bankscore.rule.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * After the shares: so much more or less for each step by which a measure lies off a reference. What it adds up to is taken
 * from all in proportion to their quotas, so that the sum stays what it was.
 *
 * @param by the measure's id
 * @param against what it is held against, over the assessed banks that share the sum: those of the group, or all
 * @param per the length of a step, positive
 * @param amount of a step, in 万元; negative where small is good
 */
public record Adjust(String by, Reference against, Fraction per, Fraction amount, Steps steps) {

    /** Its word below {@code allocation}. */
    public static final String KEY = "adjust";

    /**
     * What it makes for one bank.
     *
     * @param own the bank's value; where it or the reference does not exist, nothing is moved
     * @param moved in 万元
     */
    public record Moved(
            Adjust rule, Optional<Fraction> own, Optional<Fraction> reference, Fraction steps, Fraction moved) {}

    /** So many steps, and their amount. */
    public Moved of(Taker taker, Optional<Fraction> reference) {
        Optional<Fraction> own = Optional.ofNullable(taker.measures().get(by)).flatMap(MeasureValue::value);
        Fraction counted = own.flatMap(value ->
                        reference.map(other -> steps.count(value.minus(other).dividedBy(per))))
                .orElse(Fraction.ZERO);
        return new Moved(this, own, reference, counted, amount.times(counted));
    }

    /** The measures and benchmarks that it names. */
    Stream<String> named() {
        return Stream.concat(Stream.of(by), against.named().stream());
    }

    /** The numbers of several, by their paths below {@code allocation}. */
    static Map<String, Fraction> parameters(List<Adjust> adjusts) {
        Map<String, Fraction> parameters = new LinkedHashMap<>();
        for (int i = 0; i < adjusts.size(); i++) {
            String path = KEY + "[" + i + "].";
            parameters.putAll(adjusts.get(i).against.parameters(path + "reference"));
            parameters.put(path + "per", adjusts.get(i).per);
            parameters.put(path + "amount", adjusts.get(i).amount);
        }
        return parameters;
    }
}

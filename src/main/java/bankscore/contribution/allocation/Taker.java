package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import bankscore.rule.MeasureValue;
import java.util.Map;
import java.util.Optional;

/**
 * An assessed bank as it stands before the money.
 *
 * @param bank its code
 * @param order its row in the register
 * @param scored whether points are given at all; without items everybody's total is 0 and bars nobody
 * @param measures by id
 * @param points of the items of each group, by its name
 */
public record Taker(
        String bank,
        int order,
        int rank,
        Fraction total,
        boolean scored,
        Map<String, MeasureValue> measures,
        Map<String, Fraction> points) {

    /** The points of the items of a group. */
    public Fraction points(String group) {
        return points.getOrDefault(group, Fraction.ZERO);
    }

    /** What divides money besides measures: the total. */
    public static final String TOTAL = "total";

    /** Each bank the same. */
    public static final String EQUAL = "equal";

    /** Whether it has no points where points are given: then it gets no money (D8). */
    public boolean lacksPoints() {
        return scored && !total.isPositive();
    }

    /**
     * What the bank counts when money is divided.
     *
     * @param measureOrWord a measure's id, {@code total} or {@code equal}
     * @return not below 0; 0 where the measure does not exist
     */
    public Fraction weightBy(String measureOrWord) {
        Fraction value = switch (measureOrWord) {
            case TOTAL -> total;
            case EQUAL -> Fraction.ONE;
            default ->
                Optional.ofNullable(measures.get(measureOrWord))
                        .flatMap(MeasureValue::value)
                        .orElse(Fraction.ZERO);
        };
        return value.max(Fraction.ZERO);
    }
}

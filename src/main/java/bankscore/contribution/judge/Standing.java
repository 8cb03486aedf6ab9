package bankscore.contribution.judge;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a bank stands in a result.
 *
 * @param total absent if it is not assessed; then it counts as 0 in differences
 * @param rank absent if it is not assessed
 * @param computed its target by fund as the rule computes it; a fund without it counts as 0
 * @param adjusted what leaders changed in it, by fund
 */
public record Standing(
        Optional<Fraction> total,
        Optional<Integer> rank,
        Fraction share,
        Map<String, Money> computed,
        Map<String, Money> adjusted) {

    public Standing {
        computed = Collections.unmodifiableMap(new LinkedHashMap<>(computed));
        adjusted = Collections.unmodifiableMap(new LinkedHashMap<>(adjusted));
    }

    /** Its target in a fund, adjustments included. */
    public Money target(String fund) {
        return computed(fund).plus(adjusted(fund));
    }

    Money computed(String fund) {
        return computed.getOrDefault(fund, Money.ZERO);
    }

    Money adjusted(String fund) {
        return adjusted.getOrDefault(fund, Money.ZERO);
    }
}

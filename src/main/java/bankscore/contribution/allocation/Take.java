package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who is cut before the sharing: all but the best so many, and all below a total. */
public record Take(Optional<Integer> best, Optional<Fraction> minTotal) {

    public static final Take ALL = new Take(Optional.empty(), Optional.empty());

    /** Why a total is too low to take part; empty if it is not. */
    public Optional<NoPart> nothing(Taker taker) {
        return minTotal.filter(taker.total()::isLess).map(least -> new NoPart(NoPart.Reason.MIN, Optional.of(least)));
    }

    /** Its numbers by name, as paths below {@code allocation} call them. */
    public Map<String, Fraction> parameters() {
        Map<String, Fraction> parameters = new LinkedHashMap<>();
        best.ifPresent(count -> parameters.put("take.best", Fraction.of(count)));
        minTotal.ifPresent(least -> parameters.put("take.min_total", least));
        return parameters;
    }
}

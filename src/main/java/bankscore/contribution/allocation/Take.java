package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is cut before the sharing: all but the best so many, and all below a total.
 *
 * @param require what a bank must have besides to get money at all
 */
public record Take(Optional<Integer> best, Optional<Fraction> minTotal, List<Need> require) {

    public static final Take ALL = new Take(Optional.empty(), Optional.empty(), List.of());

    public Take {
        require = List.copyOf(require);
    }

    /**
     * The least points.
     *
     * @param group of the items of which group; empty: the total
     */
    public record Need(Optional<String> group, Fraction atLeast) {}

    /** The first that a bank does not have, in the file's order. */
    public Optional<Need> unmet(Taker taker) {
        return require.stream()
                .filter(need ->
                        need.group().map(taker::points).orElse(taker.total()).isLess(need.atLeast()))
                .findFirst();
    }

    /** Why a total is too low to take part; empty if it is not. */
    public Optional<NoPart> nothing(Taker taker) {
        Optional<Need> unmet = unmet(taker);
        if (unmet.isPresent()) {
            return Optional.of(new NoPart(
                    NoPart.Reason.REQUIRED,
                    Optional.of(unmet.get().atLeast()),
                    unmet.get().group()));
        }
        return minTotal.filter(taker.total()::isLess).map(least -> new NoPart(NoPart.Reason.MIN, Optional.of(least)));
    }

    /** Its numbers by name, as paths below {@code allocation} call them. */
    public Map<String, Fraction> parameters() {
        Map<String, Fraction> parameters = new LinkedHashMap<>();
        best.ifPresent(count -> parameters.put("take.best", Fraction.of(count)));
        minTotal.ifPresent(least -> parameters.put("take.min_total", least));
        for (int i = 0; i < require.size(); i++) {
            String word = require.get(i).group().isPresent() ? ".at_least" : ".total";
            parameters.put("require[" + i + "]" + word, require.get(i).atLeast());
        }
        return parameters;
    }
}

package bankscore.watch.judge;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.sheet.Place;
import bankscore.watch.scheme.Index;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an index comes to.
 *
 * @param value rounded; absent where the base or a part is missing
 * @param parts in the order of the rule
 * @param course its values of earlier published periods and of the base, for its line
 */
public record IndexValue(
        Index index, Optional<Fraction> value, List<PartValue> parts, NavigableMap<Period, Fraction> course) {

    public IndexValue {
        parts = List.copyOf(parts);
        course = Collections.unmodifiableNavigableMap(new TreeMap<>(course));
    }

    /**
     * A part.
     *
     * @param value today's; absent where it is not reported
     * @param base the base period's; absent where neither a published result nor a dated row has it
     */
    public record PartValue(
            Index.Part part, Optional<Fraction> value, Place place, Optional<Fraction> base, Place basePlace) {}
}

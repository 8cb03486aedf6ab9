package bankscore.contribution.scheme;

import bankscore.contribution.method.Bands;
import bankscore.exact.Fraction;
import java.util.List;
import java.util.Optional;

/**
 * Banks put into groups by a figure, such as large and small ones by their deposits.
 *
 * @param by a measure, as it is rounded, or a figure
 * @param bands their bounds; the points say nothing
 * @param names of the groups, one for each band
 */
public record Grouping(String id, String name, String by, Bands bands, List<String> names) {

    public Grouping {
        names = List.copyOf(names);
        if (names.size() != bands.bands().size()) {
            throw new IllegalArgumentException("as many names as bands: " + names);
        }
    }

    /**
     * The group of a value.
     *
     * @param group empty: it lies below the first band
     * @param isOnBound whether it lies exactly where two groups meet
     */
    public record Found(Optional<String> group, boolean isOnBound) {}

    /** The group that a value falls in. */
    public Found of(Fraction value) {
        Bands.Found found = bands.found(value);
        return new Found(found.band().map(band -> names.get(bands.bands().indexOf(band))), found.isOnBound());
    }

    /** How parameters call it. */
    public String path() {
        return "groups." + id;
    }
}

package bankscore.facts;

import bankscore.exact.Fraction;
import bankscore.sheet.Place;
import java.util.Optional;

/**
 * A number that an office sent, with its place.
 *
 * @param column the column's id, or a published item's name
 * @param value exactly; money in 万元
 * @param shown what its cell shows by its number format, likewise, if that is another number
 */
public record Figure(String column, Fraction value, Place place, Optional<Fraction> shown) {

    /** A figure that is what its cell shows, or that stands in none. */
    public Figure(String column, Fraction value, Place place) {
        this(column, value, place, Optional.empty());
    }

    Figure asShown() {
        return shown.map(other -> new Figure(column, other, place)).orElse(this);
    }
}

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
 * @param late the published revision whose figure it is, if none was sent for this period; then it stands in no cell
 */
public record Figure(
        String column, Fraction value, Place place, Optional<Fraction> shown, Optional<PublishedFor> late) {

    /** A figure that was sent. */
    public Figure(String column, Fraction value, Place place, Optional<Fraction> shown) {
        this(column, value, place, shown, Optional.empty());
    }

    /** A figure that is what its cell shows, or that stands in none. */
    public Figure(String column, Fraction value, Place place) {
        this(column, value, place, Optional.empty());
    }

    /** What a published revision used stands for a figure that was not sent (scheme.md#late). */
    public static Figure late(String column, Fraction value, PublishedFor revision) {
        return new Figure(column, value, Place.NONE, Optional.empty(), Optional.of(revision));
    }

    /** What is staged under a name; absent if it has no value. */
    public static Optional<Figure> of(String name, Fact fact, Place place) {
        return fact.value()
                .map(value ->
                        new Figure(name, Fraction.of(value), place, fact.shown().map(Fraction::of)));
    }

    Figure asShown() {
        return shown.map(other -> new Figure(column, other, place)).orElse(this);
    }
}

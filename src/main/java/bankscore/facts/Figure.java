package bankscore.facts;

import bankscore.exact.Fraction;
import bankscore.sheet.Place;

/**
 * A number that an office sent, with its place.
 *
 * @param column the column's id, or a published item's name
 * @param value exactly; money in 万元
 */
public record Figure(String column, Fraction value, Place place) {}

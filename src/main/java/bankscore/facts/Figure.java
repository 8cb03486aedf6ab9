package bankscore.facts;

import bankscore.exact.Fraction;
import bankscore.sheet.Place;
import java.text.Normalizer;

/**
 * A number that an office sent, with its place.
 *
 * @param column the column's id, or a published item's name
 * @param value exactly; money in 万元
 */
public record Figure(String column, Fraction value, Place place) {

    /** A published item's name as it is compared: NFKC, without white space and a bracket that only says percent. */
    public static String itemKey(String item) {
        return Normalizer.normalize(item, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .replaceAll("\\(%\\)$", "");
    }
}

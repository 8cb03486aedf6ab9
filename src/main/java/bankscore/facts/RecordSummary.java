package bankscore.facts;

import bankscore.exact.Fraction;
import bankscore.sheet.Place;
import java.util.Optional;

/**
 * A subject's records of one sheet and one word, aggregated.
 *
 * @param column {@code dataset.column}
 * @param choice the records' word, such as the kind of fault; empty if the dataset has none
 * @param rows how many records count
 * @param empty how many of them have no number
 * @param sum of the numbers
 * @param max the largest number, if there is one
 * @param min the smallest number, if there is one
 * @param place file, sheet and the range of cells
 */
public record RecordSummary(
        String column,
        String subject,
        String choice,
        long rows,
        long empty,
        Fraction sum,
        Optional<Fraction> max,
        Optional<Fraction> min,
        Place place) {}

package bankscore.rule;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Earlier;
import bankscore.sheet.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A measure of one bank, with what it was computed from.
 *
 * @param unrounded the exact value of the formula; absent where it does not exist
 * @param value the published value: rounded as the measure says, or the mean that stands in
 * @param standsIn whether the mean of the others stands in for a value that does not exist
 * @param inputs the figures, records and earlier values that the formula names, in its order
 * @param records what its records come to, if it is a statistic over them
 * @param statistics what the statistics over banks that the formula asks for came to
 * @param quarters the quarters of the year that it gathers and that are known, this one last; none if it is of its own period
 */
public record MeasureValue(
        Definition.Measure measure,
        Optional<Fraction> unrounded,
        Optional<Fraction> value,
        boolean standsIn,
        List<Input> inputs,
        Optional<Records> records,
        Map<Formula.Aggregate, Spread> statistics,
        List<OfQuarter> quarters) {

    public MeasureValue {
        inputs = List.copyOf(inputs);
        statistics = Map.copyOf(statistics);
        quarters = List.copyOf(quarters);
    }

    /**
     * What a quarter gives to a figure of the year.
     *
     * @param value absent where the bank had none: then the quarter is left out
     * @param published the revision that said so; absent: this quarter
     */
    public record OfQuarter(Period period, Optional<Fraction> value, Optional<Earlier.Published> published) {}

    /**
     * What a statistic over banks came to; the same for every bank.
     *
     * @param value absent where it does not exist
     * @param sum of the values that entered
     * @param count how many values entered
     */
    public record Spread(Optional<Fraction> value, Fraction sum, int count) {

        static Spread of(Statistic statistic, List<Fraction> values) {
            return new Spread(statistic.of(values), Fraction.sum(values), values.size());
        }
    }

    /**
     * One name of a formula with its value.
     *
     * @param name the id in the formula
     * @param value absent where the figure is missing or the measure does not exist
     * @param place the figure's cell or the records' range; {@link Place#NONE} for derived values
     * @param rows how many records were aggregated; 0 for anything else
     */
    public record Input(String name, Optional<Fraction> value, Place place, long rows) {}

    /** The value as it is published. */
    public Optional<String> printed() {
        return value.map(number -> Definition.printed(number, measure.rounding()));
    }

    /** The cell to blame or to look at: of the first input that has one. */
    public Place place() {
        return inputs.stream()
                .map(Input::place)
                .filter(place -> !place.equals(Place.NONE))
                .findFirst()
                .orElse(Place.NONE);
    }
}

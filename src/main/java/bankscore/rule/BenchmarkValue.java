package bankscore.rule;

import bankscore.exact.Fraction;
import bankscore.sheet.Place;
import java.util.List;
import java.util.Optional;

/**
 * A benchmark's value and where it comes from.
 *
 * @param published whether it was published and used as given
 * @param unrounded the exact value of the formula or the published figure
 * @param value absent where the formula does not exist
 * @param place the cell of a published figure; {@link Place#NONE} if computed
 * @param banks the banks that entered the formula, in roster order; none if published
 */
public record BenchmarkValue(
        Definition.Benchmark benchmark,
        boolean published,
        Optional<Fraction> unrounded,
        Optional<Fraction> value,
        Place place,
        List<String> banks) {

    public BenchmarkValue {
        banks = List.copyOf(banks);
    }

    /** The value as it is published; what was published before is printed as given. */
    public Optional<String> printed() {
        return value.map(
                number -> Definition.printed(number, benchmark.rounding().filter(to -> !published)));
    }
}

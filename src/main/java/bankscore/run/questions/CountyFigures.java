package bankscore.run.questions;

import bankscore.exact.Fraction;
import java.util.List;
import java.util.Optional;

/**
 * What a county's published result adds to the report on its province.
 *
 * @param sums what is added up over the counties, in the order in which it is shown
 * @param rated what counties that go by one and the same rule are ranked by, the higher the better; absent: they are not
 */
public record CountyFigures(List<Sum> sums, Optional<Rated> rated) {

    public static final CountyFigures NONE = new CountyFigures(List.of(), Optional.empty());

    public CountyFigures {
        sums = List.copyOf(sums);
    }

    /** What an amount or count is of: equal columns of several counties are one. */
    public record Column(String topic, String measure, String unit) {}

    /** An amount or count. */
    public record Sum(Column column, Fraction value) {}

    /** A figure by which counties are ranked. */
    public record Rated(String measure, Fraction value) {}
}

package bankscore.intake;

import bankscore.exact.Fraction;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A column that is not taken but bears witness: it says in the sender's own words what follows from columns that are, such as
 * the change since the year's beginning. Or, without an origin, one that others are worked out from.
 *
 * @param column its headings and kind; a formula of a rule cannot name it
 * @param origin what it comes from
 */
public record Derived(Column column, Optional<Origin> origin) {

    /**
     * How a column comes about.
     *
     * @param from the ids of the columns of the same row that it comes from
     * @param ofTotal whether it is a part of a total that the row does not know: its figures are only in proportion to what
     *     is worked out
     * @param evaluation the value for a row whose figures are given by their columns' ids; absent where one is missing or a
     *     divisor is 0
     */
    public record Origin(
            Set<String> from,
            boolean ofTotal,
            Function<Function<String, Optional<Fraction>>, Optional<Fraction>> evaluation) {

        public Origin {
            from = Set.copyOf(from);
        }
    }
}

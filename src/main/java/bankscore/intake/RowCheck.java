package bankscore.intake;

import bankscore.finding.Level;
import java.util.List;

/** What the cells of one row say together; told at the cell of one column. */
public sealed interface RowCheck {

    /** The id of the column that is accused. */
    String column();

    /** What a contradiction is: an error, or to be verified. */
    Level level();

    /**
     * A figure or a day that is not less or not more than another one of its row.
     *
     * @param atLeast whether it must not be less; else it must not be more
     * @param other the id of the column that it is held against
     */
    record Compared(String column, boolean atLeast, String other, Level level) implements RowCheck {}

    /**
     * A figure that is the product of others of its row, rounded as it is written.
     *
     * @param factors the ids of the columns that are multiplied
     */
    record Product(String column, List<String> factors, Level level) implements RowCheck {
        public Product {
            factors = List.copyOf(factors);
        }
    }
}

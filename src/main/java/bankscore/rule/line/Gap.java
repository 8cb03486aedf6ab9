package bankscore.rule.line;

import java.time.LocalDate;
import java.util.List;

/** Why a value of a line does not exist. */
public sealed interface Gap {

    /** The columns whose cells are to blame or to look at, the first before others; none of a zero divisor. */
    List<String> columns();

    /** A cell that is needed is empty. */
    record EmptyCell(String column) implements Gap {
        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /**
     * A table has no row on or before the day, or for the words.
     *
     * @param asked the day, or the words
     */
    record NoRow(String table, List<String> columns, List<String> asked) implements Gap {
        public NoRow {
            columns = List.copyOf(columns);
            asked = List.copyOf(asked);
        }
    }

    /** A table has two rows of the day that counts. */
    record TwoRows(String table, List<String> columns, LocalDate day) implements Gap {
        public TwoRows {
            columns = List.copyOf(columns);
        }
    }

    /** The second of two days lies before the first. */
    record Backwards(String from, String to) implements Gap {
        @Override
        public List<String> columns() {
            return List.of(to, from);
        }
    }

    /** A divisor is zero. */
    record ZeroDivisor() implements Gap {
        @Override
        public List<String> columns() {
            return List.of();
        }
    }
}

package bankscore.facts;

import java.util.List;

/**
 * Results as rows of a table of the database, so that they can be asked for without the files.
 *
 * @param table the table's name
 * @param rows each with the values of the table's columns in their order, but for the first one, which says whose results
 *     they are; numbers and texts only
 */
public record ResultRows(String table, List<List<Object>> rows) {

    public ResultRows {
        if (!table.matches("[a-z_]+")) {
            throw new IllegalArgumentException("no table: " + table);
        }
        rows = rows.stream().map(List::copyOf).toList();
    }
}

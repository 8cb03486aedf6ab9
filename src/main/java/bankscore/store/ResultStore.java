package bankscore.store;

import bankscore.facts.ResultRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The results of one job instance as rows of an application's tables, so that they can be asked for without the files. */
public final class ResultStore {

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    public ResultStore(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Writes results anew. */
    public void save(long instance, List<ResultRows> results) {
        for (ResultRows each : results) {
            client.sql("DELETE FROM " + each.table() + " WHERE instance = ?")
                    .param(instance)
                    .update();
        }
        for (ResultRows each : results) {
            List<Object[]> rows = each.rows().stream()
                    .map(row -> Stream.concat(Stream.of(instance), row.stream()).toArray())
                    .toList();
            if (!rows.isEmpty()) {
                String places = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
                jdbc.batchUpdate("INSERT INTO " + each.table() + " VALUES (" + places + ")", rows);
            }
        }
    }

    /** The rows of a table, in the order of its column {@code position}. */
    public ResultRows rows(long instance, String table) {
        return new ResultRows(table, stored(instance, table, " ORDER BY position"));
    }

    /** The tables whose rows are not these, in whatever order. */
    public List<String> tablesOtherThan(long instance, List<ResultRows> results) {
        return results.stream()
                .filter(each -> !texts(stored(instance, each.table(), "")).equals(texts(each.rows())))
                .map(ResultRows::table)
                .toList();
    }

    private List<List<Object>> stored(long instance, String table, String order) {
        return client.sql("SELECT * FROM " + table + " WHERE instance = ?" + order)
                .param(instance)
                .query((row, number) -> {
                    List<Object> cells = new ArrayList<>();
                    for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
                        cells.add(Objects.requireNonNull(row.getObject(i), table));
                    }
                    return cells;
                })
                .list();
    }

    private static List<String> texts(List<List<Object>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(ResultStore::text).toList().toString())
                .sorted()
                .toList();
    }

    private static String text(Object cell) {
        return cell instanceof BigDecimal decimal
                ? decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString()
                : cell.toString();
    }
}

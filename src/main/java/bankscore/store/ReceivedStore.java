package bankscore.store;

import bankscore.facts.ReceivedSheet.Content;
import bankscore.facts.ReceivedSheet.Said;
import bankscore.facts.ReceivedSheet.Total;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The read-back of a job instance: what was understood of each of its sheets. */
public final class ReceivedStore {

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    ReceivedStore(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** What is kept of one sheet beside its name and dataset; columns go by their ids alone. */
    public record Received(Optional<Said> unit, Optional<Said> period, Optional<Content> content) {}

    /** Writes the read-back anew, by the numbers of the sheets. */
    public void save(long instance, Map<Integer, Received> sheets) {
        for (String table : List.of("staged_received", "staged_received_total")) {
            client.sql("DELETE FROM " + table + " WHERE instance = ?")
                    .param(instance)
                    .update();
        }
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> totals = new ArrayList<>();
        sheets.forEach((sheet, received) -> {
            rows.add(new Object[] {
                instance,
                sheet,
                received.unit().map(Said::text).orElse(null),
                received.unit().flatMap(Said::at).orElse(null),
                received.period().map(Said::text).orElse(null),
                received.period().flatMap(Said::at).orElse(null),
                received.content().map(Content::rows).orElse(null),
                received.content().map(Content::subjects).orElse(null)
            });
            int position = 0;
            for (Total total : received.content().map(Content::totals).orElse(List.of())) {
                totals.add(new Object[] {
                    instance,
                    sheet,
                    position++,
                    total.column(),
                    total.amount(),
                    total.previous().orElse(null)
                });
            }
        });
        jdbc.batchUpdate(
                "INSERT INTO staged_received (instance, sheet, unit, unit_from, stated, stated_from, data_rows, subjects)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        jdbc.batchUpdate(
                "INSERT INTO staged_received_total (instance, sheet, position, column_id, total, previous)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                totals);
    }

    /** The read-back by the numbers of the sheets; none of an instance that an earlier version staged. */
    public Map<Integer, Received> all(long instance) {
        Map<Integer, List<Total>> totals = new HashMap<>();
        client.sql("SELECT * FROM staged_received_total WHERE instance = ? ORDER BY sheet, position")
                .param(instance)
                .query(row -> {
                    totals.computeIfAbsent(row.getInt("sheet"), sheet -> new ArrayList<>())
                            .add(new Total(
                                    row.getString("column_id"),
                                    row.getString("column_id"),
                                    FactStore.plain(row.getBigDecimal("total")),
                                    Optional.ofNullable(row.getBigDecimal("previous"))
                                            .map(FactStore::plain)));
                });
        Map<Integer, Received> sheets = new TreeMap<>();
        client.sql("SELECT * FROM staged_received WHERE instance = ?")
                .param(instance)
                .query(row -> {
                    int sheet = row.getInt("sheet");
                    sheets.put(
                            sheet,
                            new Received(
                                    said(row.getString("unit"), row.getString("unit_from")),
                                    said(row.getString("stated"), row.getString("stated_from")),
                                    content(row, totals.getOrDefault(sheet, List.of()))));
                });
        return sheets;
    }

    private static Optional<Said> said(@Nullable String text, @Nullable String at) {
        return Optional.ofNullable(text).map(known -> new Said(known, Optional.ofNullable(at)));
    }

    private static Optional<Content> content(ResultSet row, List<Total> totals) throws SQLException {
        long rows = row.getLong("data_rows");
        return row.wasNull() ? Optional.empty() : Optional.of(new Content(rows, row.getLong("subjects"), totals));
    }
}

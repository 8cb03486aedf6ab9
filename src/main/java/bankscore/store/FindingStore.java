package bankscore.store;

import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.sheet.Place;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The findings of one job instance, by the step that found them. */
public final class FindingStore {

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    public FindingStore(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Adds findings; within a chunk they are committed with the figures of their rows. */
    public void add(long instance, String step, List<PrintedFinding> findings) {
        jdbc.batchUpdate(
                "INSERT INTO finding (instance, step, code, file, sheet, cell, bank, column_name, found, expected,"
                        + " action, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                findings,
                1000,
                (row, finding) -> {
                    row.setLong(1, instance);
                    row.setString(2, step);
                    row.setString(3, finding.code().name());
                    row.setString(4, finding.place().file());
                    row.setString(5, finding.place().sheet());
                    row.setString(6, finding.place().cell());
                    row.setString(7, finding.subject());
                    row.setString(8, finding.column());
                    row.setString(9, finding.found());
                    row.setString(10, finding.expected());
                    row.setString(11, finding.action());
                    row.setString(12, finding.message());
                });
    }

    /** Replaces what a step found; a step that runs again must not find everything twice. */
    public void replace(long instance, String step, List<PrintedFinding> findings) {
        client.sql("DELETE FROM finding WHERE instance = ? AND step = ?")
                .params(instance, step)
                .update();
        add(instance, step, findings);
    }

    /** All findings in the order they were found. */
    public List<PrintedFinding> all(long instance) {
        return client.sql("SELECT * FROM finding WHERE instance = ? ORDER BY id")
                .param(instance)
                .query((row, number) -> new PrintedFinding(
                        Code.valueOf(row.getString("code")),
                        new Place(row.getString("file"), row.getString("sheet"), row.getString("cell")),
                        row.getString("bank"),
                        row.getString("column_name"),
                        row.getString("found"),
                        row.getString("expected"),
                        row.getString("action"),
                        row.getString("message"),
                        ""))
                .list();
    }
}

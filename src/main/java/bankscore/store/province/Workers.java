package bankscore.store.province;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The workers that were last heard of in a database, by the clock of that: those of several machines need not agree.
 */
public final class Workers {

    /** Whoever was not heard of for so long hangs, or his machine is gone. */
    public static final Duration SILENT = Duration.ofMinutes(10);

    /** Milliseconds since 1970. */
    private static final String NOW = "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)";

    private final JdbcClient client;

    public Workers(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
    }

    /**
     * A worker.
     *
     * @param name machine and process
     * @param version that of its program
     * @param began ISO time with offset
     * @param silence how long nothing was heard of it
     * @param county what it works on; empty: it waits
     */
    public record Seen(String name, String version, String began, Duration silence, String county) {

        /** The same, at no county. */
        public Seen idle() {
            return new Seen(name, version, began, silence, "");
        }

        /** Whether it hangs, or its machine is gone. */
        public boolean isSilent() {
            return silence.compareTo(SILENT) >= 0;
        }
    }

    /** Notes that a worker lives, and what it works on; of when it was heard it says nothing itself. */
    public void heard(Seen worker) {
        int known = client.sql("UPDATE worker SET heard = " + NOW + ", county = ? WHERE name = ?")
                .params(worker.county(), worker.name())
                .update();
        if (known == 0) {
            client.sql("INSERT INTO worker (name, version, began, heard, county) VALUES (?, ?, ?, " + NOW + ", ?)")
                    .params(worker.name(), worker.version(), worker.began(), worker.county())
                    .update();
        }
    }

    /** A worker ends. */
    public void left(String name) {
        client.sql("DELETE FROM worker WHERE name = ?").param(name).update();
    }

    /** Forgets those that were not heard of for so long: their machines are gone. */
    public void forget(Duration silence) {
        client.sql("DELETE FROM worker WHERE heard < " + NOW + " - ?")
                .param(silence.toMillis())
                .update();
    }

    /** All of them, by name. */
    public List<Seen> all() {
        return client.sql("SELECT worker.*, " + NOW + " - heard AS silence FROM worker ORDER BY name")
                .query((row, number) -> new Seen(
                        row.getString("name"),
                        row.getString("version"),
                        row.getString("began"),
                        Duration.ofMillis(Math.max(0, row.getLong("silence"))),
                        row.getString("county")))
                .list();
    }
}

package bankscore.store.province;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workers that were last heard of in a database. */
public final class Workers {

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
     * @param heard milliseconds since 1970 by its own clock
     * @param county what it works on; empty: it waits
     */
    public record Seen(String name, String version, String began, long heard, String county) {

        /** How long nothing was heard of it. */
        public Duration silent(long now) {
            return Duration.ofMillis(Math.max(0, now - heard));
        }
    }

    /** Notes that a worker lives, and what it works on. */
    public void heard(Seen worker) {
        int known = client.sql("UPDATE worker SET heard = ?, county = ? WHERE name = ?")
                .params(worker.heard(), worker.county(), worker.name())
                .update();
        if (known == 0) {
            client.sql("INSERT INTO worker (name, version, began, heard, county) VALUES (?, ?, ?, ?, ?)")
                    .params(worker.name(), worker.version(), worker.began(), worker.heard(), worker.county())
                    .update();
        }
    }

    /** A worker ends. */
    public void left(String name) {
        client.sql("DELETE FROM worker WHERE name = ?").param(name).update();
    }

    /** Forgets those that were not heard of since a time: their machines are gone. */
    public void forget(long before) {
        client.sql("DELETE FROM worker WHERE heard < ?").param(before).update();
    }

    /** All of them, by name. */
    public List<Seen> all() {
        return client.sql("SELECT * FROM worker ORDER BY name")
                .query((row, number) -> new Seen(
                        row.getString("name"),
                        row.getString("version"),
                        row.getString("began"),
                        row.getLong("heard"),
                        row.getString("county")))
                .list();
    }
}

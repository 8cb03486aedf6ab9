package bankscore.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A gate in a PostgreSQL database: the first one to come to it stands still there, until it is opened. */
public final class ServerGate implements AutoCloseable {

    /** The first to come takes one of these locks of the server and waits for the other, which the test has. */
    private static final String FUNCTION = """
            CREATE OR REPLACE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql
            SET lock_timeout = 0 SET statement_timeout = 0 AS $$
            BEGIN
                IF pg_try_advisory_xact_lock(1) THEN PERFORM pg_advisory_xact_lock(2); END IF;
                RETURN NEW;
            END $$
            """;

    private final SingleConnectionDataSource held;
    private final JdbcClient client;

    private ServerGate(SingleConnectionDataSource held) {
        this.held = held;
        this.client = JdbcClient.create(held);
    }

    /**
     * Puts a gate before a row is written.
     *
     * @param event such as {@code INSERT ON revision}; a table has one gate in all
     * @param when of which rows; {@code TRUE}: of all
     */
    public static ServerGate before(DataSource server, String event, String when) throws SQLException {
        ServerGate gate = new ServerGate(new SingleConnectionDataSource(server.getConnection(), true));
        gate.client.sql("SELECT pg_advisory_lock(2)").query().listOfRows();
        gate.client.sql(FUNCTION).update();
        gate.client
                .sql("CREATE TRIGGER gate BEFORE " + event + " FOR EACH ROW WHEN (" + when
                        + ") EXECUTE FUNCTION gate()")
                .update();
        return gate;
    }

    /** Whether somebody stands before it. */
    public boolean isReached() {
        return who().isPresent();
    }

    /** What the server calls whoever stands before it. */
    public Optional<String> who() {
        return client.sql("SELECT application_name FROM pg_stat_activity WHERE pid IN"
                        + " (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = 2 AND NOT granted)"
                        + " AND datname = current_database()")
                .query(String.class)
                .optional();
    }

    public void open() {
        client.sql("SELECT pg_advisory_unlock_all()").query().listOfRows();
    }

    /** Takes it away again. */
    public void remove(String table) {
        open();
        client.sql("DROP TRIGGER gate ON " + table).update();
    }

    /** Ends the sessions of all others, and waits until they are. */
    public void end(String which) {
        String others = " FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() ";
        int ended = client.sql("SELECT pg_terminate_backend(pid, 10000)" + others + which)
                .query(Boolean.class)
                .list()
                .size();
        assertThat(ended).isPositive();
    }

    @Override
    public void close() {
        held.destroy();
    }
}

package bankscore.store;

import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes what is committed survive a power cut before it counts. */
public final class Durability {

    private final JdbcTemplate jdbc;

    public Durability(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** H2 forces nothing to disk at a commit; PostgreSQL does by itself. */
    public void force() {
        String product = jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
        if ("H2".equals(product)) {
            jdbc.execute("CHECKPOINT SYNC");
        }
    }
}

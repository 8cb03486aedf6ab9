package bankscore.store;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Makes what is committed survive a power cut before it counts. */
public final class Durability {

    private final JdbcTemplate jdbc;
    private final boolean h2;

    public Durability(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        try {
            this.h2 = "H2"
                    .equals(JdbcUtils.extractDatabaseMetaData(
                            dataSource, metaData -> metaData.getDatabaseProductName()));
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** H2 forces nothing to disk at a commit; PostgreSQL does by itself. */
    public void force() {
        if (h2) {
            jdbc.execute("CHECKPOINT SYNC");
        }
    }
}

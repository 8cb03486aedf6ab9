package bankscore.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The connections to a database: the H2 file of an office PC, or what an address says. */
public final class Database implements AutoCloseable {

    /**
     * A run holds one for its lock and one for its step, and now and then asks for a third: enough for a dozen at once. They
     * are opened as they are asked for.
     */
    private static final int CONNECTIONS = 40;

    private final DataSource source;
    private final Runnable end;

    private Database(DataSource source, Runnable end) {
        this.source = source;
        this.end = end;
    }

    /**
     * The database at a JDBC address; H2's own pool starts sooner than one made for servers, and nobody shares it.
     *
     * @param name what a server's list of sessions calls whoever connects
     */
    public static Database at(String url, Optional<String> user, Optional<String> password, String name) {
        if (url.startsWith("jdbc:h2:")) {
            JdbcConnectionPool pool = JdbcConnectionPool.create(url, user.orElse(""), password.orElse(""));
            pool.setMaxConnections(CONNECTIONS);
            return new Database(pool, pool::dispose);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        user.ifPresent(config::setUsername);
        password.ifPresent(config::setPassword);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(1);
        if (url.startsWith("jdbc:postgresql:")) {
            shared(config, name);
        }
        HikariDataSource pool = new HikariDataSource(config);
        return new Database(pool, pool::close);
    }

    /**
     * What a shared server needs: nobody waits for ever, and the run's lock, an open transaction, is not ended by a
     * server that ends idle ones. Each statement may be slower than any of ours is; the socket waits longer than that.
     */
    private static void shared(HikariConfig config, String name) {
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("connectTimeout", "10");
        config.addDataSourceProperty("socketTimeout", "900");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.setConnectionInitSql("SET lock_timeout = '60s'; SET statement_timeout = '600s';"
                + " SET idle_in_transaction_session_timeout = 0;"
                // A machine that is gone without a word is noticed within a minute.
                + " SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3");
    }

    public DataSource source() {
        return source;
    }

    /** Transactions on its connections. */
    public PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(source);
    }

    @Override
    public void close() {
        end.run();
    }
}

package bankscore.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
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
    private final Optional<ByRole> roles;

    private Database(DataSource source, Runnable end, Optional<ByRole> roles) {
        this.source = source;
        this.end = end;
        this.roles = roles;
    }

    /** The connections that act as other roles, beside those of the login; made when the first is asked for. */
    private static final class ByRole {

        private final HikariConfig config;
        private @Nullable HikariDataSource pool;
        private @Nullable RoleConnections connections;

        private ByRole(HikariConfig config) {
            this.config = config;
        }

        private synchronized DataSource as(String role) {
            RoleConnections open = connections;
            if (open == null) {
                HikariDataSource made = new HikariDataSource(config);
                open = new RoleConnections(made);
                pool = made;
                connections = open;
            }
            return open.as(role);
        }

        private synchronized void close() {
            if (pool != null) {
                pool.close();
            }
        }
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
            return new Database(pool, pool::dispose, Optional.empty());
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        user.ifPresent(config::setUsername);
        password.ifPresent(config::setPassword);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(1);
        if (!url.startsWith("jdbc:postgresql:")) {
            HikariDataSource pool = new HikariDataSource(config);
            return new Database(pool, pool::close, Optional.empty());
        }
        shared(config, name);
        HikariDataSource pool = new HikariDataSource(config);
        ByRole roles = new ByRole(config);
        return new Database(
                pool,
                () -> {
                    roles.close();
                    pool.close();
                },
                Optional.of(roles));
    }

    /**
     * The same server's, as another role of it and in the schema of that name; a database that is no server's knows no
     * roles, and is the same for everybody. It is closed with this one.
     */
    public Database as(String role) {
        return roles.map(each -> new Database(each.as(role), () -> {}, roles)).orElse(this);
    }

    /** Whether it is a server's, which knows roles. */
    public boolean hasRoles() {
        return roles.isPresent();
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

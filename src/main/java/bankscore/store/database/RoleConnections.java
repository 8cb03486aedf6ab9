package bankscore.store.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections of one login that act as other roles, each in the schema of its name. Nobody gets one that acts as anybody
 * but whom he asks for: what a connection acts as is noted when the server has said so, and one of which that is not known,
 * or is another, is told anew before it is given. Whoever asks for no role has connections of his own.
 */
final class RoleConnections {

    private final DataSource pool;
    private final Map<Connection, String> acting = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param pool connections that nobody else has */
    RoleConnections(DataSource pool) {
        this.pool = pool;
    }

    /** Those that act as a role. */
    DataSource as(String role) {
        return new As(role);
    }

    private final class As extends AbstractDataSource {

        private final String role;

        private As(String role) {
            this.role = role;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = pool.getConnection();
            try {
                act(connection);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }

        private void act(Connection connection) throws SQLException {
            Connection physical = connection.unwrap(Connection.class);
            if (role.equals(acting.get(physical))) {
                return;
            }
            acting.remove(physical);
            String name = '"' + role.replace("\"", "\"\"") + '"';
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET ROLE " + name + "; SET search_path = " + name);
            } catch (SQLException e) {
                throw SqlStates.isRefusal(e) ? new RoleRefused(e) : e;
            }
            acting.put(physical, role);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLException("as a role there is no other login");
        }
    }
}

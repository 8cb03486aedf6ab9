package bankscore.store.database;

import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a server has what it takes to act as a role: asked for before anything is begun, and nothing is changed. */
public final class RoleCheck {

    private final Database database;
    private final JdbcClient login;

    /** @param database a server's */
    public RoleCheck(Database database) {
        this.database = database;
        this.login = JdbcClient.create(database.source());
    }

    /** What is lacking. */
    public enum Lack {
        /** There is no such role. */
        ROLE,
        /** The login may not act as it. */
        MEMBER,
        /** It is the login's own, whose schema is not a county's. */
        OWN,
        /** There is no schema of its name, or the role may not use it. */
        SCHEMA,
        /** The schema has no tables, or those of another version. */
        TABLES,
        /** The role may not work with some of the tables. */
        RIGHTS
    }

    /** Who is logged in. */
    public String login() {
        return login.sql("SELECT session_user").query(String.class).single();
    }

    /** Which database of the server this is. */
    public String database() {
        return login.sql("SELECT current_database()").query(String.class).single();
    }

    /** What is lacking for a role; absent: nothing. */
    public Optional<Lack> of(String role) {
        if (role.equals(login())) {
            return Optional.of(Lack.OWN);
        }
        if (login.sql("SELECT 1 FROM pg_roles WHERE rolname = ?")
                .param(role)
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            return Optional.of(Lack.ROLE);
        }
        DataSource acting = database.as(role).source();
        JdbcClient client = JdbcClient.create(acting);
        try {
            client.sql("SELECT 1").query(Integer.class).single();
        } catch (DataAccessException e) {
            if (SqlStates.isNoRole(SqlStates.cause(e))) {
                return Optional.of(Lack.MEMBER);
            }
            throw e;
        }
        return inside(acting, client);
    }

    private Optional<Lack> inside(DataSource acting, JdbcClient client) {
        if (client.sql("SELECT current_schema() IS NULL").query(Boolean.class).single()) {
            return Optional.of(Lack.SCHEMA);
        }
        if (client.sql("SELECT to_regclass('flyway_schema_history') IS NULL")
                .query(Boolean.class)
                .single()) {
            return Optional.of(Lack.TABLES);
        }
        if (client.sql("SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema()"
                                + " AND NOT (has_table_privilege(format('%I.%I', schemaname, tablename), 'SELECT')"
                                + " AND (tablename = 'flyway_schema_history'"
                                + " OR has_table_privilege(format('%I.%I', schemaname, tablename), 'INSERT')))")
                        .query(Integer.class)
                        .single()
                > 0) {
            return Optional.of(Lack.RIGHTS);
        }
        return isOfThisProgram(acting) ? Optional.empty() : Optional.of(Lack.TABLES);
    }

    private static boolean isOfThisProgram(DataSource acting) {
        try {
            return Schema.isUpToDate(acting);
        } catch (FlywayException e) {
            // Of a newer program, or altered.
            return false;
        }
    }
}

package bankscore.store.database;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** What a database's refusal means, by the error codes of H2 and the SQL states of PostgreSQL. */
public final class SqlStates {

    private SqlStates() {}

    /** What is to blame among the causes: what a driver threw, else what Flyway threw, else what was thrown. */
    public static Throwable cause(Throwable thrown) {
        Throwable found = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return cause;
            }
            if (cause instanceof FlywayException && !(found instanceof FlywayException)) {
                found = cause;
            }
        }
        return found;
    }

    /** Whether another process has H2's file open: by its engine's word (90020) or its storage's. */
    public static boolean isInUse(Throwable cause) {
        return (cause instanceof SQLException sql && sql.getErrorCode() == 90020)
                || (cause.getCause() instanceof MVStoreException held
                        && held.getErrorCode() == DataUtils.ERROR_FILE_LOCKED);
    }

    /** Whether the schema was made by a newer program, or altered. */
    public static boolean isOtherSchema(Throwable cause) {
        return cause instanceof FlywayException;
    }

    /** Whether a server does not answer, or not us: connection, credentials, unknown database, too many connections. */
    public static boolean isUnreachable(Throwable cause) {
        if (!(cause instanceof SQLException sql)) {
            return false;
        }
        String state = String.valueOf(sql.getSQLState());
        return state.startsWith("08")
                || state.startsWith("28")
                || state.equals("3D000")
                || state.equals("53300")
                || state.startsWith("57P");
    }

    /** Whether a server refuses what a role may not do (42501), such as to make tables. */
    public static boolean isForbidden(Throwable cause) {
        return cause instanceof SQLException sql && "42501".equals(sql.getSQLState());
    }

    /** Whether a server does not let its login act as a role. */
    public static boolean isNoRole(Throwable cause) {
        return cause instanceof RoleRefused;
    }

    /** PostgreSQL, when a role is set: there is none (22023), or it is not granted (42501). */
    static boolean isRefusal(SQLException e) {
        return "22023".equals(e.getSQLState()) || "42501".equals(e.getSQLState());
    }

    /** H2: lock time-out (50200) or a concurrent update (90131); PostgreSQL: lock_not_available (55P03). */
    static boolean isLocked(SQLException e) {
        return e.getErrorCode() == 50200 || e.getErrorCode() == 90131 || "55P03".equals(e.getSQLState());
    }
}

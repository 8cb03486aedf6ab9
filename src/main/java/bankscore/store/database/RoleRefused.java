package bankscore.store.database;

import java.sql.SQLException;

/** A server does not let its login act as a role: there is none of that name, or it is not granted to the login. */
final class RoleRefused extends SQLException {

    private static final long serialVersionUID = 1L;

    RoleRefused(SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause);
    }
}

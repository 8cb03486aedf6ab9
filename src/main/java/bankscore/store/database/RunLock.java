package bankscore.store.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The lock of one jurisdiction and period, held by an open transaction on a row of its own.
 *
 * <p>It is taken before anything else: two processes that restart one execution of Spring Batch could otherwise both
 * succeed. When the process dies, the database lets go of it.
 */
public final class RunLock implements AutoCloseable {

    private final Connection connection;

    private RunLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the lock without waiting.
     *
     * @return empty if another run holds it
     */
    public static Optional<RunLock> tryTake(DataSource dataSource, String jurisdiction, String subject) {
        makeRow(dataSource, jurisdiction, subject);
        Connection connection = null;
        try {
            connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT subject FROM run_lock WHERE jurisdiction = ? AND subject = ? FOR UPDATE NOWAIT")) {
                select.setString(1, jurisdiction);
                select.setString(2, subject);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("the lock's row is gone: " + jurisdiction + " " + subject);
                    }
                }
            }
            return Optional.of(new RunLock(connection));
        } catch (SQLException e) {
            release(connection);
            if (SqlStates.isLocked(e)) {
                return Optional.empty();
            }
            throw new IllegalStateException("the lock cannot be taken", e);
        }
    }

    /** Makes the row that is locked, if it is not there yet. */
    private static void makeRow(DataSource dataSource, String jurisdiction, String subject) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        boolean there = jdbc.sql("SELECT COUNT(*) FROM run_lock WHERE jurisdiction = ? AND subject = ?")
                        .params(jurisdiction, subject)
                        .query(Integer.class)
                        .single()
                > 0;
        if (there) {
            return;
        }
        try {
            jdbc.sql("INSERT INTO run_lock (jurisdiction, subject) VALUES (?, ?)")
                    .params(jurisdiction, subject)
                    .update();
        } catch (DuplicateKeyException e) {
            // Another process made it at the same time: it is there, which is all that matters.
            return;
        }
    }

    private static void release(java.sql.@org.jspecify.annotations.Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the lock cannot be released", e);
        }
    }

    @Override
    public void close() {
        release(connection);
    }
}

package bankscore.store.database;

import bankscore.office.Holder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The lock of one jurisdiction and period, held by an open transaction on a row of its own.
 *
 * <p>It is taken before anything else: two processes that restart one execution of Spring Batch could otherwise both
 * succeed. When the process dies, the database lets go of it.
 *
 * <p>A server may also let go of it while the process lives: its session is ended, the network breaks, the process is
 * frozen. Therefore a lock is not believed but shown: a second row counts how often the lock was taken, and every
 * transaction in which a run changes something {@linkplain #hold holds} that row at the count the run knows. Who takes the
 * lock waits for no such transaction and is refused while there is one; afterwards the run that lost it finds another count.
 */
public final class RunLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);
    private static final int SECONDS_TO_ANSWER = 10;

    private final Connection connection;
    private final JdbcClient client;
    private final String jurisdiction;
    private final String subject;
    private final long taken;

    private RunLock(Connection connection, JdbcClient client, String jurisdiction, String subject, long taken) {
        this.connection = connection;
        this.client = client;
        this.jurisdiction = jurisdiction;
        this.subject = subject;
        this.taken = taken;
    }

    /** The lock is no longer held by who took it. */
    public static final class Lost extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        private Lost(String what) {
            super("the lock is lost: " + what);
        }
    }

    /**
     * Takes the lock without waiting.
     *
     * @param holder who takes it, to be told to whoever waits
     * @return empty if another run holds it
     */
    public static Optional<RunLock> tryTake(DataSource dataSource, String jurisdiction, String subject, Holder holder) {
        JdbcClient client = JdbcClient.create(dataSource);
        makeRow(client, "run_lock", "", jurisdiction, subject);
        makeRow(client, "run_holder", ", 0, ''", jurisdiction, subject);
        Connection connection = null;
        try {
            connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            locked(connection, "run_lock", "1", jurisdiction, subject);
            long taken = known(client, jurisdiction, subject, "taken", Long.class) + 1;
            if (count(dataSource, jurisdiction, subject, taken, holder)) {
                return Optional.of(new RunLock(connection, client, jurisdiction, subject, taken));
            }
            release(connection);
            return Optional.empty();
        } catch (SQLException e) {
            release(connection);
            if (SqlStates.isLocked(e)) {
                return Optional.empty();
            }
            throw new IllegalStateException("the lock cannot be taken", e);
        } catch (DataAccessException e) {
            release(connection);
            throw e;
        }
    }

    /** Whether somebody holds the lock just now; whoever asks takes none. */
    public static boolean isTaken(DataSource dataSource, String jurisdiction, String subject) {
        boolean ever = JdbcClient.create(dataSource)
                        .sql("SELECT COUNT(*) FROM run_lock WHERE jurisdiction = ? AND subject = ?")
                        .params(jurisdiction, subject)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!ever) {
            return false;
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                locked(connection, "run_lock", "1", jurisdiction, subject);
                return false;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            if (SqlStates.isLocked(e)) {
                return true;
            }
            throw new IllegalStateException("the lock cannot be asked for", e);
        }
    }

    /** Who holds the lock of a jurisdiction's period, or was the last to do so. */
    public static Optional<Holder> holder(DataSource dataSource, String jurisdiction, String subject) {
        return Holder.parse(known(JdbcClient.create(dataSource), jurisdiction, subject, "holder", String.class));
    }

    /**
     * Shows, in the caller's transaction, that the lock is held, and keeps others from taking it until that transaction
     * ends.
     *
     * @throws Lost if it is not held any more; the transaction must not be committed
     */
    public void hold() {
        if (!isAlive()) {
            throw new Lost("its connection is gone");
        }
        boolean mine = client.sql("SELECT taken FROM run_holder WHERE jurisdiction = ? AND subject = ? AND taken = ?"
                        + " FOR UPDATE")
                .params(jurisdiction, subject, taken)
                .query(Long.class)
                .optional()
                .isPresent();
        if (!mine) {
            throw new Lost("another run has taken it");
        }
    }

    /** Whether it is still held, as far as the database can be asked. */
    public boolean isHeld() {
        return isAlive() && !isTakenByAnother();
    }

    /** Whether another run is known to have taken it meanwhile. */
    public boolean isTakenByAnother() {
        try {
            return known(client, jurisdiction, subject, "taken", Long.class) != taken;
        } catch (DataAccessException e) {
            return false;
        }
    }

    private boolean isAlive() {
        try {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }

    private static <T> T known(JdbcClient client, String jurisdiction, String subject, String column, Class<T> type) {
        return client.sql("SELECT " + column + " FROM run_holder WHERE jurisdiction = ? AND subject = ?")
                .params(jurisdiction, subject)
                .query(type)
                .single();
    }

    /** Makes a row that is locked, if it is not there yet. */
    private static void makeRow(JdbcClient client, String table, String more, String jurisdiction, String subject) {
        boolean there = client.sql("SELECT COUNT(*) FROM " + table + " WHERE jurisdiction = ? AND subject = ?")
                        .params(jurisdiction, subject)
                        .query(Integer.class)
                        .single()
                > 0;
        if (there) {
            return;
        }
        try {
            client.sql("INSERT INTO " + table + " VALUES (?, ?" + more + ")")
                    .params(jurisdiction, subject)
                    .update();
        } catch (DuplicateKeyException e) {
            // Another process made it at the same time: it is there, which is all that matters.
            return;
        }
    }

    /** Locks a row until the connection's transaction ends, without waiting, and gives a number of it. */
    private static long locked(Connection connection, String table, String column, String jurisdiction, String subject)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT " + column + " FROM " + table + " WHERE jurisdiction = ? AND subject = ? FOR UPDATE NOWAIT")) {
            select.setString(1, jurisdiction);
            select.setString(2, subject);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("the lock's row is gone: " + jurisdiction + " " + subject);
                }
                return row.getLong(1);
            }
        }
    }

    /**
     * Counts that the lock was taken, unless somebody did so since: who was frozen on the way here comes too late. A
     * transaction in which the last holder is still at work is not waited for.
     */
    private static boolean count(DataSource dataSource, String jurisdiction, String subject, long taken, Holder holder)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE run_holder SET taken = ?, holder = ? WHERE jurisdiction = ? AND subject = ?")) {
                if (locked(connection, "run_holder", "taken", jurisdiction, subject) != taken - 1) {
                    connection.rollback();
                    return false;
                }
                update.setLong(1, taken);
                update.setString(2, holder.text());
                update.setString(3, jurisdiction);
                update.setString(4, subject);
                update.executeUpdate();
                connection.commit();
                return true;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** A connection that is gone holds nothing. */
    private static void release(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.warn("lock: its connection is gone, {}", e.getSQLState());
        }
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("lock: its connection cannot be closed, {}", e.getSQLState());
        }
    }

    @Override
    public void close() {
        release(connection);
    }
}

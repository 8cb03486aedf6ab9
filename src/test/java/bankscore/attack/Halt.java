package bankscore.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.h2.api.Trigger;

/**
 * A trigger at which the program stands still, so that it can be killed within a transaction. Its name ends with the number
 * of the row it waits for; without a place for its sign it lets everything pass.
 */
public final class Halt implements Trigger {

    /** The system property that names the file by which it says that it was reached. */
    static final String SIGN = "bankscore.attack.sign";

    /** In a trigger's name: rows count only once figures are staged, in whichever step that is. */
    static final String ONCE_STAGED = "ONCE_STAGED";

    private int rows;
    private boolean onceStaged;

    @Override
    public void init(Connection connection, String schema, String name, String table, boolean before, int type) {
        rows = Integer.parseInt(name.substring(name.lastIndexOf('_') + 1));
        // H2 hands the name over in capitals.
        onceStaged = name.toUpperCase(Locale.ROOT).contains(ONCE_STAGED);
    }

    @Override
    @SuppressWarnings("NullAway") // the interface says nothing of the rows that an event has not
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        String sign = System.getProperty(SIGN, "");
        if (sign.isEmpty()) {
            return;
        }
        try (Statement select = connection.createStatement();
                ResultSet staged = select.executeQuery("SELECT COUNT(*) FROM staged_figure")) {
            staged.next();
            if ((onceStaged && staged.getLong(1) == 0) || --rows != 0) {
                return;
            }
            Path half = Path.of(sign + ".half");
            Files.writeString(half, Long.toString(staged.getLong(1)));
            Files.move(half, Path.of(sign));
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

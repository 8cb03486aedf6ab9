package bankscore.store;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.Tool;
import bankscore.machine.Waiting;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of one test, which may be stopped as a power failure stops it, and started again. */
public final class OwnServer implements AutoCloseable {

    private static final String DATABASE = "counties";

    private final EmbeddedPostgres server;
    private final Path data;
    private @Nullable Process again;

    private OwnServer(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /** Starts one with a database for the user of the tests; what it has committed survives its end. */
    public static OwnServer start(Path data) throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("synchronous_commit", "on")
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + TestDatabase.USER + " LOGIN PASSWORD '" + TestDatabase.PASSWORD + "'");
        }
        OwnServer own = new OwnServer(server, data);
        own.make(DATABASE);
        return own;
    }

    /** Makes one database more. */
    public void make(String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + TestDatabase.USER);
        }
    }

    public String url() {
        return url(DATABASE);
    }

    /** That of one more. */
    public String url(String name) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
    }

    /** What {@code pg_ctl stop -m immediate} does: nothing is closed, no transaction is ended. */
    public void stopHard() throws Exception {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        assertThat(Tool.works("kill", "-QUIT", pid)).isTrue();
        Waiting.until("the end of the server", () -> !answers());
    }

    /** Starts it as it was started; it recovers first. */
    public void startAgain() throws IOException, InterruptedException {
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // It refuses to be the administrator's; in a name space of its own nobody is.
            command.addAll(List.of("unshare", "-U"));
        }
        for (String word :
                Files.readString(data.resolve("postmaster.opts")).strip().split(" ", -1)) {
            command.add(word.replace("\"", ""));
        }
        for (int tried = 0; !answers(); tried++) {
            assertThat(tried).isLessThan(600);
            // While a process of the one before is left there is no other.
            if (again == null || !again.isAlive()) {
                again = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean answers() {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (again != null) {
            again.destroy();
        }
        server.close();
    }
}

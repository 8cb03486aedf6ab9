package bankscore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bankscore.exact.Sha256;
import bankscore.store.database.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** The databases that the job runs on; each output folder of a test has one of its own. */
public enum TestDatabase {
    H2 {
        @Override
        public Optional<String> url(Path output) throws IOException {
            if (!Files.exists(output.resolve("bankscore.mv.db"))) {
                Files.copy(
                        EmptyFile.MADE,
                        Files.createDirectories(output).resolve("bankscore.mv.db"),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
            return Optional.empty();
        }

        @Override
        public void lose(Path output) throws IOException {
            Files.delete(output.resolve("bankscore.mv.db"));
        }

        @Override
        public void copy(Path from, Path to) {
            // The file is in the folder.
            assertThat(to.resolve("bankscore.mv.db")).exists();
        }
    },
    POSTGRESQL {
        @Override
        public Optional<String> url(Path output) {
            String name = Server.name(output);
            Server.make(name, "");
            return Optional.of(Server.url(name));
        }

        @Override
        public void lose(Path output) {
            Server.drop(Server.name(output));
        }

        @Override
        public void copy(Path from, Path to) {
            Server.make(Server.name(to), "TEMPLATE " + Server.name(from));
        }
    };

    /** Who asks. */
    public static final String USER = "bankscore";

    public static final String PASSWORD = "wordofthetests";

    /** The {@code --db} of an output folder's program. */
    public abstract Optional<String> url(Path output) throws IOException;

    /** Takes an output folder's database away, which nobody may be using. */
    public abstract void lose(Path output) throws IOException;

    /** Gives a copied output folder the database of the original, which nobody may be using. */
    public abstract void copy(Path from, Path to);

    /** Who asks, as the environment tells the program. */
    public static Map<String, String> credentials() {
        return Map.of("BANKSCORE_DB_USER", USER, "BANKSCORE_DB_PASSWORD", PASSWORD);
    }

    /** The tables are made once in a process, and copied for each test. */
    private static final class EmptyFile {

        private static final Path MADE = make();

        private static Path make() {
            try {
                Path folder = Files.createTempDirectory("bankscore");
                Schema.build(folder.resolve("bankscore"));
                Path file = Schema.file(folder.resolve("bankscore"));
                folder.toFile().deleteOnExit();
                file.toFile().deleteOnExit();
                return file;
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** One server for all tests of a process, on a port of this machine's own; it ends with the process. */
    private static final class Server {

        private static final Optional<EmbeddedPostgres> RUNNING = start();

        private static Optional<EmbeddedPostgres> start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "60")
                        .setDataDirectoryCustomizer(Server::askForPasswords)
                        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                        .start();
                execute(server, "CREATE ROLE bankscore LOGIN CREATEDB PASSWORD '" + PASSWORD + "'");
                return Optional.of(server);
            } catch (IOException | RuntimeException e) {
                System.err.println("no PostgreSQL server can be started here, its tests are skipped: " + e);
                return Optional.empty();
            }
        }

        /** The library's server trusts everybody who comes from this machine. */
        private static void askForPasswords(File data) {
            try {
                Files.writeString(data.toPath().resolve("pg_hba.conf"), """
                        host all postgres localhost trust
                        host all all      localhost scram-sha-256
                        """);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static EmbeddedPostgres running() {
            assumeTrue(RUNNING.isPresent(), "no PostgreSQL server can be started here");
            return RUNNING.orElseThrow();
        }

        /** A name that PostgreSQL takes, the same for the same folder. */
        static String name(Path output) {
            return "o" + Sha256.of(output.toAbsolutePath().toString()).substring(0, 20);
        }

        static String url(String name) {
            return "jdbc:postgresql://localhost:" + running().getPort() + "/" + name;
        }

        static void make(String name, String more) {
            try {
                execute(running(), "CREATE DATABASE " + name + " OWNER bankscore " + more);
            } catch (IllegalStateException e) {
                if (!(e.getCause() instanceof SQLException known
                        && known.getSQLState().equals("42P04"))) {
                    throw e;
                }
            }
        }

        static void drop(String name) {
            execute(running(), "DROP DATABASE " + name);
        }

        private static void execute(EmbeddedPostgres server, String sql) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }
}

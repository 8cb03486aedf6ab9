package bankscore.store.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The tables, version by version. A database of a newer program, or with altered migrations, is refused. */
public final class Schema {

    private static final String BESIDE = ".upgrading";
    private static final String MIGRATIONS = "/migrations.txt";
    private static final String FILE = "jdbc:h2:file:";

    private Schema() {}

    /** Brings a shared database up to date; PostgreSQL makes each migration one transaction. */
    public static void migrate(DataSource dataSource) {
        flyway(dataSource).migrate();
    }

    /**
     * Whether a database has this program's tables; one of a newer program, or with altered migrations, is refused by an
     * exception of Flyway.
     */
    public static boolean isUpToDate(DataSource dataSource) {
        if (hasOurs(dataSource)) {
            return true;
        }
        Flyway flyway = flyway(dataSource);
        if (flyway.info().pending().length > 0) {
            return false;
        }
        flyway.validate();
        return true;
    }

    /**
     * Whether the history that Flyway left names this program's migrations and nothing else. Flyway reads and reckons all of
     * them again, which is a part of a small check that is felt; so it is asked only where this is not so.
     */
    static boolean hasOurs(DataSource dataSource) {
        StringBuilder migrations = new StringBuilder();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            // Of the schema that new tables would be made in, and of no other that the session looks into.
            String schema = statement.enquoteIdentifier(String.valueOf(connection.getSchema()), true);
            try (ResultSet rows = statement.executeQuery("SELECT \"version\", \"checksum\", \"success\" FROM " + schema
                    + ".\"flyway_schema_history\" WHERE \"version\" IS NOT NULL ORDER BY \"installed_rank\"")) {
                while (rows.next()) {
                    if (!rows.getBoolean(3)) {
                        return false;
                    }
                    migrations
                            .append(rows.getString(1))
                            .append(' ')
                            .append(rows.getInt(2))
                            .append('\n');
                }
            }
        } catch (SQLException e) {
            // There is no such table yet.
            return false;
        }
        try (InputStream known = Objects.requireNonNull(Schema.class.getResourceAsStream(MIGRATIONS))) {
            return migrations.toString().equals(new String(known.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the database in a file, or brings it up to date. H2 commits every statement that changes a table, so a kill
     * between two of them would leave tables that no later start can use; therefore a copy is migrated, forced to disk and
     * renamed into place when it is whole.
     *
     * @param database the file's path without its suffix; nobody else has it open
     * @throws IOException if the copy cannot be written
     */
    public static void build(Path database) throws IOException, SQLException {
        Path file = file(database);
        Path copy = database.resolveSibling(database.getFileName() + BESIDE);
        Path beside = file(copy);
        Files.deleteIfExists(beside);
        if (isPosix(file)) {
            // For its owner alone; H2 leaves the rights of a file that is there.
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        if (Files.exists(file)) {
            try (InputStream whole = Files.newInputStream(file);
                    OutputStream out = Files.newOutputStream(beside)) {
                whole.transferTo(out);
            }
        }
        DataSource dataSource = new DriverManagerDataSource(url(copy));
        // One connection stays open, or the database would be opened and closed with every other one.
        try (Connection open = dataSource.getConnection();
                Statement last = open.createStatement()) {
            migrate(dataSource);
            last.execute("SHUTDOWN");
        }
        force(beside, StandardOpenOption.WRITE);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (isPosix(file)) {
            force(file.toAbsolutePath().resolveSibling(""), StandardOpenOption.READ);
        }
    }

    /**
     * Looks at the file of a database before any engine opens it, for to open one is to execute what is written in it.
     *
     * @param database the file's path without its suffix; nobody else has it open
     * @throws ForeignCatalogue if something in it is not ours
     * @throws IOException if it is no database
     */
    public static void inspect(Path database) throws IOException {
        Catalogue.inspect(file(database));
    }

    /** The file of a database, as H2 names it. */
    public static Path file(Path database) {
        return database.resolveSibling(database.getFileName() + ".mv.db");
    }

    /** The file that an address names, without its suffix; absent: it is an address of a server. */
    public static Optional<Path> inFile(String url) {
        return url.startsWith(FILE) ? Optional.of(Path.of(url.substring(FILE.length()))) : Optional.empty();
    }

    /** The address of the database in a file; nothing is deferred, and whoever opened it closes it. */
    public static String url(Path database) {
        return FILE + database.toAbsolutePath().normalize()
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }

    private static Flyway flyway(DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .javaMigrations(new BatchTables())
                // By default a database of a newer program would be accepted.
                .ignoreMigrationPatterns(new String[0])
                .load();
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}

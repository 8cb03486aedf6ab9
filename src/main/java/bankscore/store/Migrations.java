package bankscore.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of {@link Schema}.
 *
 * <p>Flyway applies and judges them. A database whose history says what this program's own history says, to the check sum,
 * is the one that Flyway would pass; it is not started for that, which spares a check a tenth of its time.
 */
final class Migrations {

    /** The scripts in the order of their versions; the first version is {@link BatchTables}. */
    static final List<String> SCRIPTS = List.of(
            "V2__staging_results_history.sql",
            "V3__staged_cells.sql",
            "V4__adjustments_approvals.sql",
            "V5__shared_server.sql",
            "V6__staged_register_and_sources.sql",
            "V7__archived_configuration.sql",
            "V8__one_archive_of_the_configuration.sql",
            "V9__staged_records.sql");

    private static final String FOLDER = "db/migration/";

    private Migrations() {}

    /** Whether a database's history is word for word this program's. */
    static boolean areApplied(Connection connection) {
        return applied(connection).equals(known());
    }

    /** What was done to a database; nothing if that cannot be read, so that Flyway looks into it. */
    private static List<String> applied(Connection connection) {
        List<String> applied = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT \"version\", \"checksum\", \"success\""
                        + " FROM \"flyway_schema_history\" WHERE \"type\" <> 'TABLE' ORDER BY \"installed_rank\"")) {
            while (row.next()) {
                applied.add(row.getString(1) + " " + row.getInt(2) + " " + row.getBoolean(3));
            }
            return applied;
        } catch (SQLException e) {
            return List.of();
        }
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>();
        BatchTables first = new BatchTables();
        known.add(first.getVersion().getVersion() + " " + first.getChecksum() + " true");
        for (String script : SCRIPTS) {
            known.add(script.substring(1, script.indexOf("__")) + " " + checksum(script) + " true");
        }
        return known;
    }

    /** Flyway's check sum: over the lines without their ends. */
    private static int checksum(String script) {
        CRC32 sum = new CRC32();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(script), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (int) sum.getValue();
    }

    private static InputStream open(String script) {
        InputStream in = Migrations.class.getResourceAsStream("/" + FOLDER + script);
        if (in == null) {
            throw new IllegalStateException("no such migration: " + script);
        }
        return in;
    }

    /** The scripts by name: nothing has to be searched for in the jars. */
    static final class Scripts implements ResourceProvider {

        @Override
        public @Nullable LoadableResource getResource(String name) {
            return SCRIPTS.contains(name) ? resource(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return SCRIPTS.stream()
                    .filter(script -> script.startsWith(prefix))
                    .map(Scripts::resource)
                    .toList();
        }

        private static LoadableResource resource(String name) {
            return new Script(name);
        }
    }

    /** A script on the class path. */
    private static final class Script extends LoadableResource {

        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            return new InputStreamReader(open(name), StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return FOLDER + name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}

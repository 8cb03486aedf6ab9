package bankscore.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.api.Trigger;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.MetaType;
import org.h2.mvstore.type.StringDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whatever somebody plants in a database is refused by its name before the engine opens it, and nothing of it runs. */
class CatalogueTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_list_of_known_lines_is_that_of_the_migrations() throws Exception {
        NavigableMap<Integer, NavigableSet<String>> versions = new TreeMap<>();
        for (int version : all()) {
            Path database = folder.resolve("v" + version);
            migrate(database, Integer.toString(version));
            versions.put(version, Catalogue.shapes(Schema.file(database)));
        }

        holds("catalogue.txt", lines(versions));
    }

    @Test
    void the_list_of_known_migrations_is_theirs() throws Exception {
        String made = Stream.of(migrations())
                .map(each -> each.getVersion() + " " + each.getChecksum() + "\n")
                .collect(Collectors.joining());

        holds("migrations.txt", made);
    }

    private static void holds(String list, String made) throws IOException {
        Path written = Path.of("target", list);
        Files.writeString(written, made);
        assertThat(Path.of("src/main/resources", list))
                .as("after a new migration copy %s there", written)
                .hasContent(made);
    }

    /** The versions of the migrations, in their order. */
    private static List<Integer> all() {
        return Stream.of(migrations())
                .map(each -> Integer.valueOf(each.getVersion().getVersion()))
                .toList();
    }

    private static MigrationInfo[] migrations() {
        return Flyway.configure()
                .dataSource("jdbc:h2:mem:", "", "")
                .javaMigrations(new BatchTables())
                .load()
                .info()
                .all();
    }

    /** Each line with the version that it came with and the one that took it away. */
    private static String lines(NavigableMap<Integer, NavigableSet<String>> versions) {
        NavigableSet<String> shapes = new TreeSet<>();
        versions.values().forEach(shapes::addAll);
        List<String> lines = new ArrayList<>();
        for (String shape : shapes) {
            Optional<Integer> since = Optional.empty();
            for (var version : versions.entrySet()) {
                boolean there = version.getValue().contains(shape);
                if (there && since.isEmpty()) {
                    since = Optional.of(version.getKey());
                } else if (!there && since.isPresent()) {
                    lines.add(since.get() + " " + version.getKey() + " " + shape);
                    since = Optional.empty();
                }
            }
            since.ifPresent(first -> lines.add(first + " - " + shape));
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    @Test
    void a_database_of_every_version_passes_and_is_not_written_to() throws Exception {
        for (int version : all()) {
            Path database = folder.resolve("v" + version);
            migrate(database, Integer.toString(version));
            byte[] before = Files.readAllBytes(Schema.file(database));

            Catalogue.inspect(Schema.file(database));

            assertThat(Files.readAllBytes(Schema.file(database))).isEqualTo(before);
        }
    }

    /** What H2 counts in a table that has grown by some thousand rows stands in the table's line from then on. */
    @Test
    void tables_that_have_grown_so_that_h2_counted_them_pass() throws Exception {
        Path database = folder.resolve("grown");
        migrate(database, "latest");

        execute(
                database,
                "INSERT INTO STAGED_FIGURE (INSTANCE, SHEET, ROW_NO, COL_NO, DATASET, COLUMN_ID, BANK, LABEL, CHOICE, AMOUNT,"
                        + " NOTE, GIVEN_BY) SELECT 1, 1, X, 1, 'tax', 'tax', 'B001', '', '', X, '', '' FROM"
                        + " SYSTEM_RANGE(1, 20000)");

        Catalogue.inspect(Schema.file(database));
    }

    static Stream<Plant> plants() {
        String write =
                " throws Exception { java.nio.file.Files.writeString(java.nio.file.Path.of(\"MARKER\"), \"x\"); return ";
        return Stream.of(
                new Plant(
                        "a trigger with Java source",
                        "CREATE TRIGGER PLANTED BEFORE SELECT ON REVISION AS $$Object create()" + write
                                + "Thread.currentThread().getContextClassLoader().loadClass(\"" + Armed.class.getName()
                                + "\").getConstructor().newInstance(); }$$",
                        "PLANTED"),
                new Plant(
                        "a trigger by class",
                        "CREATE TRIGGER PLANTED BEFORE INSERT ON REVISION FOR EACH ROW CALL '" + Armed.class.getName()
                                + "'",
                        "PLANTED"),
                new Plant(
                        "an alias with source",
                        "CREATE ALIAS PLANTED AS $$String planted()" + write + "\"\"; }$$",
                        "PLANTED"),
                new Plant(
                        "an alias of a method of the class path",
                        "CREATE ALIAS PLANTED FOR \"java.lang.System.getProperty(java.lang.String)\"",
                        "PLANTED"),
                new Plant("a view", "CREATE VIEW PLANTED AS SELECT FILE_WRITE('x', 'MARKER') X", "PLANTED"),
                new Plant(
                        "a default that writes a file",
                        "ALTER TABLE REVISION ALTER COLUMN STATE SET DEFAULT FILE_WRITE('x', 'MARKER')",
                        "FILE_WRITE"),
                new Plant(
                        "a constraint that writes a file",
                        "ALTER TABLE REVISION ADD CONSTRAINT PLANTED CHECK (FILE_WRITE('x', 'MARKER') > 0)",
                        "PLANTED"),
                new Plant("a domain", "CREATE DOMAIN PLANTED AS VARCHAR DEFAULT FILE_WRITE('x', 'MARKER')", "PLANTED"),
                new Plant(
                        "a linked table",
                        "CREATE FORCE LINKED TABLE PLANTED('org.h2.Driver', 'jdbc:h2:mem:;INIT=CALL FILE_WRITE(''x'', ''MARKER'')',"
                                + " '', '', 'T')",
                        "PLANTED"),
                new Plant("a table", "CREATE TABLE PLANTED (X INTEGER)", "PLANTED"),
                new Plant("a schema", "CREATE SCHEMA PLANTED", "PLANTED"),
                new Plant("a user", "CREATE USER PLANTED PASSWORD 'x' ADMIN", "PLANTED"),
                new Plant("a role", "CREATE ROLE PLANTED", "PLANTED"),
                new Plant("a sequence", "CREATE SEQUENCE PLANTED", "PLANTED"),
                new Plant("a synonym", "CREATE SYNONYM PLANTED FOR REVISION", "PLANTED"),
                new Plant("a constant", "CREATE CONSTANT PLANTED VALUE 1", "PLANTED"),
                new Plant("an index", "CREATE INDEX PLANTED ON REVISION(CODE)", "PLANTED"),
                new Plant("a comment on a table", "COMMENT ON TABLE REVISION IS 'PLANTED'", "PLANTED"),
                new Plant("a setting", "SET IGNORECASE TRUE", "IGNORECASE"),
                new Plant(
                        "the loss of a primary key",
                        "ALTER TABLE REVISION DROP PRIMARY KEY",
                        "-1 CREATE PRIMARY KEY \"PUBLIC\".\"PRIMARY_KEY_#\" ON \"PUBLIC\".\"REVISION\""),
                new Plant(
                        "the loss of a table", "DROP TABLE HISTORY", "-0 CREATE CACHED TABLE \"PUBLIC\".\"HISTORY\""));
    }

    /** Something that somebody with the file does to it. */
    record Plant(String what, String sql, String named) {
        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest
    @MethodSource("plants")
    void what_is_planted_is_refused_by_its_name_before_it_runs(Plant plant) throws Exception {
        Path database = folder.resolve("bankscore");
        Schema.build(database);
        Path marker = folder.resolve("marker");
        execute(database, plant.sql().replace("MARKER", marker.toString().replace("\\", "/")));
        Files.deleteIfExists(marker);
        byte[] before = Files.readAllBytes(Schema.file(database));

        assertThatThrownBy(() -> Catalogue.inspect(Schema.file(database)))
                .isInstanceOf(ForeignCatalogue.class)
                .hasMessageContaining(plant.named());

        assertThat(marker).doesNotExist();
        assertThat(Files.readAllBytes(Schema.file(database))).isEqualTo(before);
    }

    @Test
    void a_class_in_the_registry_of_types_is_refused_and_not_loaded() throws Exception {
        Path database = folder.resolve("bankscore");
        Schema.build(database);
        try (MVStore store = MVStore.open(Schema.file(database).toString())) {
            MVMap<String, DataType<?>> types = store.openMap(
                    "_",
                    new MVMap.Builder<String, DataType<?>>()
                            .keyType(StringDataType.INSTANCE)
                            .valueType(new MetaType<>(null, null)));
            types.put("planted", new ArmedType());
            store.commit();
        }

        assertThatThrownBy(() -> Catalogue.inspect(Schema.file(database)))
                .isInstanceOf(ForeignCatalogue.class)
                .hasMessage(ArmedType.class.getName());
    }

    @Test
    void a_prepared_transaction_is_refused() throws Exception {
        Path database = folder.resolve("bankscore");
        Schema.build(database);
        try (MVStore store = MVStore.open(Schema.file(database).toString())) {
            store.openMap("openTransactions").put(1, new Object[] {1, "planted"});
            store.commit();
        }

        assertThatThrownBy(() -> Catalogue.inspect(Schema.file(database)))
                .isInstanceOf(ForeignCatalogue.class)
                .hasMessage("openTransactions");
    }

    @Test
    void a_file_that_h2_would_rename_into_place_is_refused() throws Exception {
        Path database = folder.resolve("bankscore");
        Schema.build(database);
        Files.writeString(folder.resolve("bankscore.mv.db.newFile"), "x");

        assertThatThrownBy(() -> Catalogue.inspect(Schema.file(database)))
                .isInstanceOf(ForeignCatalogue.class)
                .hasMessage("bankscore.mv.db.newFile");
    }

    @Test
    void what_is_no_database_is_no_database() throws Exception {
        Path file = folder.resolve("bankscore.mv.db");
        Files.writeString(file, "H:2,block:3", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Catalogue.inspect(file)).isInstanceOf(IOException.class);
    }

    /** A trigger that does nothing: H2 makes one when it opens the file. */
    public static final class Armed implements Trigger {

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            throw new IllegalStateException("fired");
        }
    }

    /** A type that is none of H2's. */
    public static final class ArmedType extends BasicDataType<String> {

        @Override
        public int getMemory(String text) {
            return 0;
        }

        @Override
        public void write(WriteBuffer buffer, String text) {
            buffer.putVarInt(0);
        }

        @Override
        public String read(ByteBuffer buffer) {
            return "";
        }

        @Override
        public String[] createStorage(int size) {
            return new String[size];
        }
    }

    private static void migrate(Path database, String target) throws SQLException {
        DriverManagerDataSource source = new DriverManagerDataSource(Schema.url(database));
        try (Connection open = source.getConnection();
                Statement last = open.createStatement()) {
            Flyway.configure()
                    .dataSource(source)
                    .javaMigrations(new BatchTables())
                    .target(target)
                    .load()
                    .migrate();
            last.execute("SHUTDOWN");
        }
    }

    private static void execute(Path database, String sql) throws SQLException {
        try (Connection open = DriverManager.getConnection(Schema.url(database));
                Statement statement = open.createStatement()) {
            statement.execute(sql);
            statement.execute("SHUTDOWN");
        }
    }
}

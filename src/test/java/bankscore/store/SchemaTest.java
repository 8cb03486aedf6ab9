package bankscore.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of an older version of the program is brought up to date whole, or stays what it was. */
class SchemaTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void an_older_database_keeps_its_rows_and_gets_the_new_tables() throws Exception {
        Path database = older();

        Schema.build(database);

        DriverManagerDataSource dataSource = new DriverManagerDataSource(Schema.url(database));
        assertThat(Schema.isUpToDate(dataSource)).isTrue();
        HistoryStore history = new HistoryStore(dataSource);
        assertThat(history.all()).extracting(link -> link.entry().outcome()).containsExactly("published");
        assertThat(history.headHolds()).isTrue();
        assertThat(names()).containsExactly("bankscore.mv.db");
    }

    @Test
    void what_a_killed_upgrade_left_beside_is_made_anew() throws Exception {
        Path database = older();
        Files.writeString(folder.resolve("bankscore.upgrading.mv.db"), "half a database");

        Schema.build(database);

        assertThat(Schema.isUpToDate(new DriverManagerDataSource(Schema.url(database))))
                .isTrue();
        assertThat(names()).containsExactly("bankscore.mv.db");
    }

    /** As the third version of the tables had it, with one entry of the history. */
    private Path older() throws SQLException {
        Path database = folder.resolve("bankscore");
        DriverManagerDataSource dataSource = new DriverManagerDataSource(Schema.url(database));
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .javaMigrations(new BatchTables())
                .target("3")
                .load()
                .migrate();
        JdbcClient.create(dataSource)
                .sql("INSERT INTO history VALUES (1, '上饶市', '2022-04-12T09:00+08:00', 'u', 'm', 'run', 'run 2022Q1',"
                        + " '2022Q1', 1, 'published', 'd', 'p', 'h')")
                .update();
        assertThat(Schema.isUpToDate(dataSource)).isFalse();
        return database;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}

package bankscore.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import bankscore.exact.Period;
import bankscore.office.Approval;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.store.HistoryStore;
import bankscore.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
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

    /** Before there were several rules: what was published is of the one that has the folders, and nothing of another's. */
    @Test
    void what_was_published_and_approved_before_there_were_several_rules_is_the_owners() throws Exception {
        Path database = at("15");
        for (String row : List.of(
                "revision VALUES ('上饶市', '2022Q1', 1, 'published', 7, 'i', '7K3Q-9XTB-0M4D-WHJ2', 'shangrao-2022', 'd',"
                        + " 'm', '2022-04-12T09:00+08:00')",
                "published_file VALUES ('上饶市', '2022Q1', 1, 'result.json', 0, X'7B7D')",
                "approval VALUES ('上饶市', '2022Q1', 1, 1, '饶府字〔2022〕31号', DATE '2022-04-20')",
                "run_instance VALUES (8, '上饶市', '2022Q1')")) {
            history(database, "INSERT INTO " + row);
        }

        Schema.build(database);

        DriverManagerDataSource dataSource = new DriverManagerDataSource(Schema.url(database));
        Period period = new Period(2022, 1);
        Stores owner = Stores.of(dataSource, Series.owner("上饶市"));
        assertThat(owner.revisions().all())
                .extracting(Revision::period, Revision::number, Revision::code)
                .containsExactly(tuple(period, 1, "7K3Q-9XTB-0M4D-WHJ2"));
        assertThat(owner.archive().names(period, 1)).containsExactly("result.json");
        assertThat(owner.approvals().current(period)).map(Approval::revision).contains(1);
        assertThat(owner.staging().instances().unpublished(Series.owner("上饶市"), period))
                .containsExactly(8L);
        assertThat(owner.series().all()).containsExactly(Series.owner("上饶市"));
        assertThat(owner.series().owner()).isEmpty();
        Stores other = Stores.of(dataSource, new Series("上饶市", "heating"));
        assertThat(other.revisions().all()).isEmpty();
        assertThat(other.approvals().all()).isEmpty();
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

    /** What a small check pays for at each start, were it otherwise. */
    @Test
    void flyway_is_not_asked_where_the_history_names_the_migrations_of_this_program_and_no_others() throws Exception {
        Path database = folder.resolve("bankscore");
        Schema.build(database);
        DriverManagerDataSource made = new DriverManagerDataSource(Schema.url(database));

        assertThat(Schema.hasOurs(made)).isTrue();
        assertThat(Schema.hasOurs(new DriverManagerDataSource(Schema.url(at("15", "earlier")))))
                .isFalse();
        history(database, "UPDATE \"flyway_schema_history\" SET \"success\" = FALSE WHERE \"version\" = '2'");
        assertThat(Schema.hasOurs(made)).isFalse();
        history(
                database,
                "UPDATE \"flyway_schema_history\" SET \"success\" = TRUE, \"checksum\" = 7 WHERE \"version\" = '2'");
        assertThat(Schema.hasOurs(made)).isFalse();
    }

    @Test
    void a_database_of_a_newer_program_is_refused() throws Exception {
        Path database = folder.resolve("bankscore");
        Schema.build(database);
        history(
                database,
                "INSERT INTO \"flyway_schema_history\" VALUES (99, '999', 'newer', 'SQL', 'V999__newer.sql', 1, 'sa',"
                        + " CURRENT_TIMESTAMP, 1, TRUE)");

        assertThatThrownBy(() -> Schema.isUpToDate(new DriverManagerDataSource(Schema.url(database))))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("999");
    }

    @Test
    void an_older_database_whose_migrations_were_altered_is_refused_and_stays_what_it_was() throws Exception {
        Path database = older();
        history(database, "UPDATE \"flyway_schema_history\" SET \"checksum\" = 7 WHERE \"version\" = '2'");

        assertThatThrownBy(() -> Schema.build(database))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("checksum mismatch for migration version 2");
        assertThat(Schema.isUpToDate(new DriverManagerDataSource(Schema.url(database))))
                .isFalse();
    }

    private static void history(Path database, String change) {
        JdbcClient.create(new DriverManagerDataSource(Schema.url(database)))
                .sql(change)
                .update();
    }

    /** As the third version of the tables had it, with one entry of the history. */
    private Path older() throws SQLException {
        Path database = at("3");
        history(
                database,
                "INSERT INTO history VALUES (1, '上饶市', '2022-04-12T09:00+08:00', 'u', 'm', 'run', 'run 2022Q1',"
                        + " '2022Q1', 1, 'published', 'd', 'p', 'h')");
        return database;
    }

    /** As an earlier version of the tables had it. */
    private Path at(String version) throws SQLException {
        return at(version, "bankscore");
    }

    private Path at(String version, String name) throws SQLException {
        Path database = folder.resolve(name);
        DriverManagerDataSource dataSource = new DriverManagerDataSource(Schema.url(database));
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .javaMigrations(new BatchTables())
                .target(version)
                .load()
                .migrate();
        assertThat(Schema.isUpToDate(dataSource)).isFalse();
        return database;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}

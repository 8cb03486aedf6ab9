package bankscore.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.contribution.Program;
import bankscore.office.DocumentNumber;
import bankscore.office.Holder;
import bankscore.run.Engine.DatabaseUnavailable;
import bankscore.run.request.RunOutcome.Clean;
import bankscore.run.request.RunOutcome.NothingNew;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.request.RunOutcome.Stopped;
import bankscore.run.revisions.Approvals;
import bankscore.run.revisions.Verification;
import bankscore.store.DeployPage;
import bankscore.store.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two counties on one server, each with the schema and the roles that {@code deploy.md} tells to make: its own words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountyRolesTest {

    private static final String PERIOD = "2022Q1";
    private static final String JURISDICTION = "上饶市";

    @TempDir
    static Path folder = Path.of("");

    private String url = "";

    @BeforeAll
    void the_page_is_followed_word_by_word() throws Exception {
        String server = TestDatabase.POSTGRESQL.url(folder).orElseThrow().replaceAll("[^/]+$", "");
        DeployPage.DATABASE.execute(server + "postgres", Map.of());
        url = server + "bankscore";
        DeployPage.INSIDE.execute(url, Map.of());
        for (String county : List.of("dexing", "wannian")) {
            DeployPage.COUNTY.execute(url, Map.of("dexing", county));
            assertThatThrownBy(() -> open(county))
                    .isInstanceOfSatisfying(
                            DatabaseUnavailable.class,
                            refused -> assertThat(refused.reason()).isEqualTo(DatabaseUnavailable.Reason.NOT_PREPARED));
            open(county + "_owner").close();
            DeployPage.RIGHTS.execute(url, county + "_owner", DeployPage.PASSWORD, Map.of("dexing", county));
        }
    }

    /** Both by the same name of a jurisdiction, which a shared schema would take for one. */
    @Test
    void each_county_does_its_everyday_work_with_its_own_revisions_and_its_own_chain() throws Exception {
        for (String county : List.of("dexing", "wannian")) {
            try (Program program =
                    new Program(Path.of("input"), folder.resolve(county), Optional.of(url), DeployPage.as(county))) {
                assertThat(program.check(PERIOD).end()).isEqualTo(Clean.class);
                // A run that is stopped leaves rows, which the next one forgets.
                assertThat(program.run(program.request(PERIOD, Path.of("config"), true))
                                .end())
                        .isEqualTo(Stopped.class);
                assertThat(program.run(PERIOD).end()).isEqualTo(Published.class);
                assertThat(program.run(PERIOD).end()).isEqualTo(NothingNew.class);
                int revision = program.run(PERIOD).revision();
                assertThat(program.face(JURISDICTION)
                                .approvals(program.output())
                                .record(new Approvals.Asked(
                                        program.request(PERIOD).period(),
                                        revision,
                                        DocumentNumber.read("饶府字〔2022〕31号").orElseThrow(),
                                        LocalDate.of(2022, 4, 20),
                                        false,
                                        Optional.empty(),
                                        Program.caller("approve")))
                                .end())
                        .isEqualTo(Approvals.End.APPROVED);
                Verification verification = program.face(JURISDICTION).verification(program.output());
                Verification.Named named = verification
                        .byPeriod(program.request(PERIOD).period(), Optional.of(revision))
                        .orElseThrow();
                assertThat(verification
                                .verify(named, Program.caller("verify"))
                                .orElseThrow()
                                .holds())
                        .isTrue();
            }
        }
        JdbcClient all = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
        for (String county : List.of("dexing", "wannian")) {
            assertThat(all.sql("SELECT MIN(seq) FROM " + county + ".history")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            assertThat(all.sql("SELECT MIN(revision) FROM " + county + ".revision")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_county_can_neither_read_nor_write_what_is_anothers() throws Exception {
        List<String> tables = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""))
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'wannian'")
                .query(String.class)
                .list();
        assertThat(tables).contains("history", "revision", "published_file", "staged_figure", "run_lock");
        List<String> statements = new ArrayList<>(List.of(
                "SET ROLE wannian",
                "SET ROLE wannian_owner",
                "INSERT INTO wannian.run_lock VALUES ('x', 'x')",
                "INSERT INTO wannian.history SELECT * FROM history",
                "UPDATE wannian.revision SET state = 'publishing'",
                "CREATE TABLE wannian.planted (x INTEGER)",
                "CREATE TABLE public.planted (x INTEGER)",
                "CREATE TEMPORARY TABLE planted (x INTEGER)",
                "CREATE SCHEMA planted"));
        for (String table : tables) {
            statements.add("SELECT 1 FROM wannian." + table);
            statements.add("DELETE FROM wannian." + table);
        }
        refused("dexing", statements);
    }

    @Test
    void a_county_can_change_nothing_that_is_published_and_none_of_its_tables() throws Exception {
        refused(
                "dexing",
                List.of(
                        "UPDATE history SET outcome = 'x'",
                        "DELETE FROM history",
                        "TRUNCATE history",
                        "UPDATE revision SET state = 'publishing'",
                        "UPDATE revision SET result_digest = 'x'",
                        "DELETE FROM revision",
                        "UPDATE published_file SET content = ''",
                        "DELETE FROM published_file",
                        "UPDATE approval SET document = 'x'",
                        "DELETE FROM approval",
                        "DELETE FROM run_holder",
                        "UPDATE flyway_schema_history SET version = '999'",
                        "CREATE TABLE planted (x INTEGER)",
                        "ALTER TABLE history DROP COLUMN hash",
                        "DROP TABLE history",
                        "CREATE TRIGGER planted BEFORE INSERT ON history FOR EACH ROW EXECUTE FUNCTION"
                                + " suppress_redundant_updates_trigger()",
                        "ALTER ROLE dexing_owner PASSWORD 'x'"));
    }

    @Test
    void one_role_for_all_makes_its_tables_with_the_first_start() throws Exception {
        String server = url.replaceAll("[^/]+$", "");
        DeployPage.ONE_ROLE.execute(server + "postgres", Map.of("bankscore", "one_role"));
        try (Engine engine = Engine.start(
                folder,
                Optional.of(server + "one_role"),
                DeployPage.as("one_role"),
                Holder.of(Program.caller("history")))) {
            assertThat(JdbcClient.create(engine.dataSource())
                            .sql("SELECT COUNT(*) FROM history")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void whoever_is_no_county_of_this_database_does_not_come_in() {
        assertThatThrownBy(() -> DriverManager.getConnection(url, TestDatabase.USER, TestDatabase.PASSWORD)
                        .close())
                .isInstanceOfSatisfying(SQLException.class, CountyRolesTest::isRefused);
    }

    private void refused(String county, List<String> statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, county, DeployPage.PASSWORD)) {
            for (String statement : statements) {
                assertThatThrownBy(() -> execute(connection, statement))
                        .as(statement)
                        .isInstanceOfSatisfying(SQLException.class, CountyRolesTest::isRefused);
            }
        }
    }

    /** Insufficient privilege; nothing that is merely wrong. */
    private static void isRefused(SQLException refused) {
        assertThat(refused.getSQLState()).as(refused.getMessage()).isEqualTo("42501");
    }

    private Engine open(String role) throws DatabaseUnavailable {
        return Engine.start(folder, Optional.of(url), DeployPage.as(role), Holder.of(Program.caller("history")));
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }
}

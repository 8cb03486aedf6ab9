package bankscore.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.store.DeployPage;
import bankscore.store.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Sessions go from one role to the other, and nobody gets one that acts as somebody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleConnectionsTest {

    private static final String DATABASE = "sessions_of_roles";

    @TempDir
    static Path folder = Path.of("");

    private Database database = Database.at("jdbc:h2:mem:none", Optional.empty(), Optional.empty(), "tests");

    @BeforeAll
    void begin() throws Exception {
        String server = TestDatabase.POSTGRESQL.url(folder).orElseThrow().replaceAll("[^/]+$", "");
        DeployPage.DATABASE.execute(server + "postgres", names("", ""));
        for (String role : new String[] {"hubei", "xiantao", "qianjiang", "tianmen"}) {
            DeployPage.COUNTY.execute(server + DATABASE, names(role, ""));
        }
        for (String county : new String[] {"xiantao", "qianjiang"}) {
            DeployPage.PROVINCE.execute(server + DATABASE, names(county, "hubei"));
        }
        database = Database.at(server + DATABASE, Optional.of("hubei"), Optional.of(DeployPage.PASSWORD), "tests");
    }

    @AfterAll
    void end() {
        database.close();
    }

    @Test
    void a_session_that_was_one_countys_is_told_whose_it_is_now() throws Exception {
        long first = told(database.as("xiantao").source(), "xiantao");
        assertThat(told(database.as("qianjiang").source(), "qianjiang")).isEqualTo(first);
        assertThat(told(database.as("xiantao").source(), "xiantao")).isEqualTo(first);
        assertThat(told(database.source(), "hubei")).as("the login has others").isNotEqualTo(first);
    }

    @Test
    void after_what_failed_within_a_transaction_it_is_no_less_so() throws Exception {
        long session;
        try (Connection open = database.as("xiantao").source().getConnection();
                Statement one = open.createStatement()) {
            open.setAutoCommit(false);
            session = session(one, "xiantao");
            assertThatThrownBy(() -> one.execute("SELECT 1 FROM nothing")).isInstanceOf(SQLException.class);
        }
        assertThat(told(database.as("qianjiang").source(), "qianjiang")).isEqualTo(session);
        try (Connection open = database.as("qianjiang").source().getConnection();
                Statement one = open.createStatement()) {
            open.setAutoCommit(false);
            session(one, "qianjiang");
            open.rollback();
            session(one, "qianjiang");
        }
        assertThat(told(database.as("qianjiang").source(), "qianjiang")).isEqualTo(session);
    }

    @Test
    void a_role_that_is_not_there_or_not_granted_is_refused_and_the_session_goes_on_as_whom_it_is_asked_for()
            throws Exception {
        long session = told(database.as("xiantao").source(), "xiantao");
        for (String role : new String[] {"nobody", "tianmen", "postgres"}) {
            assertThatThrownBy(() -> database.as(role).source().getConnection()).isInstanceOf(RoleRefused.class);
            assertThat(told(database.as("xiantao").source(), "xiantao")).isEqualTo(session);
        }
        // Two at once are two sessions.
        try (Connection one = database.as("xiantao").source().getConnection();
                Statement first = one.createStatement();
                Connection other = database.as("qianjiang").source().getConnection();
                Statement second = other.createStatement()) {
            assertThat(session(first, "xiantao")).isNotEqualTo(session(second, "qianjiang"));
        }
    }

    @Test
    void a_file_knows_no_roles() {
        Database file = Database.at("jdbc:h2:mem:roles", Optional.empty(), Optional.empty(), "tests");
        assertThat(file.as("xiantao").source()).isSameAs(file.source());
        file.close();
    }

    private static Map<String, String> names(String county, String province) {
        return Map.of("bankscore", DATABASE, "dexing", county, "jiangxi", province);
    }

    private static long told(DataSource source, String role) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement one = connection.createStatement()) {
            return session(one, role);
        }
    }

    /** The number of a session that acts as a role and in its schema. */
    private static long session(Statement one, String role) throws SQLException {
        try (ResultSet row = one.executeQuery("SELECT current_user, current_schema(), pg_backend_pid()")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo(role);
            assertThat(row.getString(2)).isEqualTo(role);
            return row.getLong(3);
        }
    }
}

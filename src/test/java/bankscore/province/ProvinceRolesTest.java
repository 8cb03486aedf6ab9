package bankscore.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.cli.CommandsInProcess;
import bankscore.cli.CommandsInProcess.Said;
import bankscore.store.DeployPage;
import bankscore.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A province whose counties have schemas and roles of their own, made by the words of {@code deploy.md}; one run for all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvinceRolesTest {

    private static final String PERIOD = "2022Q4";
    private static final String DATABASE = "province_with_roles";
    private static final String PROVINCE = "jiangxi";
    private static final List<String> COUNTIES = List.of("yiyang", "yanshan");

    @TempDir
    static Path folder = Path.of("");

    private String url = "";
    private Path config = Path.of("");
    private CountyFolders folders = new CountyFolders(Path.of(""));
    private JdbcClient all = JdbcClient.create(new DriverManagerDataSource());

    @BeforeAll
    void the_page_is_followed_and_the_counties_are_run() throws Exception {
        String server = TestDatabase.POSTGRESQL.url(folder).orElseThrow().replaceAll("[^/]+$", "");
        DeployPage.DATABASE.execute(server + "postgres", names("", ""));
        url = server + DATABASE;
        DeployPage.INSIDE.execute(url, names("", ""));
        prepare(PROVINCE);
        for (String county : COUNTIES) {
            prepare(county);
            DeployPage.PROVINCE.execute(url, names(county, PROVINCE));
        }
        all = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
        folders = CountyFolders.of(folder.resolve("counties"), COUNTIES.size(), PERIOD);
        config = CountyFolders.config(folder.resolve("config"), "江州省");
        roles("县01: yiyang\n县02: yanshan\n");

        Said said = province();

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("已发布 2，没有变化 0");
    }

    @Test
    void what_is_a_countys_lies_in_its_schema_and_what_is_the_provinces_in_its_own() {
        for (int number = 1; number <= COUNTIES.size(); number++) {
            String schema = COUNTIES.get(number - 1) + ".";
            String jurisdiction = CountyFolders.jurisdiction(number);
            for (String table : List.of("revision", "published_file", "history")) {
                assertThat(texts("SELECT DISTINCT jurisdiction FROM " + schema + table))
                        .as(schema + table)
                        .containsExactly(jurisdiction);
            }
            assertThat(texts("SELECT seq || ' ' || outcome FROM " + schema
                            + "history WHERE outcome <> 'verified' ORDER BY seq"))
                    .containsExactly("1 published");
            assertThat(texts("SELECT DISTINCT job_name FROM " + schema + "batch_job_instance"))
                    .containsExactly("contribution");
            for (String table : List.of("staged_figure", "bank_score", "finding")) {
                assertThat(count(schema + table)).as(schema + table).isPositive();
            }
            for (String table : List.of("province_county", "worker", "shared_file", "int_channel_message")) {
                assertThat(count(schema + table)).as(schema + table).isZero();
            }
        }
        assertThat(texts("SELECT DISTINCT job_name FROM jiangxi.batch_job_instance"))
                .containsExactly("province");
        assertThat(texts("SELECT jurisdiction || ' ' || outcome FROM jiangxi.history"))
                .containsExactly("江州省 reported");
        for (String table : List.of("revision", "staged_figure", "bank_score", "finding")) {
            assertThat(count("jiangxi." + table)).as(table).isZero();
        }
    }

    @Test
    void each_county_publishes_byte_for_byte_what_it_publishes_alone() throws Exception {
        for (int number = 1; number <= COUNTIES.size(); number++) {
            assertThat(Files.readAllBytes(folder.resolve("output")
                            .resolve(CountyFolders.name(number))
                            .resolve(PERIOD)
                            .resolve("r1/result.json")))
                    .isEqualTo(folders.published(number, PERIOD, "", folder.resolve("alone-" + number)));
        }
    }

    @Test
    void a_county_can_read_neither_anothers_nor_the_provinces_and_the_province_none_but_as_it() throws Exception {
        List<String> tables = List.of("history", "revision", "published_file", "staged_figure", "batch_job_instance");
        for (String table : tables) {
            refused("yiyang", "", "SELECT 1 FROM yanshan." + table);
            refused("yiyang", "", "SELECT 1 FROM jiangxi." + table);
            refused("jiangxi", "", "SELECT 1 FROM yiyang." + table);
            refused("jiangxi", "SET ROLE yiyang", "SELECT 1 FROM yanshan." + table);
            refused("jiangxi", "SET ROLE yiyang", "SELECT 1 FROM jiangxi." + table);
        }
        for (String stays : List.of("yiyang", "yanshan", "jiangxi")) {
            for (String table : List.of("history", "revision", "published_file", "approval")) {
                String role = stays.equals("jiangxi") ? "" : "SET ROLE " + stays;
                refused("jiangxi", role, "DELETE FROM " + stays + "." + table);
                refused("jiangxi", role, "UPDATE " + stays + "." + table + " SET jurisdiction = 'x'");
            }
        }
        refused("yiyang", "", "SET ROLE yanshan");
        refused("yiyang", "", "SET ROLE jiangxi");
    }

    @Test
    void the_next_start_finds_all_as_it_was_and_the_report_is_whole() throws Exception {
        Said again = province();

        assertThat(again.code()).as(again.text()).isZero();
        assertThat(again.text()).contains("已发布 0，没有变化 2");
        assertThat(province("--status").text()).contains("已完成 2/2 个县", "县01  没有变化  r1", "县02  没有变化  r1");
        Path report = folder.resolve("output/江州省").resolve(PERIOD);
        assertThat(report.resolve("r2")).doesNotExist();
        assertThat(Files.readString(report.resolve("r1/report.html"))).contains("共 2 个县，其中 2 个已发布结果。");
        assertThat(as(PROVINCE).type(words("verify", PERIOD)).text()).contains("核对一致：全省汇总");
    }

    @Test
    void a_command_that_names_a_county_finds_it_in_its_schema() {
        for (String login : List.of(PROVINCE, "yanshan")) {
            Said verified = as(login).type(words("verify", PERIOD, "--county", "县02"));
            assertThat(verified.code()).as(verified.text()).isZero();
        }
        Said other = as("yanshan").type(words("verify", PERIOD, "--county", "县01"));
        assertThat(other.code()).isEqualTo(6);
        assertThat(other.text()).contains("不能以这个县的角色工作", "yiyang");
        // Without the name it is the login's own schema, where no county lies.
        assertThat(as(PROVINCE).type(words("history", PERIOD)).text()).doesNotContain("已发布");
    }

    /** It goes on as the page says, and each step is asked for in its turn. */
    @Test
    void what_is_lacking_for_a_county_is_told_with_what_makes_it_before_anything_starts() throws Exception {
        roles("县01: qianshan\n县02: yanshan\n");
        Said none = province();
        assertThat(none.code()).isEqualTo(6);
        List<String> wanted = new ArrayList<>(DeployPage.COUNTY.statements(names("qianshan", PROVINCE)));
        wanted.addAll(
                DeployPage.PROVINCE.statements(names("qianshan", PROVINCE)).subList(1, 2));
        for (String statement : wanted) {
            assertThat(none.text()).contains("\n  " + statement.replace(DeployPage.PASSWORD, "…") + ";");
        }
        assertThat(none.text()).contains("县01：没有角色 qianshan。").doesNotContain("县02");

        DeployPage.COUNTY.execute(url, names("qianshan", PROVINCE));
        Said noMember = province();
        assertThat(noMember.code()).isEqualTo(6);
        assertThat(noMember.text()).contains("县01：登录的角色 jiangxi 不能改用角色 qianshan。\n  GRANT qianshan TO jiangxi;");

        DeployPage.PROVINCE.execute(url, names("qianshan", PROVINCE));
        assertThat(province().text()).contains("县01：schema qianshan 里没有本程序的数据表");

        assertThat(as("qianshan_owner").type(words("history")).code()).isZero();
        assertThat(province().text()).contains("县01：角色 qianshan 对 schema qianshan 里的有些数据表没有权限");

        DeployPage.RIGHTS.execute(url, "qianshan_owner", DeployPage.PASSWORD, names("qianshan", ""));
        all.sql("UPDATE qianshan.flyway_schema_history SET checksum = 1 WHERE version = '21'")
                .update();
        assertThat(province().text()).contains("县01：schema qianshan 里没有本程序的数据表，或者是另一版本的");

        all.sql("DROP SCHEMA qianshan CASCADE").update();
        assertThat(province().text()).contains("县01：没有 schema qianshan");

        roles("县01: jiangxi\n县02: yanshan\n");
        assertThat(province().text()).contains("县01：角色 jiangxi 是全省登录用的");
        assertThat(texts("SELECT DISTINCT state FROM jiangxi.province_county WHERE revision = 1"))
                .as("nothing has begun")
                .hasSize(1);
        roles("县01: yiyang\n县02: yanshan\n");
    }

    /** It would begin with an empty history, and nothing would be held against its earlier quarters. */
    @Test
    void a_county_that_published_elsewhere_is_not_begun_anew() throws Exception {
        roles("县01: yanshan\n县02: yiyang\n");
        Said swapped = province();
        assertThat(swapped.code()).isEqualTo(6);
        assertThat(swapped.text()).contains("县01：2022Q4 第 1 版发布过，但是不在现在指定的地方", "县02：2022Q4 第 1 版");

        Files.delete(config.resolve("county-roles.yaml"));
        Said oneForAll = province();
        assertThat(oneForAll.code()).isEqualTo(6);
        assertThat(oneForAll.text()).contains("县01：2022Q4 第 1 版", "县02：2022Q4 第 1 版");
        assertThat(count("jiangxi.revision")).isZero();
        roles("县01: yiyang\n县02: yanshan\n");
    }

    /** In a file there are no roles; who tries the province on his own machine need not take the file away. */
    @Test
    void what_is_wrong_with_the_file_of_the_roles_is_told_with_the_configurations() throws Exception {
        roles("县01: yiyang\n县02: yiyang\n县03: Yan\"shan\n");
        Said wrong = province();
        assertThat(wrong.code()).isEqualTo(4);
        assertThat(wrong.text())
                .contains(
                        "config/county-roles.yaml 第 2 行",
                        "“县01”也写了这个角色",
                        "config/county-roles.yaml 第 3 行",
                        "不能作为数据库的角色");

        // Of a county that has not sent yet a line is not amiss; a county without one is.
        roles("县01: yiyang\n县05: dexing\n");
        Said without = province();
        assertThat(without.code()).isEqualTo(4);
        assertThat(without.text())
                .contains("config/county-roles.yaml：县02", "这个县没有写角色")
                .doesNotContain("县05");
        assertThat(as(PROVINCE).type(words("verify", PERIOD, "--county", "县02")).code())
                .isEqualTo(4);
        roles("县01: yiyang\n县02: yanshan\n");
    }

    private void roles(String lines) throws IOException {
        Files.writeString(config.resolve("county-roles.yaml"), lines);
    }

    /** A schema with its two roles, its tables and its rights. */
    private void prepare(String role) throws Exception {
        DeployPage.COUNTY.execute(url, names(role, PROVINCE));
        Said made = as(role + "_owner").type("history", "--db", url);
        assertThat(made.code()).as(made.text()).isZero();
        DeployPage.RIGHTS.execute(url, role + "_owner", DeployPage.PASSWORD, names(role, PROVINCE));
    }

    private static Map<String, String> names(String county, String province) {
        return Map.of("bankscore", DATABASE, "dexing", county, PROVINCE, province);
    }

    private CommandsInProcess as(String login) {
        return new CommandsInProcess(folder.resolve("output"), DeployPage.as(login));
    }

    private String[] words(String... typed) {
        List<String> words = new ArrayList<>(List.of(typed));
        words.addAll(List.of("--counties", folders.folder().toString(), "--config", config.toString(), "--db", url));
        return words.toArray(String[]::new);
    }

    private Said province(String... more) {
        List<String> words = new ArrayList<>(List.of("province", PERIOD));
        words.addAll(more.length == 0 ? List.of("--local", "2") : List.of(more));
        return as(PROVINCE).type(words(words.toArray(String[]::new)));
    }

    private List<String> texts(String sql) {
        return all.sql(sql).query(String.class).list();
    }

    private int count(String table) {
        return all.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }

    private void refused(String login, String first, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, login, DeployPage.PASSWORD);
                Statement one = connection.createStatement()) {
            if (!first.isEmpty()) {
                one.execute(first);
            }
            assertThatThrownBy(() -> one.execute(statement))
                    .as(login + " " + first + ": " + statement)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
        }
    }
}

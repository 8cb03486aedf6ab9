package bankscore.province.remote;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.Program;
import bankscore.machine.FolderCopy;
import bankscore.machine.ProgramProcess.Ended;
import bankscore.machine.ProgramProcess.Started;
import bankscore.store.DeployPage;
import bankscore.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Workers that act as the role of each county that they take. */
@Tag("attack")
class RolesSharedOutTest {

    private static final String DATABASE = "workers_with_roles";
    private static final List<String> ROLES = List.of("xinzhou", "guangfeng", "yushan", "hengfeng");

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_county_of_a_worker_that_is_killed_is_done_by_another_in_its_own_schema() throws Exception {
        String server = TestDatabase.POSTGRESQL.url(folder).orElseThrow().replaceAll("[^/]+$", "");
        String url = server + DATABASE;
        DeployPage.DATABASE.execute(server + "postgres", names("", ""));
        prepare(url, "gan");
        Path config = folder.resolve("config");
        FolderCopy.of(Path.of("config"), config);
        StringBuilder roles = new StringBuilder();
        for (int number = 1; number <= ROLES.size(); number++) {
            String role = ROLES.get(number - 1);
            prepare(url, role);
            DeployPage.PROVINCE.execute(url, names(role, "gan"));
            roles.append(Machines.county(number)).append(": ").append(role).append('\n');
        }
        Files.writeString(config.resolve("county-roles.yaml"), roles);
        JdbcClient all = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
        try (Machines machines = Machines.on(folder, url).as(DeployPage.as("gan"))) {
            machines.counties(ROLES.size());
            Started first = machines.worker(1);
            Started manager = machines.manager("--config", config.toString());
            Machines.until(() -> states(all, "PUBLISHED") > 0 && states(all, "RUNNING") > 0);
            String running = all.sql("SELECT county FROM gan.province_county WHERE state = 'RUNNING'")
                    .query(String.class)
                    .single();

            Machines.kill(first);
            machines.worker(2);
            Ended ended = manager.ended();

            assertThat(ended.code()).as(ended.said()).isZero();
            assertThat(all.sql("SELECT DISTINCT worker FROM gan.province_county WHERE county = ?")
                            .param(running)
                            .query(String.class)
                            .single())
                    .doesNotEndWith(" " + first.process().pid());
            machines.assertBytesAsAlone(ROLES.size());
            for (int number = 1; number <= ROLES.size(); number++) {
                String schema = ROLES.get(number - 1) + ".";
                assertThat(all.sql("SELECT jurisdiction || ' ' || outcome FROM " + schema + "history"
                                        + " WHERE outcome = 'published'")
                                .query(String.class)
                                .list())
                        .containsExactly(Machines.county(number) + " published");
                assertThat(all.sql("SELECT DISTINCT jurisdiction FROM " + schema + "published_file")
                                .query(String.class)
                                .list())
                        .containsExactly(Machines.county(number));
            }
            assertThat(all.sql("SELECT COUNT(*) FROM gan.revision")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(all.sql("SELECT COUNT(*) FROM gan.int_channel_message")
                            .query(Integer.class)
                            .single())
                    .isZero();

            Ended status =
                    machines.manager("--config", config.toString(), "--status").ended();
            assertThat(status.said()).contains("已完成 4/4 个县");
            assertThat(Files.readString(folder.resolve("output/上饶市")
                            .resolve(Machines.PERIOD)
                            .resolve("r1/report.html")))
                    .contains("共 4 个县，其中 4 个已发布结果。");
        }
    }

    private static int states(JdbcClient all, String state) {
        return all.sql("SELECT COUNT(*) FROM gan.province_county WHERE state = ?")
                .param(state)
                .query(Integer.class)
                .single();
    }

    /** A schema with its two roles, its tables and its rights. */
    private void prepare(String url, String role) throws Exception {
        DeployPage.COUNTY.execute(url, names(role, ""));
        try (Program owner = new Program(
                Path.of("input"), folder.resolve("owner"), Optional.of(url), DeployPage.as(role + "_owner"))) {
            assertThat(owner.engine().hasRoles()).isTrue();
        }
        DeployPage.RIGHTS.execute(url, role + "_owner", DeployPage.PASSWORD, names(role, ""));
    }

    private static Map<String, String> names(String county, String province) {
        return Map.of("bankscore", DATABASE, "dexing", county, "jiangxi", province);
    }
}

package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.SmallQuarter;
import bankscore.exact.Period;
import bankscore.machine.FolderCopy;
import bankscore.machine.ProgramProcess;
import bankscore.machine.ProgramProcess.Ended;
import bankscore.machine.ProgramProcess.Started;
import bankscore.machine.Waiting;
import bankscore.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk whose database lies on a PostgreSQL server, beside whoever else works there. */
@Tag("attack")
class SharedDeskTest {

    private static final String PERIOD = "2022Q4";

    @TempDir
    Path folder = Path.of("");

    private final List<Started> processes = new ArrayList<>();
    private Path output = Path.of("");
    private String url = "";

    @BeforeEach
    void begin() throws Exception {
        output = Files.createDirectories(folder.resolve("output"));
        url = TestDatabase.POSTGRESQL.url(output).orElseThrow();
    }

    @AfterEach
    void end() {
        processes.forEach(each -> each.process().destroyForcibly());
    }

    private Started start(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--db", url));
        Started started =
                ProgramProcess.ofThisBuild().in(TestDatabase.credentials()).start(all);
        processes.add(started);
        return started;
    }

    @Test
    void what_the_desk_publishes_there_the_command_line_verifies() throws Exception {
        new SmallQuarter(new Period(2022, 4)).write(folder.resolve("input"));
        try (OpenDesk desk = OpenDesk.shared(folder, url, TestDatabase.credentials())) {
            desk.send("period/2022Q4", "period/2022Q4/run?rule=shangrao");
            assertThat(desk.get("period/2022Q4/progress?rule=shangrao").body()).contains("event:end");
            assertThat(desk.get("period/2022Q4").body()).contains("已生成第 1 版结果。");

            Ended verified =
                    start("verify", PERIOD, "--output", output.toString()).ended();
            assertThat(verified.code()).as(verified.said()).isZero();
            assertThat(desk.get("history").body()).contains("核对一致");
        }
        assertThat(output.resolve("bankscore.mv.db")).doesNotExist();
    }

    /** Nobody has the database for himself: all is to be seen at any time, and by whom it is done. */
    @Test
    void while_workers_go_on_the_page_names_each_county_and_each_worker() throws Exception {
        for (String county : List.of("县1", "县2")) {
            FolderCopy.of(
                    Path.of("input", PERIOD),
                    folder.resolve("counties").resolve(county).resolve("input").resolve(PERIOD));
        }
        try (OpenDesk desk = OpenDesk.shared(folder, url, TestDatabase.credentials())) {
            Started manager = start(
                    "province",
                    PERIOD,
                    "--counties",
                    folder.resolve("counties").toString(),
                    "--output",
                    output.toString());
            Waiting.until("the list of counties", () -> page(desk).contains("等待 2"));
            assertThat(page(desk))
                    .contains("已完成 0/2 个县", "hx-trigger=\"every 2s\"")
                    .doesNotContain("干活的电脑");

            Started worker =
                    start("worker", "--output", folder.resolve("worker").toString());
            Waiting.until("a county that is worked on", () -> page(desk).contains("；正在处理 县"));
            String named = worker.process().pid() + "</bdi>";
            assertThat(page(desk)).contains("干活的电脑", "正在处理", named);
            Ended ended = manager.ended();

            assertThat(ended.code()).as(ended.said()).isZero();
            assertThat(page(desk)).contains("已完成 2/2 个县：已发布 2", "等待任务", named).doesNotContain("hx-trigger");
        }
    }

    private static String page(OpenDesk desk) throws Exception {
        return desk.get("province/" + PERIOD).body();
    }
}

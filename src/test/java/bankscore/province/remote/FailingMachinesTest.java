package bankscore.province.remote;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.Program;
import bankscore.machine.ProgramProcess.Ended;
import bankscore.machine.ProgramProcess.Started;
import bankscore.store.OwnServer;
import bankscore.store.ServerGate;
import bankscore.store.TestDatabase;
import bankscore.store.province.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may happen to the machines of a province: each county is published once in the end, byte for byte as alone. */
@Tag("attack")
class FailingMachinesTest {

    /** Where a worker is when it is killed: before it writes a row. */
    enum WorkerPhase {
        /** It has taken a message, and nothing is noted. */
        TAKEN("province_county", "UPDATE", "NEW.state = 'RUNNING'"),
        TAKE("batch_step_execution", "INSERT", "NEW.step_name = 'take'"),
        RECOGNISE("staged_bank", "INSERT", "TRUE"),
        STAGE("staged_figure", "INSERT", "TRUE"),
        JUDGE("bank_score", "INSERT", "TRUE"),
        /** The papers are written, nothing is noted. */
        PUBLISH_BEFORE("revision", "INSERT", "TRUE"),
        /** Everything is noted and nothing committed. */
        PUBLISH_WITHIN("history", "INSERT", "NEW.outcome = 'published'"),
        /** The folder is in place. */
        PUBLISH_AFTER("batch_step_execution", "UPDATE", "NEW.step_name = 'publish' AND NEW.status = 'COMPLETED'"),
        /** The county is published, and the province does not know. */
        PUBLISHED("province_county", "UPDATE", "NEW.state IN ('PUBLISHED', 'NOTHING_NEW')"),
        /** The county's row says so, its partition and its message do not. */
        TOLD("batch_step_execution", "UPDATE", "NEW.step_name LIKE 'county:%' AND NEW.status = 'COMPLETED'"),
        /** The partition says so, too; the message is given back. */
        ENDED("worker", "UPDATE", "NEW.county = '' AND OLD.county <> ''");

        private final String table;
        private final String event;
        private final String when;

        WorkerPhase(String table, String event, String when) {
            this.table = table;
            this.event = event;
            this.when = when;
        }
    }

    /** Where the manager is when it is killed. */
    enum ManagerPhase {
        LISTS("province_county", "INSERT", "TRUE"),
        SHARES("shared_file", "INSERT", "NEW.county <> ''"),
        STARTS("batch_step_execution", "INSERT", "NEW.step_name LIKE 'county:%'"),
        SENDS("int_channel_message", "INSERT", "TRUE"),
        /** Its counties are done, and the step that waited for them is about to end. */
        HAS_WAITED("batch_step_execution", "UPDATE", "NEW.step_name = 'counties' AND NEW.status = 'COMPLETED'"),
        REPORTS("history", "INSERT", "NEW.outcome = 'reported'"),
        ENDS("batch_job_execution", "UPDATE", "NEW.status = 'COMPLETED'");

        private final String table;
        private final String event;
        private final String when;

        ManagerPhase(String table, String event, String when) {
            this.table = table;
            this.event = event;
            this.when = when;
        }
    }

    @TempDir
    Path folder = Path.of("");

    private Machines machines = Machines.on(folder, "");

    @BeforeEach
    void begin() throws IOException {
        Path output = Files.createDirectories(folder.resolve("output"));
        machines = Machines.on(folder, TestDatabase.POSTGRESQL.url(output).orElseThrow());
    }

    @AfterEach
    void end() {
        machines.close();
    }

    @Test
    void a_frozen_worker_is_named_and_its_county_is_free_once_its_sessions_are_ended() throws Exception {
        machines.counties(4);
        Started frozen = machines.worker(1);
        Started manager = machines.manager();
        String pid = Long.toString(frozen.process().pid());
        try (Program program = machines.program()) {
            DataSource source = program.engine().dataSource();
            Machines.until(() -> Machines.counties(program, "PUBLISHED") > 0);
            freezeInACounty(program, frozen);
            machines.worker(2);
            Machines.until(() -> Machines.counties(program, "PUBLISHED") == 3);
            assertThat(machines.manager("--status").ended().said())
                    .contains("bankscore " + pid)
                    .doesNotContain("没有消息");

            JdbcClient client = JdbcClient.create(source);
            client.sql("UPDATE worker SET heard = heard - 599000 - 60000 WHERE name LIKE ?")
                    .param("bankscore " + pid + " %")
                    .update();
            Ended status = machines.manager("--status").ended();
            assertThat(status.said()).contains("bankscore " + pid, "分钟没有消息，县", "还在它手上");
            String remedy = status.said()
                    .lines()
                    .filter(line -> line.contains("pg_terminate_backend"))
                    .findFirst()
                    .orElseThrow()
                    .strip();
            assertThat(client.sql(remedy.replace(";", "")).query(Boolean.class).list())
                    .isNotEmpty()
                    .containsOnly(true);

            Ended ended = manager.ended();
            assertThat(ended.code()).as(ended.said()).isZero();
            List<String> before = states(client);

            Machines.signal(frozen, "CONT");
            Workers workers = new Workers(source);
            Machines.until(() -> workers.all().stream()
                    .anyMatch(each -> each.name().startsWith("bankscore " + pid + " ")
                            && each.county().isEmpty()
                            && each.silence().compareTo(Duration.ofMinutes(1)) < 0));
            assertThat(frozen.process().isAlive()).isTrue();
            assertThat(states(client)).isEqualTo(before);
        }
        machines.assertAllAsAlone(4);
    }

    private static List<String> states(JdbcClient client) {
        return client.sql("SELECT county || ' ' || state || ' ' || worker || ' ' || since FROM province_county"
                        + " ORDER BY position")
                .query(String.class)
                .list();
    }

    /** Between two counties it would hold none. */
    private static void freezeInACounty(Program program, Started worker) throws Exception {
        while (true) {
            Machines.until(() -> Machines.counties(program, "RUNNING") > 0);
            Machines.signal(worker, "STOP");
            String asking =
                    "SELECT COUNT(*) FROM pg_stat_activity WHERE state = 'active' AND application_name LIKE 'bankscore "
                            + worker.process().pid() + " %'";
            Machines.until(() -> Machines.count(program, asking) == 0);
            if (Machines.counties(program, "RUNNING") > 0) {
                return;
            }
            Machines.signal(worker, "CONT");
        }
    }

    /** Whoever waits for a connection waits half a minute for it: the longer one is longer than that. */
    @ParameterizedTest
    @ValueSource(ints = {10, 40})
    @Tag("long")
    void a_server_that_is_stopped_hard_costs_no_county(int seconds) throws Exception {
        try (OwnServer server = OwnServer.start(folder.resolve("server"));
                Machines own = Machines.on(folder, server.url())) {
            own.counties(6);
            List<Started> workers = List.of(own.worker(1), own.worker(2));
            Started manager = own.manager();
            int done;
            try (Program program = own.program()) {
                Machines.until(() -> Machines.counties(program, "PUBLISHED") > 0);
                Machines.until(() -> Machines.counties(program, "RUNNING") > 0);
                done = Machines.counties(program, "PUBLISHED");
                server.stopHard();
            }
            TimeUnit.SECONDS.sleep(seconds);
            server.startAgain();

            assertThat(done).isBetween(1, 5);
            Ended first = manager.ended();
            assertThat(first.hasTrace()).as(first.said()).isFalse();
            assertThat(first.code()).as(first.said()).isIn(0, 6);
            if (first.code() == 6) {
                assertThat(first.said()).contains("数据库断开了。已经发布的县不受影响");
                Ended second = own.manager().ended();
                assertThat(second.code()).as(second.said()).isZero();
                assertThat(second.said()).contains("上次运行中途停止，已自动恢复。", "已完成 6/6 个县");
            }
            assertThat(workers).allMatch(each -> each.process().isAlive());
            own.assertAllAsAlone(6);
        }
    }

    /** Forty counties, three workers, each of which is killed once and another started, and the manager in the middle. */
    @Test
    @Tag("long")
    void forty_counties_and_workers_that_are_killed_now_and_then() throws Exception {
        machines.counties(40);
        Started manager = machines.manager();
        List<Started> workers = new ArrayList<>(List.of(machines.worker(1), machines.worker(2), machines.worker(3)));
        try (Program program = machines.program()) {
            for (int done : new int[] {5, 12, 20, 30}) {
                Machines.until(() -> Machines.counties(program, "PUBLISHED") >= done);
                Machines.kill(workers.remove(0));
                if (done == 20) {
                    Machines.kill(manager);
                    manager = machines.manager();
                }
                workers.add(machines.worker(done));
            }
        }

        Ended ended = manager.ended();

        assertThat(ended.code()).as(ended.said()).isZero();
        machines.assertAllAsAlone(40);
    }

    /** Forty counties, three workers; a worker is killed in each phase of its work, and the manager in each of its own. */
    @Test
    @Tag("long")
    void forty_counties_and_a_worker_killed_in_each_phase_and_the_manager_in_each() throws Exception {
        machines.counties(40);
        List<Started> workers = new ArrayList<>(List.of(machines.worker(1), machines.worker(2), machines.worker(3)));
        try (Program program = machines.program()) {
            DataSource source = program.engine().dataSource();
            for (ManagerPhase phase :
                    List.of(ManagerPhase.LISTS, ManagerPhase.SHARES, ManagerPhase.STARTS, ManagerPhase.SENDS)) {
                killManager(source, phase);
            }
            Started manager = machines.manager();
            int number = 10;
            for (WorkerPhase phase : WorkerPhase.values()) {
                try (ServerGate gate = ServerGate.before(source, phase.event + " ON " + phase.table, phase.when)) {
                    Machines.until(gate::isReached);
                    String who = gate.who().orElseThrow();
                    Started standing = workers.stream()
                            .filter(each ->
                                    who.startsWith("bankscore " + each.process().pid() + " "))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(phase + " " + who));
                    Machines.kill(standing);
                    workers.remove(standing);
                    gate.remove(phase.table);
                }
                if (phase == WorkerPhase.JUDGE) {
                    // While it waits.
                    Machines.kill(manager);
                    manager = machines.manager();
                }
                workers.add(machines.worker(number++));
            }
            assertThat(Machines.counties(program, "WAITING"))
                    .as("it was in the middle")
                    .isPositive();
            for (int waiting = 20; waiting >= 0; waiting -= 5) {
                int most = waiting;
                Machines.until(() -> Machines.counties(program, "WAITING") <= most);
            }
            Machines.kill(manager);
            for (ManagerPhase phase : List.of(ManagerPhase.HAS_WAITED, ManagerPhase.REPORTS, ManagerPhase.ENDS)) {
                killManager(source, phase);
            }
        }
        killWhileItWritesFolders();

        Ended ended = machines.manager().ended();

        assertThat(ended.code()).as(ended.said()).isZero();
        machines.assertAllAsAlone(40);
    }

    private void killManager(DataSource source, ManagerPhase phase) throws Exception {
        try (ServerGate gate = ServerGate.before(source, phase.event + " ON " + phase.table, phase.when)) {
            Started manager = machines.manager();
            Machines.until(gate::isReached);
            assertThat(gate.who().orElseThrow())
                    .as("%s", phase)
                    .startsWith("bankscore " + manager.process().pid() + " ");
            Machines.kill(manager);
            gate.remove(phase.table);
        }
    }

    private void killWhileItWritesFolders() throws Exception {
        Started manager = machines.manager();
        Machines.until(() -> Files.isDirectory(machines.results(1).resolve("r1")));
        Machines.kill(manager);
        assertThat(machines.results(9).resolve("r1")).as("the last by name").doesNotExist();
    }
}

package bankscore.province.remote;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.Program;
import bankscore.front.Known;
import bankscore.front.ProgramVersion;
import bankscore.machine.FolderCopy;
import bankscore.machine.ProgramProcess.Ended;
import bankscore.machine.ProgramProcess.Started;
import bankscore.office.Holder;
import bankscore.run.Engine;
import bankscore.run.request.Installation;
import bankscore.store.TestDatabase;
import bankscore.store.database.Database;
import bankscore.store.province.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager and workers, each a process of its own with folders of its own, on one PostgreSQL server. */
@Tag("attack")
class SharedOutTest {

    private static final String PERIOD = Machines.PERIOD;

    @TempDir
    Path folder = Path.of("");

    private Machines machines = Machines.on(folder, "");
    private Path output = Path.of("");
    private String url = "";

    @BeforeEach
    void begin() throws IOException {
        output = Files.createDirectories(folder.resolve("output"));
        url = TestDatabase.POSTGRESQL.url(output).orElseThrow();
        machines = Machines.on(folder, url);
    }

    @AfterEach
    void end() {
        machines.close();
    }

    @Test
    void workers_that_share_no_disk_publish_what_each_county_publishes_alone() throws Exception {
        machines.counties(6);
        Path sent = folder.resolve("counties/县3/input").resolve(PERIOD);
        Path aside = Files.move(sent, folder.resolve("aside"));
        Files.createDirectories(sent);
        machines.worker(1);
        machines.worker(2);

        Ended first = machines.manager().ended();

        assertThat(first.code()).as(first.said()).isEqualTo(3);
        assertThat(first.said()).contains("已发布 5，没有变化 0，有错误 1，失败 0", "县3：有必须改正的问题");
        assertThat(output.resolve("县3").resolve(PERIOD).resolve("findings")).isDirectory();
        assertThat(folder.resolve("worker1/县1")).doesNotExist();

        Files.delete(sent);
        Files.move(aside, sent);
        Ended second = machines.manager().ended();

        assertThat(second.code()).as(second.said()).isZero();
        assertThat(second.said()).contains("已发布 1，没有变化 5，有错误 0，失败 0");
        machines.assertAllAsAlone(6);
        try (Program program = machines.program()) {
            // At once, and not when its heart beats next.
            Workers workers = new Workers(program.engine().dataSource());
            Machines.until(() ->
                    workers.all().stream().allMatch(worker -> worker.county().isEmpty()));
            assertThat(workers.all()).hasSize(2);
        }
        machines.started().forEach(each -> each.process().destroy());
        for (Started each : machines.started()) {
            each.ended();
        }
        try (Program program = machines.program()) {
            assertThat(new Workers(program.engine().dataSource()).all())
                    .as("who is told to end takes leave")
                    .isEmpty();
            assertThat(Machines.count(program, "SELECT COUNT(*) FROM int_channel_message"))
                    .isZero();
        }
    }

    @Test
    void the_county_of_a_worker_that_is_killed_is_taken_by_another_and_none_is_published_twice() throws Exception {
        machines.counties(6);
        Started first = machines.worker(1);
        Started manager = machines.manager();
        try (Program program = machines.program()) {
            Machines.until(() -> Machines.counties(program, "PUBLISHED") > 0);
            Machines.until(() -> Machines.counties(program, "RUNNING") > 0);
        }

        first.process().destroyForcibly().waitFor();
        machines.worker(2);
        Ended ended = manager.ended();

        assertThat(ended.code()).as(ended.said()).isZero();
        machines.assertAllAsAlone(6);
    }

    /** As by Ctrl-C: what it has begun it brings to its end, and begins nothing else. */
    @Test
    void a_worker_that_is_told_to_end_first_does_the_county_that_it_is_at() throws Exception {
        machines.counties(6);
        Started first = machines.worker(1);
        Started manager = machines.manager();
        try (Program program = machines.program()) {
            Machines.until(() -> Machines.counties(program, "RUNNING") > 0);

            first.process().destroy();
            Ended told = first.ended();

            assertThat(Machines.counties(program, "RUNNING")).as(told.said()).isZero();
            assertThat(Machines.counties(program, "PUBLISHED")).as(told.said()).isBetween(1, 5);
        }

        machines.worker(2);
        Ended ended = manager.ended();

        assertThat(ended.code()).as(ended.said()).isZero();
        machines.assertAllAsAlone(6);
    }

    @Test
    void a_manager_that_is_killed_is_gone_on_with_while_its_workers_live() throws Exception {
        machines.counties(6);
        Started first = machines.manager();
        try (Program program = machines.program()) {
            Machines.until(() -> Machines.count(program, "SELECT COUNT(*) FROM int_channel_message") == 6);
            machines.worker(1);
            Machines.until(() -> Machines.counties(program, "PUBLISHED") > 1);
        }
        first.process().destroyForcibly().waitFor();

        Ended second = machines.manager().ended();

        assertThat(second.code()).as(second.said()).isZero();
        assertThat(second.said()).contains("已自动恢复");
        machines.assertAllAsAlone(6);
    }

    @Test
    void on_a_disk_that_is_shared_the_database_has_the_digests_alone() throws Exception {
        machines.counties(2);
        Started manager = machines.manager("--by-path");
        try (Program program = machines.program()) {
            Machines.until(() -> Machines.count(program, "SELECT COUNT(*) FROM int_channel_message") == 2);
            assertThat(Machines.count(program, "SELECT COUNT(*) FROM shared_content"))
                    .isZero();
            assertThat(Machines.count(program, "SELECT COUNT(*) FROM shared_file WHERE county = '县2'"))
                    .isPositive();
        }
        // What has changed since is not taken for what lay there.
        Path late = machines.sent(2).resolve("后来.txt");
        Path first;
        try (Stream<Path> files = Files.walk(machines.sent(2))) {
            first = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
        byte[] sent = Files.readAllBytes(first);
        Files.writeString(late, "not listed, and not read");
        Files.writeString(first, "another");
        machines.worker(1);

        Ended ended = manager.ended();
        assertThat(ended.code()).as(ended.said()).isEqualTo(1);
        assertThat(ended.said()).contains("县2：试了三次都失败，没有发布。", "not what was shared: input/2022Q4/");
        assertThat(machines.results(1).resolve("r1")).isDirectory();

        Files.write(first, sent);
        Files.delete(late);
        Ended again = machines.manager("--by-path").ended();
        assertThat(again.code()).as(again.said()).isZero();
        machines.assertAllAsAlone(2);
    }

    @Test
    void by_path_is_for_workers_alone() throws Exception {
        machines.counties(1);
        Ended local = machines.manager("--by-path", "--local", "1").ended();
        assertThat(local.code()).isEqualTo(2);
        assertThat(local.said()).contains("--by-path 只用于把县分给几台电脑做");
    }

    /** A machine that is gone without a word is noticed in a minute; left to the system it would take hours. */
    @Test
    void the_server_asks_silent_lines_whether_they_live() throws Exception {
        try (Program program = machines.program();
                Database messages =
                        Engine.connections(url, TestDatabase.credentials(), Holder.of(Program.caller("worker")))) {
            for (DataSource each : List.of(program.engine().dataSource(), messages.source())) {
                JdbcClient client = JdbcClient.create(each);
                assertThat(List.of("idle", "interval", "count").stream()
                                .map(what -> client.sql("SHOW tcp_keepalives_" + what)
                                        .query(String.class)
                                        .single()))
                        .containsExactly("30", "10", "3");
            }
        }
    }

    @Test
    void a_message_that_comes_twice_is_done_once() throws Exception {
        machines.counties(2);
        Started manager = machines.manager();
        try (Program program = machines.program()) {
            Machines.until(() -> Machines.count(program, "SELECT COUNT(*) FROM int_channel_message") == 2);
            JdbcClient.create(program.engine().dataSource())
                    .sql(
                            "INSERT INTO int_channel_message (message_id, group_key, created_date, message_content, region)"
                                    + " SELECT gen_random_uuid()::text, group_key, created_date + 100000, message_content, region"
                                    + " FROM int_channel_message")
                    .update();

            assertThat(inProcess(program.engine(), ProgramVersion.read())).isEqualTo(Worker.End.DONE);

            assertThat(Machines.count(program, "SELECT COUNT(*) FROM int_channel_message"))
                    .isZero();
        }
        assertThat(manager.ended().code()).isZero();
        machines.assertAllAsAlone(2);
    }

    @Test
    void a_worker_of_another_version_takes_no_county() throws Exception {
        machines.counties(2);
        Started manager = machines.manager();
        try (Program program = machines.program()) {
            Machines.until(() -> Machines.count(program, "SELECT COUNT(*) FROM int_channel_message") == 2);

            assertThat(inProcess(program.engine(), "0.0")).isEqualTo(Worker.End.OTHER_VERSION);

            assertThat(Machines.count(program, "SELECT COUNT(*) FROM int_channel_message"))
                    .isEqualTo(2);
            assertThat(Machines.count(program, "SELECT COUNT(*) FROM province_county WHERE state <> 'WAITING'"))
                    .isZero();
        }
        machines.worker(1);
        assertThat(manager.ended().code()).isZero();
    }

    @Test
    void what_is_not_a_message_of_ours_is_not_made_into_an_object() throws Exception {
        machines.counties(1);
        Started manager = machines.manager();
        try (Program program = machines.program()) {
            Machines.until(() -> Machines.count(program, "SELECT COUNT(*) FROM int_channel_message") == 1);
            byte[] other = org.springframework.util.SerializationUtils.serialize(
                    new org.springframework.messaging.support.GenericMessage<>(new java.io.File("/tmp")));
            JdbcClient client = JdbcClient.create(program.engine().dataSource());
            byte[] sent = client.sql("SELECT message_content FROM int_channel_message")
                    .query((row, number) -> row.getBytes(1))
                    .single();
            client.sql("UPDATE int_channel_message SET message_content = ?")
                    .param(other)
                    .update();
            Started worker = machines.worker(1);
            // It has met the message, more than once, and lives.
            Machines.until(() -> machines.times(1, "a message comes again") > 1);
            assertThat(worker.process().isAlive()).isTrue();
            assertThat(machines.times(1, "java.io.File")).isPositive();
            assertThat(Machines.count(program, "SELECT COUNT(*) FROM province_county WHERE state <> 'WAITING'"))
                    .isZero();

            client.sql("UPDATE int_channel_message SET message_content = ?")
                    .param(sent)
                    .update();
        }
        assertThat(manager.ended().code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // another byte of what offices sent, which leads to no other number
                "UPDATE shared_content SET content = content || '\\x20'::bytea"
                        + " WHERE digest IN (SELECT digest FROM shared_file WHERE county = '县2')",
                "DELETE FROM shared_content WHERE digest IN (SELECT digest FROM shared_file WHERE county = '县2')",
                // a file that would lie elsewhere
                "UPDATE shared_file SET path = '../../' || path WHERE county = '县2'"
            })
    void what_was_changed_on_its_way_to_a_worker_fails_the_county(String edit) throws Exception {
        machines.counties(1);
        Path other = folder.resolve("counties/县2/input").resolve(PERIOD);
        FolderCopy.of(Path.of("input", PERIOD), other);
        Files.writeString(other.resolve("另一份说明.txt"), "only here");
        Started manager = machines.manager();
        try (Program program = machines.program()) {
            Machines.until(() -> Machines.count(program, "SELECT COUNT(*) FROM int_channel_message") == 2);
            JdbcClient.create(program.engine().dataSource())
                    .sql(edit.replace(
                            "county = '县2'",
                            "county = '县2' AND digest NOT IN (SELECT digest FROM shared_file"
                                    + " WHERE county <> '县2')"))
                    .update();

            assertThat(inProcess(program.engine(), ProgramVersion.read())).isEqualTo(Worker.End.DONE);

            assertThat(Machines.counties(program, "FAILED")).isOne();
        }
        Ended ended = manager.ended();
        assertThat(ended.code()).as(ended.said()).isEqualTo(1);
        assertThat(ended.said()).contains("县2");
        assertThat(output.resolve("县2").resolve(PERIOD).resolve("r1")).doesNotExist();
        assertThat(output.resolve("县1").resolve(PERIOD).resolve("r1")).isDirectory();
    }

    private Worker.End inProcess(Engine engine, String version) throws InterruptedException {
        Installation installation = Installation.of(Program.CLOCK, version);
        try (Worker worker = new Worker(
                engine,
                Known.APPLICATIONS,
                installation,
                Engine.connections(url, TestDatabase.credentials(), Holder.of(Program.caller("worker"))),
                folder.resolve("in-process"),
                Program.caller("worker"))) {
            return worker.work(true, () -> false);
        }
    }
}

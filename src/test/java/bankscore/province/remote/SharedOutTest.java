package bankscore.province.remote;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.Program;
import bankscore.front.Known;
import bankscore.front.ProgramVersion;
import bankscore.machine.FolderCopy;
import bankscore.machine.ProgramProcess;
import bankscore.machine.ProgramProcess.Ended;
import bankscore.machine.ProgramProcess.Started;
import bankscore.office.Holder;
import bankscore.run.Engine;
import bankscore.run.request.Installation;
import bankscore.store.TestDatabase;
import bankscore.store.province.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager and workers, each a process of its own with folders of its own, on one PostgreSQL server. */
class SharedOutTest {

    private static final String PERIOD = "2022Q4";
    private static final long MOST_MILLIS = 240_000;

    @TempDir
    Path folder = Path.of("");

    private final List<Started> started = new ArrayList<>();
    private Path output = Path.of("");
    private String url = "";

    @BeforeEach
    void begin() throws IOException {
        output = Files.createDirectories(folder.resolve("output"));
        url = TestDatabase.POSTGRESQL.url(output).orElseThrow();
    }

    @AfterEach
    void end() {
        started.forEach(each -> each.process().destroyForcibly());
    }

    @Test
    void workers_that_share_no_disk_publish_what_each_county_publishes_alone() throws Exception {
        counties(6);
        Path sent = folder.resolve("counties/县3/input").resolve(PERIOD);
        Path aside = Files.move(sent, folder.resolve("aside"));
        Files.createDirectories(sent);
        worker(1);
        worker(2);

        Ended first = manager().ended();

        assertThat(first.code()).as(first.said()).isEqualTo(3);
        assertThat(first.said()).contains("已发布 5，没有变化 0，有错误 1，失败 0", "县3：有必须改正的问题");
        assertThat(output.resolve("县3").resolve(PERIOD).resolve("findings")).isDirectory();
        assertThat(folder.resolve("worker1/县1")).doesNotExist();

        Files.delete(sent);
        Files.move(aside, sent);
        Ended second = manager().ended();

        assertThat(second.code()).as(second.said()).isZero();
        assertThat(second.said()).contains("已发布 1，没有变化 5，有错误 0，失败 0");
        assertAllAsAlone(6);
        try (Program program = program()) {
            // At once, and not when its heart beats next.
            Workers workers = new Workers(program.engine().dataSource());
            until(() ->
                    workers.all().stream().allMatch(worker -> worker.county().isEmpty()));
            assertThat(workers.all()).hasSize(2);
        }
        started.forEach(each -> each.process().destroy());
        for (Started each : started) {
            each.ended();
        }
        try (Program program = program()) {
            assertThat(new Workers(program.engine().dataSource()).all())
                    .as("who is told to end takes leave")
                    .isEmpty();
            assertThat(count(program, "SELECT COUNT(*) FROM int_channel_message"))
                    .isZero();
        }
    }

    @Test
    @Tag("attack")
    void the_county_of_a_worker_that_is_killed_is_taken_by_another_and_none_is_published_twice() throws Exception {
        counties(6);
        Started first = worker(1);
        Started manager = manager();
        try (Program program = program()) {
            until(() -> count(program, "SELECT COUNT(*) FROM province_county WHERE state = 'PUBLISHED'") > 0);
            until(() -> count(program, "SELECT COUNT(*) FROM province_county WHERE state = 'RUNNING'") > 0);
        }

        first.process().destroyForcibly().waitFor();
        worker(2);
        Ended ended = manager.ended();

        assertThat(ended.code()).as(ended.said()).isZero();
        assertAllAsAlone(6);
    }

    @Test
    @Tag("attack")
    void a_manager_that_is_killed_is_gone_on_with_while_its_workers_live() throws Exception {
        counties(6);
        Started first = manager();
        try (Program program = program()) {
            until(() -> count(program, "SELECT COUNT(*) FROM int_channel_message") == 6);
            worker(1);
            until(() -> count(program, "SELECT COUNT(*) FROM province_county WHERE state = 'PUBLISHED'") > 1);
        }
        first.process().destroyForcibly().waitFor();

        Ended second = manager().ended();

        assertThat(second.code()).as(second.said()).isZero();
        assertThat(second.said()).contains("已自动恢复");
        assertAllAsAlone(6);
    }

    @Test
    void a_message_that_comes_twice_is_done_once() throws Exception {
        counties(2);
        Started manager = manager();
        try (Program program = program()) {
            until(() -> count(program, "SELECT COUNT(*) FROM int_channel_message") == 2);
            JdbcClient.create(program.engine().dataSource())
                    .sql(
                            "INSERT INTO int_channel_message (message_id, group_key, created_date, message_content, region)"
                                    + " SELECT gen_random_uuid()::text, group_key, created_date + 100000, message_content, region"
                                    + " FROM int_channel_message")
                    .update();

            assertThat(inProcess(program.engine(), ProgramVersion.read())).isEqualTo(Worker.End.DONE);

            assertThat(count(program, "SELECT COUNT(*) FROM int_channel_message"))
                    .isZero();
        }
        assertThat(manager.ended().code()).isZero();
        assertAllAsAlone(2);
    }

    @Test
    void a_worker_of_another_version_takes_no_county() throws Exception {
        counties(2);
        Started manager = manager();
        try (Program program = program()) {
            until(() -> count(program, "SELECT COUNT(*) FROM int_channel_message") == 2);

            assertThat(inProcess(program.engine(), "0.0")).isEqualTo(Worker.End.OTHER_VERSION);

            assertThat(count(program, "SELECT COUNT(*) FROM int_channel_message"))
                    .isEqualTo(2);
            assertThat(count(program, "SELECT COUNT(*) FROM province_county WHERE state <> 'WAITING'"))
                    .isZero();
        }
        worker(1);
        assertThat(manager.ended().code()).isZero();
    }

    @Test
    @Tag("attack")
    void what_is_not_a_message_of_ours_is_not_made_into_an_object() throws Exception {
        counties(1);
        Started manager = manager();
        try (Program program = program()) {
            until(() -> count(program, "SELECT COUNT(*) FROM int_channel_message") == 1);
            byte[] other = org.springframework.util.SerializationUtils.serialize(
                    new org.springframework.messaging.support.GenericMessage<>(new java.io.File("/tmp")));
            JdbcClient client = JdbcClient.create(program.engine().dataSource());
            byte[] sent = client.sql("SELECT message_content FROM int_channel_message")
                    .query((row, number) -> row.getBytes(1))
                    .single();
            client.sql("UPDATE int_channel_message SET message_content = ?")
                    .param(other)
                    .update();
            Started worker = worker(1);
            // It has met the message, more than once, and lives.
            until(() -> times(folder.resolve("worker1/log"), "a message comes again") > 1);
            assertThat(worker.process().isAlive()).isTrue();
            assertThat(times(folder.resolve("worker1/log"), "java.io.File")).isPositive();
            assertThat(count(program, "SELECT COUNT(*) FROM province_county WHERE state <> 'WAITING'"))
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
        counties(1);
        Path other = folder.resolve("counties/县2/input").resolve(PERIOD);
        FolderCopy.of(Path.of("input", PERIOD), other);
        Files.writeString(other.resolve("另一份说明.txt"), "only here");
        Started manager = manager();
        try (Program program = program()) {
            until(() -> count(program, "SELECT COUNT(*) FROM int_channel_message") == 2);
            JdbcClient.create(program.engine().dataSource())
                    .sql(edit.replace(
                            "county = '县2'",
                            "county = '县2' AND digest NOT IN (SELECT digest FROM shared_file"
                                    + " WHERE county <> '县2')"))
                    .update();

            assertThat(inProcess(program.engine(), ProgramVersion.read())).isEqualTo(Worker.End.DONE);

            assertThat(count(program, "SELECT COUNT(*) FROM province_county WHERE state = 'FAILED'"))
                    .isOne();
        }
        Ended ended = manager.ended();
        assertThat(ended.code()).as(ended.said()).isEqualTo(1);
        assertThat(ended.said()).contains("县2");
        assertThat(output.resolve("县2").resolve(PERIOD).resolve("r1")).doesNotExist();
        assertThat(output.resolve("县1").resolve(PERIOD).resolve("r1")).isDirectory();
    }

    /** Forty counties, three workers, each of which is killed once and started again. */
    @Test
    @Tag("long")
    void forty_counties_and_workers_that_are_killed_now_and_then() throws Exception {
        counties(40);
        Started manager = manager();
        List<Started> workers = new ArrayList<>(List.of(worker(1), worker(2), worker(3)));
        try (Program program = program()) {
            for (int done : new int[] {5, 12, 20, 30}) {
                until(() -> count(program, "SELECT COUNT(*) FROM province_county WHERE state = 'PUBLISHED'") >= done);
                workers.remove(0).process().destroyForcibly().waitFor();
                if (done == 20) {
                    manager.process().destroyForcibly().waitFor();
                    manager = manager();
                }
                workers.add(worker(done));
            }
        }

        Ended ended = manager.ended();

        assertThat(ended.code()).as(ended.said()).isZero();
        assertAllAsAlone(40);
    }

    private void counties(int count) throws IOException {
        for (int number = 1; number <= count; number++) {
            FolderCopy.of(
                    Path.of("input", PERIOD),
                    folder.resolve("counties/县" + number).resolve("input").resolve(PERIOD));
        }
    }

    private Started manager() throws IOException {
        return start(
                "province",
                PERIOD,
                "--counties",
                folder.resolve("counties").toString(),
                "--output",
                output.toString(),
                "--db",
                url);
    }

    private Started worker(int number) throws IOException {
        return start("worker", "--output", folder.resolve("worker" + number).toString(), "--db", url);
    }

    private Started start(String... words) throws IOException {
        Started process =
                ProgramProcess.ofThisBuild().in(TestDatabase.credentials()).start(words);
        started.add(process);
        return process;
    }

    private Program program() throws Exception {
        return new Program(Path.of("input"), output, TestDatabase.POSTGRESQL);
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

    private void assertAllAsAlone(int count) throws Exception {
        Path alone = folder.resolve("alone");
        Ended local = ProgramProcess.ofThisBuild()
                .start(
                        "province",
                        PERIOD,
                        "--local",
                        "2",
                        "--counties",
                        folder.resolve("counties").toString(),
                        "--output",
                        alone.toString())
                .ended();
        assertThat(local.code()).as(local.said()).isZero();
        try (Program program = program()) {
            for (int number = 1; number <= count; number++) {
                String county = "县" + number;
                Path place = output.resolve(county).resolve(PERIOD);
                assertThat(Files.readAllBytes(place.resolve("r1/result.json")))
                        .as(county)
                        .isEqualTo(Files.readAllBytes(
                                alone.resolve(county).resolve(PERIOD).resolve("r1/result.json")));
                assertThat(names(place)).as(county).containsExactly("r1", "r1-回执.docx", "r1-回执.json");
                assertThat(program.history(county).lines().stream()
                                .filter(line -> line.outcome().equals("published")))
                        .as(county)
                        .hasSize(1);
            }
        }
    }

    private static List<String> names(Path place) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    /** How often the logs of a worker say something. */
    private static long times(Path logs, String said) {
        if (!Files.isDirectory(logs)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(logs)) {
            long times = 0;
            for (Path log : all.toList()) {
                times += Files.readAllLines(log).stream()
                        .filter(line -> line.contains(said))
                        .count();
            }
            return times;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int count(Program program, String sql) {
        return JdbcClient.create(program.engine().dataSource())
                .sql(sql)
                .query(Integer.class)
                .single();
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        long end = System.currentTimeMillis() + MOST_MILLIS;
        while (!answers(reached)) {
            assertThat(System.currentTimeMillis()).isLessThan(end);
            Thread.sleep(50);
        }
    }

    /** Before the manager has made the tables there is nothing to count. */
    private static boolean answers(BooleanSupplier reached) {
        try {
            return reached.getAsBoolean();
        } catch (org.springframework.jdbc.BadSqlGrammarException e) {
            return false;
        }
    }
}

package bankscore.attack;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.Program;
import bankscore.exact.Sha256;
import bankscore.front.ProgramVersion;
import bankscore.machine.FolderCopy;
import bankscore.machine.ProgramProcess.Ended;
import bankscore.machine.ProgramProcess.Started;
import bankscore.machine.Tool;
import bankscore.run.request.Installation;
import bankscore.run.request.RunOutcome.NothingNew;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.request.RunOutcome.Restored;
import bankscore.store.ServerGate;
import bankscore.store.TestDatabase;
import bankscore.store.database.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Promise 2 where the lock is lost: two computers with inputs and output folders of their own work on one PostgreSQL. The
 * first one stands still in a phase of its run, loses its lock there in some way, and goes on. There are never two
 * revisions of one number, every folder is that of a published revision, and who lost says so.
 */
@Tag("attack")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostLockTest {

    private static final String LOST = "运行到一半失去了运行锁";
    private static final String LOCKED = "另一个 bankscore 正在处理这一期";

    /** Where a run stands still: before it writes a row. */
    enum Phase {
        TAKE("INSERT ON batch_step_execution", "NEW.step_name = 'take'"),
        RECOGNISE("INSERT ON staged_bank", "TRUE"),
        STAGE("INSERT ON staged_figure", "TRUE"),
        JUDGE("INSERT ON bank_score", "TRUE"),
        /** The papers are written, nothing is noted. */
        PUBLISH_BEFORE("INSERT ON revision", "TRUE"),
        /** Everything is noted and nothing committed. */
        PUBLISH_WITHIN("INSERT ON history", "NEW.outcome = 'published'"),
        /** The folder is in place. */
        PUBLISH_AFTER("UPDATE ON batch_step_execution", "NEW.step_name = 'publish' AND NEW.status = 'COMPLETED'");

        private final String event;
        private final String when;

        Phase(String event, String when) {
            this.event = event;
            this.when = when;
        }
    }

    /** How the lock is lost. */
    enum Way {
        /** The session that holds the lock is ended at the server. */
        LOCK_ENDED,
        /** All of the run's sessions are. */
        ALL_ENDED,
        /** The line to the server is cut. */
        LINE_CUT,
        /** The process is frozen, its sessions are ended, and it wakes when the other one has published. */
        FROZEN_AND_ENDED,
        /** It is only frozen: then it still has the lock. */
        FROZEN
    }

    @TempDir
    static Path folder = Path.of("");

    private Optional<Installed> program = Optional.empty();
    private Path other = Path.of("");

    /** What the second computer has got is not the same. */
    @BeforeAll
    void one_run_leaves_the_archive_of_classes() throws Exception {
        program = Optional.of(new Installed(folder));
        assertThat(program.get().firstRun(folder.resolve("first")).code()).isZero();
        other = folder.resolve("input");
        FolderCopy.of(Path.of("input", Installed.PERIOD), other.resolve(Installed.PERIOD));
        Files.writeString(other.resolve(Installed.PERIOD).resolve("抽屉.csv"), "0");
    }

    @Test
    void whose_lock_is_ended_at_the_server_before_it_publishes_publishes_nothing() throws Exception {
        lose(Phase.PUBLISH_BEFORE, Way.LOCK_ENDED);
    }

    @ParameterizedTest
    @Tag("long")
    @MethodSource("all")
    void so_it_is_in_every_phase_and_in_every_way(Phase phase, Way way) throws Exception {
        lose(phase, way);
    }

    static Stream<Arguments> all() {
        return Stream.of(Phase.values())
                .flatMap(phase -> Stream.of(Way.values()).map(way -> Arguments.of(phase, way)));
    }

    /** A computer with its folders and its line to the server. */
    private record Computer(Installed program, Path output, Path input, String url) {

        Started start() throws IOException {
            return program.start(
                    output,
                    TestDatabase.credentials(),
                    List.of(),
                    "run",
                    Installed.PERIOD,
                    "--input",
                    input.toString(),
                    "--db",
                    url);
        }

        /** Once more in this process, which is quicker: nothing is lost any more. */
        Class<?> again() throws Exception {
            Installation same = new Installation(Program.WORDS, Program.CLOCK, ProgramVersion.read());
            try (Program here = new Program(input, output, Optional.of(url), TestDatabase.credentials(), same)) {
                return here.run(Installed.PERIOD).end();
            }
        }
    }

    private void lose(Phase phase, Way way) throws Exception {
        Path place = folder.resolve(phase + "-" + way);
        String url = TestDatabase.POSTGRESQL.url(place).orElseThrow();
        DriverManagerDataSource server = server(url);
        Schema.migrate(server);
        JdbcClient client = JdbcClient.create(server);
        int port = Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
        try (Relay line = new Relay(port);
                ServerGate gate = ServerGate.before(server, phase.event, phase.when)) {
            Computer first = new Computer(
                    program.orElseThrow(),
                    Files.createDirectories(place.resolve("first")),
                    Path.of("input"),
                    url.replace(":" + port + "/", ":" + line.port() + "/"));
            Computer second =
                    new Computer(program.orElseThrow(), Files.createDirectories(place.resolve("second")), other, url);

            Started run = first.start();
            while (run.process().isAlive() && !gate.isReached()) {
                run.process().waitFor(20, TimeUnit.MILLISECONDS);
            }
            assertThat(run.process().isAlive()).as("reached").isTrue();
            boolean frozen = way == Way.FROZEN || way == Way.FROZEN_AND_ENDED;
            if (frozen) {
                signal(run, "STOP");
            }
            switch (way) {
                case LOCK_ENDED ->
                    gate.end("AND state = 'idle in transaction' AND pid IN (SELECT pid FROM pg_locks"
                            + " WHERE relation = 'run_lock'::regclass)");
                case ALL_ENDED, FROZEN_AND_ENDED -> gate.end("");
                case LINE_CUT -> line.cut();
                case FROZEN -> assertThat(frozen).isTrue();
            }
            // After it has published it holds rows of its execution, for which whoever ends that would wait.
            if (way != Way.FROZEN && (way != Way.LOCK_ENDED || phase == Phase.PUBLISH_AFTER)) {
                gate.open();
            }
            Ended meanwhile = second.start().ended();
            gate.open();
            if (frozen) {
                signal(run, "CONT");
            }
            Ended ended = run.ended();

            String which = phase + " " + way + "\nfirst: " + ended + "\nsecond meanwhile: " + meanwhile;
            boolean published = phase == Phase.PUBLISH_AFTER;
            boolean keeps = way == Way.FROZEN || (published && way == Way.LOCK_ENDED);
            assertThat(ended.hasTrace()).as(which).isFalse();
            assertThat(ended.code()).as(which).isEqualTo(keeps ? 0 : 5);
            if (!keeps) {
                assertThat(ended.said()).as(which).contains(LOST);
                assertThat(ended.said().contains("已经发布，是 2022Q1 第 1 版"))
                        .as(which)
                        .isEqualTo(published);
            }
            assertThat(meanwhile.code()).as(which).isIn(way == Way.FROZEN ? List.of(5) : List.of(0, 5));
            if (meanwhile.code() == 5) {
                assertThat(meanwhile.said())
                        .as(which)
                        .contains(LOCKED, "进程 " + run.process().pid() + "）", "命令：run 2022Q1");
            } else if (!keeps && (way == Way.LOCK_ENDED || way == Way.FROZEN_AND_ENDED)) {
                // The other ways end it before somebody else has the lock.
                assertThat(ended.said()).as(which).contains("占用者：");
            }
            everyFolderIsOfAPublishedRevision(client, first, second, which);

            for (Computer each : List.of(second, first)) {
                assertThat(each.again()).as(which).isIn(Published.class, NothingNew.class, Restored.class);
            }
            Map<Integer, String> revisions = everyFolderIsOfAPublishedRevision(client, first, second, which);
            assertThat(Installed.names(first.output())).as(which).doesNotContain(".work");
            assertThat(Installed.names(second.output())).as(which).doesNotContain(".work");
            note(phase, way, ended.code(), meanwhile.code(), revisions.size());
        }
    }

    /** The revisions of the period; one for each number, each told once by an unbroken history. */
    private static Map<Integer, String> everyFolderIsOfAPublishedRevision(
            JdbcClient client, Computer first, Computer second, String which) throws IOException {
        Map<Integer, String> published = new TreeMap<>();
        client.sql("SELECT revision, manifest FROM revision WHERE state = 'published'")
                .query(row -> {
                    published.put(row.getInt(1), row.getString(2));
                });
        assertThat(client.sql("SELECT revision FROM history WHERE outcome = 'published' ORDER BY seq")
                        .query(Integer.class)
                        .list())
                .as(which)
                .containsExactlyElementsOf(published.keySet());
        for (Computer each : List.of(first, second)) {
            Path period = each.output().resolve(Installed.PERIOD);
            for (String name : Installed.names(period)) {
                if (name.matches("r\\d+")) {
                    assertThat(Sha256.of(Files.readAllBytes(period.resolve(name).resolve("manifest.json"))))
                            .as(which)
                            .isEqualTo(published.get(Integer.valueOf(name.substring(1))));
                }
            }
        }
        return published;
    }

    private static void signal(Started run, String name) throws Exception {
        assertThat(Tool.works("kill", "-" + name, Long.toString(run.process().pid())))
                .isTrue();
    }

    private static DriverManagerDataSource server(String url) {
        return new DriverManagerDataSource(url, TestDatabase.USER, TestDatabase.PASSWORD);
    }

    private static void note(Phase phase, Way way, int first, int meanwhile, int revisions) throws IOException {
        Files.writeString(
                Files.createDirectories(Path.of("target", "attack")).resolve("lost-locks.markdown"),
                "| " + phase + " | " + way + " | " + first + " | " + meanwhile + " | " + revisions + " |\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        Installed.tally("locks lost on the way", 1);
    }
}

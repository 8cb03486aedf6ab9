package bankscore.province.remote;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.Program;
import bankscore.exact.Sha256;
import bankscore.machine.FolderCopy;
import bankscore.machine.ProgramProcess;
import bankscore.machine.ProgramProcess.Ended;
import bankscore.machine.ProgramProcess.Started;
import bankscore.machine.Tool;
import bankscore.machine.Waiting;
import bankscore.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A manager and workers, each a process of its own with folders of its own, on one PostgreSQL server.
 *
 * @param folder in which the counties are, and all outputs
 * @param url of the database
 * @param login who logs in there, as the environment tells
 */
record Machines(Path folder, String url, Map<String, String> login, List<Started> started) implements AutoCloseable {

    static final String PERIOD = "2022Q4";

    private static final Duration MOST = Duration.ofMinutes(10);

    /** What counties publish alone: the same sent to the same county gives the same whatever happens to the machines. */
    private static final Map<List<String>, byte[]> ALONE = new HashMap<>();

    static Machines on(Path folder, String url) {
        return new Machines(folder, url, TestDatabase.credentials(), new ArrayList<>());
    }

    /** The same with another login. */
    Machines as(Map<String, String> other) {
        return new Machines(folder, url, other, started);
    }

    Path output() {
        return folder.resolve("output");
    }

    /** Where the results of a county lie. */
    Path results(int county) {
        return output().resolve(county(county)).resolve(PERIOD);
    }

    static String county(int number) {
        return "县" + number;
    }

    /** What the offices of a county sent. */
    Path sent(int county) {
        return folder.resolve("counties")
                .resolve(county(county))
                .resolve("input")
                .resolve(PERIOD);
    }

    void counties(int count) throws IOException {
        for (int number = 1; number <= count; number++) {
            FolderCopy.of(Path.of("input", PERIOD), sent(number));
        }
    }

    Started manager(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "province",
                PERIOD,
                "--counties",
                folder.resolve("counties").toString(),
                "--output",
                output().toString(),
                "--db",
                url));
        words.addAll(List.of(more));
        return start(words);
    }

    Started worker(int number) throws IOException {
        return start(
                List.of("worker", "--output", folder.resolve("worker" + number).toString(), "--db", url));
    }

    private Started start(List<String> words) throws IOException {
        Started process = ProgramProcess.ofThisBuild().in(login).start(words);
        started.add(process);
        return process;
    }

    Program program() throws Exception {
        return new Program(Path.of("input"), output(), Optional.of(url), login);
    }

    static void kill(Started process) throws InterruptedException {
        process.process().destroyForcibly().waitFor();
    }

    static void signal(Started process, String name) throws InterruptedException {
        assertThat(Tool.works(
                        "kill", "-" + name, Long.toString(process.process().pid())))
                .isTrue();
    }

    /** All counties, run in one process with a database of its own, give the same bytes; and none was published twice. */
    void assertAllAsAlone(int count) throws Exception {
        assertBytesAsAlone(count);
        try (Program program = program()) {
            for (int number = 1; number <= count; number++) {
                String county = county(number);
                assertThat(program.history(county).lines().stream()
                                .filter(line -> line.outcome().equals("published")))
                        .as(county)
                        .hasSize(1);
            }
        }
    }

    /** All counties, run in one process with a database of its own, give the same bytes, in one revision each. */
    void assertBytesAsAlone(int count) throws Exception {
        for (int number = 1; number <= count; number++) {
            if (!ALONE.containsKey(sentTo(number))) {
                runAlone(count);
            }
            String county = county(number);
            assertThat(Files.readAllBytes(results(number).resolve("r1/result.json")))
                    .as(county)
                    .isEqualTo(ALONE.get(sentTo(number)));
            assertThat(names(results(number))).as(county).containsExactly("r1", "r1-回执.docx", "r1-回执.json");
        }
    }

    private void runAlone(int count) throws Exception {
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
        for (int number = 1; number <= count; number++) {
            ALONE.put(
                    sentTo(number),
                    Files.readAllBytes(
                            alone.resolve(county(number)).resolve(PERIOD).resolve("r1/result.json")));
        }
    }

    /** The county, and each file with its digest. */
    private List<String> sentTo(int county) throws IOException {
        List<String> all = new ArrayList<>(List.of(county(county)));
        try (Stream<Path> files = Files.walk(sent(county))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.add(sent(county).relativize(file) + " " + Sha256.of(Files.readAllBytes(file)));
            }
        }
        return all;
    }

    private static List<String> names(Path place) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    /** How often the logs of a worker say something. */
    long times(int worker, String said) {
        Path logs = folder.resolve("worker" + worker).resolve("log");
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

    static int count(Program program, String sql) {
        return JdbcClient.create(program.engine().dataSource())
                .sql(sql)
                .query(Integer.class)
                .single();
    }

    /** How many counties have a state. */
    static int counties(Program program, String state) {
        return count(program, "SELECT COUNT(*) FROM province_county WHERE state = '" + state + "'");
    }

    static void until(BooleanSupplier reached) throws Exception {
        Waiting.until("what the other machines do", MOST, () -> answers(reached));
    }

    /** Before the manager has made the tables there is nothing to count, and while the server is away nobody to ask. */
    private static boolean answers(BooleanSupplier reached) {
        try {
            return reached.getAsBoolean();
        } catch (org.springframework.jdbc.BadSqlGrammarException | CannotGetJdbcConnectionException e) {
            return false;
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof java.io.IOException) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        started.forEach(each -> each.process().destroyForcibly());
    }
}

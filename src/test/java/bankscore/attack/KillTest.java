package bankscore.attack;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.ProgramProcess.Ended;
import bankscore.machine.ProgramProcess.Started;
import bankscore.store.database.ForeignCatalogue;
import bankscore.store.database.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Promise 1: killed at any instant, the next start finishes by itself, says so in one sentence and publishes what an
 * undisturbed run publishes.
 *
 * <p>The instants are seeded. Each is a sign that the run shows on its way, and a part of the time that an undisturbed run
 * takes from there to the next sign; the signs around the first metadata of the job and around publishing have more of
 * them. The instants that time alone does not hit are hit on purpose, within a transaction; {@code EveryWriteTest} goes
 * through all of them.
 */
@Tag("attack")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillTest {

    private static final long SEED = 20221231;
    private static final String RECOVERED = "上次运行中途停止，已自动恢复。";
    private static final Pattern LINE = Pattern.compile("[+Z\\d:] INFO  ");

    /** What a run shows on its way, and how many of seventeen kills come between it and the next. */
    private enum Sign {
        START(1),
        LOCK(1),
        TABLES(1),
        DATABASE(1),
        COPIED(1),
        RECOGNISED(3),
        STAGED(1),
        ALLOCATED(1),
        WRITING(4),
        IN_PLACE(3);

        private final int weight;

        Sign(int weight) {
            this.weight = weight;
        }
    }

    @TempDir
    static Path folder = Path.of("");

    private Optional<Installed> program = Optional.empty();
    private Map<Sign, Long> lasting = Map.of();
    private Map<String, String> wanted = Map.of();

    private record Instant(Sign sign, double part) {}

    private Installed installed() {
        return program.orElseThrow();
    }

    /** The first one takes longer; the second one shows how long each part takes. */
    @BeforeAll
    void two_runs_are_undisturbed() throws Exception {
        program = Optional.of(new Installed(folder));
        assertThat(installed().firstRun(folder.resolve("first")).code()).isZero();
        Path undisturbed = folder.resolve("undisturbed");
        lasting = lasting(installed(), undisturbed);
        wanted = Installed.content(undisturbed.resolve(Installed.PERIOD).resolve("r1"));
        assertThat(wanted).hasSize(5);
    }

    @Test
    void a_killed_run_is_finished_by_the_next_one_as_if_nothing_had_happened() throws Exception {
        List<Sign> signs = List.of(Sign.TABLES, Sign.RECOGNISED, Sign.WRITING, Sign.IN_PLACE);
        kill(signs, 4, SEED);
    }

    @Test
    @Tag("long")
    void so_it_is_at_ninety_six_more_instants() throws Exception {
        List<Sign> signs = new ArrayList<>();
        for (Sign sign : Sign.values()) {
            signs.addAll(Collections.nCopies(sign.weight, sign));
        }
        kill(signs, 96, SEED + 1);
    }

    /** An instance without an execution; rows staged by a chunk without their position; a revision without its slip. */
    @ParameterizedTest
    @CsvSource({
        "INSERT, batch_job_execution, 1",
        "UPDATE, batch_step_execution_context, 1",
        "UPDATE, batch_job_execution, 2"
    })
    void so_it_is_at_the_instants_that_are_feared_most(String event, String table, int row)
            throws Exception {
        killWithin(event, table, row);
    }

    /** Between two rows of nearly every kind that a run writes. */
    @ParameterizedTest
    @Tag("long")
    @CsvSource({
        "INSERT, batch_job_instance, 1",
        "INSERT, batch_step_execution, 1",
        "INSERT, staged_bank, 5",
        "INSERT, staged_source, 3",
        "INSERT, staged_figure, 1",
        "INSERT, staged_figure, 60",
        "INSERT, staged_records, 1",
        "UPDATE, batch_step_execution, 2",
        "INSERT, score_line, 10",
        "INSERT, bank_score, 5",
        "INSERT, published_file, 3",
        "INSERT, revision, 1",
        "INSERT, run_holder, 1",
        "UPDATE, run_holder, 1",
        "INSERT, history, 1",
        "INSERT, history_head, 1"
    })
    void so_it_is_within_every_transaction(String event, String table, int row) throws Exception {
        killWithin(event, table, row);
    }

    private void killWithin(String event, String table, int row) throws Exception {
        String which = "before " + event + " of row " + row + " of " + table;
        Path output = Files.createDirectories(folder.resolve((event + table + row).toLowerCase(Locale.ROOT)));
        Path database = output.resolve("bankscore");
        Path sign = folder.resolve(output.getFileName() + ".sign");
        Schema.build(database);
        try (Connection connection = DriverManager.getConnection(Schema.url(database));
                Statement statement = connection.createStatement()) {
            // Steps before the staging write their positions too.
            String counted = table.equals("batch_step_execution_context") ? Halt.ONCE_STAGED + "_" : "";
            statement.execute("CREATE TRIGGER halt_" + counted + row + " BEFORE " + event + " ON " + table
                    + " FOR EACH ROW CALL '" + Halt.class.getName() + "'");
        }

        Started run = installed()
                .start(
                        output,
                        Map.of(),
                        List.of("-D" + Halt.SIGN + "=" + sign, "-Xbootclasspath/a:" + knowing(database)),
                        "run",
                        Installed.PERIOD);
        while (run.process().isAlive() && !Files.exists(sign)) {
            run.process().waitFor(3, TimeUnit.MILLISECONDS);
        }
        assertThat(run.process().isAlive()).as(which).isTrue();
        run.process().destroyForcibly().waitFor();

        if (table.equals("batch_job_execution") && event.equals("INSERT")) {
            assertThat(left(database, "SELECT COUNT(*) FROM batch_job_instance"))
                    .isEqualTo(1);
            assertThat(left(database, "SELECT COUNT(*) FROM batch_job_execution"))
                    .isZero();
        }
        if (table.equals("batch_step_execution_context")) {
            assertThat(Integer.parseInt(Files.readString(sign))).as(which).isPositive();
            assertThat(left(database, "SELECT COUNT(*) FROM staged_figure")).isZero();
        }
        if (table.equals("batch_job_execution") && event.equals("UPDATE")) {
            assertThat(left(database, "SELECT COUNT(*) FROM revision WHERE state = 'published'"))
                    .isEqualTo(1);
            assertThat(Installed.names(output.resolve(Installed.PERIOD))).containsExactly("r1");
        }
        try (Connection connection = DriverManager.getConnection(Schema.url(database));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER halt_"
                    + (table.equals("batch_step_execution_context") ? Halt.ONCE_STAGED + "_" : "") + row);
        }
        isFinished(output, which);
        Installed.tally("instants killed (process, SIGKILL)", 1);
    }

    /** A folder with a list of known lines that knows our trigger too, which the program would refuse. */
    private static Path knowing(Path database) throws Exception {
        Path known = Files.createTempDirectory(folder, "known");
        try {
            Schema.inspect(database);
            throw new IllegalStateException("the trigger was not refused");
        } catch (ForeignCatalogue trigger) {
            Files.writeString(
                    known.resolve("catalogue.txt"),
                    Files.readString(Path.of("src/main/resources/catalogue.txt")) + "1 - " + trigger.getMessage()
                            + "\n");
        }
        return known;
    }

    /** What a database says whose program is dead, asked of a copy: to open it is to mend it. */
    private static int left(Path database, String question) throws Exception {
        Path copy = folder.resolve("looked-at");
        Files.copy(Schema.file(database), Schema.file(copy), StandardCopyOption.REPLACE_EXISTING);
        try (Connection connection = DriverManager.getConnection(Schema.url(copy));
                ResultSet answer = connection.createStatement().executeQuery(question)) {
            answer.next();
            return answer.getInt(1);
        }
    }

    /** Each sign in its turn, so that none is left out. A run that was over sooner than expected is struck earlier, anew. */
    private void kill(List<Sign> signs, int count, long seed) throws Exception {
        int struck = 0;
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            Sign sign = signs.get(i % signs.size());
            double part = random.nextDouble();
            boolean alive = false;
            for (int attempt = 1; attempt <= 3 && !alive; attempt++, part /= 4) {
                Instant instant = new Instant(sign, part);
                Path output = folder.resolve("killed" + seed + "-" + i + "-" + attempt);
                alive = strike(installed(), output, instant, lasting);
                isFinished(output, instant.toString());
            }
            struck += alive ? 1 : 0;
        }
        Installed.tally("instants killed (process, SIGKILL)", struck);
        assertThat(struck).isGreaterThan(count * 3 / 4);
    }

    /** The next run finishes what is left in a folder, which then looks as if nothing had happened. */
    private void isFinished(Path output, String killed) throws Exception {
        boolean traces = Files.exists(output.resolve(".work").resolve(Installed.PERIOD));

        Ended next = installed().run(output);

        String which = killed + ": " + next.said();
        assertThat(next.code()).as(which).isZero();
        assertThat(next.hasTrace()).as(which).isFalse();
        assertThat(Pattern.compile(RECOVERED, Pattern.LITERAL)
                        .matcher(next.said())
                        .results()
                        .count())
                .as(which)
                .isBetween(traces ? 1L : 0L, 1L);
        Path period = output.resolve(Installed.PERIOD);
        assertThat(Installed.names(period)).as(which).containsExactly("r1", "r1-回执.docx", "r1-回执.json");
        assertThat(Installed.names(output))
                .as(which)
                .containsExactly(".lock", Installed.PERIOD, "bankscore.mv.db", "log");
        assertThat(Installed.content(period.resolve("r1"))).as(which).isEqualTo(wanted);
        delete(output);
    }

    /** How long it takes from each sign to the next, or to the end, in a run that nobody disturbs; in milliseconds. */
    private static Map<Sign, Long> lasting(Installed installed, Path output) throws Exception {
        Started run = installed.start(output, "run", Installed.PERIOD);
        Map<Sign, Long> lasting = new EnumMap<>(Sign.class);
        Sign last = Sign.START;
        long began = System.nanoTime();
        for (Sign sign : Sign.values()) {
            await(run.process(), output, sign);
            long now = System.nanoTime();
            lasting.put(last, (now - began) / 1_000_000);
            last = sign;
            began = now;
        }
        assertThat(run.ended().code()).isZero();
        lasting.put(last, (System.nanoTime() - began) / 1_000_000);
        return lasting;
    }

    /** Whether the process was still alive when it was killed. */
    private static boolean strike(Installed installed, Path output, Instant instant, Map<Sign, Long> lasting)
            throws Exception {
        Started run = installed.start(output, "run", Installed.PERIOD);
        await(run.process(), output, instant.sign());
        long most = lasting.getOrDefault(instant.sign(), 0L);
        run.process().waitFor((long) (instant.part() * most), TimeUnit.MILLISECONDS);
        boolean alive = run.process().isAlive();
        run.process().destroyForcibly().waitFor();
        return alive;
    }

    private static void await(Process process, Path output, Sign sign) throws Exception {
        while (process.isAlive() && !shows(output, sign)) {
            process.waitFor(3, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean shows(Path output, Sign sign) throws IOException {
        Path period = output.resolve(Installed.PERIOD);
        return switch (sign) {
            case START -> true;
            case LOCK -> Files.exists(output.resolve(".lock"));
            case TABLES ->
                Files.exists(output.resolve("bankscore.upgrading.mv.db"))
                        || Files.exists(output.resolve("bankscore.mv.db"));
            case DATABASE -> Files.exists(output.resolve("bankscore.mv.db"));
            case COPIED -> lines(output) >= 2;
            case RECOGNISED -> lines(output) >= 3;
            case STAGED -> lines(output) >= 4;
            case ALLOCATED -> lines(output) >= 7;
            case WRITING ->
                Installed.names(period).stream().anyMatch(name -> name.equals("r1") || name.startsWith(".publishing-"));
            case IN_PLACE -> Files.exists(period.resolve("r1"));
        };
    }

    /** How many lines the run's log has. */
    private static int lines(Path output) throws IOException {
        int lines = 0;
        for (String name : Installed.names(output.resolve("log"))) {
            Matcher matcher =
                    LINE.matcher(Files.readString(output.resolve("log").resolve(name)));
            while (matcher.find()) {
                lines++;
            }
        }
        return lines;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}

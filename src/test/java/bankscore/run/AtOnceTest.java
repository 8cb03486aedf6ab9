package bankscore.run;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.Program;
import bankscore.office.Holder;
import bankscore.run.request.RunOutcome;
import bankscore.run.request.RunOutcome.Clean;
import bankscore.run.request.RunOutcome.Locked;
import bankscore.run.request.RunOutcome.NothingNew;
import bankscore.run.request.RunOutcome.Published;
import bankscore.store.TestDatabase;
import bankscore.store.database.RunLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several at once in one process, as a server does it: none takes what belongs to another. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AtOnceTest {

    @Parameter
    private TestDatabase database = TestDatabase.H2;

    @TempDir
    Path folder = Path.of("");

    @Test
    void checks_beside_each_other_and_beside_a_run_find_what_each_finds_alone() throws Exception {
        try (Program program = program()) {
            program.periods();
            List<Integer> alone = new ArrayList<>();
            for (String period : List.of("2022Q1", "2022Q2", "2022Q4")) {
                alone.add(program.check(period).findings().size());
            }
            for (int round = 0; round < 2; round++) {
                List<EndedRun> ended = atOnce(
                        () -> program.check("2022Q1"),
                        () -> program.check("2022Q2"),
                        () -> program.check("2022Q4"),
                        () -> program.run("2022Q3"));

                assertThat(ended.subList(0, 3)).extracting(EndedRun::end).containsOnly(Clean.class);
                assertThat(ended.subList(0, 3))
                        .extracting(each -> each.findings().size())
                        .isEqualTo(alone);
                assertThat(ended.get(3).end()).isEqualTo(round == 0 ? Published.class : NothingNew.class);
            }
            assertThat(rows(program, "staged_figure", "instance < 0")).isZero();
        }
        try (Program undisturbed = new Program(Path.of("input"), folder.resolve("undisturbed"))) {
            undisturbed.run("2022Q3");
        }
        assertThat(Files.readAllBytes(folder.resolve("output/2022Q3/r1/result.json")))
                .isEqualTo(Files.readAllBytes(folder.resolve("undisturbed/2022Q3/r1/result.json")));
    }

    /** Each database numbers its steps by itself. */
    @Test
    void runs_of_two_databases_do_not_meet() throws Exception {
        try (Program one = program();
                Program other = new Program(Path.of("input"), folder.resolve("other"), database)) {
            assertThat(atOnce(() -> one.run("2022Q1"), () -> other.run("2022Q1")))
                    .extracting(EndedRun::end)
                    .containsOnly(Published.class);
            assertThat(Files.readAllBytes(folder.resolve("other/2022Q1/r1/result.json")))
                    .isEqualTo(Files.readAllBytes(folder.resolve("output/2022Q1/r1/result.json")));
        }
    }

    @Test
    void of_two_checks_of_one_period_each_is_whole_or_told_that_another_is_at_work() throws Exception {
        try (Program program = program()) {
            program.periods();
            for (int round = 0; round < 3; round++) {
                List<Class<? extends RunOutcome>> ends = new ArrayList<>();
                for (EndedRun each : atOnce(() -> program.check("2022Q1"), () -> program.check("2022Q1"))) {
                    ends.add(each.end());
                }
                assertThat(ends).contains(Clean.class).isSubsetOf(Clean.class, Locked.class);
            }
        }
    }

    @Test
    void ten_runs_that_wait_for_each_other_leave_connections_for_an_eleventh() throws Exception {
        try (Program program = program()) {
            List<RunLock> others = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                others.add(RunLock.tryTake(
                                program.engine().dataSource(), "上饶市", "1999Q" + i, Holder.of(Program.caller("test")))
                        .orElseThrow());
            }
            assertThat(program.check("2022Q1").end()).isEqualTo(Clean.class);
            others.forEach(RunLock::close);
        }
    }

    @SafeVarargs
    private static <T> List<T> atOnce(Callable<T>... all) throws Exception {
        CyclicBarrier together = new CyclicBarrier(all.length);
        ExecutorService hands = Executors.newFixedThreadPool(all.length);
        try {
            List<Future<T>> begun = new ArrayList<>();
            for (Callable<T> each : all) {
                begun.add(hands.submit(() -> {
                    together.await();
                    return each.call();
                }));
            }
            List<T> ended = new ArrayList<>();
            for (Future<T> each : begun) {
                ended.add(each.get());
            }
            return ended;
        } finally {
            hands.shutdownNow();
        }
    }

    private static int rows(Program program, String table, String where) {
        return JdbcClient.create(program.engine().dataSource())
                .sql("SELECT COUNT(*) FROM " + table + " WHERE " + where)
                .query(Integer.class)
                .single();
    }

    private Program program() throws Exception {
        return new Program(Path.of("input"), folder.resolve("output"), database);
    }
}

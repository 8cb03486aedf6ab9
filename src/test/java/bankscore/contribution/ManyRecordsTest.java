package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.exact.Period;
import bankscore.run.EndedRun;
import bankscore.run.request.Progress;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.request.RunOutcome.Stopped;
import bankscore.run.request.RunRequest;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * More records than fit into a chunk. What is noticed of them while they are staged must be what the database says, which
 * is asked when a run goes on that another one began.
 */
class ManyRecordsTest {

    private static final int RATINGS = 12_000;
    private static final int BETWEEN_TOTALS = 3_500;
    private static final int STOPPED_AT = 6_000;
    /** Each figure may be rounded by 0.01. */
    private static final BigDecimal MORE_THAN_ROUNDING = BigDecimal.valueOf(50);

    private static final Period PERIOD = new Period(2022, 4);

    @TempDir
    Path folder = Path.of("");

    /** Ratings with subtotals and a total; if they are wrong, one subtotal is and one rating is there twice. */
    private void write(SmallQuarter quarter, boolean wrong) throws Exception {
        String[] banks = {"工商银行", "招商银行", "浙商银行"};
        List<List<Object>> rows = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (int i = 0; i < RATINGS; i++) {
            int unit = wrong && i == 9_000 ? 30 : i;
            BigDecimal rating = BigDecimal.valueOf(30 + i % 21, 1);
            rows.add(List.of("单位" + unit, banks[unit % 3], rating.doubleValue()));
            sum = sum.add(rating);
            all = all.add(rating);
            if (i % BETWEEN_TOTALS == BETWEEN_TOTALS - 1) {
                boolean off = wrong && i > STOPPED_AT && i < 2 * STOPPED_AT - BETWEEN_TOTALS;
                rows.add(List.of("小计", "", (off ? sum.add(MORE_THAN_ROUNDING) : sum).doubleValue()));
                sum = BigDecimal.ZERO;
            }
        }
        rows.add(List.of("合计", "", all.doubleValue()));
        for (int i = 0; i < rows.size(); i++) {
            quarter.rows(SmallQuarter.SURVEY, "满意度", 2 + i, rows.get(i));
        }
        quarter.write(folder.resolve("input"));
    }

    private Program program(String output) throws Exception {
        return new Program(folder.resolve("input"), folder.resolve(output));
    }

    /** Runs in two parts, the first of which ends while the second chunk is written. */
    private EndedRun inTwoParts(String output) throws Exception {
        long[] reached = {0};
        EndedRun outcome = inTwoParts(output, new Progress() {
            @Override
            public void begins(Stage stage) {}

            @Override
            public void reached(long rows, int permille) {
                reached[0] = rows;
                if (rows > STOPPED_AT) {
                    throw new IllegalStateException("stopped on purpose");
                }
            }
        });
        assertThat(reached[0]).isLessThan(RATINGS);
        return outcome;
    }

    private EndedRun inTwoParts(String output, Progress stop) throws Exception {
        try (Program program = program(output)) {
            RunRequest request = program.request("2022Q4");
            RunRequest stopping = new RunRequest(
                    request.period(), request.schemeId(), request.strict(), request.folders(), request.caller(), stop);
            assertThatThrownBy(() -> program.run(stopping)).hasStackTraceContaining("stopped on purpose");
        }
        try (Program program = program(output)) {
            return program.run("2022Q4");
        }
    }

    /** Of faults there is a total alone, as where a quarter brought none. */
    private SmallQuarter withoutFaults() {
        return new SmallQuarter(PERIOD)
                .remove(SmallQuarter.SERVICE)
                .rows(
                        SmallQuarter.SERVICE,
                        "服务",
                        1,
                        List.of("日期", "银行名称", "事项", "扣分", "说明"),
                        List.of("合计", "", "", 0, ""));
    }

    @ParameterizedTest
    @EnumSource(
            value = Progress.Stage.class,
            names = {"JUDGE", "PUBLISH"})
    void a_total_without_records_is_the_same_where_staging_was_over_before(Progress.Stage stopped) throws Exception {
        withoutFaults().write(folder.resolve("input"));
        try (Program program = program("once")) {
            assertThat(program.run("2022Q4").end()).isEqualTo(Published.class);
        }
        EndedRun outcome = inTwoParts("twice", new Progress() {
            @Override
            public void begins(Stage stage) {
                if (stage == stopped) {
                    throw new IllegalStateException("stopped on purpose");
                }
            }

            @Override
            public void reached(long rows, int permille) {}
        });

        assertThat(outcome.end()).isEqualTo(Published.class);
        assertThat(Files.readAllBytes(result("twice"))).isEqualTo(Files.readAllBytes(result("once")));
    }

    @Test
    void a_total_without_records_stops_no_second_look_at_the_same_mistakes() throws Exception {
        withoutFaults().set(SmallQuarter.TAX, "税收", "B4", "abc").write(folder.resolve("input"));
        List<EndedRun> outcomes = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            try (Program program = program("twice")) {
                outcomes.add(program.run("2022Q4"));
            }
        }

        assertThat(outcomes).extracting(EndedRun::end).containsExactly(Stopped.class, Stopped.class);
        assertThat(outcomes.get(1).findings()).isEqualTo(outcomes.get(0).findings());
    }

    @Test
    void a_result_is_the_same_whether_its_records_were_staged_in_one_go_or_not() throws Exception {
        write(new SmallQuarter(PERIOD), false);
        try (Program program = program("once")) {
            assertThat(program.run("2022Q4").end()).isEqualTo(Published.class);
        }
        EndedRun outcome = inTwoParts("twice");

        assertThat(outcome.end()).isEqualTo(Published.class);
        assertThat(Files.readAllBytes(result("twice"))).isEqualTo(Files.readAllBytes(result("once")));
    }

    /** The table with a total alone is in the first chunk, all others of its kind would be behind. */
    @Test
    void a_total_without_records_is_the_same_where_staging_was_not_over() throws Exception {
        write(withoutFaults(), false);
        try (Program program = program("once")) {
            assertThat(program.run("2022Q4").end()).isEqualTo(Published.class);
        }
        EndedRun outcome = inTwoParts("twice");

        assertThat(outcome.end()).isEqualTo(Published.class);
        assertThat(Files.readAllBytes(result("twice"))).isEqualTo(Files.readAllBytes(result("once")));
    }

    @Test
    void mistakes_among_them_are_the_same_too() throws Exception {
        write(new SmallQuarter(PERIOD), true);
        EndedRun once;
        try (Program program = program("once")) {
            once = program.run("2022Q4");
        }
        EndedRun twice = inTwoParts("twice");

        assertThat(once.findings())
                .filteredOn(finding -> finding.place().file().equals(SmallQuarter.SURVEY))
                .extracting(finding -> finding.code() + " " + finding.place().cell())
                .containsExactlyInAnyOrder("E307 C7003", "W206 B9004");
        assertThat(once.end()).isEqualTo(Stopped.class);
        assertThat(twice.end()).isEqualTo(Stopped.class);
        assertThat(twice.findings()).isEqualTo(once.findings());
        assertThat(twice.figures()).isEqualTo(once.figures());
    }

    private Path result(String output) {
        return folder.resolve(output).resolve("2022Q4").resolve("r1").resolve("result.json");
    }
}

package bankscore.attack;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.ProgramProcess.Ended;
import bankscore.machine.ProgramProcess.Started;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Promise 2: of several runs of one period at once exactly one publishes; the others stop with exit code 5, or with 0 and
 * "nothing new" if they start after it.
 */
@Tag("attack")
class RaceTest {

    private static final String PUBLISHED = " 已完成：第 1 版";
    private static final String NOTHING_NEW = " 没有变化";
    private static final String LOCKED = "另一个 bankscore 正在处理这一期";

    @TempDir
    Path folder = Path.of("");

    /** They start at the same time in a folder where not even the tables are there yet. */
    @Test
    void of_two_runs_at_the_same_time_exactly_one_publishes() throws Exception {
        race(2);
    }

    /** So it is of the other applications, each by a rule of its own. */
    @ParameterizedTest
    @CsvSource({"2025Q1, jinhua-insurance", "2022Q4, shangrao-watch"})
    void of_two_runs_of_another_rule_exactly_one_publishes(String period, String rule) throws Exception {
        race(2, period, period + "/" + rule, "run", period, "--rule", rule);
    }

    @ParameterizedTest
    @Tag("long")
    @ValueSource(ints = {10, 10, 10})
    void of_many_runs_at_the_same_time_exactly_one_publishes(int runs) throws Exception {
        race(runs);
    }

    private void race(int runs) throws Exception {
        race(runs, Installed.PERIOD, Installed.PERIOD, "run", Installed.PERIOD);
    }

    /**
     * Runs beside each other.
     *
     * @param below the folder of their revisions
     */
    private void race(int runs, String period, String below, String... words) throws Exception {
        Installed installed = new Installed(folder);
        Path output = Files.createDirectories(folder.resolve("output"));
        List<Started> all = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            all.add(installed.start(output, words));
        }
        int published = 0;
        for (Started each : all) {
            Ended ended = each.ended();
            assertThat(ended.hasTrace()).as(ended.said()).isFalse();
            if (ended.code() == 5) {
                assertThat(ended.said()).startsWith(LOCKED);
            } else {
                assertThat(ended.code()).as(ended.said()).isZero();
                assertThat(ended.said()).containsAnyOf(period + PUBLISHED, period + NOTHING_NEW);
                published += ended.said().contains(period + PUBLISHED) ? 1 : 0;
            }
        }
        assertThat(published).isEqualTo(1);
        assertThat(Installed.names(output.resolve(below))).containsExactly("r1", "r1-回执.docx", "r1-回执.json");
        Installed.tally("races run", 1);
        Installed.tally("processes in them", runs);
    }
}

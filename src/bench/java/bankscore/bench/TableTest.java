package bankscore.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the table prints of measurements. */
class TableTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Table table = new Table(new PrintStream(printed, true, StandardCharsets.UTF_8));

    private String last() {
        String[] lines = printed.toString(StandardCharsets.UTF_8).split("\n", -1);
        return lines[lines.length - 2];
    }

    @Test
    void a_line_has_its_median_and_is_held_against_another_in_the_same_round() {
        Measured run = new Measured("run", 10);
        Measured floor = new Measured("floor", 1);
        double[][] rounds = {{4, 2}, {9, 3}, {2, 1}};
        for (double[] round : rounds) {
            run.add(new Ran(round[0], 2 * round[0], (long) (100 * round[0]), ""));
            floor.add(new Ran(round[1], round[1], 0, ""));
        }

        table.line(floor);
        assertThat(last()).isEqualTo("| floor | 2.00 (1.00 – 3.00) | 2.00 |  |  |  |");

        // By bank and round: 0.4 to 2, 0.9 to 3, 0.2 to 1.
        table.line(run, floor);
        assertThat(last())
                .isEqualTo("| run | 4.00 (2.00 – 9.00) | 8.00 | 900 | 400 / 800 | 0.200 / 0.400 × floor |");
    }

    @Test
    void what_nobody_tells_is_a_dash_and_what_was_not_measured_no_line() {
        Measured server = new Measured("PostgreSQL itself");
        server.add(new Ran(Double.NaN, 0.25, 0, ""));

        table.line(server, new Measured("nothing"));
        assertThat(last()).isEqualTo("| PostgreSQL itself | – (– – –) | 0.250 |  |  |  |");
        table.line(new Measured("nothing"));
        assertThat(last()).startsWith("| PostgreSQL itself |");
    }

    @Test
    void what_runs_one_after_the_other_adds_up_and_what_a_process_tells_counts() {
        assertThat(new Ran(1, 2, 3, "a").then(new Ran(4, 5, 6, "b"))).isEqualTo(new Ran(5, 7, 6, "b"));
        assertThat(new Ran(1, 2, 3, "1500\n").lastingWhatItSaid()).isEqualTo(new Ran(1.5, 2, 3, "1500\n"));
    }
}

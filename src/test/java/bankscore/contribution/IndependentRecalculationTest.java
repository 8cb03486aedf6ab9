package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.plain.PlainQuarter;
import bankscore.plain.PlainRecalculation;
import bankscore.plain.PlainResult;
import bankscore.plain.PlainWorkbooks;
import bankscore.plain.RandomQuarters;
import bankscore.run.request.Deletion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine against a second calculation that was written from the rule alone, to the last digit. */
class IndependentRecalculationTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void each_sample_quarter_comes_out_as_recalculated(int quarter) throws Exception {
        PlainQuarter plain = PlainWorkbooks.read(Path.of("input", "2022Q" + quarter), 2022, quarter);
        try (Program program = new Program(Path.of("input"), folder.resolve("output"))) {
            PlainResult engine = PlainResult.reduce(program.result("2022Q" + quarter));

            assertThat(PlainRecalculation.of(plain).differencesTo(engine)).isEmpty();
        }
    }

    @Test
    void fifty_random_quarters_come_out_as_recalculated() throws Exception {
        assertThat(differences(0, 50)).isEmpty();
    }

    @Test
    @Tag("long")
    void a_thousand_random_quarters_come_out_as_recalculated() throws Exception {
        assertThat(differences(50, 1050)).isEmpty();
    }

    private List<String> differences(long from, long to) throws Exception {
        List<String> differences = new ArrayList<>();
        Path input = folder.resolve("input");
        try (Program program = new Program(input, folder.resolve("output"))) {
            for (long seed = from; seed < to; seed++) {
                PlainQuarter plain = RandomQuarters.of(seed);
                Path period = input.resolve(plain.period());
                Deletion.of(period);
                PlainWorkbooks.write(plain, period, seed);
                PlainResult engine = PlainResult.reduce(program.result(plain.period()));
                for (String difference : PlainRecalculation.of(plain).differencesTo(engine)) {
                    differences.add("seed " + seed + ": " + difference);
                }
            }
        }
        return differences;
    }
}

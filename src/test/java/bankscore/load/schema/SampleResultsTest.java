package bankscore.load.schema;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.run.Desk;
import bankscore.run.request.RunOutcome.Published;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs read of every shipped sample is of the form that the schemas tell them. */
class SampleResultsTest {

    private static final String SCORES = "result-contribution";
    private static final String SUBSIDIES = "result-subsidy";
    private static final String NOTICES = "result-watch";

    @TempDir
    Path folder = Path.of("");

    @Test
    void results_and_manifests_of_the_samples_fit_and_spoilt_ones_do_not() throws Exception {
        Map<String, List<String>> misfits = new TreeMap<>();
        try (Desk desk = new Desk(Path.of("input"), folder)) {
            for (String run : List.of(
                    "2022Q1 shangrao " + SCORES,
                    "2022Q2 shangrao " + SCORES,
                    "2022Q3 shangrao " + SCORES,
                    "2022Q4 shangrao " + SCORES,
                    "2023Q1 shangrao " + SCORES,
                    "2022Q4 shangrao-watch " + NOTICES,
                    "2021Q4 wuhan-targets " + NOTICES,
                    "2023Q4 wuhan-targets " + NOTICES,
                    "2024Q4 jinhua-targets " + NOTICES,
                    "2022Q4 shangrao-agri " + SUBSIDIES,
                    "2017Q4 lishui-insurance " + SUBSIDIES,
                    "2024Q4 jinhua-insurance " + SUBSIDIES)) {
                String[] words = run.split(" ", -1);
                assertThat(desk.run(words[0], words[1]).end()).as(run).isEqualTo(Published.class);
                List<String> found = EditorSchema.misfits(desk.revision(words[0], words[1]), words[2]);
                if (!found.isEmpty()) {
                    misfits.put(run, found);
                }
            }
            assertThat(misfits).isEmpty();

            String manifest =
                    Files.readString(desk.revision("2022Q4", "shangrao").resolve("manifest.json"));
            for (List<String> spoilt : List.of(
                    List.of("\"revision\": 1", "\"revision\": 0"),
                    List.of("\"sha256\": \"", "\"sha256\": \"x"),
                    List.of("\"inputs\"", "\"input\""),
                    List.of("\"started\": \"", "\"started\": \"at "),
                    List.of("\"size\": ", "\"size\": -"),
                    List.of("\"machine\": ", "\"place\": \"\", \"machine\": "))) {
                assertThat(manifest).contains(spoilt.get(0));
                assertThat(EditorSchema.of("manifest").problems(manifest.replace(spoilt.get(0), spoilt.get(1))))
                        .as(spoilt.get(1))
                        .isNotEmpty();
            }
        }
    }
}

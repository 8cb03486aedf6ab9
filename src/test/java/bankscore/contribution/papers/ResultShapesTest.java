package bankscore.contribution.papers;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.ExecutionFixture;
import bankscore.contribution.PaperFixture;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.judge.RuleCase;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.say.WorkingSentence;
import bankscore.contribution.scheme.Scheme;
import bankscore.load.schema.EditorSchema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema of results against results of every rule that there is a case of, and against spoilt ones. */
class ResultShapesTest {

    private static final EditorSchema SCHEMA = EditorSchema.of("result-contribution");

    @Test
    void the_result_of_every_case_fits() throws Exception {
        Map<String, List<String>> problems = new TreeMap<>();
        List<String> all = new ArrayList<>();
        for (Scheme scheme : RuleFiles.schemes()) {
            for (RuleCase one : CaseLoader.loadAll(Path.of("config/cases"), scheme, RuleFiles.datasets())) {
                String json = json(report(Judgement.of(scheme, one.quarter())));
                all.add(json);
                List<String> found = SCHEMA.problems(json);
                if (!found.isEmpty()) {
                    problems.put(one.file(), found);
                }
            }
        }

        assertThat(problems).isEmpty();
        // What a schema has a word for is met: lots, groups, money that stays, quarters, plans that move and that do
        // not.
        assertThat(all).anyMatch(json -> json.contains("\"funds\": [") && json.contains("\"rank\": null"));
        assertThat(all).anyMatch(json -> json.contains("\"tier\": \""));
        assertThat(all).anyMatch(json -> json.contains("\"group\": \""));
        assertThat(all).anyMatch(json -> json.contains("\"moves\": false"));
        assertThat(all)
                .anyMatch(json -> json.contains("\"status\": \"interim\"") && json.contains("\"indicative\": false"));
        assertThat(all).anyMatch(json -> json.contains("\"allocation\": null"));
        assertThat(all).anyMatch(json -> json.contains("\"note\": \"未达条件\""));
    }

    @Test
    void a_result_with_findings_notes_and_what_was_received_fits() {
        assertThat(SCHEMA.problems(json(PaperFixture.annual()))).isEmpty();
        assertThat(json(PaperFixture.annual())).contains("\"reason\"", "\"note\": \"提前支取\"");
    }

    @Test
    void what_became_of_a_plan_fits() {
        String json = json(ExecutionFixture.report("B001 100 40", "B002 50 80"));
        assertThat(json).contains("\"execution\": {", "\"movedOfDue\"", "\"least\"");
        assertThat(SCHEMA.problems(json)).isEmpty();
        assertThat(SCHEMA.problems(json.replace("\"dueHolding\"", "\"dueHeld\"")))
                .isNotEmpty();
    }

    /** Each spoils one thing of a result that fits. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"status\": \"annual\" | \"status\": \"yearly\"",
                "\"period\": \"2022Q4\" | \"period\": \"2022-12\"",
                "\"revision\": 1 | \"revision\": \"1\"",
                "\"revision\": 1, | \"revision\": 1, \"time\": \"09:30\",",
                "\"benchmarks\" | \"benchmark\"",
                "\"source\": \"published\" | \"source\": \"guessed\"",
                "\"rank\": 1, | \"rank\": null,",
                "\"rank\": 1, | \"rank\": \"1\",",
                "\"share\": \"0. | \"share\": \".",
                "\"mark\": \"text\" | \"mark\": \"sure\"",
                "\"note\": \"收回\" | \"note\": \"收走\"",
                "\"atMaturity\": \" | \"later\": \"",
                "\"when\": \"now\" | \"when\": \"soon\"",
                "\"level\": \"核实\" | \"level\": \"疑问\"",
                "\"indicative\": false | \"indicative\": \"no\"",
                "\"unit\": \"万元\" | \"unit\": \"元\"",
                "\"explanation\": | \"funds\": [], \"explanation\":",
            })
    void a_spoilt_result_does_not_fit(String right, String wrong) {
        String json = json(PaperFixture.annual());
        assertThat(json).contains(right);

        assertThat(SCHEMA.problems(json.replaceFirst(Pattern.quote(right), wrong)))
                .isNotEmpty();
    }

    private static Report report(Judgement judged) {
        return new Report(
                judged,
                List.of(),
                PaperFixture.report(PaperFixture.quarter(judged.quarter().period(), List.of(), true))
                        .run(),
                new WorkingSentence(PaperFixture.words()).all(judged.assessment()));
    }

    private static String json(Report report) {
        return new String(ResultJson.of(report, PaperFixture.words()).bytes(), StandardCharsets.UTF_8);
    }
}

package bankscore.plain.language;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.PaperFixture;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.judge.RuleCase;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.say.WorkingSentence;
import bankscore.contribution.scheme.Scheme;
import bankscore.intake.Dataset;
import bankscore.load.schema.EditorSchema;
import bankscore.rule.worked.Expected;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The engine against a second calculation of the whole language, on random schemes and random quarters, exactly. */
class WholeLanguageTest {

    @Test
    void a_hundred_random_schemes_come_out_as_recalculated() throws Exception {
        assertThat(differences(0, 100)).isEmpty();
    }

    @Test
    @Tag("long")
    void two_thousand_random_schemes_come_out_as_recalculated() throws Exception {
        assertThat(differences(100, 2100)).isEmpty();
    }

    /** Whatever a rule says, its result is of the form that programs are told. */
    @Test
    void the_results_of_random_schemes_fit_the_schema_of_results() throws Exception {
        List<Dataset> datasets = RandomRules.datasets();
        EditorSchema schema = EditorSchema.of("result-contribution");
        List<String> misfits = new ArrayList<>();
        for (long seed = 0; seed < 100; seed++) {
            RandomRules.Pair pair = RandomRules.of(seed);
            Judgement judged = Judgement.of(
                    SchemeLoader.parse("seed " + seed, pair.scheme().toString(), datasets),
                    CaseLoader.parse("seed " + seed, pair.situation().toString(), "test", datasets)
                            .quarter());
            Report report = new Report(
                    judged,
                    List.of(),
                    PaperFixture.annual().run(),
                    new WorkingSentence(PaperFixture.words()).all(judged.assessment()));
            String result =
                    new String(ResultJson.of(report, PaperFixture.words()).bytes(), StandardCharsets.UTF_8);
            for (String problem : schema.problems(result)) {
                misfits.add("seed " + seed + ": " + problem);
            }
        }
        assertThat(misfits).isEmpty();
    }

    private static List<String> differences(long from, long to) throws Exception {
        List<Dataset> datasets = RandomRules.datasets();
        List<String> differences = new ArrayList<>();
        for (long seed = from; seed < to && differences.size() < 5; seed++) {
            RandomRules.Pair pair = RandomRules.of(seed);
            Scheme scheme = SchemeLoader.parse("seed " + seed, pair.scheme().toString(), datasets);
            RuleCase situation =
                    CaseLoader.parse("seed " + seed, pair.situation().toString(), "test", datasets);
            RuleCase expected =
                    new RuleCase(situation.name(), situation.file(), "test", situation.quarter(), expected(pair));
            for (Expected.Difference difference : expected.differences(scheme)) {
                differences.add("seed " + seed + ": " + difference + "\n" + pair.scheme() + "\n" + pair.situation());
                break;
            }
        }
        return differences;
    }

    private static List<Expected> expected(RandomRules.Pair pair) {
        PlainScores scores = new PlainScores(pair.scheme(), pair.situation());
        Map<String, String> outcome = new TreeMap<>(scores.outcome());
        outcome.putAll(PlainPlan.outcome(scores));
        return outcome.entrySet().stream()
                .map(each -> new Expected(each.getKey(), each.getValue(), 0))
                .toList();
    }
}

package bankscore.plain.language;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.judge.RuleCase;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.scheme.Scheme;
import bankscore.intake.Dataset;
import bankscore.rule.worked.Expected;
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

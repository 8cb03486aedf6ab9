package bankscore.plain.language;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.compare.BankChange;
import bankscore.contribution.judge.compare.Cause;
import bankscore.contribution.judge.compare.Comparer;
import bankscore.contribution.judge.compare.Comparison;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.intake.Dataset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two random results of random rules: what changed is its causes, to the last digit. */
class ComparisonTest {

    private final List<Dataset> datasets = RandomRules.datasets();

    ComparisonTest() throws Exception {}

    @Test
    void causes_add_up_to_the_whole_change_on_a_hundred_random_pairs() throws Exception {
        int moved = 0;
        for (long seed = 0; seed < 100; seed++) {
            Comparison comparison = compared(seed, seed + 1000);
            for (BankChange bank : comparison.banks()) {
                Fraction total = Fraction.sum(bank.causes().values().stream()
                        .map(change -> change.total())
                        .toList());
                Fraction share = Fraction.sum(bank.causes().values().stream()
                        .map(change -> change.share())
                        .toList());
                assertThat(total).as("seed %s", seed).isEqualTo(bank.total());
                assertThat(share).as("seed %s", seed).isEqualTo(bank.share());
                moved += total.isZero() ? 0 : 1;
            }
        }
        assertThat(moved).isGreaterThan(100);
    }

    @Test
    void the_same_figures_under_the_same_rule_change_nothing() throws Exception {
        for (long seed = 0; seed < 100; seed++) {
            assertThat(compared(seed, seed).banks()).as("seed %s", seed).noneMatch(BankChange::changed);
        }
    }

    @Test
    void another_rule_on_the_same_figures_is_the_only_cause() throws Exception {
        for (long seed = 0; seed < 100; seed++) {
            Quarter quarter =
                    CaseLoader.parse("q", situation(seed), "test", datasets).quarter();
            Judgement before = Judgement.of(scheme(seed), quarter);
            Judgement after = Judgement.of(scheme(seed + 1000), quarter);

            assertThat(Comparer.compare(before, after, quarter).banks())
                    .as("seed %s", seed)
                    .allMatch(bank -> bank.cause(Cause.ROSTER).total().isZero()
                            && bank.cause(Cause.DATA).total().isZero());
        }
    }

    private Comparison compared(long earlier, long later) throws Exception {
        Judgement before = Judgement.of(
                scheme(earlier),
                CaseLoader.parse("q", situation(earlier), "test", datasets).quarter());
        Judgement after = Judgement.of(
                scheme(later),
                CaseLoader.parse("q", situation(later), "test", datasets).quarter());
        return Comparer.compare(before, after, after.quarter());
    }

    private Scheme scheme(long seed) throws Exception {
        return SchemeLoader.parse("seed " + seed, RandomRules.of(seed).scheme().toString(), datasets);
    }

    private static String situation(long seed) {
        return RandomRules.of(seed).situation().toString();
    }
}

package bankscore.watch.judge;

import static bankscore.watch.judge.Town.below;
import static bankscore.watch.judge.Town.measure;
import static bankscore.watch.judge.Town.number;
import static bankscore.watch.judge.Town.subject;
import static bankscore.watch.judge.Town.watch;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.rule.Definition.Population;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import bankscore.watch.judge.Difference.Cause;
import bankscore.watch.scheme.Degree.When;
import bankscore.watch.scheme.Watch.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of whom two judgements say otherwise, and why; worked by hand. */
class DifferenceTest {

    private static final Reference ZERO = number("0");

    private static Town town() {
        return Town.ofCounties(measure("m", "x", 2)).exempt(12);
    }

    private static Town falling(int running) {
        return town().watch(watch("falling", "m", Side.BELOW, ZERO, running)).degree("约谈", new When.Hits(1));
    }

    /** Such as {@code A: 1 hits → 0 hits by FIGURES}. */
    private static List<String> between(Town before, Town after) {
        return Difference.between(before.input(), after.input()).stream()
                .map(each -> each.subject().code() + ": "
                        + each.before().map(own -> own.hits().size() + " hits").orElse("nobody") + " → "
                        + each.after().map(own -> own.hits().size() + " hits").orElse("nobody") + " by "
                        + String.join(
                                ", ", each.causes().stream().map(Cause::name).toList()))
                .toList();
    }

    @Test
    void the_same_twice_differs_in_nothing() {
        assertThat(between(falling(1).county("A", "x", "-1"), falling(1).county("A", "x", "-1")))
                .isEmpty();
        // Another figure on the same side changes nothing that is said of it.
        assertThat(between(falling(1).county("A", "x", "-1"), falling(1).county("A", "x", "-2")))
                .isEmpty();
    }

    @Test
    void a_figure_is_the_cause_of_its_own_subject() {
        assertThat(between(
                        falling(1).county("A", "x", "-1").county("B", "x", "1"),
                        falling(1).county("A", "x", "0").county("B", "x", "1")))
                .containsExactly("A: 1 hits → 0 hits by FIGURES");
    }

    /** Mean of −1 and 1 is 0; with 5 for B it is 2, and A at 1 is below. */
    @Test
    void a_figure_of_another_is_one_too() {
        Town before = town().watch(below("low", "m", new Reference.OfPopulation(Statistic.MEAN)))
                .county("A", "x", "1")
                .county("B", "x", "-1");
        Town after = town().watch(below("low", "m", new Reference.OfPopulation(Statistic.MEAN)))
                .county("A", "x", "1")
                .county("B", "x", "5");
        assertThat(between(before, after))
                .containsExactly("A: 0 hits → 1 hits by FIGURES", "B: 1 hits → 0 hits by FIGURES");
    }

    @Test
    void a_published_figure_is_a_figure() {
        Town before = town().benchmark("city", "全市", "", Population.ALL)
                .watch(below("low", "m", new Reference.OfBenchmark("city")))
                .published("全市", "1", "")
                .county("A", "x", "1");
        Town after = town().benchmark("city", "全市", "", Population.ALL)
                .watch(below("low", "m", new Reference.OfBenchmark("city")))
                .published("全市", "2", "")
                .county("A", "x", "1");
        assertThat(between(before, after)).containsExactly("A: 0 hits → 1 hits by FIGURES");
    }

    @Test
    void a_parameter_is_the_rules() {
        assertThat(between(falling(1).county("A", "x", "-1"), falling(2).county("A", "x", "-1")))
                .containsExactly("A: 1 hits → 0 hits by RULE");
    }

    @Test
    void a_degree_that_changes_is_told_though_the_hits_are_the_same() {
        assertThat(between(
                        falling(1).county("A", "x", "-1"),
                        town().watch(watch("falling", "m", Side.BELOW, ZERO, 1))
                                .degree("现场督导", new When.Hits(1))
                                .county("A", "x", "-1")))
                .containsExactly("A: 1 hits → 1 hits by RULE");
    }

    @Test
    void who_comes_goes_or_is_exempt_is_the_registers() {
        assertThat(between(
                        falling(1).county("A", "x", "-1").county("B", "x", "-1"),
                        falling(1)
                                .subject("counties", subject("A", "", false), "", "x", "-1")
                                .county("C", "x", "1")))
                .containsExactly(
                        "A: 1 hits → 0 hits by REGISTER",
                        "C: nobody → 0 hits by REGISTER",
                        "B: 1 hits → nobody by REGISTER");
    }

    @Test
    void who_comes_and_is_named_by_its_figures_has_both_causes() {
        assertThat(between(falling(1), falling(1).county("A", "x", "-1")))
                .containsExactly("A: nobody → 1 hits by REGISTER, FIGURES");
    }

    @Test
    void a_row_that_is_full_is_earlier_periods() {
        assertThat(between(
                        falling(2).county("A", "x", "-1"),
                        falling(2).county("A", "x", "-1").earlier("2022Q3", "A", "falling", 1)))
                .containsExactly("A: 0 hits → 1 hits by HISTORY");
    }

    /** From the third quarter to the fourth: A goes on below, B rises, C falls; nothing is the doing of a row that breaks. */
    @Test
    void of_two_periods_the_later_one_counts_on_before_its_figures_are_taken() {
        Town before = new Town(new Period(2022, 3))
                .group("counties", measure("m", "x", 2))
                .watch(watch("falling", "m", Side.BELOW, ZERO, 2))
                .county("A", "x", "-1")
                .county("B", "x", "-1")
                .county("C", "x", "1")
                .earlier("2022Q2", "A", "falling", 1)
                .earlier("2022Q2", "B", "falling", 1)
                .earlier("2022Q2", "C", "falling", 1);
        Town after = new Town(new Period(2022, 4))
                .group("counties", measure("m", "x", 2))
                .watch(watch("falling", "m", Side.BELOW, ZERO, 2))
                .county("A", "x", "-2")
                .county("B", "x", "1")
                .county("C", "x", "1");
        for (String code : List.of("A", "B", "C")) {
            after.earlier("2022Q2", code, "falling", 1).earlier("2022Q3", code, "falling", code.equals("C") ? 0 : 1);
        }
        assertThat(between(before, after)).containsExactly("B: 1 hits → 0 hits by FIGURES");
    }

    @Test
    void a_group_that_only_one_rule_has_is_the_rules() {
        Town one = falling(1).county("A", "x", "-1");
        Town both = falling(1)
                .group("banks", measure("m", "x", 2))
                .watch(Town.of(below("low", "m", ZERO), "banks"))
                .county("A", "x", "-1")
                .subject("banks", "P", "x", "-1");
        assertThat(between(one, both)).containsExactly("P: nobody → 1 hits by REGISTER, FIGURES");
        assertThat(between(both, one)).containsExactly("P: 1 hits → nobody by RULE");
    }
}

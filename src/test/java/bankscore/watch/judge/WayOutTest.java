package bankscore.watch.judge;

import static bankscore.watch.judge.Town.below;
import static bankscore.watch.judge.Town.measure;
import static bankscore.watch.judge.Town.number;
import static bankscore.watch.judge.Town.progress;
import static bankscore.watch.judge.Town.watch;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.rule.Definition.Population;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import bankscore.watch.scheme.Watch;
import bankscore.watch.scheme.Watch.Side;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would have to be otherwise for somebody not to be named; expected values by hand. */
class WayOutTest {

    private static final Reference ZERO = number("0");
    private static final Reference CITY = new Reference.OfBenchmark("city");

    /** The way out of the one hit of A, as {@code measure [figure needed → value against bound]}. */
    private static String way(Town town) {
        return way(town, 2);
    }

    private static String way(Town town, int decimals) {
        Judgement judged = town.judge();
        Watched subject = Town.county(judged, "A");
        assertThat(subject.hits()).hasSize(1);
        WayOut out = WayOut.of(town.input(), subject, subject.hits().get(0), Map.of("x", decimals, "y", decimals));
        return (out.included() ? "" : "beyond ")
                + out.value()
                + out.figure()
                        .map(figure -> " " + figure.column() + " " + figure.needed() + " → "
                                + figure.then().value().orElseThrow() + " against "
                                + figure.then().bound().orElseThrow())
                        .orElse("");
    }

    /**
     * x less y by y: 99.99 by 100 is −0.01 %, 100 is 0. By 100000, 99995.01 is −0.00499 %, published as 0.00, and 99995 is −0.005 %,
     * published as −0.01.
     */
    @ParameterizedTest
    @CsvSource({"98, 100, 100", "98000, 100000, 99995.01", "98.005, 100, 100"})
    void growth_below_zero_needs_the_figure_of_the_period(String x, String y, String needed) {
        assertThat(way(Town.ofCounties(measure("m", "(x - y) / y * 100", 2))
                        .watch(below("low", "m", ZERO))
                        .county("A", "x", x, "y", y)))
                .isEqualTo("0 x " + needed + " → 0 against 0");
    }

    /** At 72.97 of 77.97 by 5; 7297.50 ÷ 10000 = 72.975 % is published as 72.98. */
    @Test
    void a_grade_is_left_a_step_behind_it() {
        assertThat(way(Town.ofCounties(measure("m", "x / y * 100", 2))
                        .benchmark("city", "全市", "", Population.ALL)
                        .published("全市", "77.97", "")
                        .watch(below("far", "m", CITY, "5", "10"))
                        .county("A", "x", "6000", "y", "10000")))
                .isEqualTo("72.98 x 7297.5 → 72.98 against 77.97");
    }

    /**
     * The city's ratio moves along: x against (x + 90) ÷ 2 less 5. At 80.01 it is 85.005 → 85.01, 5.00 away; at 80.02 it is 85.01,
     * 4.99 away. Against 75 as it is now 70.01 would do.
     */
    @Test
    void a_benchmark_in_which_the_subject_takes_part_moves_along() {
        assertThat(way(Town.ofCounties(measure("m", "x / y * 100", 2))
                        .benchmark("city", "", "sum(counties.x) / sum(counties.y) * 100", Population.ALL)
                        .watch(below("far", "m", CITY, "5"))
                        .county("A", "x", "60", "y", "100")
                        .county("B", "x", "90", "y", "100")))
                .isEqualTo("70.01 x 80.02 → 80.02 against 85.01");
    }

    /** Mean of x and 6: at 5.99 it is 5.995 → 6.00 and above it, at 6 it is 6. */
    @Test
    void so_does_a_mean() {
        assertThat(way(Town.ofCounties(measure("m", "x", 2))
                        .watch(below("low", "m", new Reference.OfPopulation(Statistic.MEAN)))
                        .county("A", "x", "2")
                        .county("B", "x", "6")))
                .isEqualTo("4 x 6 → 6 against 6");
    }

    /** 100 × 1 ÷ 4 = 25 of what has risen from 50: 75. */
    @Test
    void of_a_year_the_part_that_is_due() {
        assertThat(way(new Town(new Period(2022, 1))
                        .group("counties", measure("m", "x - y", 2))
                        .watch(progress(below("behind", "m", new Reference.OfMeasure("goal"))))
                        .county("A", "x", "60", "y", "50", "goal", "100")))
                .isEqualTo("25 x 75 → 25 against 25");
    }

    @Test
    void above_it_is_mirrored_and_a_count_is_whole() {
        Town town = Town.ofCounties(measure("m", "x", 1)).county("A", "x", "9");
        assertThat(way(town.watch(watch("high", "m", Side.ABOVE, number("7.04"), 1)), 0))
                .isEqualTo("7 x 7 → 7 against 7.04");
        assertThat(way(
                        Town.ofCounties(measure("m", "x", 1))
                                .watch(watch("high", "m", Side.ABOVE, number("5"), 1, "2"))
                                .county("A", "x", "9"),
                        0))
                .isEqualTo("6.9 x 6 → 6 against 5");
    }

    @Test
    void an_exact_measure_must_reach_the_bound_or_lie_beyond_the_grade() {
        assertThat(way(exact(below("low", "m", number("7.123"))))).isEqualTo("7.123 x 7.13 → 7.13 against 7.123");
        assertThat(way(exact(below("far", "m", number("9"), "2")))).isEqualTo("beyond 7 x 7.01 → 7.01 against 9");
    }

    private static Town exact(Watch watch) {
        return Town.ofCounties(measure("m", "x", Optional.<Rounding>empty(), Population.ASSESSED))
                .watch(watch)
                .county("A", "x", "5");
    }

    /** 100 ÷ x has no line in x; x + y above 5 would need a negative x, and y by 5 less. */
    @Test
    void where_no_figure_moves_it_evenly_or_can_go_so_far_another_or_none_is_told() {
        assertThat(way(Town.ofCounties(measure("m", "100 / x", 2))
                        .watch(below("low", "m", number("50")))
                        .county("A", "x", "4")))
                .isEqualTo("50");
        assertThat(way(Town.ofCounties(measure("m", "x + y", 2))
                        .watch(watch("high", "m", Side.ABOVE, number("5"), 1))
                        .county("A", "x", "1", "y", "9")))
                .isEqualTo("5 y 4 → 5 against 5");
        assertThat(way(Town.ofCounties(measure("m", "least(x, 3)", 2))
                        .watch(below("low", "m", number("50")))
                        .county("A", "x", "1")))
                .isEqualTo("50");
    }

    /** The figure that suffices does, and the one before it does not: judged anew, not trusted. */
    @Test
    void what_suffices_is_the_least_that_does() {
        for (String y : new String[] {"7", "13.37", "99999.99", "31415926.53"}) {
            Fraction own = Fraction.of(y).times(Fraction.of(9, 10));
            Town town = town(own, y);
            Watched subject = Town.county(town.judge(), "A");
            WayOut.Enough enough = WayOut.of(
                            town.input(), subject, subject.hits().get(0), Map.of())
                    .figure()
                    .orElseThrow();
            assertThat(Town.named(town(enough.needed(), y).judge())).isEmpty();
            assertThat(Town.named(
                            town(enough.needed().minus(Fraction.of("0.01")), y).judge()))
                    .hasSize(1);
            assertThat(enough.now()).isEqualTo(own);
        }
    }

    private static Town town(Fraction x, String y) {
        return Town.ofCounties(measure("m", "(x - y) / y * 100", 2))
                .watch(below("low", "m", number("1.5")))
                .county("A", "x", x.toString(), "y", y);
    }

    @Test
    void a_negative_figure_may_stay_negative() {
        assertThat(way(Town.ofCounties(measure("m", "x", 2))
                        .watch(below("low", "m", number("-3")))
                        .county("A", "x", "-8")))
                .isEqualTo("-3 x -3 → -3 against -3");
    }
}

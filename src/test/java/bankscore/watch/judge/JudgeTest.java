package bankscore.watch.judge;

import static bankscore.watch.judge.Town.below;
import static bankscore.watch.judge.Town.county;
import static bankscore.watch.judge.Town.found;
import static bankscore.watch.judge.Town.look;
import static bankscore.watch.judge.Town.measure;
import static bankscore.watch.judge.Town.named;
import static bankscore.watch.judge.Town.number;
import static bankscore.watch.judge.Town.progress;
import static bankscore.watch.judge.Town.subject;
import static bankscore.watch.judge.Town.unless;
import static bankscore.watch.judge.Town.watch;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.finding.Finding;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.load.WordsLoader;
import bankscore.rule.Condition;
import bankscore.rule.Definition.Population;
import bankscore.rule.Mark;
import bankscore.rule.MeasureValue;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import bankscore.watch.judge.Look.Broken;
import bankscore.watch.judge.Watched.Exempt;
import bankscore.watch.scheme.Degree.When;
import bankscore.watch.scheme.Target;
import bankscore.watch.scheme.Watch.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is behind, for how long and what follows; expected values by hand. Each measure {@code m} is the column {@code x}. */
class JudgeTest {

    private static final Reference ZERO = number("0");
    private static final Reference MEAN = new Reference.OfPopulation(Statistic.MEAN);
    private static final Reference MEDIAN = new Reference.OfPopulation(Statistic.MEDIAN);

    /** Counties A, B, C … with these values of {@code x}; an empty one has none. */
    private static Town counties(Town town, String... values) {
        for (int i = 0; i < values.length; i++) {
            town.county(String.valueOf((char) ('A' + i)), "x", values[i]);
        }
        return town;
    }

    private static Town town() {
        return Town.ofCounties(measure("m", "x", 2));
    }

    @Nested
    class Cases {

        /** 2218 ÷ 6181 = 0.358841… ; 2014 ÷ 5172 = 0.389404… ; −296 ÷ 5149 = −0.057486… */
        @ParameterizedTest
        @CsvSource({"10532, 6181, 2218, 35.88", "8741, 5172, 2014, 38.94", "9035, 5149, -296, -5.75"})
        void daxinganling_2011(String deposits, String lendable, String loans, String ratio) {
            Judgement judged = Town.ofCounties(measure("local", "local_loans / lendable * 100", 2))
                    .watch(below("local_low", "local", number("70")))
                    .county("D", "new_deposits", deposits, "lendable", lendable, "local_loans", loans)
                    .judge();
            assertThat(valued(county(judged, "D"), "local").printed()).contains(ratio);
            assertThat(named(judged)).containsExactly("D local_low/1×1");
        }

        /** 77.97 − 72.97 = 5.00; 77.97 − 72.98 = 4.99; 77.97 − 67.97 = 10.00. */
        @Test
        void a_ratio_far_below_the_citys_has_two_grades_each_reached_exactly() {
            Judgement judged = counties(
                            town().benchmark("city", "全市存贷比", "", Population.ALL)
                                    .published("全市存贷比", "77.97", "")
                                    .watch(below("far", "m", new Reference.OfBenchmark("city"), "5", "10")),
                            "72.97",
                            "72.98",
                            "67.97",
                            "67.98")
                    .judge();
            assertThat(named(judged)).containsExactly("A far/1×1", "C far/2×1", "D far/1×1");
            assertThat(look(judged, "B", "far").gap()).contains(Fraction.of("4.99"));
        }

        @Test
        void negative_in_eight_quarters_running_is_named() {
            Town town = town().watch(watch("falling", "m", Side.BELOW, ZERO, 8)).county("A", "x", "-0.01");
            for (String at : List.of("2021Q1", "2021Q2", "2021Q3", "2021Q4", "2022Q1", "2022Q2", "2022Q3")) {
                town.reported(at, "A", "m", "-1");
            }
            assertThat(named(town.judge())).containsExactly("A falling/1×8");
        }

        @Test
        void seven_then_one_at_zero_then_negative_counts_one() {
            Town town = town().watch(watch("falling", "m", Side.BELOW, ZERO, 8)).county("A", "x", "-1");
            for (String at : List.of("2020Q4", "2021Q1", "2021Q2", "2021Q3", "2021Q4", "2022Q1", "2022Q2")) {
                town.reported(at, "A", "m", "-1");
            }
            Judgement judged = town.reported("2022Q3", "A", "m", "0.00").judge();
            assertThat(named(judged)).isEmpty();
            assertThat(look(judged, "A", "falling").running()).isEqualTo(1);
            assertThat(look(judged, "A", "falling").broken()).isEmpty();
        }

        /** Opened 2022-04-30: eight months at the end of 2022. (60 − 100) ÷ 100 = −40 %. */
        @Test
        void an_insurer_opened_eight_months_ago_is_listed_not_ranked_not_named() {
            Judgement judged = new Town()
                    .group("insurers", measure("growth", "(premium - before) / before * 100", 2))
                    .watch(Town.of(below("negative", "growth", ZERO), "insurers"))
                    .degree("约谈", new When.Hits(1))
                    .exempt(12)
                    .subject("insurers", subject("I1", "2022-04-30", true), "", "premium", "60", "before", "100")
                    .subject("insurers", subject("I2", "2001-01-01", true), "", "premium", "90", "before", "100")
                    .judge();
            Watched young = county(judged, "I1");
            assertThat(valued(young, "growth").printed()).contains("-40.00");
            assertThat(young.ranks()).isEmpty();
            assertThat(young.looks()).isEmpty();
            assertThat(young.degree()).isEmpty();
            assertThat(young.exempt()).contains(new Exempt(Exempt.Reason.TOO_NEW, "2022-04-30"));
            assertThat(named(judged)).containsExactly("I2 negative/1×1");
            assertThat(county(judged, "I2").ranks()).isEqualTo(Map.of("growth", 1));
        }
    }

    @Nested
    class Strictness {

        @Test
        void without_grades_a_measure_on_the_bound_is_no_hit_on_either_side() {
            Judgement judged = counties(
                            town().watch(
                                            watch("low", "m", Side.BELOW, number("5"), 1),
                                            watch("high", "m", Side.ABOVE, number("5"), 1)),
                            "5",
                            "4.99",
                            "5.01")
                    .judge();
            assertThat(named(judged)).containsExactly("B low/1×1", "C high/1×1");
            assertThat(look(judged, "B", "high").gap()).contains(Fraction.of("-0.01"));
        }

        /** 4.995 → 5.00 is not below 5, 4.994 → 4.99 is; the bound 5.004 is printed as given and not rounded. */
        @Test
        void the_gap_is_of_the_rounded_value_against_the_bound_as_printed() {
            Judgement judged = counties(
                            town().benchmark("city", "全市", "", Population.ALL)
                                    .published("全市", "5.004", "")
                                    .watch(
                                            below("five", "m", number("5")),
                                            below("city", "m", new Reference.OfBenchmark("city"))),
                            "4.995",
                            "4.994")
                    .judge();
            assertThat(named(judged)).containsExactly("A city/1×1", "B five/1×1 city/1×1");
            assertThat(look(judged, "A", "city").gap()).contains(Fraction.of("0.004"));
            assertThat(look(judged, "B", "city").gap()).contains(Fraction.of("0.014"));
        }

        @Test
        void a_bound_may_be_another_measure_or_a_column_of_the_same_subject() {
            Judgement judged = Town.ofCounties(measure("m", "x", 2), measure("half", "y / 2", 0))
                    .watch(
                            below("measure", "m", new Reference.OfMeasure("half")),
                            below("column", "m", new Reference.OfMeasure("y")))
                    // half of 5 is 2.5, published as 3
                    .county("A", "x", "2.9", "y", "5")
                    .county("B", "x", "3", "y", "5")
                    .county("C", "x", "1", "y", "")
                    .judge();
            assertThat(named(judged)).containsExactly("A measure/1×1 column/1×1", "B column/1×1");
            assertThat(look(judged, "C", "column").bound()).isEmpty();
            assertThat(look(judged, "C", "column").gap()).isEmpty();
        }

        @Test
        void unless_spares_and_leaves_the_look_to_be_seen() {
            Condition large = new Condition.Compared("y", Condition.Comparison.AT_LEAST, number("100"));
            Judgement judged = town().watch(unless(below("low", "m", ZERO), large))
                    .county("A", "x", "-1", "y", "100")
                    .county("B", "x", "-1", "y", "99")
                    .county("C", "x", "-1", "y", "")
                    .judge();
            assertThat(named(judged)).containsExactly("B low/1×1", "C low/1×1");
            assertThat(look(judged, "A", "low").spared()).isTrue();
            assertThat(look(judged, "A", "low").grade()).isEqualTo(1);
        }

        @Test
        void unless_may_ask_the_register_and_a_benchmark() {
            Condition noted = new Condition.Any(List.of(
                    new Condition.Text("note", true, List.of("受灾")),
                    new Condition.Text("name", true, List.of("C县")),
                    new Condition.Compared("m", Condition.Comparison.ABOVE, new Reference.OfBenchmark("floor"))));
            Judgement judged = town().benchmark("floor", "下限", "", Population.ALL)
                    .published("下限", "-2", "")
                    .watch(unless(below("low", "m", ZERO), noted))
                    .subject("counties", subject("A", "", true), "受灾", "x", "-3")
                    .subject("counties", subject("B", "", true), "受灾害", "x", "-3")
                    .county("C", "x", "-3")
                    .county("D", "x", "-1")
                    .judge();
            assertThat(named(judged)).containsExactly("B low/1×1");
        }

        /** 100 × 1 ÷ 4 = 25, exactly; at 25 it is on time. 10 × 3 ÷ 4 = 7.5. */
        @Test
        void progress_is_the_target_times_the_quarter_divided_by_four() {
            Judgement first = new Town(new Period(2022, 1))
                    .group("counties", measure("m", "x", 2))
                    .watch(progress(below("behind", "m", new Reference.OfMeasure("target"))))
                    .county("A", "x", "25", "target", "100")
                    .county("B", "x", "24.99", "target", "100")
                    .judge();
            assertThat(named(first)).containsExactly("B behind/1×1");
            Judgement third = new Town(new Period(2022, 3))
                    .group("counties", measure("m", "x", 2))
                    .watch(progress(below("behind", "m", number("10"))))
                    .county("A", "x", "7.5")
                    .county("B", "x", "7.49")
                    .judge();
            assertThat(named(third)).containsExactly("B behind/1×1");
            assertThat(look(third, "A", "behind").bound()).contains(Fraction.of("7.5"));
        }
    }

    @Nested
    class Populations {

        /** Mean of 1, 2, 5 is 2.666… → 2.67; the median of 1, 2, 5, 7 is 3.5. */
        @Test
        void mean_and_median_are_rounded_as_the_measure_and_run_over_those_that_have_it() {
            Judgement mean = counties(town().watch(below("low", "m", MEAN)), "1", "2", "", "5")
                    .judge();
            assertThat(mean.groups().get(0).statistics()).isEqualTo(Map.of("low", Fraction.of("2.67")));
            assertThat(named(mean)).containsExactly("A low/1×1", "B low/1×1");
            Judgement median = counties(town().watch(below("low", "m", MEDIAN)), "7", "5", "2", "1")
                    .judge();
            assertThat(median.groups().get(0).statistics()).isEqualTo(Map.of("low", Fraction.of("3.5")));
            assertThat(named(median)).containsExactly("C low/1×1", "D low/1×1");
        }

        /** Rounded to a whole number the mean of 1 and 2 is 2, and 1.5 → 2 is not below it. */
        @Test
        void the_mean_is_of_published_values() {
            Judgement judged = counties(
                            Town.ofCounties(measure("m", "x", 0)).watch(below("low", "m", MEAN)), "1.4", "1.5")
                    .judge();
            assertThat(judged.groups().get(0).statistics()).isEqualTo(Map.of("low", Fraction.of("2")));
            assertThat(named(judged)).containsExactly("A low/1×1");
        }

        @Test
        void exempt_subjects_are_in_no_mean_and_a_computed_benchmark_leaves_them_out_unless_it_is_over_all() {
            Town town = Town.ofCounties(measure("m", "x", 2))
                    .benchmark("judged", "", "sum(counties.x) / sum(counties.y)", Population.ASSESSED)
                    .benchmark("all", "", "sum(counties.x) / sum(counties.y)", Population.ALL)
                    .watch(
                            below("mean", "m", MEAN),
                            below("judged", "m", new Reference.OfBenchmark("judged")),
                            below("all", "m", new Reference.OfBenchmark("all")))
                    .county("A", "x", "1", "y", "1")
                    .county("B", "x", "3", "y", "1")
                    .subject("counties", subject("C", "", false), "", "x", "14", "y", "1");
            Judgement judged = town.judge();
            // judged: (1 + 3) ÷ 2 = 2; all: 18 ÷ 3 = 6
            assertThat(judged.groups().get(0).statistics()).isEqualTo(Map.of("mean", Fraction.of(2)));
            assertThat(judged.benchmark("judged").orElseThrow().value()).contains(Fraction.of(2));
            assertThat(judged.benchmark("all").orElseThrow().value()).contains(Fraction.of(6));
            assertThat(named(judged)).containsExactly("A mean/1×1 judged/1×1 all/1×1", "B all/1×1");
            assertThat(judged.benchmark("all").orElseThrow().banks()).containsExactly("A", "B", "C");
        }

        /** B has no y and enters neither sum: 1 ÷ 2 = 0.5, not (1 + 8) ÷ 2. */
        @Test
        void who_lacks_a_figure_of_a_benchmark_is_in_none_of_its_sums() {
            Judgement judged = town().benchmark("ratio", "", "sum(counties.x) / sum(counties.y)", Population.ALL)
                    .county("A", "x", "1", "y", "2")
                    .county("B", "x", "8", "y", "")
                    .judge();
            assertThat(judged.benchmark("ratio").orElseThrow().value()).contains(Fraction.of("0.5"));
        }

        /** Sums of two groups: (10 + 30) ÷ (4 + 4) = 5; mean of the counties' m, 20, less that of the banks' n, 4: 16. */
        @Test
        void a_benchmark_may_name_columns_and_measures_of_several_groups() {
            Judgement judged = new Town()
                    .group("counties", measure("m", "x", 2))
                    .group("banks", measure("n", "y", 2))
                    .benchmark("ratio", "", "sum(counties.x) / sum(banks.y)", Population.ASSESSED)
                    .benchmark("apart", "", "mean(counties.m) - mean(banks.n)", Population.ASSESSED)
                    .benchmark("both", "", "ratio + apart", Population.ASSESSED)
                    .county("A", "x", "10")
                    .county("B", "x", "30")
                    .subject("banks", "P", "y", "4")
                    .subject("banks", "Q", "y", "4")
                    .judge();
            assertThat(judged.benchmark("ratio").orElseThrow().value()).contains(Fraction.of(5));
            assertThat(judged.benchmark("apart").orElseThrow().value()).contains(Fraction.of(16));
            assertThat(judged.benchmark("both").orElseThrow().value()).contains(Fraction.of(21));
        }

        /** The banks' total y is 8, though the group is written later: A has 10 ÷ 8 = 1.25. */
        @Test
        void a_measure_may_name_another_group_in_a_statistic() {
            Judgement judged = new Town()
                    .group("counties", measure("m", "x / sum(banks.y)", 2))
                    .group("banks", measure("n", "y", 2))
                    .county("A", "x", "10")
                    .subject("banks", "P", "y", "5")
                    .subject("banks", "Q", "y", "3")
                    .judge();
            assertThat(valued(county(judged, "A"), "m").value()).contains(Fraction.of("1.25"));
            assertThat(valued(county(judged, "A"), "m").inputs()).hasSize(1);
        }

        @Test
        void a_benchmark_that_is_not_there_judges_nobody_and_is_to_be_verified() {
            Judgement judged = counties(
                            town().benchmark("city", "全市增速", "", Population.ALL)
                                    .benchmark("none", "", "sum(counties.x) / sum(counties.z)", Population.ALL)
                                    .watch(
                                            below("city", "m", new Reference.OfBenchmark("city")),
                                            below("none", "m", new Reference.OfBenchmark("none"))),
                            "-100")
                    .judge();
            assertThat(named(judged)).isEmpty();
            assertThat(judged.benchmark("city").orElseThrow().printed()).isEmpty();
            assertThat(look(judged, "A", "city"))
                    .extracting(Look::bound, Look::gap, Look::grade, Look::running)
                    .containsExactly(Optional.empty(), Optional.empty(), 0, 0);
            assertThat(found(judged))
                    .containsExactly("W216 {expected=全市增速, variant=absent}", "W306 {found=none, variant=benchmark}");
        }

        @Test
        void a_published_benchmark_goes_before_what_stands_in_for_it() {
            Town town = town().benchmark("city", "全市", "mean(counties.x)", Population.ALL)
                    .county("A", "x", "4");
            assertThat(town.judge().benchmark("city").orElseThrow().value()).contains(Fraction.of(4));
            assertThat(found(town.judge())).containsExactly("W216 {expected=全市}");
            Judgement given = town.published("全市", "7", "").judge();
            assertThat(given.benchmark("city").orElseThrow().value()).contains(Fraction.of(7));
            assertThat(given.benchmark("city").orElseThrow().published()).isTrue();
            assertThat(found(given)).isEmpty();
        }

        @Test
        void what_stands_in_for_a_published_benchmark_stands_in_for_no_target() {
            Town town = town().benchmark("city", "全市", "mean(counties.x)", Population.ALL)
                    .county("A", "x", "4")
                    .target(new Target(
                            "city",
                            "全市",
                            "全市",
                            "%",
                            false,
                            number("7"),
                            Optional.empty(),
                            Optional.empty(),
                            false,
                            "二",
                            Mark.TEXT));

            assertThat(town.judge().benchmark("city").orElseThrow().value()).contains(Fraction.of(4));
            assertThat(found(town.judge())).containsExactly("W216 {expected=全市, variant=benchmark}");
        }

        @Test
        void a_measure_without_a_base_is_null_and_the_others_stand() {
            Judgement judged = Town.ofCounties(measure("m", "(x - y) / y * 100", 2), measure("n", "x", 2))
                    .watch(below("fall", "m", MEAN), below("low", "n", number("100")))
                    .county("A", "x", "50", "y", "0")
                    .county("B", "x", "150", "y", "100")
                    .judge();
            Watched baseless = county(judged, "A");
            assertThat(baseless.exempt()).isEmpty();
            assertThat(valued(baseless, "m").value()).isEmpty();
            assertThat(baseless.ranks()).isEqualTo(Map.of("n", 2));
            assertThat(named(judged)).containsExactly("A low/1×1");
            // the mean of B alone
            assertThat(judged.groups().get(0).statistics()).isEqualTo(Map.of("fall", Fraction.of(50)));
            assertThat(found(judged)).containsExactly("W306 县区.xlsx › counties › D2 A县 {found=m}");
        }

        @Test
        void a_bank_that_is_not_assessed_is_listed_as_exempt_and_may_lack_figures() {
            Judgement judged = town().watch(below("low", "m", ZERO))
                    .subject("counties", subject("A", "", false), "")
                    .county("B", "x", "1")
                    .judge();
            assertThat(county(judged, "A").exempt()).contains(new Exempt(Exempt.Reason.NOT_ASSESSED, ""));
            assertThat(valued(county(judged, "A"), "m").value()).isEmpty();
            assertThat(found(judged)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"口径调整, true", "口径调整后, false", " 口径调整 , true", "'', false"})
        void words_of_exempt_equal_exactly(String note, boolean exempt) {
            Judgement judged = town().exempt(12, "口径调整")
                    .subject("counties", subject("A", "", true), note, "x", "1")
                    .judge();
            assertThat(county(judged, "A").exempt())
                    .isEqualTo(exempt ? Optional.of(new Exempt(Exempt.Reason.WORD, note)) : Optional.empty());
            assertThat(county(judged, "A").note()).isEqualTo(note);
        }

        /** The end of 2022Q4 and a day less twelve months is 2022-01-01. */
        @ParameterizedTest
        @CsvSource({"2022-01-01, false", "2022-01-02, true", "'', false"})
        void months_are_counted_to_the_day_after_the_periods_end(String opened, boolean exempt) {
            Judgement judged = town().exempt(12)
                    .subject("counties", subject("A", opened, true), "", "x", "1")
                    .judge();
            assertThat(county(judged, "A").exempt().isPresent()).isEqualTo(exempt);
        }

        @Test
        void a_rule_without_exemptions_judges_all_that_are_assessed() {
            Judgement judged = town().watch(below("low", "m", ZERO))
                    .subject("counties", subject("A", "2022-12-31", true), "口径调整", "x", "-1")
                    .judge();
            assertThat(named(judged)).containsExactly("A low/1×1");
        }
    }

    @Nested
    class RunningPeriods {

        private static final String LOW = "low";

        private Town running(Reference bound, int running, String... grades) {
            return town().watch(watch(LOW, "m", Side.BELOW, bound, running, grades))
                    .county("A", "x", "-20");
        }

        private Look judged(Town town) {
            return look(town.judge(), "A", LOW);
        }

        @Test
        void what_was_published_counts_under_the_version_then_in_force() {
            Look look = judged(running(ZERO, 3)
                    .earlier("2022Q3", "A", LOW, 1)
                    .earlier("2022Q2", "A", LOW, 2)
                    .earlier("2022Q1", "A", LOW, 0));
            assertThat(look.met())
                    .containsExactly(
                            new Look.Met(new Period(2022, 4), 1, false),
                            new Look.Met(new Period(2022, 3), 1, false),
                            new Look.Met(new Period(2022, 2), 2, false));
            assertThat(look.broken()).isEmpty();
            assertThat(look.hit()).isTrue();
        }

        @Test
        void what_was_published_goes_before_what_is_reported() {
            Look look = judged(running(ZERO, 2).earlier("2022Q3", "A", LOW, 0).reported("2022Q3", "A", "m", "-5"));
            assertThat(look.running()).isEqualTo(1);
            assertThat(look.hit()).isFalse();
        }

        @Test
        void history_counts_where_nothing_was_published_and_is_marked() {
            Judgement judged = running(ZERO, 3)
                    .earlier("2022Q3", "A", LOW, 1)
                    .reported("2022Q2", "A", "m", "-0.01")
                    .judge();
            assertThat(look(judged, "A", LOW).met().get(2)).isEqualTo(new Look.Met(new Period(2022, 2), 1, true));
            assertThat(look(judged, "A", LOW).hit()).isTrue();
            assertThat(found(judged)).containsExactly("N411 历史.xlsx › 历史 {found=2022Q2}");
        }

        /** −0.004 would have been published as 0.00. */
        @Test
        void a_reported_value_is_rounded_as_the_measure_is_published() {
            assertThat(judged(running(ZERO, 1).reported("2022Q3", "A", "m", "-0.004"))
                            .running())
                    .isEqualTo(1);
            assertThat(judged(running(ZERO, 1).reported("2022Q3", "A", "m", "-0.005"))
                            .running())
                    .isEqualTo(2);
        }

        @Test
        void rows_for_this_period_or_later_are_passed_over() {
            Judgement judged = running(ZERO, 1)
                    .reported("2022Q4", "A", "m", "5")
                    .reported("2023Q1", "A", "m", "-5")
                    .judge();
            assertThat(look(judged, "A", LOW).running()).isEqualTo(1);
            assertThat(found(judged)).isEmpty();
        }

        @Test
        void another_measure_is_a_bound_of_history_too_but_a_benchmark_a_mean_or_a_column_is_not() {
            Town measures = Town.ofCounties(measure("m", "x", 2), measure("n", "y", 2))
                    .watch(below(LOW, "m", new Reference.OfMeasure("n")))
                    .county("A", "x", "1", "y", "2")
                    .reported("2022Q3", "A", "m", "1")
                    .reported("2022Q3", "A", "n", "2")
                    .reported("2022Q2", "A", "m", "1");
            assertThat(judged(measures).running()).isEqualTo(2);
            assertThat(judged(measures).broken()).contains(new Broken(new Period(2022, 2), Broken.Why.NO_VALUE));
            for (Reference bound : List.of(MEAN, new Reference.OfBenchmark("city"), new Reference.OfMeasure("y"))) {
                Look look = judged(town().benchmark("city", "全市", "", Population.ALL)
                        .published("全市", "9", "")
                        .watch(below(LOW, "m", bound))
                        .county("A", "x", "1", "y", "2")
                        .county("B", "x", "9", "y", "2")
                        .reported("2022Q3", "A", "m", "1")
                        .reported("2022Q3", "A", "y", "2"));
                assertThat(look.running()).isEqualTo(1);
                assertThat(look.broken()).contains(new Broken(new Period(2022, 3), Broken.Why.NOT_JUDGED));
            }
        }

        /** Due in the second quarter: 100 × 2 ÷ 4 = 50; in the third 75. */
        @Test
        void history_is_held_against_what_was_due_then() {
            Look look = look(
                    new Town()
                            .group("counties", measure("m", "x", 2))
                            .watch(progress(below(LOW, "m", number("100"))))
                            .county("A", "x", "80")
                            .reported("2022Q3", "A", "m", "74")
                            .reported("2022Q2", "A", "m", "50")
                            .judge(),
                    "A",
                    LOW);
            assertThat(look.running()).isEqualTo(2);
            assertThat(look.broken()).isEmpty();
        }

        @Test
        void a_period_missing_in_between_breaks_the_count_and_is_said() {
            Judgement judged = running(ZERO, 1)
                    .earlier("2022Q3", "A", LOW, 1)
                    .earlier("2022Q1", "A", LOW, 1)
                    .judge();
            assertThat(look(judged, "A", LOW).running()).isEqualTo(2);
            assertThat(look(judged, "A", LOW).broken()).contains(new Broken(new Period(2022, 2), Broken.Why.MISSING));
            assertThat(found(judged)).containsExactly("W411 {found=2022Q2, names=A县}");
        }

        @Test
        void where_all_that_is_known_begins_nothing_is_missing_in_between() {
            Judgement judged = running(ZERO, 1).earlier("2022Q3", "A", LOW, 1).judge();
            assertThat(look(judged, "A", LOW).broken()).contains(new Broken(new Period(2022, 2), Broken.Why.MISSING));
            assertThat(found(judged)).isEmpty();
        }

        @Test
        void only_what_is_missing_between_what_is_known_of_the_same_subject_is_said() {
            Past.Then spared = new Past.Then(true, Map.of(), Map.of());
            assertThat(found(running(ZERO, 1)
                            .earlier("2022Q3", "A", spared)
                            .earlier("2022Q2", "A", LOW, 1)
                            .judge()))
                    .isEmpty();
            assertThat(found(running(ZERO, 1)
                            .earlier("2022Q3", "A", LOW, 1)
                            .earlier("2022Q1", "Z", LOW, 1)
                            .judge()))
                    .isEmpty();
        }

        @Test
        void a_quarter_missing_in_reported_history_is_said_of_those_whom_it_concerns() {
            Judgement judged = running(ZERO, 1)
                    .county("B", "x", "-1")
                    .reported("2022Q2", "A", "m", "-1")
                    .reported("2022Q3", "B", "m", "-1")
                    .judge();
            assertThat(found(judged))
                    .containsExactly("N411 历史.xlsx › 历史 {found=2022Q3}", "W411 {found=2022Q3, names=A县}");
        }

        @Test
        void an_exempt_period_or_one_without_a_value_breaks_the_count() {
            Look exempt =
                    judged(running(ZERO, 1).earlier("2022Q3", "A", new Past.Then(true, Map.of(LOW, 1), Map.of())));
            assertThat(exempt.running()).isEqualTo(1);
            assertThat(exempt.broken()).contains(new Broken(new Period(2022, 3), Broken.Why.EXEMPT));
            Look valueless = judged(running(ZERO, 1).earlier("2022Q3", "A", new Past.Then(false, Map.of(), Map.of())));
            assertThat(valueless.broken()).contains(new Broken(new Period(2022, 3), Broken.Why.NO_VALUE));
            Look stranger =
                    judged(running(ZERO, 1).earlier("2022Q3", "Z", LOW, 1).reported("2022Q3", "A", "m", "-1"));
            assertThat(stranger.broken()).contains(new Broken(new Period(2022, 3), Broken.Why.NO_VALUE));
        }

        @Test
        void where_it_is_not_met_now_there_is_no_row_at_all() {
            Look look = look(
                    town().watch(below(LOW, "m", ZERO))
                            .county("A", "x", "0")
                            .earlier("2022Q3", "A", LOW, 1)
                            .judge(),
                    "A",
                    LOW);
            assertThat(look.met()).isEmpty();
            assertThat(look.broken()).isEmpty();
        }

        @Test
        void a_watch_is_hit_only_when_its_own_running_is_full() {
            assertThat(judged(running(ZERO, 3).earlier("2022Q3", "A", LOW, 1)).hit())
                    .isFalse();
            assertThat(judged(running(ZERO, 2).earlier("2022Q3", "A", LOW, 1)).hit())
                    .isTrue();
        }

        @Test
        void unless_spares_this_period_alone_and_leaves_the_count() {
            Condition large = new Condition.Compared("y", Condition.Comparison.AT_LEAST, number("1"));
            Look look = look(
                    town().watch(unless(watch(LOW, "m", Side.BELOW, ZERO, 2), large))
                            .county("A", "x", "-1", "y", "1")
                            .earlier("2022Q3", "A", LOW, 1)
                            .judge(),
                    "A",
                    LOW);
            assertThat(look.running()).isEqualTo(2);
            assertThat(look.hit()).isFalse();
        }
    }

    @Nested
    class DegreesThatFit {

        private final When.Hit eight = new When.Hit("low", 1, 3);

        private Optional<String> degree(Town town) {
            return county(town.judge(), "A").degree().map(each -> each.name());
        }

        private Town behind(int quarters) {
            Town town = town().watch(watch("low", "m", Side.BELOW, ZERO, 1, "5", "10"), below("one", "m", number("1")));
            town.county("A", "x", "-10");
            for (int i = 3; i > 4 - quarters; i--) {
                town.earlier("2022Q" + i, "A", "low", i == 3 ? 2 : 1);
            }
            return town;
        }

        @Test
        void the_first_that_fits_and_only_with_a_hit() {
            Town town = behind(3).degree("现场督导", eight).degree("约谈", new When.Hits(1));
            assertThat(degree(town)).contains("现场督导");
            assertThat(degree(behind(2).degree("现场督导", eight).degree("约谈", new When.Hits(1))))
                    .contains("约谈");
            assertThat(degree(town().watch(below("low", "m", ZERO))
                            .county("A", "x", "1")
                            .degree("约谈", new When.Not(new When.Hits(9)))))
                    .isEmpty();
            assertThat(degree(behind(1).degree("约谈", new When.Hits(3)))).isEmpty();
        }

        /** The watch low is hit at its second grade, which is one hit; with one there are two. */
        @Test
        void each_watch_is_one_hit_whatever_its_grade() {
            assertThat(degree(behind(1).degree("三项", new When.Hits(3)).degree("两项", new When.Hits(2))))
                    .contains("两项");
        }

        @Test
        void a_degree_is_for_its_groups_and_without_them_for_all() {
            assertThat(degree(behind(1).degree("机构", new When.Hits(1), "banks", "insurers")))
                    .isEmpty();
            assertThat(degree(behind(1).degree("机构", new When.Hits(1), "banks").degree("全部", new When.Hits(1))))
                    .contains("全部");
            assertThat(degree(behind(1).degree("县区", new When.Hits(1), "banks", "counties")))
                    .contains("县区");
        }

        @Test
        void a_watch_of_another_group_never_fits() {
            Town town = behind(1)
                    .group("banks", measure("m", "x", 2))
                    .watch(Town.of(below("bank", "m", ZERO), "banks"))
                    .subject("banks", "P", "x", "-1")
                    .degree("银行", new When.Hit("bank", 1, 1));
            assertThat(degree(town)).isEmpty();
            assertThat(county(town.judge(), "P").degree().map(each -> each.name()))
                    .contains("银行");
        }

        /** Grades 2 now, 2 in the third quarter, 1 in the second: two in a row at the second grade, three at the first. */
        @Test
        void running_with_a_grade_counts_periods_at_that_grade_or_above() {
            assertThat(degree(behind(3)
                            .degree("二级三期", new When.Hit("low", 2, 3))
                            .degree("二级两期", new When.Hit("low", 2, 2))))
                    .contains("二级两期");
            assertThat(degree(behind(3).degree("一级三期", new When.Hit("low", 1, 3))))
                    .contains("一级三期");
            assertThat(degree(behind(3).degree("三级", new When.Hit("low", 3, 1))))
                    .isEmpty();
        }

        @Test
        void all_any_and_not_join() {
            When low = new When.Hit("low", 1, 1);
            When never = new When.Hit("never", 1, 1);
            assertThat(degree(behind(1).degree("全", new When.All(List.of(low, never)))))
                    .isEmpty();
            assertThat(degree(behind(1).degree("全", new When.All(List.of(low, new When.Hits(2))))))
                    .contains("全");
            assertThat(degree(behind(1).degree("或", new When.Any(List.of(never, low)))))
                    .contains("或");
            assertThat(degree(behind(1).degree("或", new When.Any(List.of(never, never)))))
                    .isEmpty();
            assertThat(degree(behind(1).degree("非", new When.Not(never)))).contains("非");
            assertThat(degree(behind(1).degree("非", new When.Not(low)))).isEmpty();
        }
    }

    @Nested
    class RanksOfSubjects {

        /** 7.004 and 7.001 are both published as 7.00 and share the second place; the next is the fourth. */
        @Test
        void ranks_are_on_rounded_figures_best_first_and_ties_share() {
            Judgement judged = counties(town(), "7.004", "9", "7.001", "", "1").judge();
            assertThat(List.of("A", "B", "C", "E").stream()
                            .map(code -> county(judged, code).ranks().get("m")))
                    .containsExactly(2, 1, 2, 4);
            assertThat(county(judged, "D").ranks()).isEmpty();
        }

        @Test
        void of_some_measures_the_lowest_is_the_best() {
            Judgement judged = counties(
                            new Town().group("counties", Set.of("m"), measure("m", "x", 2), measure("n", "x", 2)),
                            "1",
                            "2")
                    .judge();
            assertThat(county(judged, "A").ranks()).isEqualTo(Map.of("m", 1, "n", 2));
        }

        @Test
        void the_rank_before_is_that_of_the_last_published_period_whatever_lies_between() {
            Judgement judged = town().county("A", "x", "1")
                    .county("B", "x", "2")
                    .earlier("2020Q1", "A", new Past.Then(false, Map.of(), Map.of("m", 9)))
                    .earlier("2021Q2", "A", new Past.Then(false, Map.of(), Map.of("m", 3, "gone", 1)))
                    .reported("2022Q3", "A", "m", "5")
                    .judge();
            assertThat(county(judged, "A").previousRanks()).isEqualTo(Map.of("m", 3));
            assertThat(county(judged, "B").previousRanks()).isEmpty();
        }
    }

    @Nested
    class Sheet {

        @Test
        void the_last_row_on_or_before_the_periods_end_counts_and_a_later_one_does_not() {
            Town town = town().benchmark("city", "全市", "", Population.ALL)
                    .published("全市", "1", "2022-06-30")
                    .published("全市", "2", "2022-12-30")
                    .published("全市", "3", "2023-01-01");
            Judgement judged = town.judge();
            assertThat(judged.benchmark("city").orElseThrow().value()).contains(Fraction.of(2));
            assertThat(found(judged)).isEmpty();
            // undated: the period's last day
            assertThat(town.published("全市", "4", "")
                            .judge()
                            .benchmark("city")
                            .orElseThrow()
                            .value())
                    .contains(Fraction.of(4));
        }

        @Test
        void a_row_that_no_rule_asks_for_is_nobodys_concern() {
            assertThat(found(town().published("别的", "3", "2023-01-01").judge())).isEmpty();
        }
    }

    @Nested
    class Whatever {

        @Test
        void the_order_of_the_register_does_not_change_who_is_named() {
            Town one = counties(town().watch(below("low", "m", MEDIAN)), "1", "5", "3", "2");
            Town other = town().watch(below("low", "m", MEDIAN))
                    .county("D", "x", "2")
                    .county("B", "x", "5")
                    .county("C", "x", "3")
                    .county("A", "x", "1");
            // 2.5 in the middle
            assertThat(named(one.judge())).containsExactly("A low/1×1", "D low/1×1");
            assertThat(named(other.judge())).containsExactlyInAnyOrderElementsOf(named(one.judge()));
        }

        @Test
        void groups_subjects_and_findings_are_in_the_order_of_the_rule_and_the_register() {
            Judgement judged = new Town()
                    .group("counties", measure("m", "x", 2))
                    .group("banks", measure("m", "x", 2))
                    .watch(Town.of(below("low", "m", ZERO), "banks", "counties"))
                    .subject("banks", "P", "x", "-1")
                    .county("B", "x", "-1")
                    .county("A", "x", "-1")
                    .judge();
            assertThat(named(judged)).containsExactly("B low/1×1", "A low/1×1", "P low/1×1");
        }

        @Test
        void each_finding_has_words() {
            Words words = WordsLoader.load();
            List<String> told = new ArrayList<>();
            Town town = Town.ofCounties(measure("m", "x / y", 2))
                    .watch(watch("low", "m", Side.BELOW, ZERO, 1))
                    .benchmark("city", "全市", "", Population.ALL)
                    .benchmark("none", "", "sum(counties.z) / sum(counties.z)", Population.ALL)
                    .county("Z", "x", "1", "y", "0")
                    .county("Y", "x", "-1", "y", "1")
                    .reported("2022Q3", "Y", "m", "-1")
                    .reported("2022Q1", "Y", "m", "-1");
            for (Finding finding : town.judge().findings()) {
                PrintedFinding printed = words.print(finding);
                told.add(printed.found() + printed.expected());
            }
            assertThat(told)
                    .containsExactly(
                            "没有收到公布的“全市”，凡用到它的都不判定、不计算。方案要用公布的“全市”，应在“参数”表报来。",
                            "基准“none”算不出来，凡以它为准的都不判定。计算所需的数据应齐全，作分母的数不为 0。",
                            "“Z县”的“m”算不出来，按方案规定处理。计算所需的数据应齐全，作分母的数不为 0。",
                            "2022Q2 既没有公布结果，也没有历史数据，连续期数到此中断：Y县。连续期数应逐期有据可查。",
                            "2022Q3 没有公布过结果，连续期数采用报送的历史数据。连续期数一般按已公布的结果计算。");
        }
    }

    private static MeasureValue valued(Watched subject, String id) {
        return Objects.requireNonNull(subject.measures().get(id), id);
    }
}

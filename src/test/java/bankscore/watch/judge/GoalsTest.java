package bankscore.watch.judge;

import static bankscore.watch.judge.Town.found;
import static bankscore.watch.judge.Town.measure;
import static bankscore.watch.judge.Town.number;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.rule.Definition.Population;
import bankscore.rule.Mark;
import bankscore.rule.Reference;
import bankscore.sheet.Place;
import bankscore.watch.scheme.Index;
import bankscore.watch.scheme.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far targets are, and what indices come to; expected values by hand. */
class GoalsTest {

    private static final Period END_OF_2024 = new Period(2024, 4);

    private static Target target(boolean strictly, Reference goal, String by, String from, boolean yearly) {
        return new Target(
                "funds",
                "险资余额",
                "险资余额",
                "亿元",
                strictly,
                goal,
                by.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(by)),
                from.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Target.Start(LocalDate.parse(from), Fraction.of(330), Mark.ASSUMED)),
                yearly,
                "十",
                Mark.TEXT);
    }

    private static TargetState state(Period period, Target target, String value) {
        Town town = new Town(period).target(target);
        return (value.isEmpty() ? town : town.published("险资余额", value, ""))
                .judge()
                .targets()
                .get(0);
    }

    /** From 330 at the end of 2023 to 500 at the end of 2025, 731 days: after 366 days 330 + 170 × 366 ÷ 731 = 415.116… */
    @ParameterizedTest
    @CsvSource({
        "415, BEHIND",
        "415.11, BEHIND",
        "415.12, ON_TIME",
        "416, ON_TIME",
        "499.99, ON_TIME",
        "500, REACHED",
        "'', NOT_REPORTED"
    })
    void the_path_rises_evenly_by_days(String value, TargetState.State state) {
        TargetState funds = state(END_OF_2024, target(false, number("500"), "2025-12-31", "2023-12-31", false), value);
        assertThat(funds.path()).contains(Fraction.of("415.12"));
        assertThat(funds.state()).isEqualTo(state);
        assertThat(funds.passed()).isFalse();
    }

    /** (415 − 330) ÷ 170 = 0.5; (416 − 330) ÷ 170 = 0.505882352941176470… */
    @Test
    void the_share_is_of_the_way_from_the_start() {
        Target funds = target(false, number("500"), "2025-12-31", "2023-12-31", false);
        assertThat(state(END_OF_2024, funds, "415").share()).contains(Fraction.of("0.5"));
        assertThat(state(END_OF_2024, funds, "416").share()).contains(Fraction.of("0.505882352941176"));
        assertThat(state(END_OF_2024, funds, "415").distance()).contains(Fraction.of(85));
        // without a start from 0: 415 ÷ 500
        assertThat(state(END_OF_2024, target(false, number("500"), "2025-12-31", "", false), "415")
                        .share())
                .contains(Fraction.of("0.83"));
        // a way without length has no share
        assertThat(state(END_OF_2024, target(false, number("330"), "2025-12-31", "2023-12-31", false), "330")
                        .share())
                .isEmpty();
    }

    @Test
    void without_a_start_there_is_no_path_and_what_is_not_reached_is_behind() {
        TargetState open = state(END_OF_2024, target(false, number("500"), "2025-12-31", "", false), "499");
        assertThat(open.path()).isEmpty();
        assertThat(open.state()).isEqualTo(TargetState.State.BEHIND);
        assertThat(state(END_OF_2024, target(false, number("500"), "", "", false), "500")
                        .state())
                .isEqualTo(TargetState.State.REACHED);
    }

    @Test
    void after_the_day_the_path_stays_at_the_target_and_reached_is_reached() {
        Target funds = target(false, number("500"), "2024-12-30", "2023-12-31", false);
        TargetState late = state(END_OF_2024, funds, "499");
        assertThat(late.path()).contains(Fraction.of(500));
        assertThat(late.state()).isEqualTo(TargetState.State.BEHIND);
        assertThat(late.passed()).isTrue();
        assertThat(state(END_OF_2024, funds, "500").state()).isEqualTo(TargetState.State.REACHED);
        // on the day itself it has not passed
        assertThat(state(END_OF_2024, target(false, number("500"), "2024-12-31", "", false), "1")
                        .passed())
                .isFalse();
        assertThat(state(END_OF_2024, target(false, number("500"), "", "", false), "1")
                        .passed())
                .isFalse();
    }

    @Test
    void before_the_start_the_path_is_the_start() {
        assertThat(state(new Period(2023, 3), target(false, number("500"), "2025-12-31", "2023-12-31", false), "330")
                        .path())
                .contains(Fraction.of(330));
    }

    @Test
    void above_a_benchmark_is_strictly_above_it() {
        Town town = new Town(END_OF_2024)
                .group("counties", measure("m", "x", 2))
                .benchmark("province", "全省增速", "", Population.ALL)
                .published("全省增速", "11.2", "")
                .target(target(true, new Reference.OfBenchmark("province"), "", "", false));
        assertThat(town.published("险资余额", "11.2", "").judge().targets().get(0).state())
                .isEqualTo(TargetState.State.BEHIND);
        assertThat(town.published("险资余额", "11.21", "").judge().targets().get(0).state())
                .isEqualTo(TargetState.State.REACHED);
    }

    @Test
    void a_goal_that_is_not_there_leaves_nothing_to_say() {
        TargetState state = new Town(END_OF_2024)
                .benchmark("province", "全省增速", "", Population.ALL)
                .target(target(true, new Reference.OfBenchmark("province"), "2025-12-31", "2023-12-31", false))
                .published("险资余额", "5", "")
                .judge()
                .targets()
                .get(0);
        assertThat(state.state()).isEqualTo(TargetState.State.NOT_REPORTED);
        assertThat(state.goal()).isEmpty();
        assertThat(state.path()).isEmpty();
        assertThat(state.share()).isEmpty();
        assertThat(state.place()).isEqualTo(new Place("全市.xlsx", "参数", "B2"));
    }

    /** From 1 January to 31 December 2024 are 365 days, to 30 June 181: 2 × 181 ÷ 365 = 0.9917… */
    @ParameterizedTest
    @CsvSource({"2024, 2, 0.99", "2024, 4, 2", "2023, 1, 0.49", "2023, 4, 2"})
    void a_yearly_target_begins_anew_each_year(int year, int quarter, String path) {
        Target branches = target(false, number("2"), "2025-12-31", "", true);
        TargetState state = state(new Period(year, quarter), branches, "1");
        assertThat(state.path()).contains(Fraction.of(path));
        assertThat(state.share()).contains(Fraction.of("0.5"));
    }

    @Test
    void a_yearly_target_too_stays_after_its_last_day() {
        TargetState state = state(new Period(2026, 1), target(false, number("2"), "2025-12-31", "", true), "1");
        assertThat(state.path()).contains(Fraction.of(2));
        assertThat(state.passed()).isTrue();
    }

    /** The same once more, by counting days one by one. */
    @Test
    void random_paths_come_out_as_days_are_counted() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            LocalDate from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1500));
            LocalDate by = from.plusDays(1 + random.nextInt(1500));
            Period period = new Period(2020 + random.nextInt(8), 1 + random.nextInt(4));
            long whole = 0;
            long gone = 0;
            for (LocalDate day = from; day.isBefore(by); day = day.plusDays(1)) {
                whole++;
                gone += day.isBefore(period.end()) ? 1 : 0;
            }
            BigDecimal goal = BigDecimal.valueOf(random.nextInt(100_000), 2);
            BigDecimal start = new BigDecimal(330);
            BigDecimal way = goal.subtract(start);
            BigDecimal path = start.multiply(new BigDecimal(whole))
                    .add(way.multiply(new BigDecimal(gone)))
                    .divide(new BigDecimal(whole), 2, RoundingMode.HALF_UP);
            BigDecimal value = BigDecimal.valueOf(random.nextInt(100_000), 2);
            TargetState state = state(
                    period,
                    target(false, number(goal.toPlainString()), by.toString(), from.toString(), false),
                    value.toPlainString());
            assertThat(state.path().orElseThrow().decimal().orElseThrow())
                    .as("seed %s", seed)
                    .isEqualByComparingTo(path);
            assertThat(state.state())
                    .as("seed %s", seed)
                    .isEqualTo(
                            value.compareTo(goal) >= 0
                                    ? TargetState.State.REACHED
                                    : value.compareTo(path) >= 0
                                            ? TargetState.State.ON_TIME
                                            : TargetState.State.BEHIND);
            assertThat(state.share().orElseThrow().decimal().orElseThrow())
                    .as("seed %s", seed)
                    .isEqualByComparingTo(value.subtract(start).divide(way, 15, RoundingMode.HALF_UP));
        }
    }

    @Test
    void what_is_not_reported_is_to_be_verified() {
        assertThat(found(new Town()
                        .target(target(false, number("2"), "", "", false))
                        .judge()))
                .containsExactly("W216 {expected=险资余额, variant=absent}");
    }

    private static Index index(String base) {
        return new Index(
                "tech",
                "科技保险发展指数",
                Period.parse(base).orElseThrow(),
                Fraction.HUNDRED,
                List.of(new Index.Part("投保企业数", Fraction.of(3, 10)), new Index.Part("科技保险保费", Fraction.of(7, 10))),
                Rounding.halfUp(2, ""),
                "三",
                Mark.ASSUMED);
    }

    /** 30 % × 200 ÷ 150 × 100 + 70 % × 3000 ÷ 2000 × 100 = 40 + 105 = 145. */
    @Test
    void an_index_is_the_sum_of_weight_times_value_by_base() {
        Town town = new Town()
                .index(index("2021Q4"))
                .published("投保企业数", "200", "")
                .published("科技保险保费", "3000", "2022-12-31")
                .published("投保企业数", "150", "2021-12-31")
                .published("科技保险保费", "2000", "2021-10-01")
                // not dated in the base period
                .published("科技保险保费", "1", "2022-01-01")
                .published("科技保险保费", "1", "2021-09-30");
        IndexValue value = town.judge().indices().get(0);
        assertThat(value.value()).contains(Fraction.of(145));
        assertThat(value.course()).isEqualTo(Map.of(new Period(2021, 4), Fraction.HUNDRED));
        assertThat(found(town.judge())).isEmpty();
    }

    /** 30 % × 200 ÷ 100 × 100 + 70 % × 1000 ÷ 3000 × 100 = 60 + 23.333… = 83.33. */
    @Test
    void what_the_base_period_published_goes_before_a_dated_row() {
        IndexValue value = new Town()
                .index(index("2021Q4"))
                .earlier("2021Q4", Map.of("tech", Fraction.of(100)), Map.of("投保企业数", Fraction.of(100)))
                .earlier("2022Q1", Map.of("tech", Fraction.of(90), "gone", Fraction.of(1)), Map.of())
                .earlier("2022Q2", Map.of(), Map.of())
                .published("投保企业数", "200", "")
                .published("投保企业数", "999", "2021-12-31")
                .published("科技保险保费", "1000", "")
                .published("科技保险保费", "3000", "2021-12-31")
                .judge()
                .indices()
                .get(0);
        assertThat(value.value()).contains(Fraction.of("83.33"));
        assertThat(value.parts().get(0).basePlace()).isEqualTo(Place.NONE);
        assertThat(value.parts().get(1).basePlace().sheet()).isEqualTo("参数");
        assertThat(value.course())
                .isEqualTo(Map.of(new Period(2021, 4), Fraction.HUNDRED, new Period(2022, 1), Fraction.of(90)));
    }

    @Test
    void without_its_base_or_without_a_part_it_has_no_value_and_says_so() {
        Town baseless =
                new Town().index(index("2021Q4")).published("投保企业数", "200", "").published("科技保险保费", "1000", "");
        assertThat(baseless.judge().indices().get(0).value()).isEmpty();
        assertThat(found(baseless.judge())).containsExactly("W306 {found=科技保险发展指数, period=2021Q4, variant=index}");
        Town partless = new Town()
                .index(index("2021Q4"))
                .published("投保企业数", "200", "")
                .published("投保企业数", "150", "2021-12-31")
                .earlier("2021Q4", Map.of(), Map.of("科技保险保费", Fraction.of(5)));
        assertThat(partless.judge().indices().get(0).value()).isEmpty();
        assertThat(found(partless.judge())).containsExactly("W216 全市.xlsx › 参数 {expected=科技保险保费, variant=absent}");
        Town zero = new Town()
                .index(index("2021Q4"))
                .published("投保企业数", "200", "")
                .published("投保企业数", "0", "2021-12-31")
                .published("科技保险保费", "1000", "")
                .published("科技保险保费", "1000", "2021-12-31");
        assertThat(zero.judge().indices().get(0).value()).isEmpty();
        assertThat(found(zero.judge())).hasSize(1);
    }

    @Test
    void in_its_base_period_it_is_the_base_value_and_before_it_nothing() {
        IndexValue base = new Town()
                .index(index("2022Q4"))
                .published("投保企业数", "200", "")
                .published("科技保险保费", "1000", "2022-06-30")
                .judge()
                .indices()
                .get(0);
        assertThat(base.value()).contains(Fraction.HUNDRED);
        assertThat(base.course()).isEmpty();
        IndexValue before = new Town()
                .index(index("2023Q4"))
                .published("投保企业数", "200", "")
                .published("科技保险保费", "1000", "")
                .published("投保企业数", "300", "2023-12-31")
                .published("科技保险保费", "1000", "2023-12-31")
                .judge()
                .indices()
                .get(0);
        assertThat(before.value()).isEmpty();
        assertThat(before.course()).isEmpty();
    }
}

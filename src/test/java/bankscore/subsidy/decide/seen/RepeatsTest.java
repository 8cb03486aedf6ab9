package bankscore.subsidy.decide.seen;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.rule.Condition;
import bankscore.rule.Formula;
import bankscore.rule.Mark;
import bankscore.rule.line.ClaimLine;
import bankscore.subsidy.scheme.Bearing;
import bankscore.subsidy.scheme.Subsidy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatsTest {

    private static final Condition.Unique POLICY = new Condition.Unique(List.of("policy"));
    private static final Condition.Unique BOTH = new Condition.Unique(List.of("firm", "policy"));
    private static final Condition.NoOverlap COVER = new Condition.NoOverlap(List.of("firm"), "from", "to");
    private static final Condition.NoOverlap KIND = new Condition.NoOverlap(List.of("firm", "kind"), "from", "to");

    private static Subsidy subsidy(String id, Condition... conditions) {
        return new Subsidy(
                id,
                id,
                "一",
                Mark.TEXT,
                new Subsidy.Claims("policies", Optional.empty(), "firm", "firm", "from", "policy"),
                Arrays.stream(conditions)
                        .map(each -> new Subsidy.Requirement(each, "重复", "一", Mark.TEXT))
                        .toList(),
                new Subsidy.Amount(new Formula.Name("paid"), new Subsidy.Rate.Fixed(Fraction.ONE), List.of()),
                new Bearing.Shares(Map.of("市财政", Fraction.ONE), "市财政", List.of()));
    }

    private static boolean isFree(Repeats repeats, int subsidy, Condition.NoOverlap condition, String cells) {
        ClaimLine line = Lines.line(cells);
        return repeats.of(subsidy).isFree(condition, line, line.day("from").orElse(LocalDate.EPOCH), line.day("to"));
    }

    @ParameterizedTest
    @CsvSource({
        "firm=F1 policy=P1, false, false",
        // the same number of another firm
        "firm=F2 policy=P1, false, true",
        "firm=F1 policy=P2, true, true",
        // an empty cell equals none
        "firm=F1, true, true",
        "policy=P1, false, true",
    })
    void a_line_is_unique_where_no_granted_one_says_the_same(String cells, boolean policy, boolean both) {
        Repeats repeats = new Repeats(List.of(subsidy("premium", POLICY, BOTH)));
        repeats.keep(0, Lines.line("firm=F1 policy=P1"));
        repeats.keep(0, Lines.line("firm=F3"));
        assertThat(repeats.of(0).isUnique(POLICY, Lines.line(cells))).isEqualTo(policy);
        assertThat(repeats.of(0).isUnique(BOTH, Lines.line(cells))).isEqualTo(both);
    }

    @Test
    void two_lines_without_a_number_do_not_repeat_each_other() {
        Repeats repeats = new Repeats(List.of(subsidy("premium", POLICY, COVER)));
        repeats.keep(0, Lines.line("policy= from=2024-01-01"));
        assertThat(repeats.of(0).isUnique(POLICY, Lines.line("policy= from=2024-01-01")))
                .isTrue();
        assertThat(isFree(repeats, 0, COVER, "policy= from=2024-01-01")).isTrue();
    }

    @Test
    void subsidies_do_not_remember_each_others_lines() {
        Repeats repeats = new Repeats(List.of(subsidy("one", POLICY, COVER), subsidy("two", POLICY, COVER)));
        repeats.keep(0, Lines.line("firm=F1 policy=P1 from=2024-01-01 to=2024-12-31"));
        assertThat(repeats.of(0).isUnique(POLICY, Lines.line("policy=P1"))).isFalse();
        assertThat(repeats.of(1).isUnique(POLICY, Lines.line("policy=P1"))).isTrue();
        assertThat(isFree(repeats, 0, COVER, "firm=F1 from=2024-06-01 to=2024-06-02"))
                .isFalse();
        assertThat(isFree(repeats, 1, COVER, "firm=F1 from=2024-06-01 to=2024-06-02"))
                .isTrue();
    }

    /** Only what a condition of the subsidy asks for is kept, wherever in the condition it stands. */
    @Test
    void what_no_condition_asks_for_is_not_kept() {
        Repeats repeats = new Repeats(List.of(
                subsidy("premium", new Condition.Any(List.of(POLICY, new Condition.Filled(List.of("reason")))))));
        repeats.keep(0, Lines.line("firm=F1 policy=P1 from=2024-01-01 to=2024-12-31"));
        assertThat(repeats.of(0).isUnique(POLICY, Lines.line("policy=P1"))).isFalse();
        assertThat(repeats.of(0).isUnique(BOTH, Lines.line("firm=F1 policy=P1")))
                .isTrue();
        assertThat(isFree(repeats, 0, COVER, "firm=F1 from=2024-06-01 to=2024-06-02"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "firm=F1 kind=水稻 from=2024-12-30 to=2025-12-31, false, false",
        // the one ends on the day on which the other begins
        "firm=F1 kind=水稻 from=2024-12-31 to=2025-12-31, true, true",
        "firm=F1 kind=水稻 from=2023-01-01 to=2024-01-01, true, true",
        "firm=F1 kind=水稻 from=2023-01-01 to=2024-01-02, false, false",
        // both begin on one day
        "firm=F1 kind=水稻 from=2024-01-01 to=2024-01-01, false, false",
        // an empty end is open
        "firm=F1 kind=水稻 from=2023-01-01, false, false",
        "firm=F1 kind=水稻 from=2024-12-31, true, true",
        // another kind, another firm, no kind
        "firm=F1 kind=油菜 from=2024-06-01 to=2024-06-02, false, true",
        "firm=F2 kind=水稻 from=2024-06-01 to=2024-06-02, true, true",
        "firm=F1 from=2024-06-01 to=2024-06-02, false, true",
    })
    void a_span_is_free_where_no_granted_one_of_its_group_overlaps_it(String cells, boolean firm, boolean kind) {
        Repeats repeats = new Repeats(List.of(subsidy("premium", COVER, KIND)));
        repeats.keep(0, Lines.line("firm=F1 kind=水稻 from=2024-01-01 to=2024-12-31"));
        // one without a begin covers nothing
        repeats.keep(0, Lines.line("firm=F2 kind=水稻 to=2024-12-31"));
        assertThat(isFree(repeats, 0, COVER, cells)).isEqualTo(firm);
        assertThat(isFree(repeats, 0, KIND, cells)).isEqualTo(kind);
    }

    @Test
    void a_span_without_an_end_that_was_granted_takes_all_days_after_it() {
        Repeats repeats = new Repeats(List.of(subsidy("premium", COVER)));
        repeats.keep(0, Lines.line("firm=F1 from=2024-01-01"));
        assertThat(isFree(repeats, 0, COVER, "firm=F1 from=2099-01-01 to=2099-01-02"))
                .isFalse();
        assertThat(isFree(repeats, 0, COVER, "firm=F1 from=2023-01-01 to=2024-01-01"))
                .isTrue();
    }

    /** The cover of two pairs of days is two conditions. */
    @Test
    void spans_of_other_columns_are_others() {
        Condition.NoOverlap other = new Condition.NoOverlap(List.of("firm"), "to", "from");
        Repeats repeats = new Repeats(List.of(subsidy("premium", COVER, other)));
        repeats.keep(0, Lines.line("firm=F1 from=2024-01-01 to=2024-12-31"));
        ClaimLine line = Lines.line("firm=F1");
        assertThat(repeats.of(0).isFree(COVER, line, LocalDate.of(2024, 1, 1), Optional.empty()))
                .isFalse();
        assertThat(repeats.of(0).isFree(other, line, LocalDate.of(2024, 1, 1), Optional.of(LocalDate.of(2024, 1, 1))))
                .isTrue();
    }

    @Test
    void a_refund_repeats_what_it_takes_back_and_may() {
        ClaimLine line = Lines.line("firm=F1 policy=P1 from=2024-01-01");
        assertThat(Repeats.OF_REFUNDS.isUnique(POLICY, line)).isTrue();
        assertThat(Repeats.OF_REFUNDS.isFree(COVER, line, LocalDate.of(2024, 1, 1), Optional.empty()))
                .isTrue();
    }

    private static Money yuan(String amount) {
        return Money.ofYuan(Fraction.of(amount), Rounding.halfUp(2, ""));
    }

    /** P1 was granted 50.00 and 30.00, of which 20.00 were taken back: 60.00; of F2, who names no policy, 5.00. */
    @Test
    void what_is_left_to_take_back_is_counted_by_policy_and_without_one_by_claimant() {
        Repeats.Refunds refunds = new Repeats.Refunds();
        Subsidy premium = subsidy("premium");
        refunds.add(premium, Lines.line("firm=F9 policy=P9 paid=1").claim(), yuan("9"));
        refunds.expect(premium, Lines.line("firm=F1 policy=P1 paid=-1").claim());
        refunds.expect(premium, Lines.line("firm=F2 paid=-1").claim());
        refunds.expect(premium, Lines.line("firm=F3 policy=P3 paid=1").claim());
        refunds.add(premium, Lines.line("firm=F1 policy=P1 paid=1").claim(), yuan("50"));
        // expected once more it does not begin anew
        refunds.expect(premium, Lines.line("firm=F1 policy=P1 paid=-0.01").claim());
        refunds.add(premium, Lines.line("firm=F5 policy=P1 paid=1").claim(), yuan("30"));
        refunds.add(premium, Lines.line("firm=F1 policy=P1 paid=-1").claim(), yuan("-20"));
        refunds.add(premium, Lines.line("firm=F2 paid=1").claim(), yuan("5"));
        refunds.add(premium, Lines.line("firm=F2 policy=P2 paid=1").claim(), yuan("7"));
        refunds.add(premium, Lines.line("firm=F3 policy=P3 paid=1").claim(), yuan("11"));
        refunds.add(subsidy("other"), Lines.line("firm=F1 policy=P1 paid=1").claim(), yuan("13"));

        assertThat(refunds.left(premium, Lines.line("policy=P1").claim()).yuan())
                .isEqualTo("60.00");
        assertThat(refunds.left(premium, Lines.line("firm=F2").claim()).yuan()).isEqualTo("5.00");
        // nobody takes these back
        assertThat(refunds.left(premium, Lines.line("firm=F3 policy=P3").claim()))
                .isEqualTo(Money.ZERO);
        assertThat(refunds.left(premium, Lines.line("firm=F2 policy=P2").claim()))
                .isEqualTo(Money.ZERO);
        assertThat(refunds.left(subsidy("other"), Lines.line("policy=P1").claim()))
                .isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"paid=-0.01, true", "paid=0, false", "paid=0.01, false", "policy=-1, false", "from=2024-01-01, false"})
    void a_figure_below_0_makes_a_refund(String cells, boolean refund) {
        assertThat(Repeats.Refunds.hasNegative(Lines.line(cells).claim())).isEqualTo(refund);
    }
}

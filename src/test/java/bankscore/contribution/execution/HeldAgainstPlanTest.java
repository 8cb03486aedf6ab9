package bankscore.contribution.execution;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.place.PlanRow;
import bankscore.contribution.place.Transfer;
import bankscore.contribution.quarter.Holding;
import bankscore.contribution.quarter.Quarter;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.facts.FactTable;
import bankscore.facts.Subject;
import bankscore.facts.register.Register;
import bankscore.finding.Finding;
import bankscore.office.Approval;
import bankscore.office.DocumentNumber;
import bankscore.sheet.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D23, each case worked by hand. Amounts in 万元; the day is 31 March 2023 unless a case says otherwise. */
class HeldAgainstPlanTest {

    private static final Period Q1 = new Period(2023, 1);

    /** Every state by one bank: 甲 reduces or grows, 丙 is new money or money that leaves, and so says nothing. */
    @ParameterizedTest
    @CsvSource({
        // before, target, now, on 20 March, on 10 May, held | due, carried, other, deviation, state, against
        "1000, 400, 600, 0, 0, 400, -600, -600, 0, 0, DONE, false",
        "1000, 400, 600, 0, 0, 700, -600, -300, 0, 300, PARTLY, false",
        "1000, 400, 600, 0, 0, 1000, -600, 0, 0, 600, NOT_DONE, false",
        "1000, 400, 600, 0, 0, 1000.000001, -600, 0, 0.000001, 600.000001, NOT_DONE, true",
        "1000, 400, 600, 0, 0, 399.999999, -600, -600, -0.000001, -0.000001, BEYOND, false",
        "1000, 400, 600, 0, 0, 400.000001, -600, -599.999999, 0, 0.000001, PARTLY, false",
        // What matured on 20 March is due, what matures on 10 May is not.
        "1000, 400, 100, 200, 300, 700, -300, -300, 0, 0, DONE, false",
        "1000, 400, 100, 200, 300, 650, -300, -350, 0, -50, DONE, false",
        "1000, 400, 100, 200, 300, 900, -300, -100, 0, 200, PARTLY, false",
        "1000, 400, 0, 0, 600, 1000, 0, 0, 0, 0, NOT_DUE, false",
        "1000, 400, 0, 0, 600, 900, 0, -100, 0, -100, NOT_DUE, false",
        "1000, 400, 0, 0, 600, 1200, 0, 0, 200, 200, NOT_DUE, true",
        "1000, 400, 0, 0, 600, 400, 0, -600, 0, -600, DONE, false",
        // Growth. What comes beyond the target came otherwise: targets are not scaled.
        "100, 500, 400, 0, 0, 500, 400, 400, 0, 0, DONE, false",
        "100, 500, 400, 0, 0, 650, 400, 400, 150, 150, BEYOND, false",
        "100, 500, 400, 0, 0, 250, 400, 150, 0, -250, PARTLY, false",
        "100, 500, 400, 0, 0, 80, 400, 0, -20, -420, NOT_DONE, true",
        "0, 500, 0, 0, 500, 0, 0, 0, 0, 0, NOT_DUE, false",
        // Nothing to move.
        "500, 500, 0, 0, 0, 520, 0, 0, 20, 20, DONE, false"
    })
    void a_bank_is_where_its_balance_says(
            String before,
            String target,
            String now,
            String march,
            String may,
            String held,
            String due,
            String carried,
            String other,
            String deviation,
            State state,
            boolean against) {
        boolean grows = Money.ofWan(target).compareTo(Money.ofWan(before)) > 0;
        List<String> transfers = new ArrayList<>();
        String ends = grows ? "* A " : "A * ";
        add(transfers, ends, now, "now");
        add(transfers, ends, march, "2023-03-20");
        add(transfers, ends, may, "2023-05-10");
        ExecutedRow row = execution(
                        Q1,
                        register("A 甲银行"),
                        List.of(annual("2023-01-10", List.of("A 甲银行 " + before + " " + target), transfers)),
                        "社保 A " + held)
                .funds()
                .get(0)
                .rows()
                .get(0);
        assertThat(List.of(row.due(), row.carried(), row.other(), row.deviation()))
                .isEqualTo(List.of(Money.ofWan(due), Money.ofWan(carried), Money.ofWan(other), Money.ofWan(deviation)));
        assertThat(row.state()).isEqualTo(state);
        assertThat(row.against()).isEqualTo(against);
    }

    private static void add(List<String> transfers, String ends, String amount, String when) {
        if (Money.ofWan(amount).isPositive()) {
            transfers.add(ends + amount + " " + when);
        }
    }

    @Test
    void a_transfer_is_told_by_the_banks_whose_balances_show_it() {
        // 甲 sends 600 to 乙 and 丙 in this order and has sent 450; 乙 has all its 400, 丙 nothing of its 200 + 50.
        Execution execution = execution(
                Q1,
                register("A 甲银行", "B 乙银行", "C 丙银行"),
                List.of(annual(
                        "2023-01-10",
                        List.of("A 甲银行 1000 400", "B 乙银行 0 400", "C 丙银行 0 250"),
                        List.of("A B 400 now", "A C 200 now", "* C 50 2023-06-30"))),
                "社保 A 550",
                "社保 B 400",
                "社保 C 0");
        assertThat(transfers(execution))
                .containsExactly(
                        "A>B 400.00 due 2023-01-10 moved 400.00 to 400.00 DONE",
                        "A>C 200.00 due 2023-01-10 moved 0.00 to 0.00 NOT_DONE",
                        "*>C 50.00 due 2023-06-30 moved 0.00 to 0.00 NOT_DUE");
        // Out: 600 planned and due, 450 moved. In: 650 planned, 600 due, 400 moved.
        assertThat(execution.progress())
                .isEqualTo(new Execution.Progress(
                        Money.ofWan("1250"), Money.ofWan("1200"), Money.ofWan("850"), Money.ofWan("850")));
        assertThat(execution.progress().share()).contains(Fraction.of(17, 25));
        assertThat(findings(execution)).isEmpty();
    }

    /**
     * 甲 sent 70 of 100 (to 丙 60, to 丁 40), 乙 all its 30 (to 丁). 丁 got 55 of 40 + 30 + 20 of new money. To 丙 went no
     * more than the 25 that it shows. Of the 55 at 丁, 30 are those of 乙; of the rest the new money is at most 20, so at
     * least 5 are those of 甲, and at most 25.
     */
    @Test
    void of_a_transfer_only_that_is_said_which_balances_leave_no_doubt_about() {
        List<ApprovedPlan> plans = List.of(annual(
                "2023-01-10",
                List.of("A 甲银行 100 0", "B 乙银行 30 0", "C 丙银行 0 60", "D 丁银行 0 90"),
                List.of("* D 20 now", "A C 60 now", "A D 40 now", "B D 30 now")));
        assertThat(transfers(execution(
                        Q1, register("A 甲银行", "B 乙银行", "C 丙银行", "D 丁银行"), plans, "社保 A 30", "社保 C 25", "社保 D 55")))
                .containsExactly(
                        "*>D 20.00 due 2023-01-10 moved 0.00 to 20.00 UNKNOWN",
                        "A>C 60.00 due 2023-01-10 moved 25.00 to 25.00 PARTLY",
                        "A>D 40.00 due 2023-01-10 moved 5.00 to 25.00 PARTLY",
                        "B>D 30.00 due 2023-01-10 moved 30.00 to 30.00 DONE");
        // 甲 sent 70 of 100, and yet 丙 and 丁 show all: other money came. 30 to 60 of it are at the one, 10 to 40 at the
        // other.
        assertThat(transfers(execution(
                        Q1, register("A 甲银行", "B 乙银行", "C 丙银行", "D 丁银行"), plans, "社保 A 30", "社保 C 60", "社保 D 90")))
                .containsExactly(
                        "*>D 20.00 due 2023-01-10 moved 20.00 to 20.00 DONE",
                        "A>C 60.00 due 2023-01-10 moved 30.00 to 60.00 UNKNOWN",
                        "A>D 40.00 due 2023-01-10 moved 10.00 to 40.00 UNKNOWN",
                        "B>D 30.00 due 2023-01-10 moved 30.00 to 30.00 DONE");
    }

    @Test
    void what_matures_on_a_day_that_nobody_named_is_never_called_due() {
        Execution execution = execution(
                new Period(2024, 3),
                register("A 甲银行"),
                List.of(annual("2023-01-10", List.of("A 甲银行 1000 400"), List.of("A * 600 undated"))),
                "社保 A 1000");
        assertThat(rows(execution)).containsExactly("A due 0.00 held 1000.00 carried 0.00 NOT_DUE");
        assertThat(transfers(execution)).containsExactly("A>* 600.00 due - moved 0.00 to 0.00 NOT_DUE");
        assertThat(findings(execution)).isEmpty();
    }

    @Test
    void on_the_day_of_the_approval_nothing_is_due_yet() {
        List<ApprovedPlan> plans =
                List.of(annual("2023-03-31", List.of("A 甲银行 1000 0 WITHDRAWN"), List.of("A * 1000 now")));
        Execution same = execution(Q1, register("A 甲银行"), plans, "社保 A 1100");
        assertThat(rows(same)).containsExactly("A due 0.00 held 1100.00 carried 0.00 NOT_DUE");
        assertThat(findings(same)).isEmpty();
    }

    /** Due since 10 January: at the end of March for 80 days, at the end of June for more than a quarter. */
    @Test
    void what_is_overdue_by_more_than_a_quarter_is_to_be_verified() {
        List<ApprovedPlan> plans =
                List.of(annual("2023-01-10", List.of("A 甲银行 1000 400"), List.of("A * 350 now", "A * 250 2023-05-10")));
        assertThat(findings(execution(Q1, register("A 甲银行"), plans, "社保 A 1000")))
                .isEmpty();
        Execution later = execution(new Period(2023, 2), register("A 甲银行"), plans, "社保 A 900");
        assertThat(later.funds().get(0).rows().get(0).open()).isEqualTo(Money.ofWan("500"));
        assertThat(findings(later))
                .containsExactly(
                        "W322 D1 {bank=甲银行, document=饶府字〔2023〕1号, expected=400.00, found=250.00, fund=社保, held=900.00, months=3}");
        // What matured on 10 May is open, but not for a quarter.
        assertThat(HeldAgainstPlan.of(plans, quarter(new Period(2023, 2), register("A 甲银行"), "社保 A 650"), 3)
                        .orElseThrow()
                        .findings())
                .isEmpty();
    }

    @Test
    void a_withdrawal_that_is_not_carried_out_comes_first_and_is_told_once() {
        Execution execution = execution(
                Q1,
                register("A 甲银行", "B 乙银行", "C 丙银行"),
                List.of(annual(
                        "2023-01-10",
                        List.of("A 甲银行 100 300", "B 乙银行 200 0 WITHDRAWN_EARLY", "C 丙银行 0 0 WITHDRAWN"),
                        List.of("B A 200 now"))),
                "社保 A 90",
                "社保 B 210",
                "社保 C 5");
        assertThat(findings(execution))
                .containsExactly(
                        "W321 D2 {bank=乙银行, document=饶府字〔2023〕1号, found=210.00, fund=社保}",
                        "W321 D3 {bank=丙银行, document=饶府字〔2023〕1号, found=5.00, fund=社保}",
                        "W323 D1 {bank=甲银行, document=饶府字〔2023〕1号, expected=100.00, found=90.00, fund=社保, variant=}");
        assertThat(execution.openWithdrawals().stream().map(each -> each.row().code()))
                .containsExactly("B", "C");
        assertThat(rows(execution))
                .containsExactly(
                        "A due 200.00 held 90.00 carried 0.00 NOT_DONE against",
                        "B due -200.00 held 210.00 carried 0.00 NOT_DONE against",
                        "C due 0.00 held 5.00 carried 0.00 BEYOND");
    }

    @Test
    void a_frozen_bank_that_holds_more_and_money_where_the_plan_has_none_are_to_be_verified() {
        ApprovedPlan plan = new ApprovedPlan(
                approval("2022Q4", 1, "饶府字〔2023〕1号", "2023-01-10"),
                List.of(new ApprovedPlan.Fund(
                        "社保", List.of(row("A 甲银行 100 100 FROZEN")), List.of(row("P 政策银行 800 800")), List.of())));
        Execution execution =
                execution(Q1, register("A 甲银行", "N 新设银行", "P 政策银行"), List.of(plan), "社保 A 120", "社保 N 30", "社保 P 900");
        assertThat(findings(execution))
                .containsExactly(
                        "W323 D1 {bank=甲银行, document=饶府字〔2023〕1号, expected=100.00, found=120.00, fund=社保, variant=frozen}",
                        "W323 D2 {bank=新设银行, document=饶府字〔2023〕1号, expected=, found=30.00, fund=社保, variant=unplanned}");
        assertThat(execution.funds().get(0).others().stream()
                        .map(each -> each.code() + " " + each.held() + " " + each.outside()))
                .containsExactly("N 30.00 false", "P 900.00 true");
    }

    @Test
    void a_renamed_bank_is_known_by_its_code_and_a_recoded_one_by_its_name() {
        List<ApprovedPlan> plans =
                List.of(annual("2023-01-10", List.of("A 甲银行 100 40", "B 乙银行 0 60"), List.of("A B 60 now")));
        Execution renamed = execution(Q1, register("A 甲城银行", "B 乙银行"), plans, "社保 A 40", "社保 B 60");
        assertThat(renamed.funds().get(0).rows().get(0).name()).isEqualTo("甲城银行");
        assertThat(renamed.funds().get(0).rows().get(0).merged()).containsExactly("甲银行");
        // The codes have changed places: names tell.
        Execution recoded = execution(Q1, register("B 甲银行", "A 乙银行"), plans, "社保 A 60", "社保 B 40");
        assertThat(rows(recoded))
                .containsExactly(
                        "B due -60.00 held 40.00 carried -60.00 DONE", "A due 60.00 held 60.00 carried 60.00 DONE");
        assertThat(transfers(recoded)).containsExactly("A>B 60.00 due 2023-01-10 moved 60.00 to 60.00 DONE");
    }

    @Test
    void a_merged_bank_answers_for_both_and_shows_only_the_difference() {
        // 甲 was to send 300 to 丙 and 100 to 乙; 乙 was to get 100 from 甲 and 500 of new money. 甲 is part of 乙 now:
        // 400 before, 600 in the end, and what 甲 sends to 乙 no balance shows.
        List<ApprovedPlan> plans = List.of(annual(
                "2023-01-10",
                List.of("A 甲银行 400 0", "B 乙银行 0 600", "C 丙银行 0 300"),
                List.of("* B 500 now", "A C 300 now", "A B 100 now")));
        Execution merged = execution(Q1, register("B 乙银行 甲银行", "C 丙银行"), plans, "社保 B 500", "社保 C 300");
        assertThat(rows(merged))
                .containsExactly(
                        "B due 200.00 held 500.00 carried 100.00 PARTLY",
                        "C due 300.00 held 300.00 carried 300.00 DONE");
        assertThat(merged.funds().get(0).rows().get(0).merged()).containsExactly("甲银行", "乙银行");
        assertThat(transfers(merged))
                .containsExactly(
                        "*>B 500.00 due 2023-01-10 moved - to - UNKNOWN",
                        "A>C 300.00 due 2023-01-10 moved 300.00 to 300.00 DONE",
                        "A>B 100.00 due 2023-01-10 moved - to - UNKNOWN");
    }

    @Test
    void a_bank_that_is_gone_holds_nothing() {
        Execution execution = execution(
                Q1,
                register("B 乙银行"),
                List.of(annual(
                        "2023-01-10", List.of("A 甲银行 100 0", "C 丙银行 50 80"), List.of("A C 30 now", "A * 70 now"))),
                "社保 B 0");
        assertThat(rows(execution))
                .containsExactly(
                        "A due -100.00 held 0.00 carried -100.00 DONE gone",
                        "C due 30.00 held 0.00 carried 0.00 NOT_DONE against gone");
        // No row of the sheet is its own: the sheet is the place.
        assertThat(findings(execution))
                .containsExactly(
                        "W323  {bank=丙银行, document=饶府字〔2023〕1号, expected=50.00, found=0.00, fund=社保, variant=}");
    }

    @Test
    void of_a_fund_that_ended_nothing_is_known_and_a_new_one_has_no_plan() {
        Execution execution = execution(
                Q1,
                register("A 甲银行"),
                List.of(annual("2023-01-10", List.of("A 甲银行 100 40"), List.of("A * 60 now"))),
                "国库 A 7");
        assertThat(execution.funds()).isEmpty();
        assertThat(execution.unseen()).containsExactly("社保");
        assertThat(execution.added()).containsExactly(new Execution.Added("国库", Money.ofWan("7")));
        assertThat(findings(execution)).containsExactly("W324  {document=饶府字〔2023〕1号, found=社保}");
        assertThat(findings(execution(
                        Q1,
                        register("A 甲银行"),
                        List.of(annual("2023-01-10", List.of("A 甲银行 100 40"), List.of("A * 60 now"))))))
                .containsExactly("W324  {document=饶府字〔2023〕1号, found=社保, variant=sheet}");
    }

    @Test
    void of_a_monitoring_quarter_only_withdrawals_are_orders_and_they_replace_what_was_ordered_before() {
        ApprovedPlan year = annual("2023-01-10", List.of("A 甲银行 100 40", "B 乙银行 0 60"), List.of("A B 60 now"));
        ApprovedPlan quarter = new ApprovedPlan(
                approval("2023Q1", 1, "饶府字〔2023〕9号", "2023-04-20"),
                List.of(new ApprovedPlan.Fund(
                        "社保",
                        List.of(row("A 甲银行 40 100"), row("B 乙银行 60 0 WITHDRAWN")),
                        List.of(),
                        List.of(transfer("B A 60 now")))));
        Execution execution = execution(
                new Period(2023, 2), register("A 甲银行", "B 乙银行"), List.of(year, quarter), "社保 A 40", "社保 B 60");
        assertThat(rows(execution))
                .containsExactly(
                        "A due -60.00 held 40.00 carried -60.00 DONE", "B due -60.00 held 60.00 carried 0.00 NOT_DONE");
        assertThat(transfers(execution))
                .containsExactly(
                        "A>B 60.00 due 2023-01-10 moved 60.00 to 60.00 DONE",
                        "B>* 60.00 due 2023-04-20 moved 0.00 to 0.00 NOT_DONE");
        assertThat(findings(execution))
                .containsExactly("W321 D2 {bank=乙银行, document=饶府字〔2023〕1号、饶府字〔2023〕9号, found=60.00, fund=社保}");
    }

    @Test
    void a_quarter_s_plan_that_is_no_simulation_takes_the_place_of_the_one_before() {
        ApprovedPlan year = annual("2023-01-10", List.of("A 甲银行 100 40", "B 乙银行 0 60"), List.of("A B 60 now"));
        ApprovedPlan quarter = new ApprovedPlan(
                approval("2023Q1", 1, "饶府字〔2023〕9号", "2023-04-20"),
                false,
                List.of(new ApprovedPlan.Fund(
                        "社保",
                        List.of(row("A 甲银行 40 70"), row("B 乙银行 60 30")),
                        List.of(),
                        List.of(transfer("B A 30 now")))));
        Execution execution = execution(
                new Period(2023, 2), register("A 甲银行", "B 乙银行"), List.of(year, quarter), "社保 A 70", "社保 B 30");
        assertThat(execution.approvals()).containsExactly(quarter.approval());
        assertThat(rows(execution))
                .containsExactly(
                        "A due 30.00 held 70.00 carried 30.00 DONE", "B due -30.00 held 30.00 carried -30.00 DONE");
        assertThat(transfers(execution)).containsExactly("B>A 30.00 due 2023-04-20 moved 30.00 to 30.00 DONE");
    }

    /** 乙 was to get 60 of 甲 and to give 30 to 丙; the second quarter repeats what the first one orders. */
    @Test
    void to_or_from_a_bank_that_is_withdrawn_since_nothing_else_is_to_be_moved_and_the_latest_withdrawal_counts() {
        ApprovedPlan year = annual(
                "2023-01-10",
                List.of("A 甲银行 100 40", "B 乙银行 50 80", "C 丙银行 0 30"),
                List.of("A B 60 2023-05-30", "B C 30 now"));
        List<ApprovedPlan> plans = new ArrayList<>(List.of(year));
        for (int quarter = 1; quarter <= 2; quarter++) {
            plans.add(new ApprovedPlan(
                    approval(
                            "2023Q" + quarter,
                            1,
                            "饶府字〔2023〕" + (8 + quarter) + "号",
                            "2023-0" + (3 * quarter + 1) + "-20"),
                    List.of(new ApprovedPlan.Fund("社保", List.of(row("B 乙银行 50 0 WITHDRAWN")), List.of(), List.of()))));
        }
        assertThat(transfers(execution(
                        new Period(2023, 3),
                        register("A 甲银行", "B 乙银行", "C 丙银行"),
                        plans,
                        "社保 A 100",
                        "社保 B 50",
                        "社保 C 0")))
                .containsExactly("B>* 50.00 due 2023-07-20 moved 0.00 to 0.00 NOT_DONE");
    }

    /** 甲 was to have 100 more and 丙 is taken back from; nobody was told to bring 甲 anything, nor to leave 丁 alone. */
    @Test
    void a_fund_that_the_plan_only_counts_is_held_against_nothing_but_withdrawals() {
        ApprovedPlan.Fund social = annual("2023-01-10", List.of("A 甲银行 100 200"), List.of("* A 100 now"))
                .funds()
                .get(0);
        List<ApprovedPlan> plans = List.of(new ApprovedPlan(
                approval("2022Q4", 1, "饶府字〔2023〕1号", "2023-01-10"),
                List.of(
                        social,
                        new ApprovedPlan.Fund(
                                "维修资金",
                                List.of(row("A 甲银行 100 200"), row("C 丙银行 50 0 WITHDRAWN")),
                                List.of(),
                                List.of(transfer("C * 50 now")),
                                false),
                        new ApprovedPlan.Fund("乡镇存款", List.of(row("A 甲银行 100 200")), List.of(), List.of(), false))));
        Execution execution = execution(
                Q1,
                register("A 甲银行", "C 丙银行", "D 丁银行"),
                plans,
                "社保 A 200",
                "维修资金 A 90",
                "维修资金 C 20",
                "维修资金 D 30",
                "乡镇存款 A 100");

        assertThat(execution.funds()).extracting(ExecutedFund::fund).containsExactly("社保", "维修资金");
        assertThat(rows(execution))
                .containsExactly(
                        "A due 100.00 held 200.00 carried 100.00 DONE",
                        "C due -50.00 held 20.00 carried -30.00 PARTLY");
        assertThat(execution.funds()).allMatch(fund -> fund.others().isEmpty());
        assertThat(execution.added()).isEmpty();
        assertThat(execution.unseen()).isEmpty();
    }

    @Test
    void without_a_plan_in_force_there_is_nothing_to_say() {
        assertThat(HeldAgainstPlan.of(List.of(), quarter(Q1, register("A 甲银行"), "社保 A 1"), 3))
                .isEmpty();
    }

    private static Execution execution(Period period, Register register, List<ApprovedPlan> plans, String... holdings) {
        return HeldAgainstPlan.of(plans, quarter(period, register, holdings), 3).orElseThrow();
    }

    private static Quarter quarter(Period period, Register register, String... holdings) {
        List<Holding> held = new ArrayList<>();
        for (String text : holdings) {
            String[] words = text.split(" ", -1);
            held.add(new Holding(
                    words[0],
                    words[1],
                    Money.ofWan(words[2]),
                    Money.ZERO,
                    Optional.empty(),
                    new Place("财政局.xlsx", "财政存款", "D" + (held.size() + 1))));
        }
        return new Quarter(
                new FactTable(
                        period, register, held.isEmpty() ? Set.of() : Set.of("holdings"), Map.of(), Map.of(), Map.of()),
                held,
                List.of(),
                List.of());
    }

    private static Register register(String... banks) {
        return new Register(Arrays.stream(banks)
                .map(text -> text.split(" ", -1))
                .map(words -> new Subject(
                        words[0], words[1], "", List.of(words).subList(2, words.length), "", Optional.empty(), true))
                .toList());
    }

    private static ApprovedPlan annual(String date, List<String> rows, List<String> transfers) {
        return new ApprovedPlan(
                approval("2022Q4", 1, "饶府字〔2023〕1号", date),
                List.of(new ApprovedPlan.Fund(
                        "社保",
                        rows.stream().map(HeldAgainstPlanTest::row).toList(),
                        List.of(),
                        transfers.stream().map(HeldAgainstPlanTest::transfer).toList())));
    }

    private static Approval approval(String period, int revision, String document, String date) {
        return new Approval(
                Period.parse(period).orElseThrow(), revision, new DocumentNumber(document), LocalDate.parse(date));
    }

    /** Code, name, before, target, and why it is special. */
    private static ApprovedPlan.Row row(String text) {
        String[] words = text.split(" ", -1);
        return new ApprovedPlan.Row(
                words[0],
                words[1],
                Money.ofWan(words[2]),
                Money.ofWan(words[3]),
                words.length > 4 ? PlanRow.Note.valueOf(words[4]) : PlanRow.Note.NONE);
    }

    /** From, to, amount, and when: now, a day, or undated. */
    private static Transfer transfer(String text) {
        String[] words = text.split(" ", -1);
        boolean now = words[3].equals("now");
        return new Transfer(
                words[0],
                words[1],
                Money.ofWan(words[2]),
                !now,
                now || words[3].equals("undated") ? Optional.empty() : Optional.of(LocalDate.parse(words[3])));
    }

    private static List<String> rows(Execution execution) {
        return execution
                .rows()
                .map(each -> each.row())
                .map(row -> row.code() + " due " + row.due() + " held " + row.held() + " carried " + row.carried() + " "
                        + row.state() + (row.against() ? " against" : "") + (row.gone() ? " gone" : ""))
                .toList();
    }

    private static List<String> transfers(Execution execution) {
        return execution.funds().get(0).transfers().stream()
                .map(each -> each.transfer().from() + ">" + each.transfer().to() + " "
                        + each.transfer().amount() + " due "
                        + each.due().map(Object::toString).orElse("-") + " moved "
                        + each.least().map(Object::toString).orElse("-") + " to "
                        + each.most().map(Object::toString).orElse("-") + " " + each.state())
                .toList();
    }

    private static List<String> findings(Execution execution) {
        return execution.findings().stream().map(HeldAgainstPlanTest::text).toList();
    }

    private static String text(Finding finding) {
        return finding.code() + " " + finding.place().cell() + " " + finding.details();
    }
}

package bankscore.subsidy.decide;

import static bankscore.subsidy.decide.Matter.draft;
import static bankscore.subsidy.decide.Matter.findings;
import static bankscore.subsidy.decide.Matter.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.rule.Condition;
import bankscore.rule.Mark;
import bankscore.rule.Reference;
import bankscore.rule.Table;
import bankscore.subsidy.scheme.Bearing;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.Subsidy;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeciderTest {

    private static final String FILE = "人保.xlsx";

    private static Subsidy withCap(String yearly) {
        return draft().yearly(yearly).done();
    }

    private static List<String> levels(Decisions decisions) {
        List<String> levels = new ArrayList<>();
        decisions.lines().each(line -> line.levels().forEach((level, part) -> levels.add(level + " " + part.yuan())));
        return levels;
    }

    private static List<String> payments(List<Decisions.Payment> payments) {
        return payments.stream()
                .map(each -> (each.payee() + " " + each.account()).strip() + " "
                        + each.amount().yuan())
                .toList();
    }

    // ---------------------------------------------------------------- one line's amount

    @Test
    void interest_is_loan_times_rate_times_half_times_days_of_365() {
        // 1,000,000 × 3.45 % × 90 / 365 = 8,506.849…; half of it 4,253.4246…; 2024-07-01 and 90 days: 09-29.
        Matter matter = new Matter()
                .with(draft().base("loan * lpr(day) / 100 * days(start, end) / 365")
                        .done())
                .line(FILE, "firm=甲 policy=C1 loan=1000000 day=2024-07-01 start=2024-07-01 end=2024-09-29");
        matter.tables.put("lpr", new Table.ByDay("lpr", "%", Optional.of("LPR一年期"), List.of(), Mark.READING));
        matter.published.put(
                "LPR一年期",
                List.of(
                        new Table.DayRow(LocalDate.of(2024, 6, 20), Fraction.of("3.45")),
                        new Table.DayRow(LocalDate.of(2024, 7, 22), Fraction.of("3.35"))));
        assertThat(outcomes(matter.decide())).containsExactly("C1 4253.42 4253.42");
    }

    @Test
    void the_borrower_pays_lpr_less_150_basis_points_and_the_public_the_rest() {
        // 100,000 × 5.15 % = 5,150; the borrower's (3.65 % − 1.5 %) = 2,150; public 3,000.
        Matter matter = new Matter()
                .with(draft().base("loan * rate / 100 - loan * (3.65 - 1.5) / 100")
                        .rate("1")
                        .done())
                .line(FILE, "firm=甲 policy=C1 loan=100000 rate=5.15 day=2024-07-01");
        assertThat(outcomes(matter.decide())).containsExactly("C1 3000.00 3000.00");
    }

    @ParameterizedTest
    @CsvSource({
        // rounded once: half a fen up
        "0.01, 0.01",
        "0.03, 0.02",
        "0.02, 0.01",
        "1.11, 0.56",
        "0, 0.00",
    })
    void an_amount_is_rounded_once(String paid, String granted) {
        Matter matter = new Matter().with(draft().done()).line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=" + paid);
        assertThat(outcomes(matter.decide())).containsExactly("P1 " + granted + " " + granted);
    }

    @ParameterizedTest
    @CsvSource({
        // the increase of a quarter in 亿元 at 1 % until March 2022 and 2 % from April on, not below 0
        "10000000000, 20400000000, 2022Q1, 104000000.00",
        "10000000000, 31900000000, 2022Q2, 438000000.00",
        "10000000000, 9000000000, 2022Q2, 0.00",
    })
    void an_incentive_is_a_share_of_the_quarters_increase(String before, String after, String period, String granted) {
        Matter.Draft draft = draft().base("most(0, loan - due)");
        draft.day = "";
        draft.rate = new Subsidy.Rate.ByDay("incentive");
        Matter matter = new Matter().with(draft.done()).line(FILE, "firm=城商行 loan=" + after + " due=" + before);
        matter.period = Period.parse(period).orElseThrow();
        matter.status = SubsidyScheme.Status.ESTIMATE;
        matter.tables.put(
                "incentive",
                new Table.ByDay(
                        "incentive",
                        "%",
                        Optional.empty(),
                        List.of(
                                new Table.DayRow(LocalDate.of(2022, 1, 13), Fraction.of(1)),
                                new Table.DayRow(LocalDate.of(2022, 4, 1), Fraction.of(2))),
                        Mark.TEXT));
        Decisions decisions = matter.decide();
        List<String> lines = new ArrayList<>();
        decisions
                .lines()
                .each(line -> lines.add(line.day() + " " + line.granted().yuan()));
        assertThat(lines).containsExactly(matter.period.end() + " " + granted);
        assertThat(decisions.payments()).isEmpty();
    }

    // ---------------------------------------------------------------- cells that nobody asked for

    @Test
    void a_number_that_granted_lines_leave_empty_is_told_once_for_its_column() {
        Matter matter = new Matter()
                .with(draft().require(new Condition.Text("district", true, List.of("婺城区")), "不在适用区域")
                        .done())
                .line(FILE, "firm=甲 policy=P1 district=婺城区 day=2024-07-01 paid=2")
                .line(FILE, "firm=乙 district=兰溪市 day=2024-07-01 paid=2")
                .line(FILE, "firm=丙 district=婺城区 day=2024-07-02 paid=2")
                .line(FILE, "firm=丁 district=婺城区 day=2024-07-01 paid=2")
                .line(FILE, "firm=戊 district=婺城区 day=2024-07-01 paid=0")
                .line("其他.xlsx", "firm=己 district=婺城区 day=2024-07-01 paid=2");
        // 乙 is refused and 戊 gets nothing; 丁's day is the first
        assertThat(matter.decide().findings().stream()
                        .map(each -> each.code() + " " + each.details() + " "
                                + each.place().file() + " " + each.place().cell() + " " + each.subject()))
                .containsExactly(
                        "W405 {count=2, variant=empties} 人保.xlsx A5 丁", "W405 {count=1, variant=empty} 其他.xlsx A2 己");
    }

    // ---------------------------------------------------------------- levels

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Taishan; what was paid is without the insured: 765,170.00 + 153,034.00 + 153,034.00 = 1,071,238.00
                "1530340.00 | 50 10 10 30 | 765170.00 153034.00 153034.00 459102.00 | 1071238.00",
                // Guangde wheat: 16.52 × 47.5 % = 7.847, 25 % = 4.13, 7.5 % = 1.239; the rest 16.52 − 7.85 − 4.13 −
                // 1.24 = 3.30
                "16.515 | 47.5 25 7.5 20 | 7.85 4.13 1.24 3.30 | 13.22",
                // Changshou rice
                "36 | 40 30 5 25 | 14.40 10.80 1.80 9.00 | 27.00",
                // two halves of a fen are rounded up, and the rest would be -0.01: the last before it gives it back
                "0.01 | 50 50 0 0 | 0.01 0.00 0.00 0.00 | 0.01",
                "0.03 | 50 50 0 0 | 0.02 0.01 0.00 0.00 | 0.03",
                // 0.02: 0.005 × 4 all up: 0.01 + 0.01 + 0.01, the rest -0.01
                "0.02 | 25 25 25 25 | 0.01 0.01 0.00 0.00 | 0.02",
            })
    void levels_add_up_to_what_is_granted(String premium, String shares, String parts, String paid) {
        String[] percent = shares.split(" ", -1);
        Matter matter = new Matter()
                .with(draft().rate("1")
                        .borne(
                                "insured",
                                List.of("insured"),
                                "center",
                                percent[0],
                                "province",
                                percent[1],
                                "county",
                                percent[2],
                                "insured",
                                percent[3])
                        .done())
                .line(FILE, "firm=甲 policy=P1 day=2024-07-01 county=铅山县 paid=" + premium);
        Decisions decisions = matter.decide();
        assertThat(levels(decisions).stream().map(each -> each.replaceAll(".* ", "")))
                .containsExactly(parts.split(" ", -1));
        assertThat(payments(decisions.payments())).containsExactly("甲 " + paid);
        assertThat(decisions.total("premium").orElseThrow().paid().yuan()).isEqualTo(paid);
        assertThat(decisions.burdens().get(0).place()).isEqualTo("铅山县");
    }

    @Test
    void a_loss_is_shared_by_insurer_and_bank_and_nobody_is_paid() {
        // 100,000.01 × 70 % = 70,000.007 → 70,000.01; the bank bears the rest: 30,000.00.
        Matter matter = new Matter()
                .with(draft().rate("1")
                        .borne("bank", List.of("insurer", "bank"), "insurer", "70", "bank", "30")
                        .done())
                .line(FILE, "firm=甲 policy=C1 day=2024-07-01 paid=100000.01");
        Decisions decisions = matter.decide();
        assertThat(levels(decisions)).containsExactly("insurer 70000.01", "bank 30000.00");
        assertThat(decisions.payments()).isEmpty();
        assertThat(decisions.total("premium").orElseThrow().paid()).isEqualTo(Money.ZERO);
    }

    @Test
    void shares_come_from_the_most_exact_row_and_a_class_from_the_county_of_the_line() {
        Table.ByWord shares = new Table.ByWord(
                "shares",
                List.of("kind", "class"),
                List.of("province", "county"),
                "county",
                List.of(),
                List.of(
                        new Table.WordRow(List.of("水稻", "*"), List.of(Fraction.of(60), Fraction.of(40))),
                        new Table.WordRow(List.of("水稻", "贫困县"), List.of(Fraction.of(80), Fraction.of(20)))),
                Mark.ASSUMED);
        Matter.Draft draft = draft().rate("1");
        draft.bearing = new Bearing.OfTable("shares", "county", List.of());
        Matter matter = new Matter()
                .with(draft.done())
                .register("counties", "铅山县", Matter.row("", "", Map.of("class", "一般县")))
                .register("counties", "横峰县", Matter.row("", "", Map.of("class", "贫困县")))
                .line(FILE, "firm=甲 policy=P1 kind=水稻 county=铅山县 day=2024-07-01 paid=10")
                .line(FILE, "firm=甲 policy=P2 kind=水稻 county=横峰县 day=2024-07-02 paid=10")
                .line(FILE, "firm=甲 policy=P3 kind=柑橘 county=横峰县 day=2024-07-03 paid=10");
        matter.tables.put("shares", shares);
        Decisions decisions = matter.decide();
        assertThat(levels(decisions)).containsExactly("province 6.00", "county 4.00", "province 8.00", "county 2.00");
        assertThat(findings(decisions)).containsExactly("E402 row 人保.xlsx C4");
    }

    // ---------------------------------------------------------------- caps

    @Test
    void a_firms_policies_are_cut_where_the_year_is_full_and_the_next_period_remembers() {
        Matter matter = new Matter()
                .with(withCap("10000"))
                .line(FILE, "firm=甲 policy=P3 day=2024-07-03 paid=7000")
                .line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=9000")
                .line(FILE, "firm=甲 policy=P2 day=2024-07-02 paid=8000");
        matter.period = new Period(2024, 3);
        Decisions decisions = matter.decide();
        assertThat(outcomes(decisions))
                .containsExactly("P1 4500.00 4500.00", "P2 4000.00 4000.00", "P3 3500.00 1500.00 reached");
        Decisions.Total total = decisions.total("premium").orElseThrow();
        assertThat(total.granted()).isEqualTo(new Decisions.Sum(3, Matter.money("10000")));
        assertThat(total.cut()).isEqualTo(new Decisions.Sum(1, Matter.money("2000")));
        assertThat(total.reasons())
                .containsExactly(
                        new Decisions.Reason(Matter.REACHED, "五", 1, 1, Matter.money("3500"), Matter.money("2000")));
        Matter next = matter.next(new Period(2024, 4)).line(FILE, "firm=甲 policy=P4 day=2024-10-01 paid=1000");
        assertThat(outcomes(next.decide())).containsExactly("P4 500.00 0.00 reached");
        assertThat(next.decide().total("premium").orElseThrow().refused()).isEqualTo(1);
    }

    @Test
    void a_cap_never_raises_an_amount() {
        Matter matter = new Matter().with(withCap("10000")).line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=4000");
        assertThat(outcomes(matter.decide())).containsExactly("P1 2000.00 2000.00");
    }

    @ParameterizedTest
    @CsvSource({
        // the limit itself, one fen below and above; a limit is rounded down to 0.01
        "20000, 10000, 10000.00 10000.00",
        "20000.02, 10000, 10000.01 10000.00 reached",
        "19999.98, 10000, 9999.99 9999.99",
        "20000, 9999.999, 10000.00 9999.99 reached",
    })
    void a_cap_is_reached_at_its_limit(String paid, String limit, String outcome) {
        Matter matter = new Matter().with(withCap(limit)).line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=" + paid);
        assertThat(outcomes(matter.decide())).containsExactly("P1 " + outcome);
    }

    @ParameterizedTest
    @CsvSource({
        // 2024-12-31 and 2025-01-01: another calendar year, the same year of the rule and the same period if decided
        // together
        "YEAR, 2024-12-31, 2025-01-01, 100.00",
        "YEAR, 2024-05-06, 2024-12-31, 0.00",
        "RULE_YEAR, 2024-12-31, 2025-01-01, 0.00",
        // the rule is in force from 2024-05-06: its second year begins on 2025-05-06
        "RULE_YEAR, 2024-05-06, 2025-05-05, 0.00",
        "RULE_YEAR, 2025-05-05, 2025-05-06, 100.00",
        "RULE_YEAR, 2024-05-05, 2024-05-06, 100.00",
        "RULE_YEAR, 2023-05-05, 2023-05-06, 100.00",
        "RULE_YEAR, 2023-05-06, 2024-05-05, 0.00",
        "PERIOD, 2024-12-31, 2025-01-01, 0.00",
        "LINE, 2024-07-01, 2024-07-01, 100.00",
    })
    void lines_of_one_span_count_together(Cap.Span span, String first, String second, String granted) {
        Matter matter = new Matter()
                .with(draft().cap(Matter.Draft.ceiling("100", span, false)).done())
                .line(FILE, "firm=甲 policy=P1 paid=200 day=" + first)
                .line(FILE, "firm=甲 policy=P2 paid=200 day=" + second);
        List<String> all = outcomes(matter.decide());
        assertThat(all.get(1)).startsWith("P2 100.00 " + granted);
    }

    @ParameterizedTest
    @CsvSource({"YEAR, 0.00", "RULE_YEAR, 0.00", "PERIOD, 100.00", "LINE, 100.00"})
    void what_earlier_periods_granted_counts_in_years_only(Cap.Span span, String granted) {
        Matter matter = new Matter()
                .with(draft().cap(Matter.Draft.ceiling("100", span, false)).done())
                .line(FILE, "firm=甲 policy=P1 paid=200 day=2024-07-01");
        matter.period = new Period(2024, 3);
        Matter next = matter.next(new Period(2024, 4)).line(FILE, "firm=甲 policy=P2 paid=200 day=2024-10-01");
        assertThat(outcomes(next.decide()).get(0)).startsWith("P2 100.00 " + granted);
    }

    /** 甲 got 20.00 in the second, 30.00 in the third quarter; of this batch 40.00 and 10.00, so that nothing is left. */
    @Test
    void what_a_cap_has_used_is_told_by_batch() {
        Matter second = new Matter()
                .with(draft().yearly("100").budget("补助", Cap.IfShort.BY_DAY).done())
                .budget("补助", "1000")
                .line(FILE, "firm=甲 policy=P1 paid=40 day=2024-05-07");
        second.period = new Period(2024, 2);
        Matter third = second.next(new Period(2024, 3))
                .line(FILE, "firm=甲 policy=P2 paid=60 day=2024-07-01")
                .line(FILE, "firm=乙 policy=P3 paid=14 day=2024-07-01");
        Matter fourth = third.next(new Period(2024, 4))
                .line(FILE, "firm=甲 policy=P4 paid=80 day=2024-10-01")
                .line(FILE, "firm=甲 policy=P5 paid=80 day=2024-10-02")
                .line(FILE, "firm=甲 policy=P6 paid=80 day=2024-10-03")
                .line(FILE, "firm=丙 policy=P7 paid=2 day=2024-10-04");
        List<String> used = new ArrayList<>();
        fourth.decide()
                .lines()
                .each(line -> line.sums().orElseThrow().caps().forEach(use -> {
                    List<String> parts = new ArrayList<>();
                    use.earlier().forEach((period, amount) -> parts.add(period + " " + amount.yuan()));
                    used.add(line.line().reference() + " " + use.before().yuan() + " " + parts + " "
                            + use.here().yuan());
                }));
        // the budget counts 乙's 7.00 too
        assertThat(used)
                .containsExactly(
                        "P4 50.00 [2024Q2 20.00, 2024Q3 30.00] 0.00",
                        "P4 57.00 [2024Q2 20.00, 2024Q3 37.00] 0.00",
                        "P5 90.00 [2024Q2 20.00, 2024Q3 30.00] 40.00",
                        "P5 97.00 [2024Q2 20.00, 2024Q3 37.00] 40.00",
                        "P6 100.00 [2024Q2 20.00, 2024Q3 30.00] 50.00",
                        "P6 107.00 [2024Q2 20.00, 2024Q3 37.00] 50.00",
                        "P7 0.00 [] 0.00",
                        "P7 107.00 [2024Q2 20.00, 2024Q3 37.00] 50.00");
    }

    @Test
    void a_late_claim_falls_into_the_year_of_its_own_day() {
        Matter matter = new Matter().with(withCap("100")).line(FILE, "firm=甲 policy=P1 paid=200 day=2024-07-01");
        matter.period = new Period(2024, 4);
        Matter next = matter.next(new Period(2025, 1))
                .line(FILE, "firm=甲 policy=LATE paid=200 day=2024-12-01")
                .line(FILE, "firm=甲 policy=NEW paid=200 day=2025-01-01");
        Decisions decisions = next.decide();
        assertThat(outcomes(decisions)).containsExactly("LATE 100.00 0.00 reached", "NEW 100.00 100.00");
        assertThat(findings(decisions)).containsExactly("W402 year 人保.xlsx D2");
    }

    @ParameterizedTest
    @CsvSource({
        // 60 % of 100.01 = 60.006, down to 60.00; of it others gave 10.5: 49.50 is left, 50.00 was asked for
        "0.6, 100.01, 10.5, 100, 50.00 49.50 reached",
        "0.6, 100.01, '', 100, 50.00 50.00",
        "1, 40, 40, 100, 50.00 0.00 reached",
        "1, 40, 41, 100, 50.00 0.00 reached",
        // what others gave is taken off to the next higher fen
        "1, 60, 10.001, 100, 50.00 49.99 reached",
    })
    void a_share_of_another_column_counts_what_others_gave(
            String share, String interest, String others, String paid, String outcome) {
        Matter matter = new Matter()
                .with(draft().cap(new Cap.PartOf(
                                Fraction.of(share), "interest", Optional.of("others"), "六", Mark.ASSUMED))
                        .done())
                .line(
                        FILE,
                        "firm=甲 policy=P1 day=2024-07-01 paid=" + paid + " interest=" + interest
                                + (others.isEmpty() ? "" : " others=" + others));
        assertThat(outcomes(matter.decide())).containsExactly("P1 " + outcome);
    }

    @Test
    void the_lowest_of_several_caps_decides_and_gives_its_clause() {
        Subsidy subsidy = draft().cap(new Cap.PartOf(Fraction.ONE, "interest", Optional.empty(), "二", Mark.TEXT))
                .yearly("30")
                .done();
        Matter matter = new Matter()
                .with(subsidy)
                .line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=100 interest=20")
                .line(FILE, "firm=甲 policy=P2 day=2024-07-02 paid=100 interest=20");
        List<String> lines = new ArrayList<>();
        matter.decide()
                .lines()
                .each(line ->
                        lines.add(line.granted().yuan() + " " + line.outcome().clause() + " "
                                + line.sums().orElseThrow().caps().stream()
                                        .map(cap -> cap.before().yuan() + "/"
                                                + cap.left().orElseThrow().yuan())
                                        .toList()));
        assertThat(lines).containsExactly("20.00 二 [0.00/20.00, 0.00/30.00]", "10.00 五 [0.00/20.00, 20.00/10.00]");
    }

    @Test
    void a_named_person_lifts_a_cap_for_one_claimant() {
        Matter matter = new Matter()
                .with(draft().cap(Matter.Draft.ceiling("100", Cap.Span.YEAR, true))
                        .done())
                .register("firms", "甲", Matter.row("", "", Map.of()))
                .line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=400")
                .line(FILE, "firm=乙 policy=P2 day=2024-07-01 paid=400");
        bankscore.sheet.Place row = new bankscore.sheet.Place("说明.xlsx", "说明", "A2");
        matter.lifts.add(new Batch.Lift("PREMIUM", "别名甲", "王主任", row));
        matter.lifts.add(new Batch.Lift("premium", "丙", "王主任", row.at("A3")));
        matter.lifts.add(new Batch.Lift("interest", "甲", "王主任", row.at("A4")));
        matter.lifts.add(new Batch.Lift("premium", "乙", "", row.at("A5")));
        Decisions decisions = matter.decide();
        assertThat(outcomes(decisions)).containsExactly("P1 200.00 200.00", "P2 200.00 100.00 reached");
        assertThat(findings(decisions))
                .containsExactly("W403 claimant 说明.xlsx A3", "W403 unknown 说明.xlsx A4", "W403 person 说明.xlsx A5");
        List<String> by = new ArrayList<>();
        decisions
                .lines()
                .each(line -> by.add(line.sums().orElseThrow().caps().get(0).lifted()));
        assertThat(by).containsExactly("王主任", "");
    }

    /** 300 × 50 % = 150.00, of which both caps leave 100.00: the first decides. The budget is asked for no more. */
    @Test
    void of_equal_caps_the_first_decides_and_a_budget_is_asked_for_what_they_leave() {
        Matter matter = new Matter()
                .with(draft().yearly("100")
                        .cap(new Cap.PartOf(Fraction.ONE, "interest", Optional.empty(), "七", Mark.TEXT))
                        .budget("补助", Cap.IfShort.BY_DAY)
                        .done())
                .budget("补助", "1000")
                .line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=300 interest=100");
        Decisions decisions = matter.decide();
        decisions.lines().each(line -> {
            assertThat(line.outcome().clause()).isEqualTo("五");
            assertThat(line.sums().orElseThrow().caps())
                    .extracting(Decision.CapUse::cap)
                    .containsExactly(0, 1, 2);
        });
        assertThat(decisions.budgets().get(0).wanted()).isEqualTo(Matter.money("100"));
    }

    @Test
    void a_refund_passes_no_cap_and_a_group_without_its_column_is_none() {
        Matter matter = new Matter()
                .with(draft().cap(new Cap.Ceiling(
                                Fraction.of("100"), List.of("kind"), Cap.Span.YEAR, false, "五", Mark.TEXT))
                        .done())
                .line(FILE, "firm=甲 policy=P1 kind=水稻 day=2024-07-01 paid=300")
                .line(FILE, "firm=甲 policy=P1 kind=水稻 day=2024-07-02 paid=-20")
                .line(FILE, "firm=甲 policy=P2 day=2024-07-03 paid=20");
        Decisions decisions = matter.decide();
        List<Integer> caps = new ArrayList<>();
        decisions.lines().each(line -> caps.add(line.sums().orElseThrow().caps().size()));
        assertThat(caps).containsExactly(1, 0);
        assertThat(findings(decisions)).containsExactly("E402 empty 人保.xlsx A4");
    }

    @Test
    void a_cap_that_nobody_may_lift_stays() {
        Matter matter = new Matter().with(withCap("100")).line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=400");
        matter.lifts.add(new Batch.Lift("premium", "甲", "王主任", bankscore.sheet.Place.NONE));
        assertThat(outcomes(matter.decide())).containsExactly("P1 200.00 100.00 reached");
        assertThat(findings(matter.decide())).containsExactly("W403 cap");
    }

    // ---------------------------------------------------------------- budgets

    private static Matter withBudget(Cap.IfShort ifShort, String amount) {
        return new Matter().with(draft().budget("补助", ifShort).done()).budget("补助", amount);
    }

    @Test
    void a_short_budget_is_shared_out_to_the_fen_by_largest_remainders() {
        // left 100.00 of 150.00: 50 × 2/3 = 33.33…, three times; the missing fen goes to the first in decided order
        Matter matter = withBudget(Cap.IfShort.PRO_RATA, "100")
                .line(FILE, "firm=甲 policy=P1 day=2024-07-03 paid=100")
                .line(FILE, "firm=乙 policy=P2 day=2024-07-02 paid=100")
                .line(FILE, "firm=丙 policy=P3 day=2024-07-02 paid=100");
        Decisions decisions = matter.decide();
        assertThat(outcomes(decisions))
                .containsExactly("P2 50.00 33.34 pro rata", "P3 50.00 33.33 pro rata", "P1 50.00 33.33 pro rata");
        assertThat(decisions.budgets())
                .containsExactly(new Decisions.BudgetUse(
                        "补助", Matter.money("100"), Money.ZERO, Matter.money("150"), Matter.money("100")));
        assertThat(levels(decisions)).containsExactly("市财政 33.34", "市财政 33.33", "市财政 33.33");
    }

    @Test
    void the_larger_remainder_gets_the_missing_fen() {
        // left 0.10 of 0.07 + 0.06 = 0.13: 0.0538… and 0.0461…: 5 + 4 fen, one is missing; remainders 5/13 and 8/13
        Matter matter = withBudget(Cap.IfShort.PRO_RATA, "0.10")
                .line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=0.14")
                .line(FILE, "firm=乙 policy=P2 day=2024-07-02 paid=0.12");
        assertThat(outcomes(matter.decide())).containsExactly("P1 0.07 0.05 pro rata", "P2 0.06 0.05 pro rata");
    }

    @Test
    void a_line_that_is_cut_to_nothing_is_refused_and_borne_by_nobody() {
        // left 0.01 of 0.02: 0.005 each, the fen goes to the first
        Matter matter = withBudget(Cap.IfShort.PRO_RATA, "0.01")
                .line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=0.02")
                .line(FILE, "firm=乙 policy=P2 day=2024-07-02 paid=0.02");
        Decisions decisions = matter.decide();
        assertThat(outcomes(decisions)).containsExactly("P1 0.01 0.01", "P2 0.01 0.00 pro rata");
        assertThat(decisions.total("premium").orElseThrow().refused()).isEqualTo(1);
        assertThat(levels(decisions)).containsExactly("市财政 0.01");
    }

    @Test
    void a_budget_that_suffices_cuts_nothing_and_shares_what_all_other_caps_leave() {
        Matter matter = new Matter()
                .with(draft().budget("补助", Cap.IfShort.PRO_RATA).yearly("30").done())
                .budget("补助", "60")
                .line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=100")
                .line(FILE, "firm=乙 policy=P2 day=2024-07-02 paid=100");
        assertThat(outcomes(matter.decide())).containsExactly("P1 50.00 30.00 reached", "P2 50.00 30.00 reached");
        matter.budget("补助", "59.99");
        // 30.00 × 59.99 / 60.00 = 29.995 each; the missing fen to the first
        assertThat(outcomes(matter.decide())).containsExactly("P1 50.00 30.00 reached", "P2 50.00 29.99 pro rata");
    }

    @Test
    void a_budget_is_spent_in_decided_order_over_all_subsidies_that_name_it() {
        Matter.Draft loans = draft("loans").budget("补助", Cap.IfShort.BY_DAY);
        loans.dataset = Matter.OTHERS;
        Matter matter = withBudget(Cap.IfShort.BY_DAY, "120")
                .with(loans.done())
                .line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=100")
                .line(Matter.OTHERS, "农行.xlsx", "firm=乙 policy=L1 day=2024-07-02 paid=100")
                .line(FILE, "firm=丙 policy=P2 day=2024-07-03 paid=100")
                .line(Matter.OTHERS, "农行.xlsx", "firm=丁 policy=L2 day=2024-07-04 paid=100");
        matter.period = new Period(2024, 3);
        assertThat(outcomes(matter.decide()))
                .containsExactly("P1 50.00 50.00", "L1 50.00 50.00", "P2 50.00 20.00 reached", "L2 50.00 0.00 reached");
        matter.budget("补助", "200.01");
        Matter next = matter.next(new Period(2024, 4)).line(FILE, "firm=甲 policy=P9 day=2024-10-01 paid=100");
        assertThat(outcomes(next.decide())).containsExactly("P9 50.00 0.01 reached");
        Matter year = matter.next(new Period(2025, 1)).line(FILE, "firm=甲 policy=P9 day=2024-10-01 paid=100");
        assertThat(outcomes(year.decide())).containsExactly("P9 50.00 50.00");
        assertThat(year.decide().budgets().get(0).before()).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"50, ''", "49.99, E403 short 预算.xlsx B2"})
    void a_budget_that_must_not_be_short_is_an_error_if_it_is(String amount, String found) {
        Matter matter = withBudget(Cap.IfShort.REFUSE, amount).line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=100");
        Decisions decisions = matter.decide();
        assertThat(outcomes(decisions)).containsExactly("P1 50.00 50.00");
        assertThat(findings(decisions)).isEqualTo(found.isEmpty() ? List.of() : List.of(found));
    }

    @Test
    void an_item_that_no_budget_has_is_an_error() {
        Matter matter = withBudget(Cap.IfShort.REFUSE, "100").line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=100");
        matter.budgets.clear();
        assertThat(findings(matter.decide())).containsExactly("E403 absent");
    }

    // ---------------------------------------------------------------- conditions, memory, order

    /** 甲 gets 50.00, then 50.00 of 100.00, then nothing of 30.00; 乙 60.00 of 200.00. */
    @Test
    void reasons_are_counted_by_clause_with_their_claimants_and_amounts() {
        Matter matter = new Matter()
                .with(draft().require(new Condition.Text("district", true, List.of("婺城区")), "不在适用区域")
                        .yearly("100")
                        .cap(new Cap.PartOf(Fraction.ONE, "interest", Optional.empty(), "七", Mark.TEXT))
                        .done())
                .line(FILE, "firm=丙 policy=P1 district=兰溪市 day=2024-07-01 paid=2 interest=999")
                .line(FILE, "firm=丙 policy=P2 district=兰溪市 day=2024-07-01 paid=2 interest=999")
                .line(FILE, "firm=丁 policy=P3 district=兰溪市 day=2024-07-01 paid=2 interest=999")
                .line(FILE, "firm=甲 policy=P4 district=婺城区 day=2024-07-02 paid=100 interest=999")
                .line(FILE, "firm=甲 policy=P5 district=婺城区 day=2024-07-03 paid=200 interest=999")
                .line(FILE, "firm=甲 policy=P6 district=婺城区 day=2024-07-04 paid=60 interest=999")
                .line(FILE, "firm=乙 policy=P7 district=婺城区 day=2024-07-05 paid=400 interest=60");
        assertThat(matter.decide().total("premium").orElseThrow().reasons())
                .containsExactly(
                        new Decisions.Reason("不在适用区域", "一", 3, 2, Money.ZERO, Money.ZERO),
                        // P5 100.00 of which 50.00, P6 30.00 of which nothing
                        new Decisions.Reason(Matter.REACHED, "五", 2, 1, Matter.money("130"), Matter.money("80")),
                        new Decisions.Reason(Matter.REACHED, "七", 1, 1, Matter.money("200"), Matter.money("140")));
    }

    @Test
    void the_first_condition_that_fails_is_the_reason() {
        Matter matter = new Matter()
                .with(draft().require(new Condition.Text("district", true, List.of("婺城区")), "不在适用区域")
                        .require(new Condition.Dated("day", new Condition.Span.InForce()), "不在有效期内")
                        .done())
                .line(FILE, "firm=甲 policy=P1 district=婺城区 day=2024-05-06 paid=2")
                .line(FILE, "firm=甲 policy=P2 district=兰溪市 day=2024-05-05 paid=2")
                .line(FILE, "firm=甲 policy=P3 district=婺城区 day=2024-05-05 paid=2");
        Decisions decisions = matter.decide();
        assertThat(outcomes(decisions)).containsExactly("P2 - 0.00 不在适用区域", "P3 - 0.00 不在有效期内", "P1 1.00 1.00");
        assertThat(decisions.total("premium").orElseThrow().reasons())
                .extracting(Decisions.Reason::reason)
                .containsExactly("不在适用区域", "不在有效期内");
        // before the rule: refused, and to be verified
        assertThat(findings(decisions)).containsExactly("W402 before 人保.xlsx D3", "W402 before 人保.xlsx D4");
    }

    private static Subsidy unique() {
        return draft().require(new Condition.Unique(List.of("policy")), "重复").done();
    }

    @Test
    void a_policy_is_granted_once_in_this_and_in_later_periods() {
        Matter matter = new Matter()
                .with(unique())
                .line("b.xlsx", "firm=甲 policy=P1 day=2024-07-01 paid=2")
                .line("a.xlsx", "firm=乙 policy=P1 day=2024-07-01 paid=4")
                .line("a.xlsx", "firm=丙 day=2024-07-01 paid=6")
                .line("a.xlsx", "firm=丁 day=2024-07-01 paid=8");
        matter.period = new Period(2024, 3);
        // one day: the file whose path comes first; an empty cell equals none
        assertThat(outcomes(matter.decide())).containsExactly("P1 2.00 2.00", "3.00 3.00", "4.00 4.00", "P1 - 0.00 重复");
        Matter next = matter.next(new Period(2024, 4))
                .line("a.xlsx", "firm=甲 policy=P1 day=2024-10-01 paid=2")
                .line("a.xlsx", "firm=甲 policy=Ｐ２ day=2024-10-01 paid=2")
                .line("a.xlsx", "firm=甲 policy=P2 day=2024-10-02 paid=2");
        // texts are compared after NFKC
        assertThat(outcomes(next.decide())).containsExactly("P1 - 0.00 重复", "Ｐ２ 1.00 1.00", "P2 - 0.00 重复");
    }

    @Test
    void a_refused_line_blocks_nothing_and_one_that_asks_for_nothing_does() {
        Matter matter = new Matter()
                .with(draft().require(new Condition.Unique(List.of("policy")), "重复")
                        .yearly("5")
                        .done())
                .line(FILE, "firm=甲 policy=P0 day=2024-07-01 paid=10")
                .line(FILE, "firm=甲 policy=P1 day=2024-07-02 paid=10")
                .line(FILE, "firm=乙 policy=P1 day=2024-07-03 paid=10")
                .line(FILE, "firm=乙 policy=P2 day=2024-07-04 paid=0")
                .line(FILE, "firm=丙 policy=P2 day=2024-07-05 paid=10");
        assertThat(outcomes(matter.decide()))
                .containsExactly(
                        "P0 5.00 5.00", "P1 5.00 0.00 reached", "P1 5.00 5.00", "P2 0.00 0.00", "P2 - 0.00 重复");
    }

    @ParameterizedTest
    @CsvSource({
        // the first policy covers 2024-07-01 to 2024-10-01
        "2024-10-01, 2025-01-01, free",
        "2024-09-30, 2025-01-01, overlaps",
        "2024-04-01, 2024-07-01, free",
        "2024-04-01, 2024-07-02, overlaps",
        "2024-07-01, 2024-07-01, overlaps",
        "2024-08-01, 2024-09-01, overlaps",
        "2024-01-01, '', overlaps",
        "2024-10-01, '', free",
        "2024-10-02, '', free",
    })
    void cover_overlaps_where_each_begins_before_the_other_ends(String start, String end, String expected) {
        Subsidy subsidy = draft().require(new Condition.NoOverlap(List.of("firm", "kind"), "start", "end"), "overlaps")
                .done();
        Matter matter = new Matter()
                .with(subsidy)
                .line(FILE, "firm=甲 policy=P1 kind=环 day=2024-07-01 paid=2 start=2024-07-01 end=2024-10-01");
        String second =
                "firm=甲 policy=P2 kind=环 day=2024-07-02 paid=2 start=" + start + (end.isEmpty() ? "" : " end=" + end);
        matter.period = new Period(2024, 3);
        Matter next = matter.next(new Period(2024, 4)).line(FILE, second);
        matter.line(FILE, second).line(FILE, second.replace("kind=环", "kind=安").replace("P2", "P3"));
        String outcome = expected.equals("free") ? "P2 1.00 1.00" : "P2 - 0.00 overlaps";
        assertThat(outcomes(matter.decide())).containsExactly("P1 1.00 1.00", outcome, "P3 1.00 1.00");
        assertThat(outcomes(next.decide())).containsExactly(outcome);
    }

    @Test
    void lines_are_decided_by_day_then_path_in_code_points_then_row() {
        // 𠀀 (U+20000) comes after ﹏ (U+FE4F), though its first half in UTF-16 is smaller
        Matter matter = new Matter()
                .with(draft().done())
                .line("𠀀.xlsx", "firm=甲 policy=P4 day=2024-07-01 paid=2")
                .line("﹏.xlsx", "firm=甲 policy=P2 day=2024-07-01 paid=2")
                .line("﹏.xlsx", "firm=甲 policy=P3 day=2024-07-01 paid=2")
                .line("𠀀.xlsx", "firm=甲 policy=P1 day=2024-06-30 paid=2");
        List<String> references = new ArrayList<>();
        matter.decide().lines().each(line -> references.add(line.line().reference()));
        assertThat(references).containsExactly("P1", "P2", "P3", "P4");
    }

    @Test
    void a_party_may_have_several_rows_of_which_one_is_valid() {
        Matter matter = new Matter()
                .with(draft().require(new Condition.InRegister("firms", "firm", Optional.empty()), "不在名录")
                        .done())
                .register(
                        "firms",
                        "甲",
                        Matter.row("2020-01-01", "2022-12-31", Map.of()),
                        Matter.row("2024-07-02", "", Map.of()))
                .line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=2")
                .line(FILE, "firm=甲 policy=P2 day=2024-07-02 paid=2")
                .line(FILE, "firm=乙 policy=P3 day=2024-07-02 paid=2");
        assertThat(outcomes(matter.decide())).containsExactly("P1 - 0.00 不在名录", "P2 1.00 1.00", "P3 - 0.00 不在名录");
    }

    @Test
    void a_cover_without_a_begin_is_neither_refused_nor_granted_but_an_error_at_its_line() {
        Matter matter = new Matter()
                .with(draft().require(new Condition.NoOverlap(List.of("firm", "kind"), "start", "end"), "overlaps")
                        .done())
                .line(FILE, "firm=甲 kind=环 policy=P1 day=2024-07-01 paid=2 end=2024-09-30")
                .line(FILE, "firm=甲 kind=环 policy=P2 day=2024-07-01 paid=-2 end=2024-09-30");
        Decisions decisions = matter.decide();
        // a refund overlaps its own policy and is not asked
        assertThat(outcomes(decisions)).containsExactly("P2 -1.00 -1.00");
        assertThat(findings(decisions)).startsWith("E402 empty 人保.xlsx A2");
    }

    @Test
    void a_subject_that_no_subsidy_takes_is_no_finding_and_words_without_lines_are_none() {
        Matter.Draft banks = draft("banks");
        banks.day = "";
        banks.where = Optional.of(new Condition.Text("kind", true, List.of("农村商业银行", "村镇银行", "城市商业银行")));
        Matter.Draft others = draft("others");
        others.dataset = Matter.OTHERS;
        others.where = Optional.of(new Condition.Text("kind", true, List.of("贷")));
        Matter matter = new Matter()
                .with(banks.done())
                .with(others.done())
                .line(FILE, "firm=一 policy=P1 kind=村镇银行 paid=2")
                .line(FILE, "firm=二 kind=国有大型银行 paid=2");
        Decisions decisions = matter.decide();
        // one finding for the column names both words that nobody said
        assertThat(findings(decisions)).containsExactly("N401");
        assertThat(decisions.findings().get(0).details()).containsEntry("word", "农村商业银行、城市商业银行");
    }

    @Test
    void a_line_that_no_subsidy_takes_is_to_be_verified_and_one_that_two_take_is_an_error() {
        Matter.Draft one = draft("one");
        one.where = Optional.of(new Condition.Text("kind", true, List.of("环", "安")));
        Matter.Draft two = draft("two");
        two.where = Optional.of(new Condition.Text("kind", true, List.of("安", "信")));
        Matter matter = new Matter()
                .with(one.done())
                .with(two.done())
                .line(FILE, "firm=甲 policy=P1 kind=环 day=2024-07-01 paid=2")
                .line(FILE, "firm=甲 policy=P2 kind=安 day=2024-07-01 paid=2")
                .line(FILE, "firm=甲 policy=P3 kind=车 day=2024-07-01 paid=2");
        Decisions decisions = matter.decide();
        assertThat(outcomes(decisions)).containsExactly("P1 1.00 1.00");
        // and a word that no line has
        assertThat(findings(decisions)).containsExactly("N401", "E401 人保.xlsx A3", "W401 人保.xlsx A4");
        assertThat(decisions.findings().get(0).details()).containsEntry("word", "信");
    }

    // ---------------------------------------------------------------- empty cells

    @Test
    void an_empty_cell_is_an_error_only_where_it_is_read_and_nothing_refused_before() {
        Matter matter = new Matter()
                .with(draft().base("least(paid, due)")
                        .require(new Condition.Text("district", true, List.of("婺城区")), "不在适用区域")
                        .require(new Condition.Dated("day", new Condition.Span.InForce()), "不在有效期内")
                        .cap(new Cap.PartOf(Fraction.ONE, "interest", Optional.of("others"), "", Mark.TEXT))
                        .done())
                .line(FILE, "firm=甲 district=婺城区 day=2024-07-01 paid=2 interest=1")
                .line(FILE, "firm=甲 district=婺城区 day=2024-07-01 paid=2 due=2")
                .line(FILE, "firm=甲 district=婺城区 paid=2 due=2 interest=1")
                .line(FILE, "firm=甲 district=兰溪市")
                .line(FILE, "firm=甲 district=婺城区 day=2024-07-02 paid=2 due=2 interest=1 policy=P5");
        Decisions decisions = matter.decide();
        assertThat(outcomes(decisions)).containsExactly("P5 1.00 1.00", "- 0.00 不在适用区域");
        assertThat(findings(decisions))
                .containsExactly("E402 empty 人保.xlsx A2", "E402 empty 人保.xlsx A3", "E402 empty 人保.xlsx A4");
        assertThat(decisions.findings().stream().map(bankscore.finding.Finding::column))
                .containsExactly("due", "interest", "日期");
    }

    @Test
    void a_day_that_a_condition_wants_filled_refuses_the_line() {
        Matter matter = new Matter()
                .with(draft().require(new Condition.Filled(List.of("day")), "缺开票日期")
                        .done())
                .line(FILE, "firm=甲 policy=P1 paid=2");
        assertThat(outcomes(matter.decide())).containsExactly("P1 - 0.00 缺开票日期");
        assertThat(matter.decide().findings()).isEmpty();
    }

    @Test
    void who_is_to_be_paid_must_be_named() {
        Matter.Draft draft = draft();
        draft.payee = "insurer";
        Matter matter = new Matter()
                .with(draft.done())
                .line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=2")
                .line(FILE, "firm=甲 policy=P2 day=2024-07-01 paid=0");
        assertThat(findings(matter.decide())).containsExactly("E402 empty 人保.xlsx A2");
    }

    @Test
    void an_amount_below_zero_is_an_error_unless_a_column_takes_money_back() {
        Matter matter = new Matter()
                .with(draft().base("paid - due").done())
                .line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=2 due=4");
        assertThat(findings(matter.decide())).containsExactly("E402 negative 人保.xlsx A2");
        assertThat(outcomes(matter.decide())).isEmpty();
    }

    // ---------------------------------------------------------------- refunds

    @Test
    void a_refund_passes_no_cap_and_gives_its_group_back_what_it_takes() {
        Matter matter = new Matter()
                .with(draft().require(new Condition.Unique(List.of("policy")), "重复")
                        .yearly("100")
                        .done())
                .line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=200")
                .line(FILE, "firm=甲 policy=P1 day=2024-07-02 paid=-60")
                .line(FILE, "firm=甲 policy=P2 day=2024-07-03 paid=100")
                .line(FILE, "firm=甲 policy=P1 day=2024-07-04 paid=20");
        assertThat(outcomes(matter.decide()))
                .containsExactly("P1 100.00 100.00", "P1 -30.00 -30.00", "P2 50.00 30.00 reached", "P1 - 0.00 重复");
    }

    @Test
    void more_taken_back_than_was_granted_is_to_be_verified() {
        // P1 is cut from 100 to 60 by the cap: half of 130 is 65 to take back, 5 more than was granted.
        // P2 was granted 20 in the quarter before, of which 20 go back; a second refund takes what is not there.
        // P3 was never granted: a minus sign too much.
        Matter before =
                new Matter().with(draft().yearly("60").done()).line(FILE, "firm=乙 policy=P2 day=2024-07-01 paid=40");
        before.period = new Period(2024, 3);
        Matter matter = before.next(new Period(2024, 4))
                .line(FILE, "firm=甲 policy=P1 day=2024-10-01 paid=200")
                .line(FILE, "firm=甲 policy=P1 day=2024-10-02 paid=-130")
                .line(FILE, "firm=乙 policy=P2 day=2024-10-03 paid=-40")
                .line(FILE, "firm=乙 policy=P2 day=2024-10-04 paid=-2")
                .line(FILE, "firm=丙 policy=P3 day=2024-10-05 paid=-10");
        Decisions decisions = matter.decide();
        assertThat(outcomes(decisions))
                .containsExactly(
                        "P1 100.00 60.00 reached",
                        "P1 -65.00 -65.00",
                        "P2 -20.00 -20.00",
                        "P2 -1.00 -1.00",
                        "P3 -5.00 -5.00");
        assertThat(findings(decisions)).containsExactly("W406 人保.xlsx B3", "W406 人保.xlsx B5", "W406 人保.xlsx B6");
        assertThat(decisions.findings().get(0).details())
                .containsEntry("found", "65.00")
                .containsEntry("before", "60.00");
    }

    @Test
    void a_payee_whose_sum_is_negative_owes_it() {
        Matter matter = new Matter()
                .with(draft().borne("county", List.of(), "city", "50", "county", "50")
                        .done())
                .line(FILE, "firm=甲 policy=P1 account=001 branch=城东支行 day=2024-07-01 paid=2")
                .line(FILE, "firm=甲 policy=P2 account=001 day=2024-07-01 paid=-6.02")
                .line(FILE, "firm=乙 policy=P3 account=002 day=2024-07-01 paid=2")
                .line(FILE, "firm=丙 policy=P4 day=2024-07-01 paid=2")
                .line(FILE, "firm=丙 policy=P5 day=2024-07-01 paid=-2");
        Decisions decisions = matter.decide();
        assertThat(payments(decisions.payments())).containsExactly("乙 002 1.00");
        assertThat(payments(decisions.recoveries())).containsExactly("甲 001 -2.01");
        assertThat(decisions.recoveries().get(0).branch()).isEqualTo("城东支行");
        // 3.01 back: half of it 1.505 → 1.51, the rest 1.50; both with a minus
        assertThat(levels(decisions)).contains("city -1.51", "county -1.50");
    }

    // ---------------------------------------------------------------- references, checks

    @Test
    void a_policy_twice_in_a_file_with_other_amounts_is_an_error_at_the_later_one() {
        Matter matter = new Matter()
                .with(unique())
                .line("a.xlsx", "firm=甲 policy=P1 day=2024-07-01 paid=2")
                .line("a.xlsx", "firm=甲 policy=P1 day=2024-07-01 paid=2.00")
                .line("a.xlsx", "firm=甲 policy=P1 day=2024-07-01 paid=3")
                .line("a.xlsx", "firm=甲 policy=P1 day=2024-07-01 paid=-3")
                .line("b.xlsx", "firm=甲 policy=P1 day=2024-07-01 paid=4");
        // and 1.50 taken back of the 1.00 that the first line was granted
        assertThat(findings(matter.decide())).containsExactly("E404 a.xlsx B4", "W406 a.xlsx B5");
    }

    @Test
    void the_insurers_of_each_county_are_counted() {
        Matter matter = new Matter().with(draft().done());
        Condition leave = new Condition.Filled(List.of("leave"));
        matter.checks.add(new bankscore.subsidy.scheme.Check.Count(
                "1",
                "insurers",
                Matter.OTHERS,
                Optional.empty(),
                "insurer",
                "county",
                Optional.of(2),
                Optional.of(3),
                Optional.of(leave),
                "应为 2 至 3 家",
                bankscore.finding.Level.REVIEW));
        for (String line : List.of("甲 1", "甲 2", "甲 3", "甲 4", "乙 1", "乙 1", "丙 1", "丙 2", "丙 3", "丁 1", "丁 2")) {
            String[] both = line.split(" ", -1);
            matter.line(Matter.OTHERS, FILE, "firm=x county=" + both[0] + " insurer=" + both[1]);
        }
        for (int insurer = 1; insurer < 5; insurer++) {
            matter.line(
                    Matter.OTHERS, FILE, "firm=x county=戊 insurer=" + insurer + (insurer == 2 ? " leave=赣文1号" : ""));
        }
        Decisions decisions = matter.decide();
        assertThat(decisions.checks().stream().map(each -> each.group() + " " + each.value() + " " + each.holds()))
                .containsExactly("丁 2 true", "丙 3 true", "乙 1 false", "戊 4 true", "甲 4 false");
        assertThat(findings(decisions)).containsExactly("W405 人保.xlsx B2", "W405 人保.xlsx B6");
    }

    @Test
    void each_line_is_held_against_a_check() {
        Matter matter = new Matter()
                .with(draft().done())
                .line(FILE, "firm=甲 policy=P1 day=2024-07-01 paid=2 sum=100000")
                .line(FILE, "firm=乙 policy=P2 day=2024-07-01 paid=2 sum=100000.01");
        Condition most =
                new Condition.Compared("sum", Condition.Comparison.AT_MOST, new Reference.Fixed(Fraction.of(100_000)));
        matter.checks.add(new bankscore.subsidy.scheme.Check.Line(
                "benefit",
                "benefit",
                Matter.CLAIMS,
                Optional.empty(),
                most,
                "超过 10 万元",
                bankscore.finding.Level.ERROR));
        Decisions decisions = matter.decide();
        assertThat(decisions.checks().stream().map(each -> each.group() + " " + each.value() + " " + each.holds()))
                .containsExactly("乙 100000.01 false");
        assertThat(findings(decisions)).containsExactly("E405 人保.xlsx E3");
    }

    @Test
    void of_a_file_only_the_first_findings_are_listed_and_the_others_counted() {
        Matter.Draft none = draft();
        none.where = Optional.of(new Condition.Text("kind", true, List.of("环")));
        Matter matter = new Matter().with(none.done());
        for (int i = 0; i < 1200; i++) {
            matter.line(FILE, "firm=甲 kind=车 day=2024-07-01 paid=2");
        }
        List<bankscore.finding.Finding> reviews = matter.decide().findings().stream()
                .filter(each -> each.level() == bankscore.finding.Level.REVIEW)
                .toList();
        assertThat(reviews).hasSize(1000);
        assertThat(reviews).anySatisfy(each -> {
            assertThat(each.code()).isEqualTo(bankscore.finding.Code.W120);
            assertThat(each.details()).containsEntry("listed", "999").containsEntry("count", "201");
        });
    }
}

package bankscore.contribution.judge;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.allocation.Equal;
import bankscore.contribution.allocation.NoPart;
import bankscore.contribution.allocation.Take;
import bankscore.contribution.allocation.Tie;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.quarter.Pool;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.facts.Subject;
import bankscore.rule.Mark;
import bankscore.sheet.Place;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrintedFundTest {

    @Test
    void lines_by_rank_and_columns_add_up_and_the_odd_cent_is_marked() {
        // exact: held 0.335 three times = 1.005; targets 1.005, 2.005, 0, of which at maturity 0.665 (all of B's part),
        // 0
        PrintedFund fund = fund(
                "4",
                List.of(
                        row("A", "0.335", "1.005", "0"),
                        row("B", "0.335", "2.005", "1.67"),
                        row("C", "0.335", "0", "0")),
                "0.99",
                card("A", 2),
                card("B", 1),
                card("C", 2));

        // held: 1.005 is 1.01, B and A get the cents. Targets: B 2.01 and A 1.00 of 3.01, unplaced 0.99.
        assertThat(fund.rows().stream().map(PrintedFundTest::line))
                .containsExactly(
                        "B 0.34 2.01 1.67 0.00 1.67 false",
                        "A 0.34 1.00 0.66 0.66 0.00 true",
                        "C 0.33 0.00 -0.33 -0.33 0.00 true");
        assertThat(List.of(
                        fund.current(),
                        fund.target(),
                        fund.change(),
                        fund.now(),
                        fund.atMaturity(),
                        fund.unplaced(),
                        fund.pool()))
                .hasToString("[1.01, 3.01, 2.00, 0.33, 1.67, 0.99, 4.00]");
    }

    @Test
    void what_does_not_move_now_prints_no_cent_of_it() {
        // the change is 1.00 - 0.335 = 0.665 and printed 0.66; all of it moves at maturity
        PrintedFund fund = fund("1", List.of(row("A", "0.335", "1", "0.665")), "0", card("A", 1));

        assertThat(fund.rows().stream().map(PrintedFundTest::line)).containsExactly("A 0.34 1.00 0.66 0.00 0.66 true");
    }

    @Test
    void a_bank_that_is_not_assessed_comes_last() {
        PrintedFund fund = fund(
                "2",
                List.of(row("A", "5", "0", "0"), row("B", "0", "1", "0"), row("C", "0", "1", "0")),
                "0",
                card("C", 1),
                card("B", 2));

        assertThat(fund.rows())
                .extracting(row -> row.card().map(ScoreCard::rank))
                .containsExactly(Optional.of(1), Optional.of(2), Optional.empty());
        assertThat(fund.rows().get(2).exact().bank().code()).isEqualTo("A");
    }

    private static String line(PrintedFund.Row row) {
        return String.join(
                " ",
                row.exact().bank().code(),
                row.current().toString(),
                row.target().toString(),
                row.change().toString(),
                row.now().toString(),
                row.atMaturity().toString(),
                Boolean.toString(row.odd()));
    }

    private static PrintedFund fund(String pool, List<PlanRow> rows, String unplaced, ScoreCard... cards) {
        AllocationRule rule = new AllocationRule(
                new Equal(),
                Take.ALL,
                List.of(),
                AllocationRule.Bounds.NONE,
                new AllocationRule.Lots(Money.ofWan("0.01"), List.of(new Tie.RosterOrder())),
                Map.of(),
                AllocationRule.Outside.KEEP,
                "clause",
                Mark.READING);
        return PrintedFund.of(
                new FundPlan(
                        new Pool("社保基金", Money.ofWan(pool), Place.of("file", "sheet")),
                        rule,
                        rows,
                        Money.ofWan(unplaced),
                        List.of(),
                        List.of(),
                        List.of()),
                Arrays.asList(cards));
    }

    private static Subject bank(String code) {
        return new Subject(code, code, "", List.of(), "", Optional.empty(), true);
    }

    private static PlanRow row(String code, String current, String target, String atMaturity) {
        Money change = Money.ofWan(target).minus(Money.ofWan(current));
        return new PlanRow(
                bank(code),
                Money.ofWan(current),
                Money.ofWan(target),
                Money.ZERO,
                change.minus(Money.ofWan(atMaturity)),
                Money.ofWan(atMaturity),
                PlanRow.Note.NONE,
                new PlanRow.Working.Nothing(NoPart.BARRED),
                List.of());
    }

    private static ScoreCard card(String code, int rank) {
        return new ScoreCard(
                bank(code),
                Map.of(),
                List.of(),
                Fraction.ZERO,
                Fraction.ZERO,
                rank,
                Fraction.ZERO,
                BigDecimal.ZERO,
                false);
    }
}

package bankscore.contribution.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.allocation.Equal;
import bankscore.contribution.allocation.NoPart;
import bankscore.contribution.allocation.Take;
import bankscore.contribution.allocation.Tie;
import bankscore.contribution.quarter.Pool;
import bankscore.exact.Money;
import bankscore.facts.Subject;
import bankscore.rule.Mark;
import bankscore.sheet.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promise 8: a plan whose targets and rest are not its pool cannot be made, whoever asks for it. */
class FundPlanTest {

    private static final AllocationRule RULE = new AllocationRule(
            new Equal(),
            Take.ALL,
            List.of(),
            AllocationRule.Bounds.NONE,
            new AllocationRule.Lots(Money.ofWan("1"), List.of(new Tie.RosterOrder())),
            Map.of(),
            AllocationRule.Outside.KEEP,
            "clause",
            Mark.READING);

    /** In 万元: two targets, what is unplaced, what leaders changed at the first one. A fen is 0.000001. */
    @ParameterizedTest
    @CsvSource({
        "60, 40, 0, 0, true",
        "60, 30, 10, 0, true",
        "60, 40.000001, 0, 0, false",
        "60, 39.999999, 0, 0, false",
        "60, 50, -10, 0, false",
        "60, 40, 0, 0.000001, false"
    })
    void targets_and_what_is_unplaced_are_the_pool(
            String first, String second, String unplaced, String adjusted, boolean made) {
        if (made) {
            assertThat(plan(first, second, unplaced, adjusted).target().plus(Money.ofWan(unplaced)))
                    .isEqualTo(Money.ofWan("100"));
        } else {
            assertThatThrownBy(() -> plan(first, second, unplaced, adjusted))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("add up to");
        }
    }

    private static FundPlan plan(String first, String second, String unplaced, String adjusted) {
        return new FundPlan(
                new Pool("财政性存款", Money.ofWan("100"), Place.of("file", "sheet")),
                RULE,
                List.of(row("A", first, adjusted), row("B", second, "0")),
                Money.ofWan(unplaced),
                List.of(),
                List.of(),
                List.of());
    }

    private static PlanRow row(String code, String target, String adjusted) {
        return new PlanRow(
                new Subject(code, code, "", List.of(), "", Optional.empty(), true),
                Money.ZERO,
                Money.ofWan(target),
                Money.ofWan(adjusted),
                Money.ofWan(target),
                Money.ZERO,
                PlanRow.Note.NONE,
                new PlanRow.Working.Nothing(NoPart.BARRED),
                List.of());
    }
}

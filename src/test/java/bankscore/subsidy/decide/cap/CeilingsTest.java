package bankscore.subsidy.decide.cap;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.rule.Mark;
import bankscore.subsidy.decide.seen.Lines;
import bankscore.subsidy.scheme.Cap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CeilingsTest {

    private static final Period SECOND = new Period(2024, 2);
    private static final Period THIRD = new Period(2024, 3);

    private final Ceilings ceilings = new Ceilings(LocalDate.of(2024, 5, 6));

    private static Money yuan(String amount) {
        return Money.ofYuan(Fraction.of(amount), Rounding.halfUp(2, ""));
    }

    private List<String> key(Cap.Span span, LocalDate day, String cells, String... per) {
        return ceilings.key(
                "premium",
                1,
                new Cap.Ceiling(Fraction.of("100"), List.of(per), span, false, "一", Mark.TEXT),
                Lines.line(cells),
                day);
    }

    @ParameterizedTest
    @CsvSource({
        "YEAR, 2024-01-01, 2024",
        "YEAR, 2024-12-31, 2024",
        "YEAR, 2025-01-01, 2025",
        // years of the rule begin on the 6th of May; the first is 0
        "RULE_YEAR, 2024-05-06, 0",
        "RULE_YEAR, 2025-05-05, 0",
        "RULE_YEAR, 2025-05-06, 1",
        "RULE_YEAR, 2034-05-05, 9",
        "RULE_YEAR, 2024-05-05, -1",
        "RULE_YEAR, 2023-05-06, -1",
        "RULE_YEAR, 2023-05-05, -2",
        "PERIOD, 2024-05-06, ''",
        "LINE, 2024-05-06, ''",
    })
    void a_group_is_of_its_span_of_time(Cap.Span span, LocalDate day, String time) {
        assertThat(key(span, day, "firm=F1", "firm")).containsExactly("premium", "1", time, "F1");
    }

    @Test
    void a_group_is_of_all_columns_and_of_none_where_one_is_empty() {
        LocalDate day = LocalDate.of(2024, 7, 1);
        assertThat(key(Cap.Span.YEAR, day, "firm=F1 kind=甲", "firm", "kind"))
                .containsExactly("premium", "1", "2024", "F1", "甲");
        assertThat(key(Cap.Span.YEAR, day, "firm=F1", "firm", "kind")).isEmpty();
        assertThat(key(Cap.Span.YEAR, day, "firm=F1")).containsExactly("premium", "1", "2024");
    }

    /** 10.00 and 5.00 in the second quarter, of which 5.00 were taken back in the third; now 20.00. */
    @Test
    void what_a_group_has_used_is_told_by_period() {
        List<String> group = List.of("premium", "0", "2024", "F1");
        ceilings.remember(group, THIRD, yuan("-5"));
        ceilings.remember(group, SECOND, yuan("10"));
        ceilings.remember(group, SECOND, yuan("5"));
        ceilings.remember(List.of("premium", "0", "2024", "F2"), SECOND, yuan("7"));
        ceilings.use(group, yuan("20"));

        Ceilings.Used used = ceilings.used(group);
        assertThat(used.all()).isEqualTo(yuan("30"));
        assertThat(used.earlier()).isEqualTo(Map.of(SECOND, yuan("15"), THIRD, yuan("-5")));
        assertThat(used.earlier().keySet()).containsExactly(SECOND, THIRD);
    }

    @Test
    void a_period_that_used_nothing_is_not_told() {
        List<String> group = List.of("premium", "0", "2024", "F1");
        ceilings.remember(group, SECOND, yuan("10"));
        ceilings.remember(group, SECOND, yuan("-10"));
        ceilings.remember(List.of("premium", "0", "2024", "F2"), THIRD, yuan("1"));

        assertThat(ceilings.used(group)).isEqualTo(new Ceilings.Used(Money.ZERO, Map.of()));
        assertThat(ceilings.used(List.of("premium", "0", "2024", "F3")))
                .isEqualTo(new Ceilings.Used(Money.ZERO, Map.of()));
    }
}

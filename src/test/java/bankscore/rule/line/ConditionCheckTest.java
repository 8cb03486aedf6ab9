package bankscore.rule.line;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Claim;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.rule.Condition;
import bankscore.rule.Reference;
import bankscore.rule.RuleHead;
import bankscore.sheet.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether each condition holds for a line: true, false, at its bounds, and of an empty cell. */
class ConditionCheckTest {

    private static final RuleHead RULE = new RuleHead(
            "r-2024", "r", "", LocalDate.parse("2024-05-06"), Optional.of(LocalDate.parse("2025-05-05")), "");
    private static final String CODE = "91330700MA28F0YB1Y";

    /** The firm has left the register for the summer and come back. */
    private static final Map<String, PartyRegister> REGISTERS = Map.of(
            "enterprises",
            new PartyRegister(
                    "enterprises",
                    new Register(List.of(new Subject(CODE, "金华甲有限公司", "", List.of(), "", Optional.empty(), true))),
                    Map.of(CODE, List.of(registered("2020-01-01", "2024-06-30"), registered("2024-09-01", "")))));

    private static final ConditionCheck CHECK = new ConditionCheck(RULE, new Period(2024, 4), REGISTERS);

    private static final Map<String, Condition> CONDITIONS = conditions();

    private static Condition condition(String word) {
        return Objects.requireNonNull(CONDITIONS.get(word));
    }

    private static Map<String, Condition> conditions() {
        Map<String, Condition> all = new LinkedHashMap<>();
        all.put("one_of", new Condition.Text("kind", true, List.of("环境污染责任保险（甲）", "其他")));
        all.put("none_of", new Condition.Text("kind", false, List.of("环境污染责任保险（甲）", "其他")));
        all.put("firm is", new Condition.Text("firm", true, List.of("金华甲有限公司")));
        all.put("in_force", new Condition.Dated("day", new Condition.Span.InForce()));
        all.put("period", new Condition.Dated("day", new Condition.Span.OfPeriod()));
        all.put(
                "between",
                new Condition.Dated(
                        "day",
                        new Condition.Span.Between(LocalDate.parse("2024-02-29"), LocalDate.parse("2024-03-01"))));
        for (Condition.Comparison comparison : Condition.Comparison.values()) {
            all.put(
                    comparison.word(),
                    new Condition.Compared("a", comparison, new Reference.Fixed(Fraction.of("10.5"))));
        }
        all.put("above b", new Condition.Compared("a", Condition.Comparison.ABOVE, new Reference.OfMeasure("b")));
        all.put("filled", new Condition.Filled(List.of("kind", "a", "day")));
        all.put("register", new Condition.InRegister("enterprises", "firm", Optional.empty()));
        all.put("register at", new Condition.InRegister("enterprises", "firm", Optional.of("day")));
        all.put("register by code", new Condition.InRegister("enterprises", "credit", Optional.empty()));
        all.put("no register", new Condition.InRegister("others", "firm", Optional.empty()));
        Condition large = new Condition.Compared("a", Condition.Comparison.ABOVE, new Reference.Fixed(Fraction.ONE));
        Condition named = new Condition.Filled(List.of("kind"));
        all.put("all", new Condition.All(List.of(large, named)));
        all.put("any", new Condition.Any(List.of(large, named)));
        all.put("not", new Condition.Not(large));
        all.put("not all", new Condition.Not(new Condition.All(List.of(large, named))));
        all.put("unique", new Condition.Unique(List.of("kind")));
        all.put("no_overlap", new Condition.NoOverlap(List.of("kind"), "from", "day"));
        return all;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            one_of           | kind=环境污染责任保险(甲)  | true
            one_of           | kind=环境污染责任保险 | false
            one_of           |                       | false
            none_of          | kind=环境污染责任保险（甲）  | false
            none_of          | kind=环境污染责任保险 | true
            none_of          |                       | true
            firm is          | firm=known            | true
            firm is          | firm=unknown          | false
            in_force         | day=2024-05-05        | false
            in_force         | day=2024-05-06        | true
            in_force         | day=2025-05-05        | true
            in_force         | day=2025-05-06        | false
            in_force         |                       | false
            period           | day=2024-09-30        | false
            period           | day=2024-10-01        | true
            period           | day=2024-12-31        | true
            period           | day=2025-01-01        | false
            between          | day=2024-02-28        | false
            between          | day=2024-02-29        | true
            between          | day=2024-03-01        | true
            between          | day=2024-03-02        | false
            at_least         | a=10.49               | false
            at_least         | a=10.5                | true
            at_least         |                       | false
            above            | a=10.5                | false
            above            | a=10.51               | true
            at_most          | a=10.5                | true
            at_most          | a=10.51               | false
            at_most          |                       | false
            below            | a=10.49               | true
            below            | a=10.5                | false
            above b          | a=2 b=1.99            | true
            above b          | a=2 b=2               | false
            above b          | a=2                   | false
            filled           | kind=甲 a=0 day=2024-01-01 | true
            filled           | kind=甲 day=2024-01-01     | false
            filled           | a=0 day=2024-01-01         | false
            register         | firm=known            | true
            register         | firm=unknown          | false
            register         |                       | false
            register at      | firm=known day=2019-12-31 | false
            register at      | firm=known day=2020-01-01 | true
            register at      | firm=known day=2024-06-30 | true
            register at      | firm=known day=2024-07-01 | false
            register at      | firm=known day=2024-09-01 | true
            register at      | firm=known                | false
            register by code | credit=91330700MA28F0YB1Y | true
            register by code | credit=91330700MA28F0YB1X | false
            no register      | firm=known            | false
            all              | a=2 kind=甲           | true
            all              | a=1 kind=甲           | false
            all              | a=2                   | false
            any              | a=1                   | false
            any              | kind=甲               | true
            any              | a=2                   | true
            not              | a=2                   | false
            not              | a=1                   | true
            not              |                       | true
            not all          | a=2                   | true
            not all          | a=2 kind=甲           | false
            unique           | kind=甲               | false
            unique           | kind=乙               | true
            unique           |                       | true
            no_overlap       | kind=甲 from=2024-10-01 day=2024-10-31 | false
            no_overlap       | kind=甲 from=2024-10-01 | false
            no_overlap       | kind=甲 from=2024-11-01 | true
            no_overlap       | kind=甲               | true
            no_overlap       |                       | true
            """)
    void a_condition_holds_or_not(String condition, String cells, boolean holds) {
        assertThat(CHECK.holds(condition(condition), line(cells == null ? "" : cells), new Before()))
                .isEqualTo(holds);
    }

    @Test
    void a_rule_without_an_end_stays_in_force() {
        ConditionCheck open = new ConditionCheck(
                new RuleHead("r", "r", "", RULE.from(), Optional.empty(), ""), new Period(2024, 4), Map.of());

        assertThat(open.holds(condition("in_force"), line("day=2099-12-31"), new Before()))
                .isTrue();
    }

    @Test
    void a_line_without_a_day_is_in_no_register_on_it() {
        ClaimLine undated = new ClaimLine(line("firm=known").claim(), Optional.empty(), Map.of(), REGISTERS);

        assertThat(CHECK.holds(condition("register"), undated, new Before())).isFalse();
    }

    @Test
    void a_subject_is_a_line_like_any_other() {
        SubjectLine bank = new SubjectLine(
                Optional.empty(),
                id -> id.equals("a") ? Optional.of(Fraction.of(11)) : Optional.empty(),
                Map.of("kind", "其他"),
                Map.of("day", LocalDate.parse("2024-05-06")));

        assertThat(List.of("one_of", "none_of", "at_least", "above b", "in_force", "filled", "not"))
                .extracting(word -> word + " " + CHECK.holds(condition(word), bank, new Before()))
                .containsExactly(
                        "one_of true",
                        "none_of false",
                        "at_least true",
                        "above b false",
                        "in_force true",
                        "filled true",
                        "not false");
        assertThat(bank.key("kind") + bank.text("name")).isEqualTo("其他");
    }

    @Test
    void a_condition_names_its_columns_in_its_order() {
        Condition whole = new Condition.All(List.of(
                condition("above b"),
                new Condition.Not(condition("register at")),
                new Condition.Any(List.of(condition("no_overlap"), condition("filled")))));

        assertThat(whole.names()).containsExactly("a", "b", "firm", "day", "kind", "from");
        assertThat(whole.whole()).hasSize(7);
    }

    /** Only what is 甲 was granted before, until the end of October. */
    private static final class Before implements ConditionCheck.Memory {
        @Override
        public boolean isUnique(Condition.Unique condition, Line line) {
            return !line.key("kind").equals("甲");
        }

        @Override
        public boolean isFree(Condition.NoOverlap condition, Line line, LocalDate from, Optional<LocalDate> to) {
            return !line.key("kind").equals("甲") || from.isAfter(LocalDate.parse("2024-10-31"));
        }
    }

    private static PartyRegister.Row registered(String from, String to) {
        return new PartyRegister.Row(
                Place.NONE,
                Optional.of(LocalDate.parse(from)),
                to.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(to)),
                Map.of());
    }

    private static ClaimLine line(String cells) {
        Map<String, Claim.Entry> entries = new HashMap<>();
        for (String each : cells.isEmpty() ? new String[0] : cells.split(" ", -1)) {
            String id = each.substring(0, each.indexOf('='));
            String value = each.substring(each.indexOf('=') + 1);
            entries.put(
                    id,
                    switch (id) {
                        case "a", "b" -> new Claim.Amount(0, new BigDecimal(value));
                        case "day", "from" -> new Claim.Day(0, LocalDate.parse(value));
                        case "firm" ->
                            value.equals("known")
                                    ? new Claim.Party(0, CODE, "金华甲有限公司", true)
                                    : new Claim.Party(0, value, value, false);
                        default -> new Claim.Words(0, value);
                    });
        }
        return new ClaimLine(
                new Claim("claims", 1, entries), Optional.of(LocalDate.parse("2024-11-11")), Map.of(), REGISTERS);
    }
}

package bankscore.watch.judge;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.rule.Condition;
import bankscore.rule.RuleHead;
import bankscore.rule.Source;
import bankscore.sheet.Place;
import bankscore.watch.judge.Watched.Exempt;
import bankscore.watch.scheme.Exemption;
import bankscore.watch.scheme.WatchScheme;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is not judged may lack figures, and nobody else may: intake and judgement ask the same of the register. */
class ExemptionTest {

    private static final Period END = new Period(2022, 4);

    /** The end of 2022Q4 and a day less twelve months is 2022-01-01. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | 2010-01-01 | ''         | NOBODY
            true  | ''         | ''         | NOBODY
            false | 2010-01-01 | ''         | NOT_ASSESSED
            false | 2022-06-01 | 口径调整    | NOT_ASSESSED
            true  | 2022-01-01 | ''         | NOBODY
            true  | 2022-01-02 | ''         | TOO_NEW
            true  | 2022-06-01 | 口径调整    | TOO_NEW
            true  | 2010-01-01 | 口径调整    | WORD
            true  | 2010-01-01 | 合并        | WORD
            true  | 2010-01-01 | ' 口径 调整 ' | WORD
            true  | 2010-01-01 | 口径调整后  | NOBODY
            true  | 2010-01-01 | 调整        | NOBODY
            """)
    void who_is_spared_and_why(boolean assessed, String opened, String note, String why) {
        assertThat(why(exempt(Optional.of(12), words("note")), subject(assessed, opened), note))
                .isEqualTo(why);
    }

    /** A register tells a code, names and a kind too, and a rule may spare by each of them. */
    @ParameterizedTest
    @CsvSource({
        "code, B14, WORD",
        "name, 稼澜银行饶城分行, WORD",
        "short_name, 稼澜银行, WORD",
        "kind, 政策性银行, WORD",
        "kind, 国有大型银行, NOBODY",
        "note, B14, NOBODY"
    })
    void the_word_may_stand_in_each_column_of_the_register(String column, String word, String why) {
        Exemption exempt = exempt(Optional.empty(), Optional.of(new Condition.Text(column, true, List.of("别的", word))));

        assertThat(why(exempt, subject(true, ""), "")).isEqualTo(why);
    }

    @Test
    void without_exemptions_all_who_are_assessed_are_judged() {
        Exemption nobody = exempt(Optional.empty(), Optional.empty());

        assertThat(why(nobody, subject(true, "2022-12-31"), "口径调整")).isEqualTo("NOBODY");
        assertThat(why(nobody, subject(false, ""), "")).isEqualTo("NOT_ASSESSED");
    }

    @Test
    void a_word_can_spare_all_others() {
        Exemption others =
                exempt(Optional.empty(), Optional.of(new Condition.Text("note", false, List.of("在营", "试营业"))));

        assertThat(why(others, subject(true, ""), "停业")).isEqualTo("WORD");
        assertThat(why(others, subject(true, ""), "在营")).isEqualTo("NOBODY");
    }

    private static Exemption exempt(Optional<Integer> months, Optional<Condition.Text> text) {
        return new Exemption(months, text);
    }

    private static Optional<Condition.Text> words(String column) {
        return Optional.of(new Condition.Text(column, true, List.of("口径调整", "合并")));
    }

    private static Subject subject(boolean assessed, String opened) {
        return new Subject(
                "B14",
                "稼澜银行饶城分行",
                "稼澜银行",
                List.of(),
                "政策性银行",
                opened.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(opened)),
                assessed);
    }

    /** Why the judgement spares it, after asking whether intake lets its figures be missing just then. */
    private static String why(Exemption exempt, Subject subject, String note) {
        PartyRegister register = new PartyRegister(
                "roster",
                new Register(List.of(subject)),
                Map.of(
                        subject.code(),
                        List.of(new PartyRegister.Row(
                                Place.NONE, Optional.empty(), Optional.empty(), Map.of("note", note)))));
        WatchScheme rule = new WatchScheme(
                new RuleHead("test-2022", "test", "通报", LocalDate.of(2022, 1, 1), Optional.empty(), "d".repeat(64)),
                new Source("意见", "", Optional.empty(), List.of(), Map.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                exempt,
                List.of(),
                List.of(),
                new WatchScheme.Reads(Set.of(), Set.of(), Set.of(), Map.of(), Map.of()),
                List.of());
        WatchPeriod period = new WatchPeriod(
                rule, END, Map.of(), Map.of("banks", register), Map.of(), new Past(new TreeMap<>(), List.of()));
        Optional<Exempt> judged = new Registered(period).exempt("banks", subject);

        assertThat(rule.isAssessed(register, subject, END)).isEqualTo(judged.isEmpty());
        assertThat(rule.isAssessed(subject, END)).isEqualTo(subject.assessed());
        return judged.map(each -> each.reason().name()).orElse("NOBODY");
    }
}

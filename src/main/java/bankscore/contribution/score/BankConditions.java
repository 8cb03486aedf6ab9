package bankscore.contribution.score;

import bankscore.contribution.Names;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.rule.Condition;
import bankscore.rule.line.ConditionCheck;
import bankscore.rule.line.Line;
import bankscore.rule.line.SubjectLine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Whether conditions hold for banks, by their figures and by what the register and tables of banks tell of them. */
public final class BankConditions {

    private final Period period;
    private final ConditionCheck check;

    public BankConditions(Scheme scheme, Period period) {
        this.period = period;
        this.check = new ConditionCheck(scheme.head(), period, Map.of());
    }

    /**
     * A bank as conditions see it.
     *
     * @param amounts its measures and figures, and the benchmarks, by id
     */
    public Line line(Subject bank, Function<String, Optional<Fraction>> amounts) {
        Map<String, LocalDate> days = new HashMap<>();
        bank.opened().ifPresent(day -> days.put(Names.OPENED, day));
        Map<String, String> texts = new HashMap<>();
        bank.told().forEach((column, told) -> texts.put(column, told.text()));
        texts.put(Names.CODE, bank.code());
        texts.put(Names.NAME, bank.name());
        texts.put(Names.SHORT_NAME, bank.shortName());
        texts.put(Names.KIND, bank.kind());
        return new SubjectLine(Optional.of(period.end()), amounts, texts, days);
    }

    /** Whether a condition holds for a bank. */
    public boolean holds(Condition condition, Line bank) {
        return check.holds(condition, bank);
    }

    /** What a condition saw of a bank. */
    public static Seen seen(Condition condition, Line bank) {
        Map<String, Fraction> amounts = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (String name : condition.names()) {
            bank.amount(name).ifPresent(value -> amounts.put(name, value));
            String text = bank.day(name).map(LocalDate::toString).orElseGet(() -> bank.text(name));
            if (!text.isEmpty()) {
                texts.put(name, text);
            }
        }
        return new Seen(amounts, texts);
    }

    /**
     * What a condition saw; what is missing has no entry.
     *
     * @param amounts measures, figures and benchmarks by id
     * @param texts words and days by column
     */
    public record Seen(Map<String, Fraction> amounts, Map<String, String> texts) {

        /** Nothing: there was no condition. */
        public static final Seen NOTHING = new Seen(Map.of(), Map.of());

        public Seen {
            amounts = Map.copyOf(amounts);
            texts = Map.copyOf(texts);
        }
    }
}

package bankscore.contribution.score;

import bankscore.contribution.Names;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Earlier;
import bankscore.facts.FactTable;
import bankscore.facts.Subject;
import bankscore.rule.Condition;
import bankscore.rule.line.ConditionCheck;
import bankscore.rule.line.Line;
import bankscore.rule.line.SubjectLine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Whether conditions hold for banks, by their figures and by what the register and tables of banks tell of them. */
public final class BankConditions {

    private final Period period;
    private final Earlier earlier;
    private final ConditionCheck check;

    /** Of a period, beside what earlier ones published. */
    public BankConditions(Scheme scheme, FactTable facts) {
        this.period = facts.period();
        this.earlier = facts.earlier();
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
        return new SubjectLine(
                Optional.of(period.end()),
                amounts,
                (then, id) -> earlier.published(then, id, bank.code()),
                texts,
                days);
    }

    /** Whether a condition holds for a bank. */
    public boolean holds(Condition condition, Line bank) {
        return check.holds(condition, bank);
    }

    /** What a condition saw of a bank. */
    public Seen seen(Condition condition, Line bank) {
        Map<String, Fraction> amounts = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (String name : condition.names()) {
            bank.amount(name).ifPresent(value -> amounts.put(name, value));
            String text = bank.day(name).map(LocalDate::toString).orElseGet(() -> bank.text(name));
            if (!text.isEmpty()) {
                texts.put(name, text);
            }
        }
        Map<Condition.Running, List<Condition.Then>> rows = new HashMap<>();
        condition.rows().forEach(row -> rows.put(row, row.before(period, bank::published)));
        return new Seen(amounts, texts, rows);
    }

    /**
     * What a condition saw; what is missing has no entry.
     *
     * @param amounts measures, figures and benchmarks by id
     * @param texts words and days by column
     * @param rows of each row of periods the earlier ones, the latest first
     */
    public record Seen(
            Map<String, Fraction> amounts,
            Map<String, String> texts,
            Map<Condition.Running, List<Condition.Then>> rows) {

        /** Nothing: there was no condition. */
        public static final Seen NOTHING = new Seen(Map.of(), Map.of(), Map.of());

        public Seen {
            amounts = Map.copyOf(amounts);
            texts = Map.copyOf(texts);
            rows = Map.copyOf(rows);
        }
    }
}

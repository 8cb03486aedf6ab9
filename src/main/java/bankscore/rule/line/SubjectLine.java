package bankscore.rule.line;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A subject as a line: its figures and what the register tells of it.
 *
 * @param day the day that counts for it: the period's end
 * @param amounts its figure, measure or benchmark by id
 * @param earlier what a period published under an id
 * @param texts by column id
 * @param days by column id
 */
public record SubjectLine(
        Optional<LocalDate> day,
        Function<String, Optional<Fraction>> amounts,
        BiFunction<Period, String, Optional<Fraction>> earlier,
        Map<String, String> texts,
        Map<String, LocalDate> days)
        implements Line {

    public SubjectLine {
        texts = Map.copyOf(texts);
        days = Map.copyOf(days);
    }

    /** One of whom nobody asks what was published. */
    public SubjectLine(
            Optional<LocalDate> day,
            Function<String, Optional<Fraction>> amounts,
            Map<String, String> texts,
            Map<String, LocalDate> days) {
        this(day, amounts, (period, id) -> Optional.empty(), texts, days);
    }

    @Override
    public Optional<Fraction> amount(String column) {
        return amounts.apply(column);
    }

    @Override
    public Optional<Fraction> published(Period at, String id) {
        return earlier.apply(at, id);
    }

    @Override
    public Optional<LocalDate> day(String column) {
        return Optional.ofNullable(days.get(column));
    }

    @Override
    public String text(String column) {
        return texts.getOrDefault(column, "");
    }

    @Override
    public String key(String column) {
        return text(column);
    }
}

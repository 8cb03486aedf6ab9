package bankscore.rule.line;

import bankscore.exact.Period;
import bankscore.facts.register.PartyRegister;
import bankscore.rule.Condition;
import bankscore.rule.RuleHead;
import bankscore.sheet.PlainText;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether conditions hold for one line after another (scheme.md#conditions).
 *
 * <p>An empty cell, or a figure that does not exist, fails {@code one_of}, {@code date}, {@code measure} and
 * {@code register}, and passes {@code none_of}, {@code unique} and {@code no_overlap}; {@code not} turns that round.
 */
public final class ConditionCheck {

    private final LocalDate inForceFrom;
    private final Optional<LocalDate> inForceTo;
    private final Period period;
    private final Map<String, PartyRegister> registers;
    /** By the condition itself: its own hash goes through all of its words, for each line anew. */
    private final IdentityHashMap<Condition.Text, Set<String>> compared = new IdentityHashMap<>();

    /**
     * Knows what stands beside the lines.
     *
     * @param rule tells from when to when it is in force
     * @param registers by dataset
     */
    public ConditionCheck(RuleHead rule, Period period, Map<String, PartyRegister> registers) {
        this.inForceFrom = rule.from();
        this.inForceTo = rule.to();
        this.period = period;
        this.registers = Map.copyOf(registers);
    }

    /** What was granted before, in this and in earlier periods. */
    public interface Memory {

        /** Whether no line has the same values; none of this line's is empty. */
        boolean isUnique(Condition.Unique condition, Line line);

        /** Whether no line with the same values overlaps it; none of this line's is empty, nor is its begin. */
        boolean isFree(Condition.NoOverlap condition, Line line, LocalDate from, Optional<LocalDate> to);
    }

    /** Whether a condition holds for a line. */
    public boolean holds(Condition condition, Line line, Memory memory) {
        return condition.read(new Evaluation(line, memory));
    }

    /** Whether a condition holds for a line of a rule whose words about lines before nobody may use. */
    public boolean holds(Condition condition, Line line) {
        return holds(condition, line, new WithoutMemory());
    }

    private boolean isWithin(LocalDate day, Condition.Span span) {
        if (span instanceof Condition.Span.Between between) {
            return isWithin(day, between.from(), Optional.of(between.to()));
        }
        return span instanceof Condition.Span.OfPeriod
                ? isWithin(day, period.start(), Optional.of(period.end()))
                : isWithin(day, inForceFrom, inForceTo);
    }

    private static boolean isWithin(LocalDate day, LocalDate from, Optional<LocalDate> to) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    private Set<String> words(Condition.Text condition) {
        return compared.computeIfAbsent(
                condition,
                text -> text.words().stream().map(PlainText::closed).collect(Collectors.toUnmodifiableSet()));
    }

    private final class Evaluation implements Condition.Reader<Boolean> {

        private final Line line;
        private final Memory memory;

        Evaluation(Line line, Memory memory) {
            this.line = line;
            this.memory = memory;
        }

        @Override
        public Boolean compared(Condition.Compared condition) {
            return condition.holds(line::amount);
        }

        @Override
        public Boolean running(Condition.Running condition) {
            return condition.compared().holds(line::amount)
                    && condition.isWhole(condition.before(period, line::published));
        }

        @Override
        public Boolean text(Condition.Text condition) {
            boolean named = words(condition).contains(PlainText.closed(line.text(condition.column())));
            return named == condition.among();
        }

        @Override
        public Boolean dated(Condition.Dated condition) {
            Optional<LocalDate> own = line.day(condition.column());
            Optional<LocalDate> counting =
                    condition.column().equals(Condition.Dated.PERIOD_END) ? own.or(line::day) : own;
            return counting.filter(day -> isWithin(day, condition.within())).isPresent();
        }

        @Override
        public Boolean inRegister(Condition.InRegister condition) {
            PartyRegister register = registers.get(condition.register());
            String code = line.key(condition.by());
            Optional<LocalDate> day = condition.at().map(line::day).orElseGet(line::day);
            return register != null
                    && !code.isEmpty()
                    && day.filter(at -> register.isValid(code, at)).isPresent();
        }

        @Override
        public Boolean unique(Condition.Unique condition) {
            return hasEmpty(condition.columns()) || memory.isUnique(condition, line);
        }

        @Override
        public Boolean noOverlap(Condition.NoOverlap condition) {
            return hasEmpty(condition.columns())
                    || line.day(condition.from())
                            .map(from -> memory.isFree(condition, line, from, line.day(condition.to())))
                            .orElse(true);
        }

        private boolean hasEmpty(List<String> columns) {
            return columns.stream()
                    .anyMatch(column -> line.key(column).isEmpty()
                            && line.amount(column).isEmpty()
                            && line.day(column).isEmpty());
        }

        @Override
        public Boolean filled(Condition.Filled condition) {
            return !hasEmpty(condition.columns());
        }

        @Override
        public Boolean all(Condition.All condition) {
            return condition.parts().stream().allMatch(part -> part.read(this));
        }

        @Override
        public Boolean any(Condition.Any condition) {
            return condition.parts().stream().anyMatch(part -> part.read(this));
        }

        @Override
        public Boolean not(Condition.Not condition) {
            return !condition.part().read(this);
        }
    }

    /** A subject is judged once: rules over subjects have no words about lines before. */
    private static final class WithoutMemory implements Memory {

        @Override
        public boolean isUnique(Condition.Unique condition, Line line) {
            throw new IllegalArgumentException("not a condition of a subject: " + condition);
        }

        @Override
        public boolean isFree(Condition.NoOverlap condition, Line line, LocalDate from, Optional<LocalDate> to) {
            throw new IllegalArgumentException("not a condition of a subject: " + condition);
        }
    }
}

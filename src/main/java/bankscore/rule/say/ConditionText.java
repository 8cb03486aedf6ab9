package bankscore.rule.say;

import bankscore.answer.PrintedNumber;
import bankscore.finding.Words;
import bankscore.rule.Condition;
import bankscore.rule.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A condition as staff read it, such as 险种为环境污染责任保险.
 *
 * @param name what readers call a column, measure, benchmark or register by its id; with its value where a condition is
 *     explained for one line
 * @param unit the unit of a column or measure, printed after a bound; empty if none
 */
public record ConditionText(Words words, Function<String, String> name, Function<String, String> unit) {

    /** The sentence, without a full stop. */
    public String of(Condition condition) {
        return condition.read(new Sentence());
    }

    /** Such as 不低于60%. */
    private String bound(Condition.Compared condition) {
        Reference bound = condition.bound();
        return bound.number()
                .map(number -> PrintedNumber.value(number) + unit.apply(condition.measure()))
                .orElseGet(() -> bound.named().map(name).orElse(""));
    }

    private String names(List<String> ids) {
        return ids.stream().map(name).collect(Collectors.joining(words.text("condition.names")));
    }

    private final class Sentence implements Condition.Reader<String> {

        @Override
        public String compared(Condition.Compared condition) {
            return words.text(
                    "condition.measure",
                    "measure",
                    name.apply(condition.measure()),
                    "comparison",
                    words.text("comparison." + condition.comparison().name()),
                    "bound",
                    bound(condition));
        }

        @Override
        public String running(Condition.Running condition) {
            return words.text(
                    "condition.running",
                    "periods",
                    condition.periods(),
                    "condition",
                    condition.compared().read(this));
        }

        @Override
        public String text(Condition.Text condition) {
            String many = condition.words().size() == 1 ? "" : ".many";
            return words.text(
                    (condition.among() ? "condition.text.one_of" : "condition.text.none_of") + many,
                    "column",
                    name.apply(condition.column()),
                    "words",
                    String.join(words.text("condition.names"), condition.words()));
        }

        @Override
        public String dated(Condition.Dated condition) {
            String column = name.apply(condition.column());
            if (condition.within() instanceof Condition.Span.Between between) {
                return words.text(
                        "condition.date.between",
                        "column",
                        column,
                        "from",
                        day(between.from()),
                        "to",
                        day(between.to()));
            }
            boolean inForce = condition.within() instanceof Condition.Span.InForce;
            return words.text(inForce ? "condition.date.inForce" : "condition.date.period", "column", column);
        }

        private String day(LocalDate day) {
            return words.date(day);
        }

        @Override
        public String inRegister(Condition.InRegister condition) {
            return words.text(
                    condition.at().isPresent() ? "condition.register.at" : "condition.register",
                    "column",
                    name.apply(condition.by()),
                    "register",
                    name.apply(condition.register()),
                    "day",
                    condition.at().map(name).orElse(""));
        }

        @Override
        public String unique(Condition.Unique condition) {
            return words.text("condition.unique", "columns", names(condition.columns()));
        }

        @Override
        public String noOverlap(Condition.NoOverlap condition) {
            return words.text(
                    "condition.noOverlap",
                    "columns",
                    names(condition.columns()),
                    "from",
                    name.apply(condition.from()),
                    "to",
                    name.apply(condition.to()));
        }

        @Override
        public String filled(Condition.Filled condition) {
            return words.text("condition.filled", "columns", names(condition.columns()));
        }

        @Override
        public String all(Condition.All condition) {
            return joined("condition.all", condition.parts());
        }

        @Override
        public String any(Condition.Any condition) {
            return joined("condition.any", condition.parts());
        }

        private String joined(String key, List<Condition> parts) {
            return parts.size() == 1
                    ? parts.get(0).read(this)
                    : parts.stream().map(this::part).collect(Collectors.joining(words.text(key)));
        }

        /** A part that joins others itself stands in parentheses. */
        private String part(Condition part) {
            String sentence = part.read(this);
            return part.parts().size() > 1 ? words.text("condition.part", "condition", sentence) : sentence;
        }

        @Override
        public String not(Condition.Not condition) {
            return words.text("condition.not", "condition", condition.part().read(this));
        }
    }
}

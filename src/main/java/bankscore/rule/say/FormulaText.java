package bankscore.rule.say;

import bankscore.answer.PrintedNumber;
import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.rule.Formula;
import bankscore.rule.MeasureValue;
import bankscore.rule.Statistic;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A formula of the rule as staff read it: with the signs of arithmetic, and names or numbers where the rule has ids.
 *
 * @param words those of functions
 * @param name a figure, measure or benchmark by its id
 * @param statistic a statistic over banks, with the text of what it runs over
 */
public record FormulaText(Words words, Function<String, String> name, Statistics statistic) {

    /** What is written for a statistic over banks. */
    @FunctionalInterface
    public interface Statistics {
        String text(Formula.Aggregate aggregate, String operand);
    }

    /**
     * With names: 贷款余额 - 年初贷款余额.
     *
     * @param name what readers call a figure, measure, benchmark or table by its id
     */
    public static FormulaText named(Words words, Function<String, String> name) {
        return new FormulaText(
                words,
                name,
                (aggregate, operand) -> words.text(
                        "book.formula.aggregate",
                        "statistic",
                        words.text("statistic." + aggregate.statistic().name()),
                        "operand",
                        operand));
    }

    /** With the numbers of one bank: 6,893,596.88 - 6,124,317.71. */
    public static FormulaText numbered(Words words, MeasureValue measure) {
        Map<String, Optional<Fraction>> own = new TreeMap<>();
        measure.inputs().forEach(input -> own.put(input.name(), input.value()));
        return new FormulaText(
                words,
                id -> own.getOrDefault(id, Optional.empty())
                        .map(PrintedNumber::figure)
                        .orElseGet(() -> words.text("explain.missing")),
                (aggregate, operand) -> statistic(words, measure, aggregate));
    }

    private static String statistic(Words words, MeasureValue measure, Formula.Aggregate aggregate) {
        MeasureValue.Spread spread = measure.statistics().get(aggregate);
        if (spread == null) {
            throw new IllegalArgumentException(
                    "not a statistic of " + measure.measure().id() + ": " + aggregate);
        }
        boolean endless = aggregate.statistic() == Statistic.MEAN
                && spread.value().filter(mean -> mean.decimal().isEmpty()).isPresent();
        String shown = spread.value()
                .map(value -> aggregate.statistic() == Statistic.COUNT
                        ? PrintedNumber.value(value)
                        : PrintedNumber.figure(value))
                .orElseGet(() -> words.text("explain.missing"));
        return words.text(
                endless ? "explain.statistic.mean" : "explain.statistic",
                "over",
                words.text("over." + measure.measure().over().name()),
                "statistic",
                words.text("statistic." + aggregate.statistic().name()),
                "value",
                shown,
                "sum",
                PrintedNumber.figure(spread.sum()),
                "count",
                spread.count());
    }

    public String of(Formula formula) {
        return formula.read(new Written());
    }

    /** In parentheses where an expression binds less tightly than its surroundings. */
    private final class Written implements Formula.Reader<String> {

        @Override
        public String constant(Formula.Constant formula) {
            return PrintedNumber.value(formula.value());
        }

        @Override
        public String name(Formula.Name formula) {
            return name.apply(formula.id());
        }

        @Override
        public String negation(Formula.Negation formula) {
            String operand = of(formula.operand());
            boolean single = !(formula.operand() instanceof Formula.Binary) && !operand.startsWith("-");
            return single ? "-" + operand : "-(" + operand + ")";
        }

        @Override
        public String aggregate(Formula.Aggregate formula) {
            return statistic.text(formula, of(formula.operand()));
        }

        @Override
        public String pick(Formula.Pick formula) {
            return called(
                    words.text(formula.least() ? "formula.least" : "formula.most"),
                    formula.operands().stream().map(FormulaText.this::of));
        }

        @Override
        public String first(Formula.First formula) {
            return called(
                    words.text("formula.first"), formula.operands().stream().map(FormulaText.this::of));
        }

        @Override
        public String days(Formula.Days formula) {
            return called(
                    words.text(formula.inPeriod() ? "formula.daysInPeriod" : "formula.days"),
                    Stream.of(formula.from(), formula.to()).map(name));
        }

        @Override
        public String lookup(Formula.Lookup formula) {
            return called(
                    name.apply(formula.table()), formula.columns().stream().map(name));
        }

        private String called(String function, Stream<String> operands) {
            return words.text(
                    "formula.of",
                    "function",
                    function,
                    "operands",
                    operands.collect(Collectors.joining(words.text("formula.joint"))));
        }

        @Override
        public String binary(Formula.Binary formula) {
            int binding = formula.operator().binding();
            String left = of(formula.left());
            if (formula.left() instanceof Formula.Binary inner
                    && inner.operator().binding() < binding) {
                left = "(" + left + ")";
            }
            String right = of(formula.right());
            if (formula.right() instanceof Formula.Binary inner
                    && inner.operator().binding() <= binding) {
                right = "(" + right + ")";
            }
            return left + " " + sign(formula.operator()) + " " + PrintedNumber.operand(right);
        }
    }

    private static String sign(Formula.Operator operator) {
        return switch (operator) {
            case PLUS -> "+";
            case MINUS -> "-";
            case TIMES -> "×";
            case DIVIDED_BY -> "÷";
        };
    }
}

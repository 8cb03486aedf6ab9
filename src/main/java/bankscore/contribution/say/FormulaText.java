package bankscore.contribution.say;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.rule.Definition;
import bankscore.rule.Formula;
import bankscore.rule.MeasureValue;
import bankscore.rule.Statistic;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A formula of the scheme as staff read it: with the signs of arithmetic, and names or numbers where the scheme has ids.
 *
 * @param name a figure, measure or benchmark by its id
 * @param statistic a statistic over banks, with the text of what it runs over
 */
public record FormulaText(Function<String, String> name, Statistics statistic) {

    /** What is written for a statistic over banks. */
    @FunctionalInterface
    interface Statistics {
        String text(Formula.Aggregate aggregate, String operand);
    }

    /** With names: 贷款余额 - 年初贷款余额. */
    public static FormulaText named(Words words, Scheme scheme, Function<String, String> column) {
        return new FormulaText(
                id -> scheme.definition(id).map(Definition::name).orElseGet(() -> column.apply(id)),
                (aggregate, operand) -> words.text(
                        "book.formula.aggregate",
                        "statistic",
                        words.text("statistic." + aggregate.statistic().name()),
                        "operand",
                        operand));
    }

    /** With the numbers of one bank: 6,893,596.88 - 6,124,317.71. */
    static FormulaText numbered(Words words, MeasureValue measure) {
        Map<String, Optional<Fraction>> own = new TreeMap<>();
        measure.inputs().forEach(input -> own.put(input.name(), input.value()));
        return new FormulaText(
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

    /** In parentheses where an expression binds less tightly than its surroundings. */
    public String of(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return PrintedNumber.value(constant.value());
        }
        if (formula instanceof Formula.Name named) {
            return name.apply(named.id());
        }
        if (formula instanceof Formula.Negation negation) {
            String operand = of(negation.operand());
            boolean single = !(negation.operand() instanceof Formula.Binary) && !operand.startsWith("-");
            return single ? "-" + operand : "-(" + operand + ")";
        }
        if (formula instanceof Formula.Aggregate aggregate) {
            return statistic.text(aggregate, of(aggregate.operand()));
        }
        Formula.Binary binary = (Formula.Binary) formula;
        int binding = binary.operator().binding();
        String left = of(binary.left());
        if (binary.left() instanceof Formula.Binary inner && inner.operator().binding() < binding) {
            left = "(" + left + ")";
        }
        String right = of(binary.right());
        if (binary.right() instanceof Formula.Binary inner && inner.operator().binding() <= binding) {
            right = "(" + right + ")";
        }
        return left + " " + sign(binary.operator()) + " " + PrintedNumber.operand(right);
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

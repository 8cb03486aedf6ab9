package bankscore.contribution.say;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.rule.Definition;
import bankscore.rule.Formula;
import bankscore.rule.MeasureValue;
import bankscore.rule.Statistic;
import java.util.List;
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
            return named(
                    formula.least() ? "least" : "most",
                    formula.operands().stream().map(FormulaText.this::of).toList());
        }

        @Override
        public String days(Formula.Days formula) {
            return named(
                    formula.inPeriod() ? "days_in_period" : "days",
                    List.of(name.apply(formula.from()), name.apply(formula.to())));
        }

        @Override
        public String lookup(Formula.Lookup formula) {
            return named(
                    name.apply(formula.table()),
                    formula.columns().stream().map(name).toList());
        }

        private static String named(String function, List<String> arguments) {
            return function + "(" + String.join(", ", arguments) + ")";
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

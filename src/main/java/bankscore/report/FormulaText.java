package bankscore.report;

import bankscore.domain.Fraction;
import bankscore.domain.finding.Words;
import bankscore.domain.scheme.Definition;
import bankscore.domain.scheme.Formula;
import bankscore.domain.scheme.Statistic;
import bankscore.domain.score.Assessment;
import bankscore.domain.score.MeasureValue;
import bankscore.domain.score.ScoreCard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A measure's formula with numbers in place of its names.
 *
 * <p>A statistic over banks is shown with its value. The assessment keeps every bank's inputs but no statistic's value,
 * so that one is found again here, from those inputs and over the population the engine took.
 */
final class FormulaText {

    private final Words words;
    private final Definition.Measure measure;
    private final Map<String, Optional<Fraction>> own;
    private final List<Map<String, Optional<Fraction>>> population;

    FormulaText(Words words, MeasureValue value, Assessment assessment) {
        this.words = words;
        this.measure = value.measure();
        this.own = byName(value);
        this.population = aggregates(measure.formula()) ? population(assessment) : List.of();
    }

    private static boolean aggregates(Formula formula) {
        if (formula instanceof Formula.Binary binary) {
            return aggregates(binary.left()) || aggregates(binary.right());
        }
        return formula instanceof Formula.Negation negation
                ? aggregates(negation.operand())
                : formula instanceof Formula.Aggregate;
    }

    /** The inputs of every bank that has them all; a missing benchmark leaves no bank out. */
    private List<Map<String, Optional<Fraction>>> population(Assessment assessment) {
        Map<String, MeasureValue> all = assessment.measures().getOrDefault(measure.id(), Map.of());
        List<String> benchmarks = assessment.benchmarks().stream()
                .map(benchmark -> benchmark.benchmark().id())
                .toList();
        List<Map<String, Optional<Fraction>>> complete = new ArrayList<>();
        for (MeasureValue other : compared(all, assessment)) {
            Map<String, Optional<Fraction>> inputs = byName(other);
            if (inputs.entrySet().stream()
                    .allMatch(input -> input.getValue().isPresent() || benchmarks.contains(input.getKey()))) {
                complete.add(inputs);
            }
        }
        return complete;
    }

    private List<MeasureValue> compared(Map<String, MeasureValue> all, Assessment assessment) {
        if (measure.over() == Definition.Population.ALL) {
            return List.copyOf(all.values());
        }
        return assessment.cards().stream()
                .map(ScoreCard::bank)
                .flatMap(bank -> Optional.ofNullable(all.get(bank.code())).stream())
                .toList();
    }

    private static Map<String, Optional<Fraction>> byName(MeasureValue value) {
        Map<String, Optional<Fraction>> inputs = new HashMap<>();
        for (MeasureValue.Input input : value.inputs()) {
            inputs.put(input.name(), input.value());
        }
        return inputs;
    }

    /** Whether any figure of the formula is missing. */
    boolean lacksFigure() {
        return own.values().stream().anyMatch(Optional::isEmpty);
    }

    /** The formula with its numbers. */
    String text() {
        return text(measure.formula());
    }

    private String text(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return NumberText.value(constant.value());
        }
        if (formula instanceof Formula.Name name) {
            return own.getOrDefault(name.id(), Optional.empty())
                    .map(NumberText::figure)
                    .orElseGet(() -> words.text("explain.missing"));
        }
        if (formula instanceof Formula.Negation negation) {
            String operand = text(negation.operand());
            boolean single = !(negation.operand() instanceof Formula.Binary) && !operand.startsWith("-");
            return single ? "-" + operand : "-(" + operand + ")";
        }
        if (formula instanceof Formula.Aggregate aggregate) {
            return statistic(aggregate);
        }
        Formula.Binary binary = (Formula.Binary) formula;
        int binding = binary.operator().binding();
        String left = text(binary.left());
        if (binary.left() instanceof Formula.Binary inner && inner.operator().binding() < binding) {
            left = "(" + left + ")";
        }
        String right = text(binary.right());
        if (binary.right() instanceof Formula.Binary inner && inner.operator().binding() <= binding) {
            right = "(" + right + ")";
        }
        return left + " " + sign(binary.operator()) + " " + NumberText.operand(right);
    }

    private static String sign(Formula.Operator operator) {
        return switch (operator) {
            case PLUS -> "+";
            case MINUS -> "-";
            case TIMES -> "×";
            case DIVIDED_BY -> "÷";
        };
    }

    private String statistic(Formula.Aggregate aggregate) {
        List<Fraction> values = values(aggregate.operand());
        String over = words.text("over." + measure.over().name());
        String name = words.text("statistic." + aggregate.statistic().name());
        Optional<Fraction> result = aggregate.statistic().of(values);
        String shown = result.map(NumberText::figure).orElseGet(() -> words.text("explain.missing"));
        if (aggregate.statistic() == Statistic.COUNT) {
            shown = NumberText.value(Fraction.of(values.size()));
        }
        if (aggregate.statistic() == Statistic.MEAN
                && result.filter(mean -> mean.decimal().isEmpty()).isPresent()) {
            return words.text(
                    "explain.statistic.mean",
                    "over",
                    over,
                    "statistic",
                    name,
                    "value",
                    shown,
                    "sum",
                    NumberText.figure(Fraction.sum(values)),
                    "count",
                    values.size());
        }
        return words.text("explain.statistic", "over", over, "statistic", name, "value", shown);
    }

    private List<Fraction> values(Formula operand) {
        List<Fraction> values = new ArrayList<>();
        for (Map<String, Optional<Fraction>> inputs : population) {
            value(operand, inputs).ifPresent(values::add);
        }
        return values;
    }

    private Optional<Fraction> value(Formula formula, Map<String, Optional<Fraction>> inputs) {
        if (formula instanceof Formula.Constant constant) {
            return Optional.of(constant.value());
        }
        if (formula instanceof Formula.Name name) {
            return inputs.getOrDefault(name.id(), Optional.empty());
        }
        if (formula instanceof Formula.Negation negation) {
            return value(negation.operand(), inputs).map(Fraction::negate);
        }
        if (formula instanceof Formula.Aggregate aggregate) {
            return aggregate.statistic().of(values(aggregate.operand()));
        }
        Formula.Binary binary = (Formula.Binary) formula;
        Optional<Fraction> left = value(binary.left(), inputs);
        Optional<Fraction> right = value(binary.right(), inputs);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        return switch (binary.operator()) {
            case PLUS -> Optional.of(left.get().plus(right.get()));
            case MINUS -> Optional.of(left.get().minus(right.get()));
            case TIMES -> Optional.of(left.get().times(right.get()));
            case DIVIDED_BY ->
                right.get().isZero() ? Optional.empty() : Optional.of(left.get().dividedBy(right.get()));
        };
    }
}

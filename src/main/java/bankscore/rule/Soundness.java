package bankscore.rule;

import bankscore.exact.Fraction;
import bankscore.rule.Definition.Benchmark;
import bankscore.rule.Definition.Measure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be proved wrong of what a rule derives before it sees a figure: constant zero divisors, and what nothing uses. */
public final class Soundness {

    private final Definitions definitions;
    private final List<Parameter> parameters;
    private final List<Flaw> flaws = new ArrayList<>();

    private Soundness(Definitions definitions, List<Parameter> parameters) {
        this.definitions = definitions;
        this.parameters = parameters;
    }

    /**
     * The flaws in the order of the file.
     *
     * @param needed the measures and benchmarks that the rest of the rule names
     * @param parameters of the rule's file
     */
    public static List<Flaw> flaws(Definitions definitions, Collection<String> needed, List<Parameter> parameters) {
        Soundness soundness = new Soundness(definitions, parameters);
        soundness.check(needed);
        return List.copyOf(soundness.flaws);
    }

    private void check(Collection<String> needed) {
        Set<String> used = used(needed);
        Map<String, Fraction> constants = new HashMap<>();
        for (Definition definition : definitions.all()) {
            String path = definition.path();
            definition.computed().ifPresent(formula -> {
                if (dividesByZero(formula, constants)) {
                    flaws.add(new Flaw(path + formulaKey(definition), definition.id(), "zero_divisor"));
                }
                constant(definition, formula, constants).ifPresent(value -> constants.put(definition.id(), value));
            });
            if (!used.contains(definition.id())) {
                flaws.add(new Flaw(path, definition.id(), "unused_definition"));
            }
        }
        Set<String> tables = new LinkedHashSet<>(definitions.values().keySet());
        definitions.measures().forEach(measure -> measure.whenEmpty().ifPresent(tables::remove));
        tables.forEach(table -> flaws.add(new Flaw("values." + table, table, "unused_definition")));
    }

    private String formulaKey(Definition definition) {
        String nested = definition.path() + ".else";
        return definition instanceof Benchmark && parameters.stream().anyMatch(parameter -> parameter.isWithin(nested))
                ? ".else.formula"
                : ".formula";
    }

    /** A definition's value if no figure can change it. */
    private static Optional<Fraction> constant(
            Definition definition, Formula formula, Map<String, Fraction> constants) {
        if (definition instanceof Measure measure) {
            return measure.of().isPresent()
                    ? Optional.empty()
                    : constant(formula, constants)
                            .map(value -> measure.rounding()
                                    .map(rounding -> rounding.round(value))
                                    .orElse(value));
        }
        Benchmark benchmark = (Benchmark) definition;
        return benchmark.published().isPresent()
                ? Optional.empty()
                : constant(formula, constants)
                        .map(value -> benchmark
                                .rounding()
                                .map(rounding -> rounding.round(value))
                                .orElse(value));
    }

    private static boolean dividesByZero(Formula formula, Map<String, Fraction> constants) {
        if (formula instanceof Formula.Negation negation) {
            return dividesByZero(negation.operand(), constants);
        }
        if (formula instanceof Formula.Aggregate aggregate) {
            return dividesByZero(aggregate.operand(), constants);
        }
        if (formula instanceof Formula.Binary binary) {
            boolean here = binary.operator() == Formula.Operator.DIVIDED_BY
                    && constant(binary.right(), constants)
                            .filter(Fraction::isZero)
                            .isPresent();
            return here || dividesByZero(binary.left(), constants) || dividesByZero(binary.right(), constants);
        }
        return false;
    }

    /** The value of an expression that no figure can change: numbers, a thing minus itself, anything times 0. */
    private static Optional<Fraction> constant(Formula formula, Map<String, Fraction> constants) {
        if (formula instanceof Formula.Constant constant) {
            return Optional.of(constant.value());
        }
        if (formula instanceof Formula.Name name) {
            return Optional.ofNullable(constants.get(name.id()));
        }
        if (formula instanceof Formula.Negation negation) {
            return constant(negation.operand(), constants).map(Fraction::negate);
        }
        if (formula instanceof Formula.Aggregate aggregate) {
            return aggregate.statistic() == Statistic.COUNT
                    ? Optional.empty()
                    : constant(aggregate.operand(), constants).filter(Fraction::isZero);
        }
        Formula.Binary binary = (Formula.Binary) formula;
        if (binary.operator() == Formula.Operator.MINUS && binary.left().equals(binary.right())) {
            return Optional.of(Fraction.ZERO);
        }
        Optional<Fraction> left = constant(binary.left(), constants);
        Optional<Fraction> right = constant(binary.right(), constants);
        boolean zero = left.filter(Fraction::isZero).isPresent();
        if (binary.operator() == Formula.Operator.TIMES
                && (zero || right.filter(Fraction::isZero).isPresent())) {
            return Optional.of(Fraction.ZERO);
        }
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

    /** All measures and benchmarks that are needed, directly or through others. */
    private Set<String> used(Collection<String> needed) {
        Deque<String> open = new ArrayDeque<>(needed);
        definitions.measures().stream()
                .filter(measure -> measure.noBase() == Definition.NoBase.EXCLUDE)
                .forEach(measure -> open.add(measure.id()));
        Map<String, Formula> formulas = new HashMap<>();
        for (Definition definition : definitions.all()) {
            definition.computed().ifPresent(formula -> formulas.put(definition.id(), formula));
        }
        Set<String> used = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String id = open.pop();
            Formula formula = formulas.get(id);
            if (used.add(id) && formula != null) {
                open.addAll(formula.names());
            }
        }
        return used;
    }
}

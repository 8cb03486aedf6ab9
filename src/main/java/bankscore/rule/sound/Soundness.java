package bankscore.rule.sound;

import bankscore.exact.Fraction;
import bankscore.rule.Definition;
import bankscore.rule.Definition.Benchmark;
import bankscore.rule.Definitions;
import bankscore.rule.Flaw;
import bankscore.rule.Formula;
import bankscore.rule.Parameter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        Map<String, Fraction> known = new HashMap<>();
        for (Definition definition : definitions.all()) {
            String path = definition.path();
            definition.computed().ifPresent(formula -> {
                Constants constants = new Constants(known);
                if (dividesByZero(formula, constants)) {
                    flaws.add(new Flaw(path + formulaKey(definition), definition.id(), "zero_divisor"));
                }
                if (definition.isOnlyFormula()) {
                    formula.read(constants).ifPresent(value -> known.put(definition.id(), definition.rounded(value)));
                }
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

    /** Whether a formula divides by what is 0 whatever the figures are. */
    public static boolean dividesByZero(Formula formula) {
        return dividesByZero(formula, new Constants(Map.of()));
    }

    private static boolean dividesByZero(Formula formula, Constants constants) {
        return formula.all()
                .anyMatch(each -> each instanceof Formula.Binary binary
                        && binary.operator() == Formula.Operator.DIVIDED_BY
                        && binary.right()
                                .read(constants)
                                .filter(Fraction::isZero)
                                .isPresent());
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

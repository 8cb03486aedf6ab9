package bankscore.contribution.scheme;

import bankscore.contribution.method.Method;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.rule.Condition;
import bankscore.rule.Mark;
import bankscore.rule.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An item of the assessment: a measure turned into points.
 *
 * @param id the stable key in {@code result.json}
 * @param measure the measure's id
 * @param gate the condition under which the method applies
 * @param weight the part of the points that counts, before the one rounding
 * @param group which items belong together; money may ask for their points
 * @param peers the groups within which banks are compared, the bank's own kind or those the rule makes; absent: all
 * @param appliesTo the kinds of bank it applies to; empty: all
 * @param fund the fund it is scored for by what banks bid for it, or {@link #EVERY_FUND}; absent: it is scored once a bank
 * @param only whether it is scored in the annual assessment only, or in the other quarters only; absent: in all
 */
public record Item(
        String id,
        String name,
        Kind kind,
        String measure,
        Method method,
        Optional<Gate> gate,
        Fraction weight,
        Optional<String> group,
        Optional<String> peers,
        List<String> appliesTo,
        Optional<String> fund,
        Optional<Periods> only,
        String clause,
        Mark mark) {

    public static final String WEIGHT = "weight";

    /** What stands for each of the funds. */
    public static final String EVERY_FUND = "*";

    public Item {
        appliesTo = List.copyOf(appliesTo);
    }

    /** Of the id alone: a record's own would go through all that the item says. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The fourth quarter, or the others, whatever the cycle is. */
    public enum Periods {
        ANNUAL,
        INTERIM;

        boolean include(Period period) {
            return period.isAnnual() == (this == ANNUAL);
        }
    }

    /** Whether it is scored in a period. */
    public boolean isOf(Period period) {
        return only.map(periods -> periods.include(period)).orElse(true);
    }

    /** Whether it is scored for a fund; an item without one counts for all of them. */
    public boolean isOf(String other) {
        return fund.map(own -> own.equals(EVERY_FUND) || own.equals(other)).orElse(true);
    }

    /** Base points, bonus or deduction. All points are added; a deduction's are not above 0. */
    public enum Kind {
        BASE,
        BONUS,
        DEDUCTION
    }

    /**
     * A condition; where it does not hold, other points stand in.
     *
     * @param otherwise the points where the condition does not hold
     */
    public record Gate(Condition condition, Fraction otherwise) {

        public static final String PATH = "only_if";
        public static final String OTHERWISE = PATH + ".else";

        /** What is held against what, by the paths by which parameters call the bounds. */
        public Map<String, Condition.Compared> comparisons() {
            return condition.comparisons(PATH);
        }
    }

    /** What its method and its gate compare with, each by the measure that is held against it. */
    public List<Held> references() {
        List<Held> references = new ArrayList<>();
        method.reference().ifPresent(against -> references.add(new Held(measure, against)));
        gate.ifPresent(each -> each.comparisons()
                .values()
                .forEach(compared -> references.add(new Held(compared.measure(), compared.bound()))));
        return references;
    }

    /** The measures, benchmarks and columns on which its points depend. */
    public Set<String> named() {
        Set<String> named = new LinkedHashSet<>();
        named.add(measure);
        references().forEach(held -> {
            named.add(held.measure());
            held.against().named().ifPresent(named::add);
        });
        gate.ifPresent(each -> named.addAll(each.condition().names()));
        return named;
    }

    /** A measure held against a reference. */
    public record Held(String measure, Reference against) {}

    /** How parameters, findings and simulations call it. */
    public String path() {
        return "items." + id;
    }

    /** Its numbers by name, as paths below its own call them. */
    public Map<String, Fraction> parameters() {
        Map<String, Fraction> parameters = new LinkedHashMap<>(method.parameters());
        gate.ifPresent(each -> {
            each.comparisons()
                    .forEach((path, compared) ->
                            compared.bound().number().ifPresent(number -> parameters.put(path, number)));
            parameters.put(Gate.OTHERWISE, each.otherwise());
        });
        parameters.put(WEIGHT, weight);
        return parameters;
    }

    /** The points that headings name after its weight; empty if nothing bounds them. */
    public Optional<Fraction> full() {
        return (kind == Kind.DEDUCTION ? method.least() : method.most()).map(points -> points.times(weight));
    }

    public boolean appliesTo(String kind) {
        return appliesTo.isEmpty() || appliesTo.contains(kind);
    }
}

package bankscore.contribution.scheme;

import bankscore.contribution.method.Method;
import bankscore.contribution.method.Method.Band;
import bankscore.contribution.scheme.AllocationRule.Form;
import bankscore.exact.Fraction;
import bankscore.rule.Definition;
import bankscore.rule.Definition.Benchmark;
import bankscore.rule.Definition.Measure;
import bankscore.rule.Formula;
import bankscore.rule.Parameter;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whether a scheme is sound: what can be proved of it before it sees a figure.
 *
 * <p>Here stands what needs the whole scheme; single keys, words and names are refused while the file is read.
 */
public final class SchemeChecks {

    private final Scheme scheme;
    private final Set<String> columns;
    private final List<String> disposals;
    private final List<Problem> problems = new ArrayList<>();

    private SchemeChecks(Scheme scheme, Set<String> columns, List<String> disposals) {
        this.scheme = scheme;
        this.columns = columns;
        this.disposals = disposals;
    }

    /**
     * Why a scheme is not sound.
     *
     * @param path the parameter, such as {@code items.tax.bands[1]}
     * @param text the offending text
     * @param code the words' key below {@code config.}
     * @param details values of the words' placeholders
     */
    public record Problem(String path, String text, String code, Map<String, String> details) {
        public Problem {
            details = Map.copyOf(details);
        }
    }

    /**
     * Everything that makes a scheme unsound, in the order of the file; none if it is sound.
     *
     * @param columns ids of all per-bank figures that some dataset has
     * @param disposals what the government may do to a bank at risk, as the sheets name it
     */
    public static List<Problem> check(Scheme scheme, Set<String> columns, List<String> disposals) {
        SchemeChecks checks = new SchemeChecks(scheme, columns, disposals);
        checks.definitions();
        checks.items();
        checks.fullPoints();
        checks.allocation();
        checks.clauses();
        return List.copyOf(checks.problems);
    }

    /** The optional keys that a scheme leaves out: what is not said is a note, not a failure. */
    public static List<String> absentKeys(Scheme scheme) {
        List<String> keys = List.of(
                "source.clauses",
                "source.issued",
                "full_points",
                "assess",
                "interim",
                "totals",
                "ranks",
                "shares",
                "allocation");
        List<String> ofMoney = List.of(
                "allocation.lot",
                "allocation.tie_order",
                "allocation.safety",
                "allocation.unmatured",
                "allocation.outside");
        return Stream.concat(keys.stream(), ofMoney.stream())
                .filter(key -> scheme.parameters().stream().noneMatch(parameter -> isBelow(parameter.path(), key)))
                .toList();
    }

    private static boolean isBelow(String path, String key) {
        return path.equals(key) || path.startsWith(key + ".") || path.startsWith(key + "[");
    }

    private void refuse(String path, String text, String code, String... details) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i + 1 < details.length; i += 2) {
            named.put(details[i], details[i + 1]);
        }
        problems.add(new Problem(path, text, code, named));
    }

    // Definitions: no constant zero divisor, everything used.

    private void definitions() {
        Set<String> used = used();
        Map<String, Fraction> constants = new HashMap<>();
        for (Definition definition : scheme.definitions().all()) {
            String path = (definition instanceof Measure ? "measures." : "benchmarks.") + definition.id();
            formula(definition).ifPresent(formula -> {
                if (dividesByZero(formula, constants)) {
                    refuse(path + formulaKey(definition), definition.id(), "zero_divisor");
                }
                constant(definition, formula, constants).ifPresent(value -> constants.put(definition.id(), value));
            });
            if (!used.contains(definition.id())) {
                refuse(path, definition.id(), "unused_definition");
            }
        }
        Set<String> tables = new LinkedHashSet<>(scheme.definitions().values().keySet());
        scheme.measures().forEach(measure -> measure.whenEmpty().ifPresent(tables::remove));
        tables.forEach(table -> refuse("values." + table, table, "unused_definition"));
    }

    private String formulaKey(Definition definition) {
        String nested = "benchmarks." + definition.id() + ".else";
        return definition instanceof Benchmark
                        && scheme.parameters().stream().anyMatch(parameter -> isBelow(parameter.path(), nested))
                ? ".else.formula"
                : ".formula";
    }

    private static Optional<Formula> formula(Definition definition) {
        return definition instanceof Measure measure
                ? Optional.of(measure.formula())
                : ((Benchmark) definition).formula();
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

    /** All measures and benchmarks that an item, the allocation or the eligibility needs, directly or through others. */
    private Set<String> used() {
        Deque<String> open = new ArrayDeque<>();
        for (Item item : scheme.items()) {
            open.add(item.measure());
            reference(item.method()).ifPresent(reference -> named(reference, open));
            item.gate().ifPresent(gate -> {
                open.add(gate.measure());
                named(gate.bound(), open);
            });
        }
        Stream.concat(Stream.of(scheme.allocation()), scheme.funds().values().stream())
                .forEach(rule -> open.addAll(named(rule)));
        scheme.measures().stream()
                .filter(measure -> measure.noBase() == Definition.NoBase.EXCLUDE)
                .forEach(measure -> open.add(measure.id()));
        Map<String, Formula> formulas = new HashMap<>();
        for (Definition definition : scheme.definitions().all()) {
            formula(definition).ifPresent(formula -> formulas.put(definition.id(), formula));
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

    private static void named(Reference reference, Deque<String> names) {
        if (reference instanceof Reference.Named named) {
            names.add(named.id());
        }
    }

    private static List<String> named(AllocationRule rule) {
        List<String> names = new ArrayList<>();
        if (rule.form() instanceof Form.ByMeasure measure) {
            names.add(measure.measure());
        } else if (rule.form() instanceof Form.Parts parts) {
            parts.parts().forEach(part -> names.add(part.by()));
        }
        for (AllocationRule.Tie tie : rule.tieOrder()) {
            if (tie instanceof AllocationRule.Tie.ByMeasure measure) {
                names.add(measure.measure());
            }
        }
        return names;
    }

    private static Optional<Reference> reference(Method method) {
        if (method instanceof Method.RatioToReference ratio) {
            return Optional.of(ratio.reference());
        }
        return method instanceof Method.Linear linear ? Optional.of(linear.reference()) : Optional.empty();
    }

    // Items: bands without gap or overlap, references that can be divided by.

    private void items() {
        for (Item item : scheme.items()) {
            String path = "items." + item.id();
            if (item.method() instanceof Method.Bands bands) {
                bands(path + ".bands", bands.bands());
            }
            if (item.method() instanceof Method.RatioToReference ratio
                    && ratio.reference() instanceof Reference.Fixed fixed
                    && !fixed.value().isPositive()) {
                refuse(path + ".ratio_to_reference.reference", fixed.value().toString(), "reference_not_positive");
            }
            deduction(path, item);
        }
    }

    /** Whoever writes the points of a deduction without their sign gets a rule that never deducts. */
    private void deduction(String path, Item item) {
        if (item.kind() != Item.Kind.DEDUCTION) {
            return;
        }
        least(item.method())
                .map(least ->
                        item.gate().map(gate -> least.min(gate.otherwise())).orElse(least))
                .filter(least -> !least.isNegative())
                .ifPresent(least ->
                        refuse(path + ".kind", "deduction", "deduction_gives_nothing", "least", least.toString()));
    }

    /** The least points a method can give; none where nothing bounds them. */
    private static Optional<Fraction> least(Method method) {
        if (method instanceof Method.Bands bands) {
            return bands.bands().stream().map(Band::points).reduce(Fraction::min);
        }
        if (method instanceof Method.RankStep rank) {
            return Optional.of(rank.floor());
        }
        if (method instanceof Method.RankTable rank) {
            return rank.table().stream().reduce(Fraction::min);
        }
        if (method instanceof Method.Linear linear) {
            return linear.min();
        }
        if (method instanceof Method.Value value) {
            return value.min();
        }
        if (method instanceof Method.RatioToReference) {
            return Optional.of(Fraction.ZERO);
        }
        return most(method).map(full -> full.min(Fraction.ZERO));
    }

    private void bands(String path, List<Band> bands) {
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            String here = path + "[" + i + "]";
            if (band.from().isPresent() && band.to().isPresent() && isEmpty(band)) {
                refuse(here, text(band.from()), "band_empty", "from", text(band.from()), "to", text(band.to()));
            }
            if (i + 1 < bands.size()) {
                meeting(path + "[" + (i + 1) + "]", band, bands.get(i + 1));
            } else if (band.to().isPresent()) {
                refuse(here + ".to", text(band.to()), "band_ends", "value", text(band.to()));
            }
        }
    }

    private static boolean isEmpty(Band band) {
        int order = band.from().orElseThrow().compareTo(band.to().orElseThrow());
        return order > 0 || (order == 0 && !(band.fromIncluded() && band.toIncluded()));
    }

    private void meeting(String path, Band lower, Band upper) {
        if (lower.to().isEmpty() || upper.from().isEmpty()) {
            return;
        }
        Fraction end = lower.to().get();
        Fraction start = upper.from().get();
        String value = end.toString();
        if (end.isLess(start)) {
            refuse(path, start.toString(), "band_gap", "from", value, "to", start.toString());
        } else if (end.isGreater(start)) {
            refuse(path, start.toString(), "band_overlap", "from", start.toString(), "to", value);
        } else if (!lower.toIncluded() && !upper.fromIncluded()) {
            refuse(path, value, "band_hole", "value", value);
        } else if (lower.toIncluded() && upper.fromIncluded()) {
            refuse(path, value, "band_doubled", "value", value);
        }
    }

    private static String text(Optional<Fraction> bound) {
        return bound.map(Fraction::toString).orElse("");
    }

    // Base items add up to the declared full points, for every kind of bank.

    private void fullPoints() {
        if (scheme.fullPoints().isEmpty()) {
            return;
        }
        List<Item> base = scheme.items().stream()
                .filter(item -> item.kind() == Item.Kind.BASE)
                .toList();
        boolean known = true;
        for (Item item : base) {
            if (most(item).isEmpty()) {
                known = false;
                refuse("items." + item.id(), item.id(), "no_most_points");
            }
        }
        if (!known) {
            return;
        }
        Fraction full = scheme.fullPoints().get();
        for (String kind : kinds(base)) {
            Fraction sum = Fraction.sum(base.stream()
                    .filter(item -> item.appliesTo(kind))
                    .map(item -> most(item).orElseThrow())
                    .toList());
            if (!sum.equals(full)) {
                if (kind.isEmpty()) {
                    refuse("full_points", full.toString(), "points_sum", "sum", sum.toString());
                } else {
                    refuse("full_points", full.toString(), "points_sum_kind", "sum", sum.toString(), "kind", kind);
                }
            }
        }
    }

    /** The kinds to add up for; the empty one stands for all kinds that the scheme does not name. */
    private Set<String> kinds(List<Item> base) {
        Set<String> kinds = new LinkedHashSet<>(scheme.eligibility().kinds());
        if (kinds.isEmpty()) {
            base.forEach(item -> kinds.addAll(item.appliesTo()));
            if (kinds.isEmpty()
                    || base.stream().anyMatch(item -> item.appliesTo().isEmpty())) {
                kinds.add("");
            }
        }
        scheme.eligibility().notKinds().forEach(kinds::remove);
        return kinds;
    }

    /** The most points an item can give, after its weight. */
    private static Optional<Fraction> most(Item item) {
        return most(item.method()).map(points -> points.times(item.weight()));
    }

    private static Optional<Fraction> most(Method method) {
        if (method instanceof Method.Bands bands) {
            return bands.bands().stream().map(Band::points).reduce(Fraction::max);
        }
        if (method instanceof Method.RatioToBest ratio) {
            return Optional.of(ratio.full());
        }
        if (method instanceof Method.RatioToReference ratio) {
            return Optional.of(ratio.cap());
        }
        if (method instanceof Method.ShareOfTotal share) {
            return Optional.of(share.full());
        }
        if (method instanceof Method.RankStep rank) {
            return Optional.of(rank.first().max(rank.floor()));
        }
        if (method instanceof Method.RankTable rank) {
            return rank.table().stream().reduce(Fraction::max);
        }
        if (method instanceof Method.Linear linear) {
            return linear.max();
        }
        if (method instanceof Method.MinMax minMax) {
            return Optional.of(minMax.full());
        }
        return ((Method.Value) method).max();
    }

    // The allocation: a cap by deposits needs the deposits, every word of a risk an action.

    private void allocation() {
        cap("allocation", scheme.allocation());
        actions("allocation", scheme.allocation());
        scheme.funds().forEach((fund, rule) -> {
            if (!rule.cap().equals(scheme.allocation().cap())) {
                cap("allocation.funds." + fund, rule);
            }
            if (!rule.safety().equals(scheme.allocation().safety())) {
                actions("allocation.funds." + fund, rule);
            }
        });
    }

    /** D15: what a sheet may say of a bank at risk must mean something. */
    private void actions(String path, AllocationRule rule) {
        for (String word : disposals) {
            if (!rule.safety().containsKey(word)) {
                refuse(path + ".safety", word, "disposal_without_action", "word", word);
            }
        }
    }

    private void cap(String path, AllocationRule rule) {
        boolean byDeposits = rule.cap()
                .filter(AllocationRule.Cap.OfOwnDeposits.class::isInstance)
                .isPresent();
        if (byDeposits && !columns.contains("deposits")) {
            refuse(path + ".cap.percent_of_own_deposits", "percent_of_own_deposits", "no_deposits");
        }
    }

    // Clauses: each is an item, a setting, or said not to be computed.

    private void clauses() {
        Set<String> covered = new LinkedHashSet<>(scheme.notComputed());
        for (Parameter parameter : scheme.parameters()) {
            covered.addAll(Arrays.asList(parameter.clause().split("[、;；]", -1)));
        }
        List<String> clauses = scheme.source().clauses();
        for (int i = 0; i < clauses.size(); i++) {
            if (!covered.contains(clauses.get(i))) {
                refuse("source.clauses[" + i + "]", clauses.get(i), "clause_not_covered");
            }
        }
    }
}

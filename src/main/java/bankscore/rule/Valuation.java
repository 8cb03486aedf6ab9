package bankscore.rule;

import bankscore.exact.Fraction;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.RecordSummary;
import bankscore.facts.Subject;
import bankscore.rule.Definition.Benchmark;
import bankscore.rule.Definition.Measure;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of all measures and benchmarks, in the rule's order, for a given set of assessed banks.
 *
 * <p>Measures are computed for every bank of the roster whose figures are there, because a benchmark may run over all
 * banks; statistics run over the assessed ones unless a definition says {@code over: all} (D13).
 */
public final class Valuation {

    private final Definitions definitions;
    private final FactTable facts;
    private final List<String> assessed;
    private final List<String> all;
    private final Map<String, Map<String, MeasureValue>> measures = new LinkedHashMap<>();
    private final Map<String, BenchmarkValue> benchmarks = new LinkedHashMap<>();

    private Valuation(Definitions definitions, FactTable facts, List<String> assessed) {
        this.definitions = definitions;
        this.facts = facts;
        this.assessed = assessed;
        this.all = facts.roster().subjects().stream().map(Subject::code).toList();
    }

    /**
     * Computes everything.
     *
     * @param assessed codes in roster order
     */
    public static Valuation of(Definitions definitions, FactTable facts, List<String> assessed) {
        Valuation valuation = new Valuation(definitions, facts, assessed);
        for (Definition definition : definitions.all()) {
            if (definition instanceof Measure measure) {
                valuation.measures.put(measure.id(), valuation.evaluate(measure));
            } else if (definition instanceof Benchmark benchmark) {
                valuation.benchmarks.put(benchmark.id(), valuation.evaluate(benchmark));
            }
        }
        return valuation;
    }

    /** Values by measure, then by bank. */
    public Map<String, Map<String, MeasureValue>> measures() {
        return measures;
    }

    public Map<String, BenchmarkValue> benchmarks() {
        return benchmarks;
    }

    public MeasureValue measure(String id, String bank) {
        MeasureValue value = measures.getOrDefault(id, Map.of()).get(bank);
        if (value == null) {
            throw new IllegalArgumentException("no measure " + id + " of bank " + bank);
        }
        return value;
    }

    private BenchmarkValue evaluate(Benchmark benchmark) {
        Optional<Figure> published = benchmark.published().flatMap(facts::parameter);
        if (published.isPresent()) {
            Optional<Fraction> given = Optional.of(published.get().value());
            return new BenchmarkValue(
                    benchmark, true, given, given, published.get().place(), List.of());
        }
        if (benchmark.computed().isEmpty()) {
            return new BenchmarkValue(benchmark, false, Optional.empty(), Optional.empty(), Place.NONE, List.of());
        }
        Formula formula = benchmark.computed().get();
        List<String> population = population(formula, benchmark.over());
        Optional<Fraction> exact = value(formula, "", statistics(formula, population));
        Optional<Fraction> rounded = exact.map(
                value -> benchmark.rounding().map(to -> to.round(value)).orElse(value));
        return new BenchmarkValue(benchmark, false, exact, rounded, Place.NONE, population);
    }

    private Map<String, MeasureValue> evaluate(Measure measure) {
        Map<String, Optional<Fraction>> exact = new LinkedHashMap<>();
        Map<Formula.Aggregate, MeasureValue.Spread> statistics = Map.of();
        if (measure.of().isPresent()) {
            for (String bank : all) {
                exact.put(bank, ofRecords(measure, measure.of().get(), bank));
            }
        } else {
            statistics = statistics(measure.formula(), population(measure.formula(), measure.over()));
            for (String bank : all) {
                exact.put(bank, value(measure.formula(), bank, statistics));
            }
        }
        Optional<Fraction> standIn =
                measure.noBase() == Definition.NoBase.AVERAGE ? meanOfOthers(measure, exact) : Optional.empty();
        Map<String, MeasureValue> values = new LinkedHashMap<>();
        for (String bank : all) {
            Optional<Fraction> unrounded = exact.getOrDefault(bank, Optional.empty());
            Optional<Fraction> published = unrounded.or(() -> standIn).map(value -> round(measure, value));
            boolean standsIn = unrounded.isEmpty() && standIn.isPresent();
            values.put(
                    bank, new MeasureValue(measure, unrounded, published, standsIn, inputs(measure, bank), statistics));
        }
        return values;
    }

    /** The mean of the published values that exist, over the measure's population. */
    private Optional<Fraction> meanOfOthers(Measure measure, Map<String, Optional<Fraction>> exact) {
        List<Fraction> existing = new ArrayList<>();
        for (String bank : measure.over() == Definition.Population.ALL ? all : assessed) {
            exact.getOrDefault(bank, Optional.empty()).ifPresent(value -> existing.add(round(measure, value)));
        }
        return Statistic.MEAN.of(existing);
    }

    private static Fraction round(Measure measure, Fraction value) {
        return measure.rounding().map(rounding -> rounding.round(value)).orElse(value);
    }

    /** Records: an empty number counts as the value of its word where the rule names one (D10), else not at all. */
    private Optional<Fraction> ofRecords(Measure measure, Statistic statistic, String bank) {
        String column = measure.formula().names().iterator().next();
        Fraction sum = Fraction.ZERO;
        long counted = 0;
        long rows = 0;
        List<Fraction> extremes = new ArrayList<>();
        for (RecordSummary summary : facts.records(column, bank)) {
            rows += summary.rows();
            sum = sum.plus(summary.sum());
            counted += summary.rows() - summary.empty();
            (statistic == Statistic.MIN ? summary.min() : summary.max()).ifPresent(extremes::add);
            Optional<Fraction> standIn = whenEmpty(measure, summary.choice());
            if (summary.empty() > 0 && standIn.isPresent()) {
                sum = sum.plus(standIn.get().times(Fraction.of(summary.empty())));
                counted += summary.empty();
                extremes.add(standIn.get());
            }
        }
        return switch (statistic) {
            case SUM -> Optional.of(sum);
            case COUNT -> Optional.of(Fraction.of(rows));
            case MEAN -> counted == 0 ? Optional.empty() : Optional.of(sum.dividedBy(Fraction.of(counted)));
            case MAX, MIN -> statistic.of(extremes);
            case MEDIAN -> throw new IllegalStateException("the median of records is not kept: " + measure.id());
        };
    }

    private Optional<Fraction> whenEmpty(Measure measure, String word) {
        return measure.whenEmpty()
                .map(table -> definitions.values().get(table))
                .map(table -> table.byWord().get(word));
    }

    /** The banks that enter a formula's statistics: a bank missing a figure of the formula is left out of all of them. */
    private List<String> population(Formula formula, Definition.Population over) {
        List<String> names = formula.names().stream()
                .filter(name -> !benchmarks.containsKey(name))
                .toList();
        return (over == Definition.Population.ALL ? all : assessed)
                .stream()
                        .filter(bank -> names.stream()
                                .allMatch(name -> named(name, bank).isPresent()))
                        .toList();
    }

    private Map<Formula.Aggregate, MeasureValue.Spread> statistics(Formula formula, List<String> population) {
        Map<Formula.Aggregate, MeasureValue.Spread> statistics = new HashMap<>();
        collect(formula, population, statistics);
        return statistics;
    }

    private void collect(
            Formula formula, List<String> population, Map<Formula.Aggregate, MeasureValue.Spread> statistics) {
        if (formula instanceof Formula.Aggregate aggregate) {
            if (!statistics.containsKey(aggregate)) {
                collect(aggregate.operand(), population, statistics);
                List<Fraction> values = new ArrayList<>();
                for (String bank : population) {
                    value(aggregate.operand(), bank, statistics).ifPresent(values::add);
                }
                statistics.put(aggregate, MeasureValue.Spread.of(aggregate.statistic(), values));
            }
        } else if (formula instanceof Formula.Binary binary) {
            collect(binary.left(), population, statistics);
            collect(binary.right(), population, statistics);
        } else if (formula instanceof Formula.Negation negation) {
            collect(negation.operand(), population, statistics);
        }
    }

    /** The exact value for a bank; absent where a figure is missing or a divisor is zero (D11, D12). */
    private Optional<Fraction> value(
            Formula formula, String bank, Map<Formula.Aggregate, MeasureValue.Spread> statistics) {
        if (formula instanceof Formula.Constant constant) {
            return Optional.of(constant.value());
        }
        if (formula instanceof Formula.Name name) {
            return named(name.id(), bank);
        }
        if (formula instanceof Formula.Negation negation) {
            return value(negation.operand(), bank, statistics).map(Fraction::negate);
        }
        if (formula instanceof Formula.Aggregate aggregate) {
            return Optional.ofNullable(statistics.get(aggregate)).flatMap(MeasureValue.Spread::value);
        }
        Formula.Binary binary = (Formula.Binary) formula;
        Optional<Fraction> left = value(binary.left(), bank, statistics);
        Optional<Fraction> right = value(binary.right(), bank, statistics);
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

    private Optional<Fraction> named(String name, String bank) {
        BenchmarkValue benchmark = benchmarks.get(name);
        if (benchmark != null) {
            return benchmark.value();
        }
        Map<String, MeasureValue> measure = measures.get(name);
        if (measure != null) {
            MeasureValue value = measure.get(bank);
            return value == null ? Optional.empty() : value.value();
        }
        return facts.figure(name, bank).map(Figure::value);
    }

    private List<MeasureValue.Input> inputs(Measure measure, String bank) {
        List<MeasureValue.Input> inputs = new ArrayList<>();
        for (String name : measure.formula().names()) {
            if (measure.of().isPresent()) {
                for (RecordSummary summary : facts.records(name, bank)) {
                    inputs.add(
                            new MeasureValue.Input(name, Optional.of(summary.sum()), summary.place(), summary.rows()));
                }
            } else {
                Place place = facts.figure(name, bank).map(Figure::place).orElse(Place.NONE);
                inputs.add(new MeasureValue.Input(name, named(name, bank), place, 0));
            }
        }
        return inputs;
    }
}

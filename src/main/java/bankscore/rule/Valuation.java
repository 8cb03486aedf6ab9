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
        return new BenchmarkValue(benchmark, false, exact, exact.map(benchmark::rounded), Place.NONE, population);
    }

    private Map<String, MeasureValue> evaluate(Measure measure) {
        Map<String, Optional<Fraction>> exact = new LinkedHashMap<>();
        Map<String, Records> records = new LinkedHashMap<>();
        Map<Formula.Aggregate, MeasureValue.Spread> statistics = Map.of();
        if (measure.of().isPresent()) {
            String column = measure.formula().names().iterator().next();
            for (String bank : all) {
                Records own = Records.of(facts.records(column, bank), word -> whenEmpty(measure, word));
                records.put(bank, own);
                exact.put(bank, own.value(measure.of().get()));
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
            Optional<Fraction> published = unrounded.or(() -> standIn).map(measure::rounded);
            boolean standsIn = unrounded.isEmpty() && standIn.isPresent();
            values.put(
                    bank,
                    new MeasureValue(
                            measure,
                            unrounded,
                            published,
                            standsIn,
                            inputs(measure, bank),
                            Optional.ofNullable(records.get(bank)),
                            statistics));
        }
        return values;
    }

    /** The mean of the published values that exist, over the measure's population. */
    private Optional<Fraction> meanOfOthers(Measure measure, Map<String, Optional<Fraction>> exact) {
        List<Fraction> existing = new ArrayList<>();
        for (String bank : measure.over() == Definition.Population.ALL ? all : assessed) {
            exact.getOrDefault(bank, Optional.empty()).ifPresent(value -> existing.add(measure.rounded(value)));
        }
        return Statistic.MEAN.of(existing);
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

    /** Each after those that it contains. */
    private void collect(
            Formula formula, List<String> population, Map<Formula.Aggregate, MeasureValue.Spread> statistics) {
        formula.operands().forEach(operand -> collect(operand, population, statistics));
        if (formula instanceof Formula.Aggregate aggregate && !statistics.containsKey(aggregate)) {
            List<Fraction> values = new ArrayList<>();
            for (String bank : population) {
                value(aggregate.operand(), bank, statistics).ifPresent(values::add);
            }
            statistics.put(aggregate, MeasureValue.Spread.of(aggregate.statistic(), values));
        }
    }

    private Optional<Fraction> value(
            Formula formula, String bank, Map<Formula.Aggregate, MeasureValue.Spread> statistics) {
        return formula.read(new Evaluation(bank, statistics));
    }

    /** The exact value for a bank; absent where a figure is missing or a divisor is zero (D11, D12). */
    private final class Evaluation implements Arithmetic {

        private final String bank;
        private final Map<Formula.Aggregate, MeasureValue.Spread> statistics;

        Evaluation(String bank, Map<Formula.Aggregate, MeasureValue.Spread> statistics) {
            this.bank = bank;
            this.statistics = statistics;
        }

        @Override
        public Optional<Fraction> name(Formula.Name formula) {
            return named(formula.id(), bank);
        }

        @Override
        public Optional<Fraction> aggregate(Formula.Aggregate formula) {
            return Optional.ofNullable(statistics.get(formula)).flatMap(MeasureValue.Spread::value);
        }
    }

    /** What a name of a formula or a condition is worth for a bank; absent where it does not exist. */
    public Optional<Fraction> named(String name, String bank) {
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

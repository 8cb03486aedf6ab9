package bankscore.rule;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Earlier;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.RecordSummary;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.rule.Definition.Benchmark;
import bankscore.rule.Definition.Measure;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of all measures and benchmarks, in the rule's order, for a given set of assessed banks, or of the subjects of
 * another group.
 *
 * <p>Measures are computed for every bank of the roster whose figures are there, because a benchmark may run over all
 * banks; statistics run over the assessed ones unless a definition says {@code over: all} (D13). A statistic may name
 * {@code group.id} of another group: it then runs over that group's subjects.
 */
public final class Valuation {

    private final Definitions definitions;
    private final FactTable facts;
    private final List<String> assessed;
    private final List<String> all;
    private final Map<String, Valuation> groups;
    private final Map<String, Map<String, MeasureValue>> measures = new LinkedHashMap<>();
    private final Map<String, BenchmarkValue> benchmarks = new LinkedHashMap<>();

    private Valuation(Definitions definitions, FactTable facts, List<String> assessed, Map<String, Valuation> groups) {
        this.definitions = definitions;
        this.facts = facts;
        this.assessed = assessed;
        this.all = facts.roster().subjects().stream().map(Subject::code).toList();
        this.groups = Map.copyOf(groups);
    }

    /**
     * Computes everything.
     *
     * @param assessed codes in roster order
     */
    public static Valuation of(Definitions definitions, FactTable facts, List<String> assessed) {
        return of(definitions, facts, assessed, Map.of());
    }

    /**
     * Computes everything.
     *
     * @param assessed codes in roster order
     * @param groups the values that statistics may name, by group
     */
    public static Valuation of(
            Definitions definitions, FactTable facts, List<String> assessed, Map<String, Valuation> groups) {
        Valuation valuation = new Valuation(definitions, facts, assessed, groups);
        for (Definition definition : definitions.all()) {
            if (definition instanceof Measure measure) {
                valuation.measures.put(measure.id(), valuation.evaluate(measure));
            } else if (definition instanceof Benchmark benchmark) {
                valuation.benchmarks.put(benchmark.id(), valuation.evaluate(benchmark));
            }
        }
        return valuation;
    }

    /**
     * Computes what another valuation does not know, over other facts and subjects; all else is worth what it is there.
     *
     * @param known has what these definitions and those share
     * @param assessed codes in roster order
     */
    public static Valuation beside(Valuation known, Definitions definitions, FactTable facts, List<String> assessed) {
        Valuation valuation = new Valuation(definitions, facts, assessed, Map.of());
        for (Definition definition : definitions.all()) {
            String id = definition.id();
            Map<String, MeasureValue> measures = known.measures.get(id);
            BenchmarkValue benchmark = known.benchmarks.get(id);
            if (measures != null) {
                valuation.measures.put(id, measures);
            } else if (benchmark != null) {
                valuation.benchmarks.put(id, benchmark);
            } else if (definition instanceof Measure measure) {
                valuation.measures.put(id, valuation.evaluate(measure));
            } else if (definition instanceof Benchmark own) {
                valuation.benchmarks.put(id, valuation.evaluate(own));
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
        Map<String, List<String>> populations = populations(formula, benchmark.over());
        Optional<Fraction> exact = value(formula, "", statistics(formula, populations));
        return new BenchmarkValue(
                benchmark,
                false,
                exact,
                exact.map(benchmark::rounded),
                Place.NONE,
                populations.values().stream().flatMap(List::stream).toList());
    }

    private Map<String, MeasureValue> evaluate(Measure measure) {
        Map<String, Optional<Fraction>> exact = new LinkedHashMap<>();
        Map<String, Records> records = new LinkedHashMap<>();
        Map<Formula.Aggregate, MeasureValue.Spread> statistics = Map.of();
        Map<String, List<MeasureValue.OfQuarter>> quarters = new LinkedHashMap<>();
        if (measure.quarters().isPresent()) {
            for (String bank : all) {
                List<MeasureValue.OfQuarter> own = ofQuarters(measure, bank);
                quarters.put(bank, own);
                exact.put(
                        bank,
                        measure.quarters()
                                .get()
                                .of()
                                .of(own.stream()
                                        .flatMap(each -> each.value().stream())
                                        .toList()));
            }
        } else if (measure.of().isPresent()) {
            String column = measure.formula().names().iterator().next();
            for (String bank : all) {
                Records own = Records.of(facts.records(column, bank), word -> whenEmpty(measure, word));
                records.put(bank, own);
                exact.put(bank, own.value(measure.of().get()));
            }
        } else {
            statistics = statistics(measure.formula(), populations(measure.formula(), measure.over()));
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
                            statistics,
                            quarters.getOrDefault(bank, List.of())));
        }
        return values;
    }

    /** What the published quarters of the year give, and this one; one that is not published is told by {@link #ofQuarters()}. */
    private List<MeasureValue.OfQuarter> ofQuarters(Measure measure, String bank) {
        String gathered = measure.gathered().orElseThrow();
        List<MeasureValue.OfQuarter> quarters = new ArrayList<>();
        for (Period period : measure.quarters().orElseThrow().before(facts.period())) {
            facts.earlier()
                    .in(period)
                    .ifPresent(published -> quarters.add(new MeasureValue.OfQuarter(
                            period, published.measure(gathered, bank), Optional.of(published))));
        }
        quarters.add(new MeasureValue.OfQuarter(facts.period(), named(gathered, bank), Optional.empty()));
        return quarters;
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

    /**
     * Who enters a formula's statistics, by group; its own subjects under no name. A subject missing a figure of the formula
     * is left out of all of them.
     */
    private Map<String, List<String>> populations(Formula formula, Definition.Population over) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put("", new ArrayList<>());
        for (String name : formula.needed()) {
            if (!benchmarks.containsKey(name)) {
                String group = group(name);
                names.computeIfAbsent(group, first -> new ArrayList<>()).add(within(group, name));
            }
        }
        Map<String, List<String>> populations = new LinkedHashMap<>();
        names.forEach((group, own) ->
                populations.put(group, groups.getOrDefault(group, this).having(own, over)));
        return populations;
    }

    private List<String> having(List<String> names, Definition.Population over) {
        return (over == Definition.Population.ALL ? all : assessed)
                .stream()
                        .filter(bank -> names.stream()
                                .allMatch(name -> named(name, bank).isPresent()))
                        .toList();
    }

    /** The group whose subjects a name is about; empty: this one's. */
    private String group(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && groups.containsKey(name.substring(0, dot)) ? name.substring(0, dot) : "";
    }

    private static String within(String group, String name) {
        return group.isEmpty() ? name : name.substring(group.length() + 1);
    }

    private Map<Formula.Aggregate, MeasureValue.Spread> statistics(
            Formula formula, Map<String, List<String>> populations) {
        Map<Formula.Aggregate, MeasureValue.Spread> statistics = new HashMap<>();
        collect(formula, populations, statistics);
        return statistics;
    }

    /** Each after those that it contains. */
    private void collect(
            Formula formula,
            Map<String, List<String>> populations,
            Map<Formula.Aggregate, MeasureValue.Spread> statistics) {
        formula.operands().forEach(operand -> collect(operand, populations, statistics));
        if (formula instanceof Formula.Aggregate aggregate && !statistics.containsKey(aggregate)) {
            String group = aggregate.operand().names().stream()
                    .map(this::group)
                    .filter(each -> !each.isEmpty())
                    .findFirst()
                    .orElse("");
            List<Fraction> values = new ArrayList<>();
            for (String bank : populations.getOrDefault(group, List.of())) {
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

    /** The cell of a figure of a bank. */
    public Place place(String column, String bank) {
        return facts.figure(column, bank).map(Figure::place).orElse(Place.NONE);
    }

    /** What a name of a formula or a condition is worth for a bank; absent where it does not exist. */
    public Optional<Fraction> named(String name, String bank) {
        BenchmarkValue benchmark = benchmarks.get(name);
        if (benchmark != null) {
            return benchmark.value();
        }
        Valuation other = groups.get(group(name));
        if (other != null) {
            return other.named(within(group(name), name), bank);
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
            if (!group(name).isEmpty()) {
                // What another group's subjects have is no input of this one.
                continue;
            }
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

    /**
     * What is wrong with the quarters of the year: one that is not published, or does not know the measure, is an error that
     * names it; one in which somebody assessed has no value is left out, and to be verified (scheme.md#periods).
     */
    public List<Finding> ofQuarters() {
        Map<Period, List<String>> missing = new TreeMap<>();
        List<Finding> found = new ArrayList<>();
        for (Measure measure : definitions.measures()) {
            for (Period period :
                    measure.quarters().map(own -> own.before(facts.period())).orElse(List.of())) {
                Optional<Earlier.Published> published = facts.earlier().in(period);
                String gathered = measure.gathered().orElseThrow();
                if (published.isEmpty()) {
                    missing.computeIfAbsent(period, first -> new ArrayList<>()).add(measure.name());
                } else if (!published.get().measures().containsKey(gathered)) {
                    found.add(Finding.of(Code.E331, Place.NONE)
                            .with("period", period)
                            .with("found", measure.name())
                            .with("revision", published.get().revision())
                            .with(
                                    "expected",
                                    definitions
                                            .definition(gathered)
                                            .map(Definition::name)
                                            .orElse(gathered))
                            .with(Finding.VARIANT, "measure"));
                }
            }
        }
        missing.forEach((period, names) -> found.add(
                Finding.of(Code.E331, Place.NONE).with("period", period).with("found", String.join("”、“", names))));
        for (String bank : assessed) {
            leftOut(bank)
                    .forEach((period, without) -> found.add(Finding.of(Code.W314, Place.NONE)
                            .subject(name(bank))
                            .with("period", period)
                            .with("found", String.join("”、“", without))));
        }
        return found;
    }

    /** The measures in which a quarter has no part for a bank, though others have. */
    private Map<Period, List<String>> leftOut(String bank) {
        Map<Period, List<String>> without = new TreeMap<>();
        for (Measure measure : definitions.measures()) {
            MeasureValue value = measure(measure.id(), bank);
            if (value.unrounded().isPresent()) {
                value.quarters().stream()
                        .filter(quarter -> quarter.value().isEmpty())
                        .forEach(quarter -> without.computeIfAbsent(quarter.period(), first -> new ArrayList<>())
                                .add(measure.name()));
            }
        }
        return without;
    }

    private String name(String bank) {
        return facts.roster().subject(bank).map(Subject::name).orElse(bank);
    }

    /** Each measure of somebody assessed that does not exist, though all its tables came: to be verified (D11, D12). */
    public List<Finding> withoutValue() {
        List<Finding> without = new ArrayList<>();
        for (Measure measure : definitions.measures()) {
            if (measure.formula().names().stream().anyMatch(this::isAbsent)) {
                continue;
            }
            for (String bank : assessed) {
                MeasureValue value = measure(measure.id(), bank);
                if (value.unrounded().isEmpty()) {
                    Place place = value.inputs().stream()
                            .filter(input ->
                                    input.value().filter(Fraction::isZero).isPresent())
                            .map(MeasureValue.Input::place)
                            .filter(zero -> !zero.equals(Place.NONE))
                            .findFirst()
                            .orElse(value.place().sheetOnly());
                    without.add(Finding.of(Code.W306, place).subject(name(bank)).with("found", measure.name()));
                }
            }
        }
        return without;
    }

    /** Whether a name of a formula belongs to a dataset that did not come at all; the check of the tables says so. */
    private boolean isAbsent(String name) {
        Valuation other = groups.get(group(name));
        if (other != null) {
            return other.isAbsent(within(group(name), name));
        }
        int dot = name.indexOf('.');
        if (dot >= 0) {
            return !facts.datasets().contains(name.substring(0, dot));
        }
        return !definitions.has(name) && !facts.figures().containsKey(name);
    }
}

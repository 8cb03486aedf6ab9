package bankscore.watch.judge;

import bankscore.exact.Fraction;
import bankscore.facts.FactTable;
import bankscore.facts.register.Register;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.Definition;
import bankscore.rule.Definitions;
import bankscore.rule.Population;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import bankscore.rule.Valuation;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Watch;
import bankscore.watch.scheme.WatchScheme;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the measures of all groups and the benchmarks come to. Statistics run over each group's judged subjects that have what
 * is asked, unless a definition says {@code over: all} (watch.md#populations).
 */
final class Values {

    private final WatchPeriod period;
    private final Map<String, List<String>> judged;
    private final Map<String, Valuation> groups = new HashMap<>();
    private final Map<String, BenchmarkValue> benchmarks;

    /**
     * Computes everything.
     *
     * @param judged the codes of those that are not exempt, by group, in the order of the register
     */
    Values(WatchPeriod period, Published published, Map<String, List<String>> judged) {
        this.period = period;
        this.judged = judged;
        WatchScheme rule = period.rule();
        Definitions none = new Definitions(Map.of(), List.of());
        // Figures of every group first: a measure may name those of a group that is written later.
        rule.groups().forEach(group -> groups.put(group.id(), valuation(group, none)));
        rule.groups().forEach(group -> groups.put(group.id(), valuation(group, group.definitions())));
        FactTable city = new FactTable(
                period.period(),
                new Register(List.of()),
                Set.of(),
                Map.of(),
                Map.of(),
                published.today(rule.benchmarks().stream()
                        .flatMap(each -> each.published().stream())
                        .toList()));
        this.benchmarks = Valuation.of(
                        new Definitions(Map.of(), List.copyOf(rule.benchmarks())), city, List.of(), groups)
                .benchmarks();
    }

    private Valuation valuation(Group group, Definitions definitions) {
        return Valuation.of(definitions, facts(group), judged(group), groups);
    }

    private FactTable facts(Group group) {
        FactTable facts = period.facts().get(group.id());
        if (facts == null) {
            throw new IllegalArgumentException("no figures of group " + group.id());
        }
        return facts;
    }

    /** The codes of those that are judged, in the order of the register. */
    List<String> judged(Group group) {
        return judged.getOrDefault(group.id(), List.of());
    }

    Valuation of(Group group) {
        Valuation own = groups.get(group.id());
        if (own == null) {
            throw new IllegalArgumentException("not a group: " + group.id());
        }
        return own;
    }

    /** In the order of the rule. */
    List<BenchmarkValue> benchmarks() {
        return List.copyOf(benchmarks.values());
    }

    Optional<Fraction> benchmark(String id) {
        return Optional.ofNullable(benchmarks.get(id)).flatMap(BenchmarkValue::value);
    }

    /** What a name of a condition is worth for a subject. */
    Optional<Fraction> named(Group group, String code, String name) {
        return benchmarks.containsKey(name) ? benchmark(name) : of(group).named(name, code);
    }

    /** A measure over the judged subjects that have it, as it is published. */
    Population population(Group group, String measure) {
        return Population.of(of(group).measures().getOrDefault(measure, Map.of()), judged(group));
    }

    /** What {@code mean} and {@code median} come to, rounded as the measure is, by the watch that asks. */
    Map<String, Fraction> statistics(Group group) {
        Map<String, Fraction> statistics = new LinkedHashMap<>();
        for (Watch watch : period.rule().watches(group)) {
            if (watch.bound() instanceof Reference.OfPopulation asked) {
                Definition.Measure measure = group.measure(watch.measure()).orElseThrow();
                Population population = population(group, measure.id());
                (asked.statistic() == Statistic.MEDIAN ? population.median() : population.mean())
                        .map(measure::rounded)
                        .ifPresent(value -> statistics.put(watch.id(), value));
            }
        }
        return statistics;
    }
}

package bankscore.watch.judge;

import bankscore.exact.Fraction;
import bankscore.facts.Subject;
import bankscore.rule.Definition;
import bankscore.rule.MeasureValue;
import bankscore.rule.Population;
import bankscore.watch.judge.Watched.Exempt;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.WatchScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Judges a period by a rule that watches: who is exempt, what measures and benchmarks come to, ranks, who is behind and for
 * how long, what follows, targets and indices, in the order of the rule (watch.md#judging).
 */
public final class Judge {

    private final WatchPeriod period;
    private final WatchScheme rule;
    private final Published published;
    private final Registered registered;
    private final Running running;

    private Judge(WatchPeriod period) {
        this.period = period;
        this.rule = period.rule();
        this.published = new Published(period);
        this.registered = new Registered(period);
        this.running = new Running(period);
    }

    /** What a checked period comes to. */
    public static Judgement judge(WatchPeriod period) {
        return new Judge(period).judge();
    }

    private Judgement judge() {
        Map<String, List<String>> judged = new HashMap<>();
        for (Group group : rule.groups()) {
            judged.put(
                    group.id(),
                    subjects(group).stream()
                            .filter(subject ->
                                    registered.exempt(group.id(), subject).isEmpty())
                            .map(Subject::code)
                            .toList());
        }
        Values values = new Values(period, published, judged);
        List<JudgedGroup> groups =
                rule.groups().stream().map(group -> group(group, values)).toList();
        Indices indices = new Indices(period.period(), published, period.past());
        List<IndexValue> indexValues =
                rule.indices().stream().map(indices::value).toList();
        Targets targets = new Targets(period.period().end(), published, values);
        return new Judgement(
                rule,
                period.period(),
                groups,
                values.benchmarks(),
                rule.targets().stream().map(targets::state).toList(),
                indexValues,
                new Noted(period, published, running).all(values, groups, indexValues));
    }

    private JudgedGroup group(Group group, Values values) {
        Map<String, Fraction> statistics = values.statistics(group);
        Looking looking = new Looking(group, period.period(), values, statistics, registered, running);
        Map<String, Population> populations = new HashMap<>();
        group.definitions()
                .measures()
                .forEach(measure -> populations.put(measure.id(), values.population(group, measure.id())));
        List<Watched> subjects = new ArrayList<>();
        for (Subject subject : subjects(group)) {
            Optional<Exempt> exempt = registered.exempt(group.id(), subject);
            Map<String, MeasureValue> measures = new LinkedHashMap<>();
            Map<String, Integer> ranks = new LinkedHashMap<>();
            for (Definition.Measure measure : group.definitions().measures()) {
                MeasureValue value = values.of(group).measure(measure.id(), subject.code());
                Population population = populations.get(measure.id());
                measures.put(measure.id(), value);
                if (exempt.isEmpty() && population != null) {
                    value.value().ifPresent(own -> ranks.put(measure.id(), rank(group, measure, own, population)));
                }
            }
            List<Look> looks = exempt.isPresent()
                    ? List.of()
                    : rule.watches(group).stream()
                            .map(watch -> looking.look(watch, subject))
                            .toList();
            subjects.add(new Watched(
                    group.id(),
                    subject,
                    registered.note(group.id(), subject),
                    exempt,
                    measures,
                    ranks,
                    previousRanks(group, subject),
                    looks,
                    Degrees.of(rule, group, looks)));
        }
        return new JudgedGroup(group, subjects, statistics);
    }

    private List<Subject> subjects(Group group) {
        return Optional.ofNullable(period.facts().get(group.id()))
                .map(facts -> facts.roster().subjects())
                .orElseThrow(() -> new IllegalArgumentException("no figures of group " + group.id()));
    }

    private static int rank(Group group, Definition.Measure measure, Fraction own, Population population) {
        return population.place(own, !group.lowerIsBetter().contains(measure.id()));
    }

    /** Those of the last published earlier period, whatever lies between; a measure that the rule no longer has has none. */
    private Map<String, Integer> previousRanks(Group group, Subject subject) {
        Map<String, Integer> before = period.past()
                .last()
                .map(then -> then.subjects().getOrDefault(group.id(), Map.of()).get(subject.code()))
                .map(Past.Then::ranks)
                .orElse(Map.of());
        return group.definitions().measures().stream()
                .filter(measure -> before.containsKey(measure.id()))
                .collect(Collectors.toMap(
                        Definition.Measure::id,
                        measure -> before.getOrDefault(measure.id(), 0),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}

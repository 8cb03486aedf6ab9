package bankscore.watch.scheme;

import bankscore.rule.Definition;
import bankscore.rule.Flaw;
import bankscore.rule.Reference;
import bankscore.watch.scheme.Degree.When;
import bankscore.watch.scheme.Watch.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a rule that watches says that is sound and yet worth a second look (watch.md#lint). */
public final class WatchNotes {

    private final WatchScheme rule;
    private final List<Flaw> notes = new ArrayList<>();

    private WatchNotes(WatchScheme rule) {
        this.rule = rule;
    }

    /** The notes in the order of the file; none where there is nothing to tell. */
    public static List<Flaw> of(WatchScheme rule) {
        WatchNotes found = new WatchNotes(rule);
        found.listedOnly();
        rule.watches().forEach(found::side);
        found.same();
        rule.watches().forEach(found::history);
        found.degrees();
        rule.targets().forEach(found::day);
        return List.copyOf(found.notes);
    }

    private void note(String path, String text, String code) {
        notes.add(new Flaw(path, text, code, Map.of()));
    }

    /** A group or a measure that nobody is named by. */
    private void listedOnly() {
        for (Group group : rule.groups()) {
            Set<String> asked = new TreeSet<>();
            for (Watch watch : rule.watches(group)) {
                asked.add(watch.measure());
                watch.bound().named().ifPresent(asked::add);
                watch.unless().ifPresent(unless -> asked.addAll(unless.names()));
            }
            group.definitions().measures().forEach(measure -> asked.addAll(named(measure)));
            rule.benchmarks()
                    .forEach(benchmark -> named(benchmark).stream()
                            .filter(name -> name.startsWith(group.id() + "."))
                            .forEach(name -> asked.add(name.substring(group.id().length() + 1))));
            String path = "subjects." + group.id();
            if (rule.watches(group).isEmpty()) {
                note(path, group.id(), "group_listed_only");
            } else {
                group.definitions().measures().stream()
                        .filter(measure -> !asked.contains(measure.id()))
                        .forEach(measure -> note(path + "." + measure.path(), measure.name(), "measure_listed_only"));
            }
        }
    }

    private static Set<String> named(Definition definition) {
        return definition.computed().map(formula -> formula.names()).orElse(Set.of());
    }

    /** Whoever names those who are best has one of the two the wrong way round. */
    private void side(Watch watch) {
        for (String id : watch.of()) {
            boolean lower = rule.group(id)
                    .filter(group -> group.lowerIsBetter().contains(watch.measure()))
                    .isPresent();
            if (lower == (watch.side() == Side.BELOW)) {
                note(watch.path(), watch.measure(), lower ? "best_below" : "best_above");
                return;
            }
        }
    }

    /** Two watches of one measure on one side: who meets one may meet the other, and a degree counts both. */
    private void same() {
        boolean counted = rule.degrees().stream()
                .flatMap(degree -> degree.when().whole())
                .anyMatch(when -> when instanceof When.Hits hits && hits.least() > 1);
        List<Watch> watches = rule.watches();
        for (int i = 0; i < watches.size(); i++) {
            Watch watch = watches.get(i);
            for (Watch before : watches.subList(0, i)) {
                boolean alike = before.measure().equals(watch.measure())
                        && before.side() == watch.side()
                        && before.of().stream().anyMatch(watch.of()::contains);
                boolean twice = before.bound().equals(watch.bound())
                        && before.running() == watch.running()
                        && before.grades().equals(watch.grades())
                        && before.progress() == watch.progress()
                        && before.unless().equals(watch.unless());
                if (alike && (twice || counted)) {
                    note(watch.path(), before.name(), twice ? "watch_twice" : "one_measure_counts_twice");
                }
            }
        }
    }

    /** A run of periods that history sheets cannot tell of: a new installation counts from its first result. */
    private void history(Watch watch) {
        boolean runs =
                watch.running() > 1 || hits().anyMatch(hit -> hit.watch().equals(watch.id()) && hit.running() > 1);
        boolean told = watch.bound() instanceof Reference.Fixed
                || (watch.bound() instanceof Reference.OfMeasure other
                        && watch.of().stream()
                                .allMatch(id -> rule.group(id)
                                        .flatMap(group -> group.measure(other.id()))
                                        .isPresent()));
        if (runs && !told) {
            note(watch.path(), watch.name(), "history_tells_nothing");
        }
    }

    private Stream<When.Hit> hits() {
        return rule.degrees().stream()
                .flatMap(degree -> degree.when().whole())
                .filter(When.Hit.class::isInstance)
                .map(When.Hit.class::cast);
    }

    /** A rule that has degrees and yet leaves somebody who is named without one, or offers a group what it cannot come to. */
    private void degrees() {
        if (rule.degrees().isEmpty()) {
            return;
        }
        for (Group group : rule.groups()) {
            if (rule.watches(group).isEmpty()) {
                continue;
            }
            Reach reach = new Reach(rule, group);
            if (reach.without()) {
                note("subjects." + group.id(), group.id(), "hit_without_degree");
            }
            for (int i = 0; i < rule.degrees().size(); i++) {
                Degree degree = rule.degrees().get(i);
                if (degree.of().contains(group.id()) && !reach.reached(i)) {
                    note("degrees[" + i + "]", group.id(), "degree_not_of_group");
                }
            }
        }
    }

    /** A target whose day has passed before the rule begins. */
    private void day(Target target) {
        if (target.by().filter(day -> day.isBefore(rule.from())).isPresent()) {
            note(target.path(), target.name(), "target_passed");
        }
    }
}

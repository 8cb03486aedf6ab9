package bankscore.watch.scheme;

import bankscore.exact.Fraction;
import bankscore.facts.FactTable;
import bankscore.intake.Column;
import bankscore.rule.Definitions;
import bankscore.rule.Flaw;
import bankscore.rule.Reference;
import bankscore.rule.sound.Soundness;
import bankscore.sheet.PlainText;
import bankscore.watch.scheme.Degree.When;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a rule that watches is sound: what can be proved of it before it sees a figure (watch.md#lint).
 *
 * <p>Here stands what needs the whole rule; single keys, words and names are refused while the file is read.
 */
public final class WatchFlaws {

    private final WatchScheme rule;
    private final Map<String, Map<String, Column>> columns;
    private final List<Flaw> flaws = new ArrayList<>();

    private WatchFlaws(WatchScheme rule, Map<String, Map<String, Column>> columns) {
        this.rule = rule;
        this.columns = columns;
    }

    /**
     * Everything that makes a rule unsound, in the order of the file; none if it is sound.
     *
     * @param columns the figures of each group by id
     */
    public static List<Flaw> of(WatchScheme rule, Map<String, Map<String, Column>> columns) {
        WatchFlaws found = new WatchFlaws(rule, columns);
        found.says();
        found.definitions();
        rule.watches().forEach(found::watch);
        found.degrees();
        found.exempt();
        rule.targets().forEach(found::target);
        rule.indices().forEach(found::index);
        found.units();
        found.flaws.addAll(rule.source().notCovered(rule.parameters()));
        return List.copyOf(found.flaws);
    }

    private void refuse(String path, String text, String code, Map<String, String> details) {
        flaws.add(new Flaw(path, text, code, details));
    }

    private void says() {
        if (rule.watches().isEmpty()
                && rule.targets().isEmpty()
                && rule.indices().isEmpty()) {
            refuse("scheme", rule.id(), "nothing_watched", Map.of());
        }
    }

    /** Divisors that are always 0; benchmarks that nothing is held against. What is measured is listed in any case. */
    private void definitions() {
        for (Group group : rule.groups()) {
            List<String> all = group.definitions().measures().stream()
                    .map(measure -> measure.id())
                    .toList();
            Soundness.flaws(group.definitions(), all, rule.parameters())
                    .forEach(flaw -> flaws.add(flaw.below("subjects." + group.id())));
        }
        Set<String> named = new LinkedHashSet<>();
        for (Watch watch : rule.watches()) {
            watch.bound().named().ifPresent(named::add);
            watch.unless().ifPresent(unless -> named.addAll(unless.names()));
        }
        rule.targets().forEach(target -> target.goal().named().ifPresent(named::add));
        for (Flaw flaw :
                Soundness.flaws(new Definitions(Map.of(), List.copyOf(rule.benchmarks())), named, rule.parameters())) {
            flaws.add(
                    flaw.code().equals("unused_definition")
                            ? new Flaw(flaw.path(), flaw.text(), "unused_benchmark")
                            : flaw);
        }
    }

    private void watch(Watch watch) {
        if (watch.bound().equals(new Reference.OfMeasure(watch.measure()))) {
            refuse(watch.path(), watch.measure(), "against_itself", Map.of());
        }
        if (watch.progress()) {
            watch.of().forEach(id -> rule.group(id).ifPresent(group -> progress(watch, group)));
        }
    }

    /** What is due of a year can only be held against what has come together in the year. */
    private void progress(Watch watch, Group group) {
        String path = watch.path() + ".progress";
        YearToDate inYear = new YearToDate(group, columns.getOrDefault(group.id(), Map.of()));
        if (!inYear.is(watch.measure())) {
            refuse(path, watch.measure(), "progress_not_ytd", Map.of("group", group.id()));
        }
        if (watch.bound() instanceof Reference.OfPopulation statistic) {
            refuse(path, statistic.statistic().word(), "progress_of_statistic", Map.of());
        }
        watch.bound()
                .named()
                .filter(inYear::is)
                .ifPresent(bound -> refuse(path, bound, "progress_of_ytd", Map.of("group", group.id())));
    }

    private void degrees() {
        Map<String, Reach> reaches = new HashMap<>();
        rule.groups().forEach(group -> reaches.put(group.id(), new Reach(rule, group)));
        for (int i = 0; i < rule.degrees().size(); i++) {
            int at = i;
            Degree degree = rule.degrees().get(i);
            String path = "degrees[" + i + "]";
            List<Reach> own = reaches.values().stream()
                    .filter(reach -> reach.isFor(degree))
                    .toList();
            boolean others = strangers(path, degree);
            if (!others && own.stream().noneMatch(reach -> reach.fitting(at))) {
                refuse(path, degree.name(), "degree_never", Map.of());
            } else if (!others && own.stream().noneMatch(reach -> reach.reached(at))) {
                refuse(path, degree.name(), "degree_behind", Map.of());
            }
        }
    }

    /** A watch that none of a degree's groups has never fits there. */
    private boolean strangers(String path, Degree degree) {
        Set<String> strange = new LinkedHashSet<>();
        degree.when().whole().forEach(when -> {
            if (when instanceof When.Hit hit && !degree.of().isEmpty()) {
                rule.watch(hit.watch())
                        .filter(watch -> watch.of().stream().noneMatch(degree.of()::contains))
                        .ifPresent(watch -> strange.add(watch.id()));
            }
        });
        strange.forEach(watch -> refuse(
                path,
                watch,
                "watch_of_others",
                Map.of("groups", String.join("、", degree.of()), "name", degree.name())));
        return !strange.isEmpty();
    }

    private void exempt() {
        rule.exempt().text().ifPresent(text -> {
            Set<String> seen = new HashSet<>();
            text.words().stream()
                    .filter(word -> !seen.add(PlainText.closed(word)))
                    .forEach(word -> refuse("exempt.text.one_of", word, "doubled_word", Map.of()));
        });
    }

    private void target(Target target) {
        String path = target.path();
        Optional<String> item = target.goal().named().flatMap(this::published);
        if (item.map(FactTable::itemKey)
                .filter(FactTable.itemKey(target.published())::equals)
                .isPresent()) {
            refuse(path, target.published(), "target_itself", Map.of());
        }
        target.from().ifPresent(start -> {
            Optional<LocalDate> by = target.by().filter(day -> !start.day().isBefore(day));
            by.ifPresent(day -> refuse(path + ".from.day", start.day().toString(), "path_backwards", Map.of()));
            Optional<Fraction> goal = target.goal().number();
            if (goal.filter(to -> !start.value().isLess(to)).isPresent()) {
                refuse(path + ".from.value", start.value().toString(), "start_beyond_goal", Map.of());
            }
        });
    }

    private Optional<String> published(String benchmark) {
        return rule.benchmarks().stream()
                .filter(each -> each.id().equals(benchmark))
                .findFirst()
                .flatMap(each -> each.published());
    }

    private void index(Index index) {
        Fraction sum =
                Fraction.sum(index.parts().stream().map(Index.Part::weight).toList());
        if (!sum.equals(Fraction.ONE)) {
            refuse(
                    index.path() + ".parts",
                    index.id(),
                    "not_hundred",
                    Map.of("sum", sum.times(Fraction.HUNDRED).toString()));
        }
    }

    /** One item cannot be in two units. */
    private void units() {
        Map<String, Target> seen = new HashMap<>();
        for (Target target : rule.targets()) {
            Target before = seen.putIfAbsent(FactTable.itemKey(target.published()), target);
            if (before != null && !before.unit().equals(target.unit())) {
                refuse(
                        target.path() + ".unit",
                        target.unit(),
                        "units_differ",
                        Map.of("item", target.published(), "other", before.id(), "unit", before.unit()));
            }
        }
    }
}

package bankscore.watch.say;

import bankscore.answer.PrintedNumber;
import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.rule.Definition;
import bankscore.rule.Statistic;
import bankscore.rule.say.ConditionText;
import bankscore.rule.say.FormulaText;
import bankscore.watch.scheme.Degree;
import bankscore.watch.scheme.Degree.When;
import bankscore.watch.scheme.Exemption;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Index;
import bankscore.watch.scheme.Target;
import bankscore.watch.scheme.Watch;
import bankscore.watch.scheme.WatchScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule that watches says, a sentence each, for papers and for whoever signs it. */
public final class RuleSentences {

    private static final String PERCENT = "%";

    private final WatchScheme rule;
    private final Function<Group, String> called;
    private final Words words;

    /**
     * Says a rule.
     *
     * @param called what the subjects of a group are, such as 县区
     * @param words of this application
     */
    public RuleSentences(WatchScheme rule, Function<Group, String> called, Words words) {
        this.rule = rule;
        this.called = called;
        this.words = words;
    }

    /** All of it, in the order of the file. */
    public List<String> all() {
        List<String> all = new ArrayList<>();
        rule.groups()
                .forEach(group -> group.definitions().measures().forEach(measure -> all.add(measure(group, measure))));
        rule.benchmarks().forEach(benchmark -> all.add(benchmark(benchmark)));
        rule.watches().forEach(watch -> all.add(watch(watch)));
        rule.degrees().forEach(degree -> all.add(degree(degree)));
        exemption().ifPresent(all::add);
        rule.targets().forEach(target -> all.add(target(target)));
        rule.indices().forEach(index -> all.add(index(index)));
        return all;
    }

    /** How a measure is computed. */
    public String measure(Group group, Definition.Measure measure) {
        return words.text(
                "rule.measure",
                "group",
                called.apply(group),
                "name",
                measure.name(),
                "formula",
                FormulaText.named(words, id -> name(Optional.of(group), id)).of(measure.formula()),
                "unit",
                measure.unit().isEmpty() ? "" : words.text("rule.unit", "unit", measure.unit()),
                "round",
                decimals(measure),
                "better",
                group.lowerIsBetter().contains(measure.id()) ? words.text("rule.lower") : "");
    }

    private String decimals(Definition definition) {
        return definition
                .rounding()
                .map(to -> words.text("rule.round", "decimals", to.decimals()))
                .orElse("");
    }

    /** Where a benchmark comes from. */
    public String benchmark(Definition.Benchmark benchmark) {
        Optional<String> formula = benchmark
                .computed()
                .map(tree -> FormulaText.named(words, id -> name(Optional.empty(), id))
                        .of(tree));
        Optional<String> computed = formula.map(text -> words.text(
                "rule.computed",
                "formula",
                text,
                "over",
                words.text("rule.over." + benchmark.over().name()),
                "round",
                decimals(benchmark)));
        String source = benchmark
                .published()
                .map(item -> words.text("rule.published", "item", item)
                        + computed.map(text -> words.text("rule.else", "computed", text))
                                .orElse(""))
                .orElse(computed.orElse(""));
        return words.text("rule.benchmark", "name", benchmark.name(), "source", source);
    }

    /** Whom a watch finds. */
    public String watch(Watch watch) {
        Group group = rule.group(watch.of().get(0)).orElseThrow();
        String unit = unit(group, watch);
        return words.text(
                "rule.watch",
                "groups",
                groups(watch.of()),
                "measure",
                name(Optional.of(group), watch.measure()),
                "running",
                watch.running() > 1 ? words.text("rule.running", "count", watch.running()) : "",
                "side",
                side(watch),
                "bound",
                due(
                        watch,
                        "rule.progress.how",
                        held(group, watch, watch.of().size() > 1 ? words.text("rule.own") : each(group))),
                "grades",
                grades(watch, unit),
                "unless",
                watch.unless()
                        .map(condition -> words.text(
                                "rule.unless", "condition", condition(group).of(condition)))
                        .orElse(""),
                "name",
                watch.name());
    }

    /** The side on which it is hit: 低于, 高于; where equality suffices 不高于, 不低于. */
    public String side(Watch watch) {
        boolean below = watch.side() == Watch.Side.BELOW;
        return words.text(
                isAtZero(watch)
                        ? below ? "comparison.AT_MOST" : "comparison.AT_LEAST"
                        : "comparison." + watch.side().name());
    }

    /** Whether equality suffices and nothing else is asked. */
    private static boolean isAtZero(Watch watch) {
        return watch.grades().equals(List.of(Fraction.ZERO));
    }

    /** What a subject of a group is held against: a number with its unit, or a name. */
    public String bound(Group group, Watch watch) {
        return due(watch, "rule.progress", held(group, watch, each(group)));
    }

    /** @param whose of whom a statistic is */
    private String held(Group group, Watch watch, String whose) {
        return watch.bound()
                .read(new BoundText(
                        unit(group, watch),
                        id -> name(Optional.of(group), id),
                        statistic -> words.text("rule.population", "whose", whose, "statistic", statistic(statistic))));
    }

    private String statistic(Statistic statistic) {
        return words.text("statistic." + statistic.name());
    }

    private String due(Watch watch, String key, String bound) {
        return watch.progress() ? words.text(key, "bound", bound) : bound;
    }

    private String each(Group group) {
        return words.text("rule.each", "group", called.apply(group));
    }

    private static String unit(Group group, Watch watch) {
        return group.measure(watch.measure()).map(Definition.Measure::unit).orElse("");
    }

    /** What differences in a unit are: those of percentages are points. */
    public String points(String unit) {
        return unit.equals(PERCENT) ? words.text("rule.points") : unit;
    }

    private String grades(Watch watch, String unit) {
        if (watch.grades().isEmpty() || isAtZero(watch)) {
            return "";
        }
        List<String> gaps = watch.grades().stream()
                .map(least -> PrintedNumber.value(least) + points(unit))
                .toList();
        if (gaps.size() == 1) {
            return words.text("rule.gap", "gap", gaps.get(0));
        }
        List<String> each = new ArrayList<>();
        for (int i = 0; i < gaps.size(); i++) {
            each.add(words.text("rule.grade", "gap", gaps.get(i), "grade", i + 1));
        }
        return words.text("rule.grades", "grades", String.join(words.text("rule.comma"), each));
    }

    private ConditionText condition(Group group) {
        return new ConditionText(
                words,
                id -> name(Optional.of(group), id),
                id -> group.measure(id).map(Definition.Measure::unit).orElse(""));
    }

    /** What follows, and when. */
    public String degree(Degree degree) {
        return words.text(
                "rule.degree",
                "groups",
                degree.of().isEmpty() ? words.text("rule.everybody") : groups(degree.of()),
                "when",
                when(degree.when()),
                "name",
                degree.name());
    }

    private String when(When when) {
        if (when instanceof When.Hits hits) {
            return words.text("rule.hits", "count", hits.least());
        }
        if (when instanceof When.Hit hit) {
            return words.text(
                    "rule.hit",
                    "watch",
                    rule.watch(hit.watch()).map(Watch::name).orElse(hit.watch()),
                    "grade",
                    hit.grade() > 1 ? words.text("rule.hit.grade", "grade", hit.grade()) : "",
                    "running",
                    hit.running() > 1 ? words.text("rule.hit.running", "count", hit.running()) : "");
        }
        if (when instanceof When.Not not) {
            return words.text("condition.not", "condition", when(not.part()));
        }
        return when instanceof When.All all
                ? joined("condition.all", all.parts())
                : joined("condition.any", ((When.Any) when).parts());
    }

    /** Parts that join others themselves stand in parentheses. */
    private String joined(String key, List<When> parts) {
        return parts.stream()
                .map(part -> {
                    boolean joins = parts.size() > 1 && (part instanceof When.All || part instanceof When.Any);
                    return joins ? words.text("condition.part", "condition", when(part)) : when(part);
                })
                .collect(Collectors.joining(words.text(key)));
    }

    /** Who is listed and not judged; nothing where the rule has nobody to judge. */
    public Optional<String> exemption() {
        if (rule.groups().isEmpty()) {
            return Optional.empty();
        }
        Exemption exempt = rule.exempt();
        String reasons = Stream.of(
                        Optional.of(words.text("rule.exempt.assessed")),
                        exempt.monthsOpen().map(months -> words.text("rule.exempt.months", "months", months)),
                        exempt.text()
                                .map(text -> words.text(
                                        "rule.exempt.text",
                                        "column",
                                        name(Optional.empty(), text.column()),
                                        "words",
                                        String.join(words.text("rule.or"), text.words()))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(words.text("rule.semicolon")));
        return Optional.of(words.text("rule.exempt", "reasons", reasons));
    }

    /** What is to be reached by when, and how the path to it runs. */
    public String target(Target target) {
        String key = "rule.target." + (target.yearly() ? "yearly" : target.by().isPresent() ? "by" : "open");
        return words.text(
                key,
                "name",
                target.name(),
                "item",
                target.published(),
                "day",
                target.by().map(words::date).orElse(""),
                "comparison",
                words.text(target.strictly() ? "comparison.ABOVE" : "comparison.AT_LEAST"),
                "goal",
                target.goal().read(new BoundText(target.unit(), id -> name(Optional.empty(), id), this::statistic)),
                "from",
                target.from()
                        .map(start -> words.text(
                                "rule.target.from",
                                "day",
                                words.date(start.day()),
                                "value",
                                PrintedNumber.value(start.value()) + target.unit()))
                        .orElse(""));
    }

    /** What an index is made of. */
    public String index(Index index) {
        return words.text(
                "rule.index",
                "name",
                index.name(),
                "year",
                index.base().year(),
                "quarter",
                words.text("letter.quarter." + index.base().quarter()),
                "base",
                PrintedNumber.value(index.baseValue()),
                "parts",
                index.parts().stream()
                        .map(part -> part.published()
                                + PrintedNumber.value(part.weight().times(Fraction.HUNDRED))
                                + PERCENT)
                        .collect(Collectors.joining(words.text("condition.names"))),
                "decimals",
                index.rounding().decimals());
    }

    private String groups(List<String> ids) {
        return ids.stream()
                .flatMap(id -> rule.group(id).stream())
                .map(called)
                .collect(Collectors.joining(words.text("condition.names")));
    }

    /** What readers call a measure of a group, a benchmark or a column; {@code group.id} names another group's. */
    private String name(Optional<Group> group, String id) {
        int point = id.indexOf('.');
        Optional<Group> other = point < 0 ? Optional.empty() : rule.group(id.substring(0, point));
        if (other.isPresent()) {
            return words.text(
                    "rule.of", "group", called.apply(other.get()), "name", name(other, id.substring(point + 1)));
        }
        return group.flatMap(own -> own.measure(id))
                .map(Definition.Measure::name)
                .or(() -> rule.benchmarks().stream()
                        .filter(benchmark -> benchmark.id().equals(id))
                        .map(Definition.Benchmark::name)
                        .findFirst())
                .or(() -> Optional.ofNullable(rule.reads().columnNames().get(id)))
                .orElse(id);
    }
}

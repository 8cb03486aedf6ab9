package bankscore.watch.say;

import bankscore.answer.PrintedNumber;
import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.rule.Definition;
import bankscore.rule.Mark;
import bankscore.rule.Parameter;
import bankscore.rule.say.ConditionText;
import bankscore.rule.say.FormulaText;
import bankscore.watch.scheme.Degree;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Index;
import bankscore.watch.scheme.Target;
import bankscore.watch.scheme.Watch;
import bankscore.watch.scheme.WatchScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a rule that watches says, a line for each thing it names. */
public final class RuleText {

    private final Report report;
    private final WatchScheme rule;
    private final Words words;

    /** @param words those of watching */
    public RuleText(Report report, Words words) {
        this.report = report;
        this.rule = report.rule();
        this.words = words;
    }

    /** A thing that the rule names, and what it says of it. */
    public record Line(String name, String clause, Mark mark, String text) {}

    /** All of it, in the order of the rule. */
    public List<Line> all() {
        List<Line> lines = new ArrayList<>();
        for (Group group : rule.groups()) {
            FormulaText formulas = FormulaText.named(words, id -> report.name(group, id));
            group.definitions()
                    .measures()
                    .forEach(measure -> lines.add(new Line(
                            of(group, measure.name()),
                            measure.clause(),
                            measure.mark(),
                            measure.of().isPresent() ? "" : formulas.of(measure.formula()))));
        }
        rule.benchmarks().forEach(benchmark -> lines.add(benchmark(benchmark)));
        for (Watch watch : rule.watches()) {
            groups(watch.of())
                    .forEach(group -> lines.add(new Line(
                            of(group, watch.name()),
                            watch.clause(),
                            watch.mark(),
                            new WatchText(report, words).of(group, watch))));
        }
        rule.degrees()
                .forEach(degree -> lines.add(new Line(degree.name(), degree.clause(), degree.mark(), degree(degree))));
        rule.targets()
                .forEach(target -> lines.add(new Line(target.name(), target.clause(), target.mark(), target(target))));
        rule.indices().forEach(index -> lines.add(new Line(index.name(), index.clause(), index.mark(), index(index))));
        return lines;
    }

    /** What is not the document's own word: read or assumed. */
    public List<Line> uncertain() {
        List<Line> lines = new ArrayList<>(
                all().stream().filter(line -> line.mark() != Mark.TEXT).toList());
        rule.targets().forEach(target -> target.from()
                .filter(start -> start.mark() != Mark.TEXT)
                .ifPresent(start -> lines.add(new Line(target.name(), target.clause(), start.mark(), start(target, start)))));
        exempt().ifPresent(lines::add);
        return lines;
    }

    /** Who is listed and not judged, with the mark of its parameters. */
    private Optional<Line> exempt() {
        return rule.parameters().stream()
                .filter(parameter -> parameter.isWithin("exempt") && parameter.mark() != Mark.TEXT)
                .findFirst()
                .map(parameter -> new Line(
                        words.text("text.exempt.name"), parameter.clause(), parameter.mark(), exemptions()));
    }

    private String exemptions() {
        List<String> all = new ArrayList<>();
        rule.exempt().monthsOpen().ifPresent(months -> all.add(words.text("text.exempt.months", "months", months)));
        rule.exempt()
                .text()
                .ifPresent(text -> all.add(new ConditionText(words, id -> report.columnName(id), id -> "").of(text)));
        return words.text("text.exempt", "cases", String.join(words.text("letter.join"), all));
    }

    private String of(Group group, String name) {
        return words.text("text.of", "group", report.called(group, words), "name", name);
    }

    private List<Group> groups(List<String> ids) {
        return ids.stream().flatMap(id -> rule.group(id).stream()).toList();
    }

    private Line benchmark(Definition.Benchmark benchmark) {
        List<String> how = new ArrayList<>();
        benchmark.published().ifPresent(item -> how.add(words.text("text.published", "item", item)));
        benchmark
                .computed()
                .ifPresent(formula -> how.add(words.text(
                        how.isEmpty() ? "text.computed" : "text.computed.else",
                        "formula",
                        FormulaText.named(words, this::name).of(formula))));
        return new Line(benchmark.name(), benchmark.clause(), benchmark.mark(), String.join("", how));
    }

    /** {@code group.id} with whose it is. */
    private String name(String id) {
        int point = id.indexOf('.');
        return rule.group(point < 0 ? "" : id.substring(0, point))
                .map(group -> of(group, report.name(group, id.substring(point + 1))))
                .orElseGet(() -> rule.benchmarks().stream()
                        .filter(each -> each.id().equals(id))
                        .map(Definition.Benchmark::name)
                        .findFirst()
                        .orElse(id));
    }

    private String degree(Degree degree) {
        List<Group> of = degree.of().isEmpty() ? rule.groups() : groups(degree.of());
        return words.text(
                "text.degree",
                "groups",
                of.stream().map(group -> report.called(group, words)).collect(Collectors.joining(words.text("letter.join"))),
                "when",
                when(degree.when()));
    }

    private String when(Degree.When when) {
        if (when instanceof Degree.When.Hits hits) {
            return words.text("text.when.hits", "count", hits.least());
        }
        if (when instanceof Degree.When.Hit hit) {
            return words.text(
                    "text.when.hit",
                    "watch",
                    rule.watch(hit.watch()).map(Watch::name).orElse(hit.watch()),
                    "grade",
                    hit.grade() == 1 ? "" : words.text("text.when.grade", "grade", hit.grade()),
                    "running",
                    hit.running() == 1 ? "" : words.text("text.running", "count", hit.running()));
        }
        if (when instanceof Degree.When.Not not) {
            return words.text("text.when.not", "part", when(not.part()));
        }
        boolean all = when instanceof Degree.When.All;
        List<Degree.When> parts =
                when instanceof Degree.When.All every ? every.parts() : ((Degree.When.Any) when).parts();
        return parts.stream().map(this::when).collect(Collectors.joining(words.text(all ? "text.when.all" : "text.when.any")));
    }

    private String target(Target target) {
        String goal = target.goal()
                .number()
                .map(number -> PrintedNumber.value(number) + target.unit())
                .orElseGet(() -> name(target.goal().named().orElse("")));
        return words.text(
                "text.target",
                "item",
                target.published(),
                "comparison",
                words.text(target.strictly() ? "comparison.ABOVE" : "comparison.AT_LEAST"),
                "goal",
                goal,
                "by",
                target.yearly()
                        ? words.text("text.target.yearly")
                        : target.by()
                                .map(day -> words.text("text.target.by", "day", words.date(day)))
                                .orElseGet(() -> words.text("text.target.open")),
                "start",
                target.from().map(start -> start(target, start)).orElse(""));
    }

    private String start(Target target, Target.Start start) {
        return words.text(
                "text.target.start",
                "day",
                words.date(start.day()),
                "value",
                PrintedNumber.value(start.value()) + target.unit());
    }

    private String index(Index index) {
        return words.text(
                "text.index",
                "base",
                index.base(),
                "value",
                PrintedNumber.value(index.baseValue()),
                "parts",
                index.parts().stream()
                        .map(part -> words.text(
                                "text.index.part",
                                "item",
                                part.published(),
                                "weight",
                                PrintedNumber.value(part.weight().times(Fraction.HUNDRED))))
                        .collect(Collectors.joining(words.text("letter.join"))));
    }

    /** What a parameter is about. */
    public String belongs(Parameter parameter) {
        for (Group group : rule.groups()) {
            for (Definition.Measure measure : group.definitions().measures()) {
                if (parameter.isWithin("subjects." + group.id() + "." + measure.path())) {
                    return of(group, measure.name());
                }
            }
        }
        return rule.benchmarks().stream()
                .filter(each -> parameter.isWithin(each.path()))
                .map(Definition.Benchmark::name)
                .findFirst()
                .or(() -> rule.watches().stream()
                        .filter(each -> parameter.isWithin(each.path()))
                        .map(Watch::name)
                        .findFirst())
                .or(() -> rule.targets().stream()
                        .filter(each -> parameter.isWithin(each.path()))
                        .map(Target::name)
                        .findFirst())
                .or(() -> rule.indices().stream()
                        .filter(each -> parameter.isWithin(each.path()))
                        .map(Index::name)
                        .findFirst())
                .orElse(parameter.isWithin("exempt") ? words.text("text.exempt.name") : "");
    }
}

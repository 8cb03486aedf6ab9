package bankscore.watch.say;

import bankscore.finding.Words;
import bankscore.rule.Definition;
import bankscore.rule.Mark;
import bankscore.rule.Parameter;
import bankscore.rule.say.RuleClause;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Index;
import bankscore.watch.scheme.Target;
import bankscore.watch.scheme.Watch;
import bankscore.watch.scheme.WatchScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a rule that watches says, a line for each thing it names. */
public final class RuleText {

    private final WatchScheme rule;
    private final Function<Group, String> called;
    private final Words words;
    private final RuleSentences sentences;

    /** @param words those of watching */
    public RuleText(Report report, Words words) {
        this(report.rule(), group -> report.called(group, words), words);
    }

    /**
     * Of a rule by which nothing need have been published.
     *
     * @param called what the subjects of a group are, such as 县区
     * @param words those of watching
     */
    public RuleText(WatchScheme rule, Function<Group, String> called, Words words) {
        this.rule = rule;
        this.called = called;
        this.words = words;
        this.sentences = new RuleSentences(rule, called, words);
    }

    /** All of it, in the order of the rule. */
    public List<RuleClause> all() {
        List<RuleClause> lines = new ArrayList<>();
        for (Group group : rule.groups()) {
            group.definitions()
                    .measures()
                    .forEach(measure -> lines.add(new RuleClause(
                            of(group, measure.name()),
                            measure.clause(),
                            measure.mark(),
                            sentences.measure(group, measure))));
        }
        rule.benchmarks().forEach(each -> lines.add(line(each, sentences.benchmark(each))));
        rule.watches()
                .forEach(each ->
                        lines.add(new RuleClause(each.name(), each.clause(), each.mark(), sentences.watch(each))));
        rule.degrees()
                .forEach(each ->
                        lines.add(new RuleClause(each.name(), each.clause(), each.mark(), sentences.degree(each))));
        exempt().ifPresent(lines::add);
        rule.targets()
                .forEach(each ->
                        lines.add(new RuleClause(each.name(), each.clause(), each.mark(), sentences.target(each))));
        rule.indices()
                .forEach(each ->
                        lines.add(new RuleClause(each.name(), each.clause(), each.mark(), sentences.index(each))));
        return lines;
    }

    private static RuleClause line(Definition definition, String text) {
        return new RuleClause(definition.name(), definition.clause(), definition.mark(), text);
    }

    /** What is not the document's own word: read or assumed. */
    public List<RuleClause> uncertain() {
        List<RuleClause> lines = new ArrayList<>(
                all().stream().filter(line -> line.mark() != Mark.TEXT).toList());
        rule.targets()
                .forEach(target -> target.from()
                        .filter(start -> start.mark() != Mark.TEXT && target.mark() == Mark.TEXT)
                        .ifPresent(start -> lines.add(new RuleClause(
                                target.name(), target.clause(), start.mark(), sentences.target(target)))));
        return lines;
    }

    /** Who is listed and not judged, with the mark of its parameters. */
    private Optional<RuleClause> exempt() {
        return rule.parameters().stream()
                .filter(parameter -> parameter.isWithin("exempt"))
                .findFirst()
                .flatMap(parameter -> sentences
                        .exemption()
                        .map(text -> new RuleClause(
                                words.text("text.exempt.name"), parameter.clause(), parameter.mark(), text)));
    }

    private String of(Group group, String name) {
        return words.text("rule.of", "group", called.apply(group), "name", name);
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

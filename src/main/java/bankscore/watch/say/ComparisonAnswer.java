package bankscore.watch.say;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.answer.Answer.Section;
import bankscore.finding.Words;
import bankscore.intake.change.ChangedValue;
import bankscore.paper.ChangeSentence;
import bankscore.rule.BenchmarkValue;
import bankscore.watch.judge.Difference;
import bankscore.watch.judge.IndexValue;
import bankscore.watch.judge.JudgedGroup;
import bankscore.watch.judge.TargetState;
import bankscore.watch.judge.Watched;
import bankscore.watch.scheme.Degree;
import bankscore.watch.scheme.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison on the screen: who is judged otherwise and why, how many are named, targets, benchmarks and indices. */
public final class ComparisonAnswer {

    private final Comparison comparison;
    private final Words words;

    private ComparisonAnswer(Comparison comparison, Words words) {
        this.comparison = comparison;
        this.words = words;
    }

    /**
     * Two notices side by side.
     *
     * @param unpublished ids of versions of the rule by which nothing was published
     * @param words those of watching
     */
    public static Answer of(Comparison comparison, List<String> unpublished, Words words) {
        ComparisonAnswer answer = new ComparisonAnswer(comparison, words);
        Set<String> beside = new LinkedHashSet<>();
        unpublished.forEach(scheme -> beside.add(
                words.text("compare.unpublished", "period", comparison.after().period(), "scheme", scheme)));
        Stream.of(comparison.before(), comparison.after())
                .forEach(report -> report.approvalLine(words).ifPresent(beside::add));
        List<Section> sections = new ArrayList<>();
        if (!beside.isEmpty()) {
            sections.add(new Section(
                    words.text("compare.beside"),
                    beside.stream().<Piece>map(Piece.Line::new).toList()));
        }
        sections.addAll(answer.sections());
        return new Answer(
                words.text(
                        "compare.title",
                        "before",
                        name(comparison.before(), words),
                        "after",
                        name(comparison.after(), words)),
                "",
                sections);
    }

    /**
     * A published notice, and what it would be with something otherwise.
     *
     * @param words those of watching
     */
    public static Answer simulated(Comparison comparison, List<ChangedValue> changes, Words words) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(words.text("simulation.changes"), ChangeSentence.of(changes, words)));
        sections.addAll(new ComparisonAnswer(comparison, words).sections());
        Report before = comparison.before();
        return new Answer(
                words.text(
                        "simulation.title",
                        "period",
                        before.period(),
                        "revision",
                        before.run().revision(),
                        "code",
                        before.run().code()),
                "",
                sections);
    }

    /** One side: period, revision, and by which version of the rule. */
    public static String name(Report report, Words words) {
        return words.text(
                "compare.side",
                "period",
                report.period(words),
                "revision",
                report.run().revision(),
                "scheme",
                report.rule().title(),
                "id",
                report.rule().id());
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (!comparison.after().rule().groups().isEmpty()
                || !comparison.before().rule().groups().isEmpty()) {
            sections.add(new Section(words.text("compare.subjects"), List.of(subjects())));
            sections.add(new Section(words.text("compare.counts"), List.of(counts())));
        }
        values("compare.benchmarks", this::benchmarks).ifPresent(sections::add);
        values("compare.targets", this::targets).ifPresent(sections::add);
        values("compare.indices", this::indices).ifPresent(sections::add);
        return sections;
    }

    private Piece table(String heads, List<List<String>> rows) {
        return new Piece.Table(List.of(words.text(heads).split("\\|", -1)), rows);
    }

    private Piece subjects() {
        List<List<String>> rows = rows(comparison, words);
        return rows.isEmpty() ? new Piece.Line(words.text("compare.same")) : table("compare.subjects.heads", rows);
    }

    /** Who is judged otherwise: register, name, what was said before and after, and why. */
    public static List<List<String>> rows(Comparison comparison, Words words) {
        return comparison.subjects().stream()
                .map(each -> List.of(
                        called(comparison, each, words),
                        each.subject().name(),
                        said(each.before(), words),
                        said(each.after(), words),
                        each.causes().stream()
                                .map(cause -> words.text("compare.cause." + cause))
                                .collect(Collectors.joining(words.text("letter.join")))))
                .toList();
    }

    private static String called(Comparison comparison, Difference each, Words words) {
        return Stream.of(comparison.after(), comparison.before())
                .flatMap(report -> report.rule().group(each.group()).stream().map(group -> report.called(group, words)))
                .findFirst()
                .orElse(each.group());
    }

    private static String said(Optional<Watched> subject, Words words) {
        if (subject.isEmpty()) {
            return words.text("compare.nobody");
        }
        Watched own = subject.get();
        if (own.exempt().isPresent()) {
            return words.text(
                    "compare.exempt", "reason", Figures.exempt(own.exempt().get(), words));
        }
        if (own.hits().isEmpty()) {
            return words.text("answer.clear");
        }
        return words.text(
                "compare.named",
                "watches",
                own.hits().stream()
                        .map(look -> WatchText.named(look, words))
                        .collect(Collectors.joining(words.text("letter.join"))),
                "degree",
                own.degree().map(Degree::name).orElseGet(() -> words.text("book.none")));
    }

    private Piece counts() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Report report : List.of(comparison.after(), comparison.before())) {
            for (JudgedGroup judged : report.judgement().groups()) {
                Group group = judged.group();
                rows.putIfAbsent(
                        group.id(),
                        List.of(
                                report.called(group, words),
                                named(comparison.before(), group.id()),
                                named(comparison.after(), group.id())));
            }
        }
        return table("compare.counts.heads", List.copyOf(rows.values()));
    }

    private static String named(Report report, String group) {
        return Long.toString(report.judgement()
                .named()
                .filter(each -> each.group().equals(group))
                .count());
    }

    /** What both say of each thing; absent where neither has any. */
    private Optional<Section> values(String key, Function<Report, Map<String, String>> said) {
        Map<String, String> before = said.apply(comparison.before());
        Map<String, String> after = said.apply(comparison.after());
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        String none = words.text("book.none");
        List<List<String>> rows = names.stream()
                .map(name -> List.of(name, before.getOrDefault(name, none), after.getOrDefault(name, none)))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(words.text(key), List.of(table("compare.values.heads", rows))));
    }

    private Map<String, String> benchmarks(Report report) {
        Map<String, String> said = new LinkedHashMap<>();
        for (BenchmarkValue value : report.judgement().benchmarks()) {
            said.put(value.benchmark().name(), value.printed().orElseGet(() -> words.text("book.none")));
        }
        return said;
    }

    private Map<String, String> targets(Report report) {
        Map<String, String> said = new LinkedHashMap<>();
        for (TargetState state : report.judgement().targets()) {
            said.put(
                    state.target().name(),
                    words.text(
                            "compare.target",
                            "state",
                            Figures.state(state, words),
                            "value",
                            state.value()
                                    .map(value -> Figures.asGiven(value)
                                            + state.target().unit())
                                    .orElseGet(() -> words.text("book.none")),
                            "goal",
                            state.goal()
                                    .map(goal -> Figures.reference(
                                                    report.judgement(),
                                                    state.target().goal(),
                                                    goal)
                                            + state.target().unit())
                                    .orElseGet(() -> words.text("book.none"))));
        }
        return said;
    }

    private Map<String, String> indices(Report report) {
        Map<String, String> said = new LinkedHashMap<>();
        for (IndexValue index : report.judgement().indices()) {
            said.put(
                    index.index().name(),
                    index.value()
                            .map(value -> index.index().rounding().text(value))
                            .orElseGet(() -> words.text("book.none")));
        }
        return said;
    }
}

package bankscore.watch.say;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.answer.Answer.Section;
import bankscore.answer.PrintedNumber;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Figure;
import bankscore.facts.Nearest;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import bankscore.rule.Definition;
import bankscore.rule.MeasureValue;
import bankscore.rule.say.MeasureSentence;
import bankscore.run.questions.AnswerPages.Page;
import bankscore.sheet.Place;
import bankscore.sheet.PlainText;
import bankscore.watch.judge.JudgedGroup;
import bankscore.watch.judge.Look;
import bankscore.watch.judge.Watched;
import bankscore.watch.scheme.Degree;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Watch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a subject is named or not, since when, what follows, and what would have to be otherwise (watch.md#explain): for the
 * screen and for a page that is sent to it, without anybody else's name or figure.
 */
public final class SubjectAnswers {

    private final Report report;
    private final Words words;
    private final WatchText text;
    private final RuleSentences rule;
    private final WayOutText wayOut;

    /** @param words those of watching */
    public SubjectAnswers(Report report, Words words) {
        this.report = report;
        this.words = words;
        this.text = new WatchText(report, words);
        this.rule = new RuleSentences(report.rule(), group -> report.called(group, words), words);
        this.wayOut = new WayOutText(report, words, rule);
    }

    /**
     * Gives the answers to whoever asks, in the order of the groups and registers, one for each subject that is meant.
     *
     * @param asked a code or name; absent: everybody is meant
     */
    public void each(Optional<String> asked, Consumer<Page> to) {
        Predicate<Subject> meant = meant(asked);
        for (JudgedGroup group : report.judgement().groups()) {
            group.subjects().stream()
                    .filter(each -> meant.test(each.subject()))
                    .forEach(each -> to.accept(
                            new Page(each.subject().code(), each.subject().name(), answer(group.group(), each))));
        }
    }

    /** Whether anybody is meant. */
    public boolean knows(Optional<String> asked) {
        return report.judgement().groups().stream()
                .flatMap(group -> group.subjects().stream())
                .map(Watched::subject)
                .anyMatch(meant(asked));
    }

    private static Predicate<Subject> meant(Optional<String> asked) {
        if (asked.isEmpty()) {
            return subject -> true;
        }
        String wanted = PlainText.closed(asked.get());
        return subject -> spellings(subject)
                .anyMatch(spelling -> PlainText.closed(spelling).equals(wanted));
    }

    /** The subjects with the most similar names. */
    public String nearest(String asked) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        report.judgement().groups().stream()
                .flatMap(group -> group.subjects().stream())
                .map(Watched::subject)
                .forEach(subject ->
                        names.putIfAbsent(subject.name(), spellings(subject).toList()));
        return Nearest.to(asked, names, words.text("word.none"));
    }

    private static Stream<String> spellings(Subject subject) {
        return Stream.concat(Stream.of(subject.code(), subject.name(), subject.shortName()), subject.aliases().stream())
                .filter(spelling -> !spelling.isEmpty());
    }

    private Answer answer(Group group, Watched subject) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(words.text("answer.result"), result(subject)));
        if (!subject.looks().isEmpty()) {
            sections.add(new Section(
                    words.text("answer.watches"),
                    subject.looks().stream()
                            .<Piece>map(look -> entry(group, subject, look))
                            .toList()));
        }
        sections.add(new Section(words.text("answer.measures"), List.of(measures(group, subject))));
        sections.add(new Section(
                words.text("answer.basis"),
                List.of(new Piece.Line(words.text(
                        "answer.basis.text",
                        "document",
                        report.rule().source().document(),
                        "number",
                        report.rule().source().number().isEmpty()
                                ? ""
                                : words.text(
                                        "answer.basis.number",
                                        "number",
                                        report.rule().source().number()))))));
        return new Answer(
                words.text("answer.title", "name", subject.subject().name(), "period", report.period(words)),
                words.text(
                        "answer.subtitle",
                        "period",
                        report.period(words),
                        "revision",
                        report.run().revision(),
                        "code",
                        report.run().code()),
                sections);
    }

    /** Whether it is named, and what follows by which clause. */
    private List<Piece> result(Watched subject) {
        if (subject.exempt().isPresent()) {
            return List.of(new Piece.Line(words.text(
                    "answer.exempt", "reason", Figures.exempt(subject.exempt().get(), words))));
        }
        List<Look> hits = subject.hits();
        if (hits.isEmpty()) {
            return List.of(new Piece.Line(words.text("answer.nothing")));
        }
        List<Piece> lines = new ArrayList<>();
        lines.add(new Piece.Line(words.text(
                "answer.named",
                "count",
                hits.size(),
                "watches",
                hits.stream()
                        .map(look -> look.watch().name())
                        .collect(Collectors.joining(words.text("letter.join"))))));
        lines.add(new Piece.Line(subject.degree().map(this::degree).orElseGet(() -> words.text("answer.degree.none"))));
        if (hits.size() > 1) {
            lines.add(new Piece.Line(words.text("answer.several", "count", hits.size())));
        }
        return lines;
    }

    private String degree(Degree degree) {
        return words.text(
                "answer.degree",
                "degree",
                degree.name(),
                "clause",
                report.clause(degree.clause(), words),
                "mark",
                words.text("mark." + degree.mark()),
                "rule",
                rule.degree(degree));
    }

    private Piece entry(Group group, Watched subject, Look look) {
        Watch watch = look.watch();
        MeasureValue measure =
                Optional.ofNullable(subject.measures().get(watch.measure())).orElseThrow();
        List<String> lines = new ArrayList<>();
        lines.add(words.text("answer.rule", "rule", rule.watch(watch)));
        lines.add(words.text("answer.working", "explanation", new MeasureSentence(words).of(measure)));
        lines.addAll(figures(group, subject, look, measure));
        lines.add(words.text("answer.found", "found", found(group, look)));
        if (look.grade() > 0) {
            lines.add(words.text("answer.since", "since", since(look)));
        }
        if (look.spared()) {
            lines.add(words.text("answer.spared"));
        } else if (look.grade() > 0 && !look.hit()) {
            lines.add(words.text("answer.short", "running", look.running(), "needed", watch.running()));
        }
        if (look.hit()) {
            lines.addAll(wayOut.of(group, subject, look));
        }
        return new Piece.Entry(
                watch.name(),
                words.text(look.hit() ? "answer.hit" : look.gap().isEmpty() ? "answer.unknown" : "answer.clear"),
                words.text(
                        "answer.clause",
                        "clause",
                        report.clause(watch.clause(), words),
                        "mark",
                        words.text("mark." + watch.mark())),
                lines);
    }

    /** The figures of the measure and of what it is held against, each with its cell. */
    private List<String> figures(Group group, Watched subject, Look look, MeasureValue measure) {
        List<String> lines = new ArrayList<>();
        Stream.concat(measure.inputs().stream().map(MeasureValue.Input::name), look.watch().bound().named().stream())
                .distinct()
                .flatMap(column -> figure(group, subject, column).stream())
                .forEach(figure -> lines.add(words.text(
                        "answer.figure",
                        "name",
                        report.columnName(figure.column()),
                        "value",
                        PrintedNumber.figure(figure.value()),
                        "unit",
                        unit(figure.column()),
                        "place",
                        figure.place())));
        look.watch()
                .bound()
                .named()
                .flatMap(report.judgement()::benchmark)
                .filter(value -> !value.place().equals(Place.NONE))
                .ifPresent(value -> lines.add(words.text(
                        "answer.figure",
                        "name",
                        value.benchmark().name(),
                        "value",
                        value.printed().orElse(""),
                        "unit",
                        measure.measure().unit(),
                        "place",
                        value.place())));
        return lines;
    }

    private Optional<Figure> figure(Group group, Watched subject, String column) {
        return Optional.ofNullable(report.input().facts().get(group.id()))
                .flatMap(facts -> facts.figure(column, subject.subject().code()));
    }

    private String unit(String column) {
        return Optional.ofNullable(report.columns().get(column))
                .map(each -> each.unit())
                .orElse("");
    }

    /** The value against its bound, or why nothing can be said. */
    private String found(Group group, Look look) {
        Definition.Measure measure = group.measure(look.watch().measure()).orElseThrow();
        if (look.value().isEmpty()) {
            return words.text("answer.valueless", "measure", measure.name());
        }
        if (look.bound().isEmpty()) {
            return words.text("answer.boundless", "bound", rule.bound(group, look.watch()));
        }
        if (look.grade() > 0) {
            String found = text.found(group, look);
            return look.watch().grades().size() > 1
                    ? words.text("answer.graded", "found", found, "grade", look.grade())
                    : found;
        }
        Figures figures = new Figures(report.judgement(), group);
        String against = figures.bound(look)
                .filter(bound -> look.watch().bound().number().isEmpty())
                .map(bound -> words.text("answer.against", "bound", WatchText.figure(bound, measure)))
                .orElse("");
        return words.text(
                look.gap().filter(Fraction::isPositive).isPresent() ? "answer.unmet.near" : "answer.unmet",
                "measure",
                measure.name(),
                "value",
                WatchText.figure(figures.value(look).orElse(""), measure),
                "bound",
                rule.bound(group, look.watch()),
                "against",
                against,
                "side",
                rule.side(look.watch()),
                "gap",
                figures.gap(look).orElse("") + rule.points(measure.unit()));
    }

    /** How long already, by what, and why the count does not go back further. */
    private String since(Look look) {
        List<String> parts = new ArrayList<>();
        parts.add(text.since(look));
        List<Period> reported = look.met().stream()
                .filter(Look.Met::reported)
                .map(Look.Met::period)
                .toList();
        if (!reported.isEmpty()) {
            parts.add(words.text(
                    reported.size() == 1 ? "answer.reported.one" : "answer.reported",
                    "first",
                    words.quarter(reported.get(reported.size() - 1)),
                    "last",
                    words.quarter(reported.get(0))));
        }
        look.broken()
                .ifPresent(broken -> parts.add(words.text(
                        "answer.broken",
                        "period",
                        words.quarter(broken.period()),
                        "why",
                        words.text("broken." + broken.why().name()))));
        return String.join(words.text("overview.join"), parts);
    }

    /** All measures of its group with its own rank now and before. */
    private Piece measures(Group group, Watched subject) {
        List<List<String>> rows = new ArrayList<>();
        for (Definition.Measure measure : group.definitions().measures()) {
            rows.add(List.of(
                    measure.name(),
                    Optional.ofNullable(subject.measures().get(measure.id()))
                            .flatMap(MeasureValue::printed)
                            .map(value -> WatchText.figure(value, measure))
                            .orElseGet(() -> words.text("book.none")),
                    rank(subject.ranks(), measure),
                    rank(subject.previousRanks(), measure)));
        }
        return new Piece.Table(List.of(words.text("answer.heads").split("\\|", -1)), rows);
    }

    private String rank(Map<String, Integer> ranks, Definition.Measure measure) {
        return Optional.ofNullable(ranks.get(measure.id()))
                .map(rank -> Integer.toString(rank))
                .orElseGet(() -> words.text("book.none"));
    }
}

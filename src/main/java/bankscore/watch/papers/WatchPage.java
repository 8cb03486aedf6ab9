package bankscore.watch.papers;

import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.paper.page.PageFile;
import bankscore.paper.page.PageParts;
import bankscore.paper.page.PageParts.Card;
import bankscore.paper.page.PageParts.Summary;
import bankscore.paper.page.PageParts.TableView;
import bankscore.watch.judge.JudgedGroup;
import bankscore.watch.judge.Look;
import bankscore.watch.judge.TargetState;
import bankscore.watch.judge.Watched;
import bankscore.watch.papers.PageModel.ListView;
import bankscore.watch.papers.PageModel.LookView;
import bankscore.watch.papers.PageModel.SubjectView;
import bankscore.watch.say.Figures;
import bankscore.watch.say.Overview;
import bankscore.watch.say.RankedList;
import bankscore.watch.say.Report;
import bankscore.watch.say.RuleText;
import bankscore.watch.say.WatchText;
import bankscore.watch.scheme.Group;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The result of a period on one self-contained page. */
public final class WatchPage {

    private static final String TEMPLATE = "watch.html";

    private final Report report;
    private final Words words;
    private final Overview overview;

    private WatchPage(Report report, Words words) {
        this.report = report;
        this.words = words;
        this.overview = new Overview(report, words);
    }

    /**
     * Writes the page.
     *
     * @param words those of watching
     */
    public static void write(Report report, Words words, Path file) throws IOException {
        of(report, words).write(file);
    }

    /** The page's text; the same for the same report. */
    public static String html(Report report, Words words) {
        return of(report, words).html();
    }

    /** The page before it is written. */
    public static PageFile.Sheet of(Report report, Words words) {
        return new PageFile.Sheet(TEMPLATE, new WatchPage(report, words).page(), words);
    }

    private PageModel page() {
        return new PageModel(
                PageFile.head(
                        words.text(
                                "page.title",
                                "jurisdiction",
                                report.run().jurisdiction(),
                                "period",
                                report.period(words),
                                "topic",
                                WatchLetter.topic(report, words)),
                        words.text(report.rule().degrees().isEmpty() ? "page.status.report" : "page.status"),
                        words.text(
                                "page.facts",
                                "office",
                                report.run().bureau(),
                                "period",
                                report.period(words),
                                "revision",
                                report.run().revision()),
                        report.approvalLine(words).orElse(""),
                        report.run(),
                        words),
                new Summary(cards(), notices()),
                named(),
                lists(),
                targets(),
                indices(),
                rules(),
                subjects(),
                PageParts.findings(report.findings(), words),
                PageParts.run(
                        report.rule().source().document(),
                        report.rule().title() + " " + report.rule().id(),
                        report.run(),
                        words));
    }

    private List<Card> cards() {
        List<Card> cards = new ArrayList<>();
        if (!report.rule().groups().isEmpty()) {
            cards.add(card(
                    "subjects",
                    report.judgement().groups().stream()
                            .mapToLong(group -> group.subjects().size())
                            .sum()));
            cards.add(card("named", report.judgement().named().count()));
        }
        for (TargetState.State state : TargetState.State.values()) {
            long count = report.judgement().targets().stream()
                    .filter(each -> each.state() == state)
                    .count();
            if (count > 0) {
                cards.add(new Card(
                        words.text("page.summary.target", "state", words.text("target." + state.name())),
                        words.text("page.summary.review.value", "count", count),
                        ""));
            }
        }
        cards.add(new Card(
                words.text("page.summary.review"),
                words.text("page.summary.review.value", "count", PrintedFinding.count(report.findings(), Level.REVIEW)),
                ""));
        return cards;
    }

    private Card card(String key, long count) {
        return new Card(words.text("page.summary." + key), words.text("page.summary.banks.value", "count", count), "");
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        overview.benchmarks().ifPresent(notices::add);
        for (JudgedGroup group : report.judgement().groups()) {
            notices.add(words.text(
                    "page.degrees", "group", report.called(group.group(), words), "degrees", overview.degrees(group)));
        }
        return notices;
    }

    private List<String> heads(String... keys) {
        return Stream.of(keys).map(key -> words.text("letter.table." + key)).toList();
    }

    private TableView named() {
        WatchText text = new WatchText(report, words);
        List<List<String>> rows = new ArrayList<>();
        for (JudgedGroup judged : report.judgement().groups()) {
            for (Watched subject : judged.subjects()) {
                subject.hits()
                        .forEach(look -> rows.add(List.of(
                                subject.subject().name(),
                                look.watch().name(),
                                text.found(judged.group(), look),
                                text.since(look),
                                report.rule().source().cited(look.watch().clause()),
                                subject.degree().map(degree -> degree.name()).orElse(""))));
            }
        }
        return new TableView(heads("name", "watch", "found", "since.when", "clause", "degree"), 6, rows, List.of());
    }

    private List<SubjectView> subjects() {
        List<SubjectView> views = new ArrayList<>();
        for (JudgedGroup judged : report.judgement().groups()) {
            String group = report.called(judged.group(), words);
            for (Watched subject : judged.subjects()) {
                String name = subject.subject().name();
                int hits = subject.hits().size();
                String degree = subject.exempt()
                        .map(exempt -> Figures.exempt(exempt, words))
                        .or(() -> subject.degree().map(each -> each.name()))
                        .orElse("");
                views.add(new SubjectView(
                        "s" + (views.size() + 1),
                        name,
                        group,
                        Integer.toString(hits),
                        degree,
                        words.text("page.subject", "name", name, "hits", hits, "degree", degree),
                        subject.looks().stream()
                                .map(look -> look(judged.group(), look))
                                .toList()));
            }
        }
        return views;
    }

    private LookView look(Group group, Look look) {
        WatchText text = new WatchText(report, words);
        boolean known = look.gap().isPresent();
        return new LookView(
                look.watch().name(),
                known ? text.compared(group, look) : words.text("page.unknown"),
                look.met().isEmpty() ? "" : text.since(look),
                words.text(
                        look.hit()
                                ? "term.named"
                                : look.spared() ? "page.spared" : look.met().isEmpty() ? "page.fine" : "page.short"));
    }

    private List<ListView> lists() {
        List<ListView> lists = new ArrayList<>();
        for (JudgedGroup judged : report.judgement().groups()) {
            RankedList list = new RankedList(judged, words);
            lists.add(new ListView(
                    "list" + (lists.size() + 1),
                    words.text("letter.annex", "group", report.called(judged.group(), words)),
                    new TableView(
                            list.heads("ranked.head").stream()
                                    .map(RankedList.Head::name)
                                    .toList(),
                            1,
                            list.rows(),
                            List.of())));
        }
        return lists;
    }

    private TableView targets() {
        List<List<String>> rows = report.judgement().targets().stream()
                .map(state -> List.of(
                        state.target().name(),
                        Figures.state(state, words),
                        shown(Figures.value(state)),
                        shown(Figures.goal(state, report.judgement(), words)),
                        shown(Figures.path(state))))
                .toList();
        return new TableView(heads("target", "state", "now", "goal", "path"), 2, rows, List.of());
    }

    private String shown(Optional<String> figure) {
        return figure.orElseGet(() -> words.text("book.none"));
    }

    private TableView indices() {
        List<List<String>> rows = new ArrayList<>();
        report.judgement().indices().forEach(index -> {
            index.course()
                    .headMap(report.period(), false)
                    .forEach((period, value) -> rows.add(List.of(
                            index.index().name(),
                            words.quarter(period),
                            index.index().rounding().text(value))));
            rows.add(List.of(
                    index.index().name(),
                    words.quarter(report.period()),
                    index.value().map(index.index().rounding()::text).orElseGet(() -> words.text("book.none"))));
        });
        return new TableView(heads("index", "period", "value"), 2, rows, List.of());
    }

    private TableView rules() {
        List<List<String>> rows = new RuleText(report, words)
                .uncertain().stream()
                        .map(line -> List.of(
                                line.name(),
                                report.rule().source().cited(line.clause()),
                                words.text("mark." + line.mark()),
                                line.text()))
                        .toList();
        return new TableView(heads("rule", "clause", "mark", "how"), 4, rows, List.of());
    }
}

package bankscore.watch.papers;

import bankscore.finding.Words;
import bankscore.office.Letterhead;
import bankscore.paper.letter.LetterParts;
import bankscore.paper.letter.LetterSheet;
import bankscore.paper.letter.LetterTable;
import bankscore.paper.letter.LetterTable.Kind;
import bankscore.paper.letter.LetterVoice;
import bankscore.rule.Definition;
import bankscore.rule.Mark;
import bankscore.watch.judge.Look;
import bankscore.watch.judge.Watched;
import bankscore.watch.say.Figures;
import bankscore.watch.say.Report;
import bankscore.watch.say.RuleSentences;
import bankscore.watch.say.WatchText;
import bankscore.watch.scheme.Group;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A notice to one named subject: what was found of it, since when, by which clause, what follows and what is asked. It holds no
 * other subject's name or figure, and nothing of what others sent.
 */
final class NoticeLetter {

    private final Report report;
    private final Group group;
    private final Watched subject;
    private final Words words;
    private final LetterVoice voice;
    private final WatchText text;
    private final String kind;
    private final String day;

    private NoticeLetter(Report report, Group group, Watched subject, Letterhead head, Words words) {
        this.report = report;
        this.group = group;
        this.subject = subject;
        this.words = words;
        this.voice =
                new LetterVoice(addressed(head, subject), report.run(), report.period(), report.period(words), words);
        this.text = new WatchText(report, words);
        this.kind = key(group, words);
        this.day = WatchLetter.day(head, words);
    }

    /** The beginning of the words for those of a register: counties are told, banks and insurers are urged. */
    static String key(Group group, Words words) {
        String own = "letter.notice." + group.register() + ".";
        return words.has(own + "name") ? own : "letter.notice.";
    }

    private static Letterhead addressed(Letterhead head, Watched subject) {
        return new Letterhead(
                head.office(),
                subject.subject().name(),
                Optional.empty(),
                head.date(),
                head.signatory(),
                head.contact(),
                head.telephone(),
                head.reply());
    }

    /**
     * Writes a notice.
     *
     * @param words those of watching
     */
    static void write(Report report, Group group, Watched subject, Letterhead head, Words words, Path file)
            throws IOException {
        NoticeLetter letter = new NoticeLetter(report, group, subject, head, words);
        letter.voice.file(letter.title()).write(file, words, letter::write);
    }

    private List<String> title() {
        return List.of(
                voice.say("letter.title.1"), voice.say(kind + "title", "topic", WatchLetter.topic(report, words)));
    }

    private void write(LetterSheet sheet) {
        LetterParts parts = voice.parts(sheet);
        parts.head(Optional.empty(), title(), 0, report.approvalLine(words));
        parts.body(voice.say(
                "letter.notice.opening",
                "document",
                report.rule().source().document(),
                "number",
                WatchLetter.number(report, words),
                "clauses",
                clauses()));
        parts.section(voice.say("letter.notice.found"));
        List<Look> hits = subject.hits();
        for (Look look : hits) {
            parts.body(voice.say(
                    "letter.notice.hit",
                    "watch",
                    WatchText.named(look, words),
                    "found",
                    text.found(group, look),
                    "since",
                    text.since(look)));
        }
        table(sheet, hits);
        RuleSentences rule = new RuleSentences(report.rule(), of -> report.called(of, words), words);
        for (Look look : hits) {
            if (look.watch().mark() != Mark.TEXT) {
                parts.body(voice.say(
                        "letter.notice.reading",
                        "text",
                        rule.watch(look.watch()),
                        "mark",
                        words.text("mark." + look.watch().mark() + ".meaning")));
            }
        }
        parts.section(voice.say("letter.notice.follows"));
        parts.body(subject.degree()
                .map(degree -> voice.say(
                        "letter.notice.degree",
                        "degree",
                        degree.name(),
                        "clause",
                        report.clause(degree.clause(), words)))
                .orElseGet(() -> voice.say("letter.notice.named")));
        parts.body(voice.say(kind + "asked", "day", day));
        parts.body(voice.say("letter.notice.statement"));
        parts.close(voice.say(kind + "closing"), List.of());
        sheet.endDocument(false);
    }

    private String clauses() {
        return voice.clauses(subject.hits().stream()
                .map(look -> report.rule().source().cited(look.watch().clause()))
                .distinct()
                .toList());
    }

    private void table(LetterSheet sheet, List<Look> hits) {
        Figures figures = new Figures(report.judgement(), group);
        List<List<String>> rows = new ArrayList<>();
        for (Look look : hits) {
            Definition.Measure measure = figures.measure(look);
            rows.add(List.of(
                    WatchText.named(look, words),
                    figures.value(look)
                            .map(value -> WatchText.figure(value, measure))
                            .orElse(""),
                    figures.bound(look)
                            .map(value -> WatchText.figure(value, measure))
                            .orElse(""),
                    Integer.toString(look.running()),
                    words.quarter(look.met().get(look.met().size() - 1).period())));
        }
        LetterTable layout = LetterTable.upright(
                List.of(
                        voice.column("watch", Kind.TEXT),
                        voice.column("value", Kind.NUMBER),
                        voice.column("bound", Kind.NUMBER),
                        voice.column("running", Kind.CENTRED),
                        voice.column("since", Kind.CENTRED)),
                rows);
        sheet.table(layout, new LetterTable.Name("", "", ""), rows);
    }
}

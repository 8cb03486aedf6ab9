package bankscore.watch.papers;

import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.office.Letterhead;
import bankscore.paper.letter.LetterParts;
import bankscore.paper.letter.LetterSheet;
import bankscore.paper.letter.LetterSheet.Style;
import bankscore.paper.letter.LetterTable;
import bankscore.paper.letter.LetterTable.Column;
import bankscore.paper.letter.LetterTable.Kind;
import bankscore.paper.letter.LetterTable.Name;
import bankscore.paper.letter.LetterVoice;
import bankscore.rule.Mark;
import bankscore.rule.say.RuleClause;
import bankscore.watch.judge.IndexValue;
import bankscore.watch.judge.JudgedGroup;
import bankscore.watch.judge.TargetState;
import bankscore.watch.judge.Watched;
import bankscore.watch.say.Figures;
import bankscore.watch.say.Overview;
import bankscore.watch.say.RankedList;
import bankscore.watch.say.Report;
import bankscore.watch.say.RuleText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The circular (通报): who is named and what follows, how far targets are, what is asked by which clause, with a ranked list of
 * each group as an annex. Of a rule from which nothing follows for anybody, a report. Its text has no bank's figure but what
 * the lists say.
 *
 * <p>It is a draft for review without a red head; the office adds number, signatory and date.
 */
public final class WatchLetter {

    private final Report report;
    private final Words words;
    private final LetterVoice voice;
    private final String day;
    private final LetterSheet sheet;
    private final LetterParts parts;
    private final Overview overview;
    private final String kind;
    private boolean wide;

    /** @param day by when whoever is named is to answer, in words */
    private WatchLetter(Report report, LetterVoice voice, String day, LetterSheet sheet) {
        this.day = day;
        this.report = report;
        this.words = voice.words();
        this.voice = voice;
        this.sheet = sheet;
        this.parts = voice.parts(sheet);
        this.overview = new Overview(report, words);
        this.kind = kind(report);
    }

    /**
     * Writes the letter.
     *
     * @param words those of watching
     */
    public static void write(Report report, Letterhead head, Words words, Path file) throws IOException {
        LetterVoice voice = new LetterVoice(
                addressed(report, head, words), report.run(), report.period(), report.period(words), words);
        voice.file(title(report, voice))
                .write(file, words, sheet -> new WatchLetter(report, voice, day(head, words), sheet).write());
    }

    /** By when whoever is named is to answer; nothing that a rule could know. */
    static String day(Letterhead head, Words words) {
        return head.reply().map(words::date).orElseGet(() -> words.text("letter.some_day"));
    }

    /** {@code notice} or {@code report}: the middle of many keys. */
    private static String kind(Report report) {
        return report.rule().degrees().isEmpty() ? "report" : "circular";
    }

    /** A circular goes to all that are watched, a report to the government. */
    private static Letterhead addressed(Report report, Letterhead head, Words words) {
        if (report.rule().degrees().isEmpty()) {
            return head;
        }
        String all = String.join(
                words.text("letter.join"),
                report.rule().groups().stream()
                        .map(group -> words.text("letter.addressed", "group", report.called(group, words)))
                        .toList());
        return new Letterhead(
                head.office(), all, head.number(), head.date(), head.signatory(), head.contact(), head.telephone());
    }

    private static List<String> title(Report report, LetterVoice voice) {
        return List.of(
                voice.say("letter.title.1"),
                voice.say("letter." + kind(report) + ".title", "topic", topic(report, voice.words())));
    }

    /** What the rule is about, without its place and without 通报 at its end. */
    static String topic(Report report, Words words) {
        String title = report.rule().title();
        String place = report.run().jurisdiction();
        String ending = words.text("letter.ending");
        String topic = title.startsWith(place) ? title.substring(place.length()) : title;
        return topic.endsWith(ending) ? topic.substring(0, topic.length() - ending.length()) : topic;
    }

    /** The document's number in brackets; empty if it has none. */
    static String number(Report report, Words words) {
        String number = report.rule().source().number();
        return number.isEmpty() ? "" : words.text("letter.document.number", "number", number);
    }

    private void write() {
        parts.head(voice.head().number(), title(report, voice), open(), report.approvalLine(words));
        opening();
        if (!report.judgement().groups().isEmpty()) {
            overall();
            named();
        }
        targets();
        indices();
        if (kind.equals("circular")) {
            asked();
        }
        remarks();
        List<JudgedGroup> lists = report.judgement().groups().stream()
                .filter(group -> !group.subjects().isEmpty())
                .toList();
        List<String> annexes = lists.stream().map(this::annex).toList();
        parts.close(voice.say("letter." + kind + ".closing"), annexes);
        if (annexes.isEmpty()) {
            sheet.paragraph(Style.FINE_PRINT, voice.verification());
        }
        for (int i = 0; i < lists.size(); i++) {
            annex(lists.get(i), i, lists.size());
        }
        sheet.endDocument(wide);
    }

    private long open() {
        return report.findings().stream()
                .filter(finding ->
                        finding.level() == Level.REVIEW && finding.reason().isEmpty())
                .count();
    }

    private String annex(JudgedGroup group) {
        return voice.say("letter.annex", "group", report.called(group.group(), words));
    }

    private void opening() {
        List<String> clauses = report.rule().source().clauses().stream()
                .map(report.rule().source()::cited)
                .toList();
        parts.body(voice.say(
                "letter." + kind + ".opening",
                "document",
                report.rule().source().document(),
                "number",
                number(report, words),
                "clauses",
                clauses.isEmpty() ? "" : voice.clauses(clauses),
                "topic",
                topic(report, words)));
    }

    private void overall() {
        parts.section(voice.say("letter.overall"));
        List<String> counts = new ArrayList<>();
        for (JudgedGroup group : report.judgement().groups()) {
            long exempt = group.subjects().stream()
                    .filter(each -> each.exempt().isPresent())
                    .count();
            counts.add(voice.say(
                    exempt == 0 ? "letter.overall.group" : "letter.overall.group.exempt",
                    "group",
                    report.called(group.group(), words),
                    "count",
                    group.subjects().size(),
                    "exempt",
                    exempt));
        }
        parts.body(voice.say("letter.overall.text", "groups", String.join(words.text("letter.join"), counts))
                + overview.benchmarks().orElse(""));
    }

    private void named() {
        parts.section(voice.say("letter.named"));
        List<List<String>> rows = new ArrayList<>();
        for (JudgedGroup judged : report.judgement().groups()) {
            for (Watched subject : judged.subjects()) {
                subject.hits()
                        .forEach(look -> rows.add(List.of(
                                subject.subject().label(),
                                look.watch().name(),
                                Integer.toString(look.running()),
                                subject.degree().map(degree -> degree.name()).orElse(""))));
            }
        }
        if (rows.isEmpty()) {
            parts.body(voice.say("letter.named.none"));
            return;
        }
        parts.body(voice.say(
                "letter.named.text",
                "count",
                report.judgement().named().count(),
                "groups",
                String.join(
                        words.text("overview.join"),
                        report.judgement().groups().stream()
                                .filter(group -> group.subjects().stream()
                                        .anyMatch(each -> !each.hits().isEmpty()))
                                .map(group -> voice.say(
                                        "letter.named.group",
                                        "group",
                                        report.called(group.group(), words),
                                        "degrees",
                                        overview.degrees(group)))
                                .toList())));
        boolean follows = kind.equals("circular");
        List<Column> columns = new ArrayList<>(List.of(
                voice.column("name", Kind.TEXT),
                voice.column("watch", Kind.TEXT),
                voice.column("running", Kind.CENTRED)));
        if (follows) {
            columns.add(voice.column("degree", Kind.CENTRED));
        }
        List<List<String>> shown =
                rows.stream().map(row -> row.subList(0, columns.size())).toList();
        sheet.table(LetterTable.upright(columns, shown), shown);
    }

    private void targets() {
        List<TargetState> all = report.judgement().targets();
        if (all.isEmpty()) {
            return;
        }
        parts.section(words.text("paper.targets"));
        parts.body(String.join("", overview.targets()));
        List<List<String>> rows = all.stream()
                .map(state -> List.of(
                        state.target().name(),
                        shown(Figures.value(state)),
                        shown(Figures.goal(state, report.judgement(), words)),
                        shown(Figures.path(state)),
                        Figures.state(state, words)))
                .toList();
        sheet.table(
                LetterTable.upright(
                        List.of(
                                voice.column("target", Kind.TEXT),
                                voice.column("now", Kind.NUMBER),
                                voice.column("goal", Kind.NUMBER),
                                voice.column("path", Kind.NUMBER),
                                voice.column("state", Kind.CENTRED)),
                        rows),
                rows);
    }

    private String shown(Optional<String> figure) {
        return figure.orElseGet(() -> words.text("book.none"));
    }

    private void indices() {
        List<IndexValue> all = report.judgement().indices();
        if (!all.isEmpty()) {
            parts.section(words.text("book.index.sheet"));
            parts.body(String.join("", all.stream().map(overview::index).toList()));
        }
    }

    /** What is asked of whom, by the clause of what follows. */
    private void asked() {
        parts.section(voice.say("letter.asked"));
        report.rule().degrees().forEach(degree -> {
            List<String> names = report.judgement()
                    .named()
                    .filter(each -> each.degree().filter(degree::equals).isPresent())
                    .map(each -> each.subject().label())
                    .toList();
            if (!names.isEmpty()) {
                parts.body(voice.say(
                        "letter.asked.degree",
                        "names",
                        overview.names(names),
                        "count",
                        names.size(),
                        "degree",
                        degree.name(),
                        "clause",
                        report.clause(degree.clause(), words)));
            }
        });
        parts.body(voice.say("letter.asked.all", "day", day));
    }

    private void remarks() {
        List<String> remarks = new ArrayList<>();
        for (Mark mark : List.of(Mark.ASSUMED, Mark.READING)) {
            List<String> names = new RuleText(report, words)
                    .uncertain().stream()
                            .filter(line -> line.mark() == mark)
                            .map(RuleClause::name)
                            .distinct()
                            .toList();
            if (!names.isEmpty()) {
                remarks.add(
                        voice.say("letter.remarks." + mark, "names", String.join(words.text("letter.join"), names)));
            }
        }
        long explained = PrintedFinding.count(report.findings(), Level.REVIEW) - open();
        if (explained > 0) {
            remarks.add(voice.say("letter.basis.explained", "count", explained));
        }
        if (!remarks.isEmpty()) {
            parts.section(voice.say("letter.remarks"));
            remarks.forEach(parts::body);
        }
    }

    /** The ranked list of a group. */
    private void annex(JudgedGroup group, int index, int count) {
        RankedList list = new RankedList(group, words);
        List<Column> columns = new ArrayList<>();
        for (RankedList.Head head : list.heads("book.named")) {
            columns.add(
                    new Column(head.name(), head.isNumber() ? Kind.NUMBER : head.isShort() ? Kind.CENTRED : Kind.TEXT));
        }
        List<List<String>> rows = list.rows();
        LetterTable layout = LetterTable.shortest(columns, rows);
        if (layout.wide() != wide) {
            sheet.endSection(wide);
            wide = layout.wide();
        }
        String title = annex(group);
        sheet.paragraph(
                Style.ATTACHMENT_LABEL,
                count == 1
                        ? voice.say("letter.attachment.only")
                        : voice.say("letter.attachment.label", "number", index + 1));
        sheet.paragraph(Style.ATTACHMENT_TITLE, title);
        Optional<String> note = index == count - 1 ? Optional.of(voice.verification()) : Optional.empty();
        sheet.pages(
                layout,
                new Name("", voice.say("letter.continued", "name", title), ""),
                rows,
                0,
                true,
                note.stream().toList());
    }
}

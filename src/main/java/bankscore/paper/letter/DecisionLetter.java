package bankscore.paper.letter;

import bankscore.finding.Words;
import bankscore.office.Decision.Verdict;
import bankscore.office.Revision;
import bankscore.office.Role;
import bankscore.office.Series;
import bankscore.office.Way;
import bankscore.paper.StandingSentence;
import bankscore.paper.letter.LetterSheet.Style;
import bankscore.paper.letter.LetterTable.Column;
import bankscore.paper.letter.LetterTable.Kind;
import bankscore.paper.workbook.FixedZip;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was decided of a revision, on one page with room for ink (签批单, {@code output.md#decisions}); the same way gives the
 * same bytes.
 */
public final class DecisionLetter {

    private static final List<Integer> FACTS = List.of(2044, 6800);
    private static final List<Integer> STEPS = List.of(1000, 1200, 2250, 2594, 1800);
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("uuuu年M月d日\nHH:mm", Locale.ROOT);
    private static final Pattern DAY = Pattern.compile("\\s*(\\d{4}-\\d\\d-\\d\\d)$");

    /** Room for a name by hand, in lines; less where so much was decided that the page would not hold it. */
    private static final String INK = "\n".repeat(3);

    private static final String LESS_INK = "\n".repeat(2);
    private static final int MANY_STEPS = 5;

    private final Way way;
    private final Named named;
    private final Series series;
    private final Words words;

    private DecisionLetter(Way way, Named named, Series series, Words words) {
        this.way = way;
        this.named = named;
        this.series = series;
        this.words = words;
    }

    /**
     * What people call what the history has.
     *
     * @param rule its title; empty if what is published does not say
     * @param runner who ran it
     */
    public record Named(String rule, String runner) {}

    /** Writes the page. */
    public static void write(Way way, Named named, Series series, Words words, Path file) throws IOException {
        DecisionLetter letter = new DecisionLetter(way, named, series, words);
        String last = way.taken().isEmpty()
                ? way.at()
                : way.taken().get(way.taken().size() - 1).act().at();
        new LetterFile(
                        letter.title().replace("\n", ""),
                        series.jurisdiction(),
                        OffsetDateTime.parse(last).toInstant(),
                        way.revision().code())
                .write(file, words, letter::write);
        FixedZip.rewrite(file);
    }

    private String title() {
        return words.text(
                "decision.title",
                "jurisdiction",
                series.jurisdiction(),
                "period",
                words.quarter(way.revision().period()));
    }

    private void write(LetterSheet sheet) {
        title().lines().forEach(line -> sheet.paragraph(Style.TITLE, line));
        sheet.emptyLine();
        sheet.table(
                new LetterTable(
                        Stream.concat(
                                        columns(Kind.CENTRED, "slip.head.name").stream(),
                                        columns(Kind.TEXT, "slip.head.content").stream())
                                .toList(),
                        LetterTable.Size.LARGE,
                        false,
                        FACTS),
                facts());
        sheet.emptyLine();
        List<Column> heads = Stream.concat(
                        columns(Kind.CENTRED, "decision.step", "decision.person", "decision.time").stream(),
                        columns(Kind.TEXT, "decision.words", "decision.ink").stream())
                .toList();
        sheet.table(new LetterTable(heads, LetterTable.Size.LARGE, false, STEPS), steps());
        String keys = way.taken().stream()
                .flatMap(taken -> taken.act().by().stream())
                .distinct()
                .map(signer -> signer.name() + " " + signer.fingerprint())
                .collect(Collectors.joining(words.text("letter.join")));
        if (!keys.isEmpty()) {
            sheet.paragraph(Style.TABLE_NOTE, words.text("decision.keys", "keys", keys));
        }
        sheet.paragraph(
                Style.TABLE_NOTE,
                words.text(
                        "decision.verify",
                        "period",
                        way.revision().period(),
                        "revision",
                        way.revision().number(),
                        "rule",
                        series.rule().isEmpty() ? "" : " --rule " + series.rule()));
        sheet.endDocument(false);
    }

    private List<Column> columns(Kind kind, String... keys) {
        return Stream.of(keys).map(key -> new Column(words.text(key), kind)).toList();
    }

    private List<List<String>> facts() {
        Revision revision = way.revision();
        List<List<String>> rows = new ArrayList<>();
        String rule = named.rule().isEmpty() ? series.rule() : named.rule();
        if (!rule.isEmpty()) {
            rows.add(row("slip.rule", rule));
        }
        rows.add(row("slip.period", words.quarter(revision.period()) + "（" + revision.period() + "）"));
        rows.add(row("slip.revision", words.text("slip.revision.number", "revision", revision.number())));
        rows.add(row("slip.verification", revision.code()));
        rows.add(row("slip.manifest", SlipLetter.inGroups(revision.manifest())));
        rows.add(row("decision.standing", StandingSentence.of(way.standing(), words)));
        return rows;
    }

    private List<String> row(String key, String value) {
        return List.of(words.text(key), value);
    }

    /** What was done, with room for ink; and the rooms of those who have not decided yet. */
    private List<List<String>> steps() {
        String ink = way.taken().size() < MANY_STEPS ? INK : LESS_INK;
        List<List<String>> rows = new ArrayList<>();
        rows.add(step(Role.MAKER, named.runner(), way.at(), words.text("decision.ran"), ink));
        for (Way.Taken taken : way.taken()) {
            rows.add(step(taken.verdict().role(), taken.who(), taken.act().at(), opinion(taken), ink));
        }
        for (Role role : List.of(Role.REVIEWER, Role.LEADER)) {
            if (way.taken().stream().noneMatch(taken -> taken.verdict().role() == role)) {
                rows.add(List.of(role.word(), "", "", "", ink));
            }
        }
        return rows;
    }

    private static List<String> step(Role role, String who, String at, String opinion, String ink) {
        return List.of(role.word(), who, TO_THE_MINUTE.format(OffsetDateTime.parse(at)), opinion, ink);
    }

    private String opinion(Way.Taken taken) {
        return words.text(
                "decision."
                        + (taken.verdict() == Verdict.APPROVED
                                        && taken.act().by().isEmpty()
                                ? "recorded"
                                : taken.verdict().outcome()),
                "words",
                inWords(taken.act().words()));
    }

    /** The number of a document and, in a line of its own, its day as papers write it. */
    private String inWords(String said) {
        Matcher day = DAY.matcher(said);
        return day.find()
                ? day.replaceFirst(Matcher.quoteReplacement("\n" + words.date(LocalDate.parse(day.group(1)))))
                : said;
    }
}

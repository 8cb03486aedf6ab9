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
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was decided of a revision, on one page with room for ink (签批单, {@code output.md#decisions}); the same way gives the
 * same bytes.
 */
public final class DecisionLetter {

    private static final List<Integer> FACTS = List.of(2044, 6800);
    private static final List<Integer> STEPS = List.of(1150, 1500, 1594, 2700, 1900);
    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd\nHH:mm", Locale.ROOT);

    private final Way way;
    private final Series series;
    private final Words words;

    private DecisionLetter(Way way, Series series, Words words) {
        this.way = way;
        this.series = series;
        this.words = words;
    }

    /** Writes the page. */
    public static void write(Way way, Series series, Words words, Path file) throws IOException {
        DecisionLetter letter = new DecisionLetter(way, series, words);
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
                        columns(Kind.TEXT, "slip.head.name", "slip.head.content"),
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
        if (!series.rule().isEmpty()) {
            rows.add(row("slip.rule", series.rule()));
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
        List<List<String>> rows = new ArrayList<>();
        rows.add(step(Role.MAKER, way.runner(), way.at(), words.text("decision.ran")));
        for (Way.Taken taken : way.taken()) {
            rows.add(step(taken.verdict().role(), taken.who(), taken.act().at(), opinion(taken)));
        }
        for (Role role : List.of(Role.REVIEWER, Role.LEADER)) {
            if (way.taken().stream().noneMatch(taken -> taken.verdict().role() == role)) {
                rows.add(List.of(role.word(), "", "", "", "\n\n"));
            }
        }
        return rows;
    }

    private static List<String> step(Role role, String who, String at, String opinion) {
        return List.of(role.word(), who, TO_THE_MINUTE.format(OffsetDateTime.parse(at)), opinion, "\n\n");
    }

    private String opinion(Way.Taken taken) {
        return words.text(
                "decision."
                        + (taken.verdict() == Verdict.APPROVED
                                        && taken.act().by().isEmpty()
                                ? "recorded"
                                : taken.verdict().outcome()),
                "words",
                taken.act().words());
    }
}

package bankscore.paper.letter;

import bankscore.finding.Words;
import bankscore.office.Slip;
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

/** A slip on one page, to be printed, signed and filed ({@code output.md#slips}); the same slip gives the same bytes. */
public final class SlipLetter {

    private static final List<Integer> WIDTHS = List.of(2444, 6400);
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);
    private static final int GROUP = 8;
    private static final int GROUPS_IN_A_LINE = 4;

    private final Slip slip;
    private final String jurisdiction;
    private final Words words;
    private final String kind;

    private SlipLetter(Slip slip, String jurisdiction, Words words) {
        this.slip = slip;
        this.jurisdiction = jurisdiction;
        this.words = words;
        this.kind = slip.approval().isPresent() ? "slip.approved." : "slip.published.";
    }

    /**
     * Writes the page.
     *
     * @param twin the name of the slip's file for programs, which the page tells to be kept
     */
    public static void write(Slip slip, String jurisdiction, String twin, Words words, Path file) throws IOException {
        SlipLetter letter = new SlipLetter(slip, jurisdiction, words);
        new LetterFile(
                        letter.say("title").replace("\n", ""),
                        jurisdiction,
                        OffsetDateTime.parse(slip.time()).toInstant(),
                        slip.code())
                .write(file, words, sheet -> letter.write(sheet, twin));
        FixedZip.rewrite(file);
    }

    private void write(LetterSheet sheet, String twin) {
        say("title").lines().forEach(line -> sheet.paragraph(Style.TITLE, line));
        sheet.emptyLine();
        List<Column> columns = List.of(
                new Column(words.text("slip.head.name"), Kind.TEXT),
                new Column(words.text("slip.head.content"), Kind.TEXT));
        sheet.table(new LetterTable(columns, LetterTable.Size.LARGE, false, WIDTHS), rows());
        sheet.emptyLine();
        sheet.paragraph(Style.BODY, say("keep"));
        sheet.paragraph(Style.BODY, words.text("slip.verify", "file", twin));
        sheet.emptyLine();
        sheet.paragraph(Style.BODY, words.text("slip.signed"));
        sheet.endDocument(false);
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        if (!slip.rule().isEmpty()) {
            rows.add(row("rule", slip.rule()));
        }
        rows.add(row("period", words.quarter(slip.period()) + "（" + slip.period() + "）"));
        rows.add(row("revision", words.text("slip.revision.number", "revision", slip.revision())));
        slip.approval().ifPresent(approval -> {
            rows.add(row("document", approval.document().text()));
            rows.add(row("date", DAY.format(approval.date())));
        });
        rows.add(List.of(say("time"), TO_THE_SECOND.format(OffsetDateTime.parse(slip.time()))));
        rows.add(row("verification", slip.code()));
        rows.add(row("manifest", inGroups(slip.manifest())));
        rows.add(row("chainHead", inGroups(slip.chainHead())));
        return rows;
    }

    private List<String> row(String key, String value) {
        return List.of(words.text("slip." + key), value);
    }

    private String say(String key) {
        return words.text(kind + key, "jurisdiction", jurisdiction, "period", words.quarter(slip.period()));
    }

    /** A digest as eyes can compare it: groups of eight, four in a line. */
    static String inGroups(String digest) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < digest.length(); at += GROUP) {
            if (at > 0) {
                text.append(at % (GROUP * GROUPS_IN_A_LINE) == 0 ? '\n' : ' ');
            }
            text.append(digest, at, Math.min(at + GROUP, digest.length()));
        }
        return text.toString();
    }
}

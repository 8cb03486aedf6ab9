package bankscore.paper.letter;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.answer.Answer.Section;
import bankscore.finding.Words;
import bankscore.paper.letter.LetterSheet.Style;
import bankscore.paper.letter.LetterTable.Column;
import bankscore.paper.letter.LetterTable.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An answer to one bank on paper, in the letter's styles, fit to be sent to that bank. */
public final class AnswerLetter {

    /** Name, value and argument: the argument takes what the others leave. */
    private static final List<Integer> ENTRY_WIDTHS = List.of(1700, 1660, 5484);

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]|—");

    private final Answer answer;
    private final Words words;
    private final LetterSheet sheet;
    private final List<String> numerals;

    private AnswerLetter(Answer answer, Words words, LetterSheet sheet) {
        this.answer = answer;
        this.words = words;
        this.sheet = sheet;
        this.numerals = List.of(words.text("letter.numerals").split(" "));
    }

    /**
     * Who answers, and whom the bank may ask.
     *
     * @param published when the revision was published; the page's own date
     */
    public record Sender(
            String office, Optional<String> contact, Optional<String> telephone, ZonedDateTime published) {}

    /**
     * Writes a page.
     *
     * @param answer one made for the bank
     */
    public static void write(Answer answer, String code, Sender sender, Words words, Path file) throws IOException {
        new LetterFile(answer.title(), sender.office(), sender.published().toInstant(), code)
                .write(file, words, sheet -> new AnswerLetter(answer, words, sheet).write(sender));
    }

    private void write(Sender sender) {
        answer.title().lines().forEach(line -> sheet.paragraph(Style.TITLE, line));
        sheet.paragraph(Style.DRAFT, answer.subtitle());
        for (int i = 0; i < answer.sections().size(); i++) {
            Section section = answer.sections().get(i);
            sheet.paragraph(
                    Style.HEADING, words.text("letter.heading", "numeral", numerals.get(i), "text", section.heading()));
            section(section);
        }
        String asked = sender.contact()
                .map(contact -> words.text(
                        "answer.contact.person",
                        "contact",
                        contact,
                        "telephone",
                        sender.telephone().orElse("")))
                .orElse("");
        sheet.paragraph(Style.BODY, words.text("answer.contact", "office", sender.office(), "person", asked));
        sheet.endDocument(false);
    }

    private void section(Section section) {
        List<List<String>> entries = new ArrayList<>();
        for (Piece piece : section.pieces()) {
            if (piece instanceof Piece.Line line) {
                sheet.paragraph(Style.BODY, line.text());
            } else if (piece instanceof Piece.Table table) {
                table(table);
            } else if (piece instanceof Piece.Entry entry) {
                entries.add(List.of(
                        entry.basis().isEmpty() ? entry.name() : entry.name() + "\n" + entry.basis(),
                        entry.value(),
                        String.join("\n", entry.lines())));
            }
        }
        if (!entries.isEmpty()) {
            List<Column> columns = List.of(
                    new Column(words.text("answer.head.name"), Kind.TEXT),
                    new Column(words.text("answer.head.result"), Kind.NUMBER),
                    new Column(words.text("answer.head.argument"), Kind.TEXT));
            sheet.table(new LetterTable(columns, LetterTable.Size.SMALL, false, ENTRY_WIDTHS), entries);
        }
    }

    private void table(Piece.Table table) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.head().size(); i++) {
            int column = i;
            boolean numbers = table.rows().stream()
                    .allMatch(row -> NUMBER.matcher(row.get(column)).lookingAt());
            columns.add(new Column(table.head().get(i), i == 0 ? Kind.TEXT : numbers ? Kind.NUMBER : Kind.CENTRED));
        }
        sheet.table(LetterTable.upright(columns, table.rows()), table.rows());
    }
}

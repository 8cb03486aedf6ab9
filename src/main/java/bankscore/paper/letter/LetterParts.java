package bankscore.paper.letter;

import bankscore.finding.Words;
import bankscore.office.Letterhead;
import bankscore.paper.letter.LetterSheet.Style;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What every letter has: number, title, addressee, numbered sections, closing, list of annexes, signature, contact. */
public final class LetterParts {

    private static final int FROM_THE_RIGHT = 400;

    private final Letterhead head;
    private final int year;
    private final Words words;
    private final LetterSheet sheet;
    private int sections;

    /** @param year in which the letter is issued, where its number or date are still empty */
    public LetterParts(Letterhead head, int year, Words words, LetterSheet sheet) {
        this.head = head;
        this.year = year;
        this.words = words;
        this.sheet = sheet;
    }

    /**
     * Number and signatory, title, the mark of a draft, addressee.
     *
     * @param open how many points of what the letter rests on are still open, which its mark says
     * @param approval what the draft must say of an approval
     */
    public void head(Optional<String> number, List<String> title, long open, Optional<String> approval) {
        sheet.paragraph(
                Style.DOCUMENT_NUMBER,
                number.orElseGet(() -> words.text("letter.number.empty", "year", year)),
                words.text("letter.signatory"),
                head.signatory().orElseGet(() -> words.text("letter.empty")),
                "Signatory");
        sheet.emptyLine();
        sheet.emptyLine();
        title.forEach(line -> sheet.paragraph(Style.TITLE, line));
        sheet.paragraph(Style.DRAFT, words.text(open == 0 ? "letter.draft" : "letter.draft.open", "count", open));
        approval.ifPresent(line -> sheet.paragraph(Style.APPROVAL_NOTICE, line));
        sheet.emptyLine();
        sheet.paragraph(Style.ADDRESSEE, words.text("letter.addressee", "government", head.addressee()));
    }

    /** The closing phrase, the list of annexes, who signs and when, and whom to ask. */
    public void close(String closing, List<String> annexes) {
        // All that closes a letter stays on one page with the closing phrase: none is signed on an empty page.
        sheet.keepLast();
        sheet.paragraph(Style.CLOSING, closing);
        if (!annexes.isEmpty()) {
            sheet.paragraph(Style.KEPT_LINE, "");
        }
        for (int i = 0; i < annexes.size(); i++) {
            if (annexes.size() == 1) {
                sheet.paragraph(
                        Style.ATTACHMENT_NOTE_ONLY, words.text("letter.attachment.one", "name", annexes.get(0)));
            } else {
                sheet.paragraph(
                        i == 0 ? Style.ATTACHMENT_NOTE : Style.ATTACHMENT_NOTE_NEXT,
                        words.text(
                                i == 0 ? "letter.attachment.first" : "letter.attachment.next",
                                "number",
                                i + 1,
                                "name",
                                annexes.get(i)));
            }
        }
        sheet.paragraph(Style.KEPT_LINE, "");
        sheet.paragraph(Style.KEPT_LINE, "");
        String date = head.date().map(this::day).orElseGet(() -> words.text("letter.date.empty", "year", year));
        double shift = (LetterTable.em(date) - LetterTable.em(head.office())) / 2;
        sheet.paragraph(Style.SIGNATURE, head.office(), FROM_THE_RIGHT + (int) Math.max(-200, Math.round(shift * 100)));
        sheet.paragraph(Style.SIGNED_ON, date, FROM_THE_RIGHT);
        body(words.text(
                "letter.contact",
                "name",
                head.contact().orElseGet(() -> words.text("letter.empty")),
                "telephone",
                head.telephone().orElseGet(() -> words.text("letter.empty"))));
    }

    /** A heading, numbered 一、 二、 within the letter. */
    public void section(String text) {
        sheet.paragraph(Style.HEADING, words.text("letter.heading", "numeral", numeral(sections++), "text", text));
    }

    /** A paragraph. */
    public void body(String text) {
        sheet.paragraph(Style.BODY, text);
    }

    private String numeral(int index) {
        List<String> numerals = List.of(words.text("letter.numerals").split(" "));
        return index < numerals.size() ? numerals.get(index) : Integer.toString(index + 1);
    }

    private String day(LocalDate day) {
        return words.date(day);
    }
}

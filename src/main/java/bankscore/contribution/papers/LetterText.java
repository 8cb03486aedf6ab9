package bankscore.contribution.papers;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.judge.Report;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.say.AdjustmentSentence;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import bankscore.office.Letterhead;
import bankscore.paper.letter.LetterSheet;
import bankscore.paper.letter.LetterSheet.Style;
import bankscore.paper.letter.LetterTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What every letter has: number, title, addressee, numbered sections, closing, list of annexes, signature, contact. */
final class LetterText {

    private static final int FROM_THE_RIGHT = 400;

    private final Report report;
    private final Letterhead head;
    private final Words words;
    private final LetterSheet sheet;
    private final Period period;
    private final String kind;
    private int sections;

    LetterText(Report report, Letterhead head, Words words, LetterSheet sheet) {
        this.report = report;
        this.head = head;
        this.words = words;
        this.sheet = sheet;
        this.period = report.quarter().period();
        this.kind = report.annual() ? "annual" : "interim";
    }

    /** {@code annual} or {@code interim}: the middle of many keys. */
    String kind() {
        return kind;
    }

    /** Number and signatory, title, the mark of a draft, addressee. */
    void head(Optional<String> number, List<String> title) {
        sheet.paragraph(
                Style.DOCUMENT_NUMBER,
                number.orElseGet(() -> say("letter.number.empty", "year", issuedIn())),
                say("letter.signatory"),
                head.signatory().orElseGet(() -> say("letter.empty")),
                "Signatory");
        sheet.emptyLine();
        sheet.emptyLine();
        title.forEach(line -> sheet.paragraph(Style.TITLE, line));
        sheet.paragraph(Style.DRAFT, say("letter.draft"));
        report.approvalLine(words).ifPresent(line -> sheet.paragraph(Style.APPROVAL_NOTICE, line));
        sheet.emptyLine();
        sheet.paragraph(Style.ADDRESSEE, say("letter.addressee", "government", head.addressee()));
        sections = 0;
    }

    /** The closing phrase, the list of annexes, who signs and when, and whom to ask. */
    void close(String closing, List<String> annexes) {
        // All that closes a letter stays on one page with the closing phrase: none is signed on an empty page.
        sheet.paragraph(Style.CLOSING, closing);
        if (!annexes.isEmpty()) {
            sheet.paragraph(Style.KEPT_LINE, "");
        }
        for (int i = 0; i < annexes.size(); i++) {
            if (annexes.size() == 1) {
                sheet.paragraph(Style.ATTACHMENT_NOTE, say("letter.attachment.one", "name", annexes.get(0)));
            } else {
                sheet.paragraph(
                        i == 0 ? Style.ATTACHMENT_NOTE : Style.ATTACHMENT_NOTE_NEXT,
                        say(
                                i == 0 ? "letter.attachment.first" : "letter.attachment.next",
                                "number",
                                i + 1,
                                "name",
                                annexes.get(i)));
            }
        }
        sheet.paragraph(Style.KEPT_LINE, "");
        sheet.paragraph(Style.KEPT_LINE, "");
        String date = head.date().map(this::date).orElseGet(() -> say("letter.date.empty", "year", issuedIn()));
        double shift = (LetterTable.em(date) - LetterTable.em(head.office())) / 2;
        sheet.paragraph(Style.SIGNATURE, head.office(), FROM_THE_RIGHT + (int) Math.max(-200, Math.round(shift * 100)));
        sheet.paragraph(Style.SIGNED_ON, date, FROM_THE_RIGHT);
        body(say(
                "letter.contact",
                "name",
                head.contact().orElseGet(() -> say("letter.empty")),
                "telephone",
                head.telephone().orElseGet(() -> say("letter.empty"))));
    }

    private int issuedIn() {
        return period.end().plusDays(1).getYear();
    }

    void section(String text) {
        sheet.paragraph(Style.HEADING, say("letter.heading", "numeral", numeral(sections++), "text", text));
    }

    void subsection(int index, String text) {
        sheet.paragraph(Style.SUBHEADING, say("letter.subheading", "numeral", numeral(index), "text", text));
    }

    void body(String text) {
        sheet.paragraph(Style.BODY, text);
    }

    /** The last paragraph before the closing phrase. */
    void lastBody(String text) {
        sheet.paragraph(Style.LAST_BODY, text);
    }

    private String numeral(int index) {
        List<String> numerals = List.of(words.text("letter.numerals").split(" "));
        return index < numerals.size() ? numerals.get(index) : Integer.toString(index + 1);
    }

    <T> String join(List<T> all, Function<T, String> text) {
        return all.stream().map(text).collect(Collectors.joining(words.text("letter.join")));
    }

    String date(LocalDate day) {
        return words.text("date.full", "year", day.getYear(), "month", day.getMonthValue(), "day", day.getDayOfMonth());
    }

    String amount(Subject bank, Money amount) {
        return say("letter.bank.money", "bank", bank.label(), "amount", PrintedNumber.money(amount));
    }

    /** Whose target was changed by how much, why and by whom. */
    String adjustment(Adjustment adjustment) {
        return AdjustmentSentence.say(adjustment, report.quarter().roster(), words);
    }

    /** Words with the values that any sentence of a letter may use, and its own. */
    String say(String key, Object... own) {
        String named = words.text(
                "letter.period." + kind,
                "year",
                period.year(),
                "quarter",
                words.text("letter.quarter." + period.quarter()));
        List<Object> values = new ArrayList<>(List.of(
                "jurisdiction",
                report.run().jurisdiction(),
                "office",
                head.office(),
                "period",
                named,
                "next",
                period.year() + 1));
        values.addAll(List.of(own));
        return words.text(key, values.toArray());
    }
}

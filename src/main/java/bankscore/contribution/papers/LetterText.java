package bankscore.contribution.papers;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.judge.Report;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.say.AdjustmentSentence;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import bankscore.office.Letterhead;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sentences of letters: words with the values that any of them may use. */
final class LetterText {

    private final Report report;
    private final Letterhead head;
    private final Words words;
    private final Period period;
    private final String kind;

    LetterText(Report report, Letterhead head, Words words) {
        this.report = report;
        this.head = head;
        this.words = words;
        this.period = report.quarter().period();
        this.kind = report.annual() ? "annual" : "interim";
    }

    /** {@code annual} or {@code interim}: the middle of many keys. */
    String kind() {
        return kind;
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
        List<Object> values = new ArrayList<>(List.of(
                "jurisdiction",
                report.run().jurisdiction(),
                "office",
                head.office(),
                "period",
                report.period(words),
                "next",
                period.year() + 1));
        values.addAll(List.of(own));
        return words.text(key, values.toArray());
    }

    /** The banks by rank. */
    List<ScoreCard> ranked() {
        return report.assessment().ranked();
    }

    String total(ScoreCard card) {
        return PrintedNumber.rounded(card.total(), report.assessment().scheme().points());
    }
}

package bankscore.contribution.papers;

import bankscore.answer.PrintedColumn;
import bankscore.answer.PrintedNumber;
import bankscore.contribution.judge.Report;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.say.AdjustmentSentence;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Money;
import bankscore.facts.Subject;
import bankscore.finding.Level;
import bankscore.finding.Words;
import bankscore.office.Letterhead;
import bankscore.paper.AmountSentence;
import bankscore.paper.letter.LetterFile;
import bankscore.paper.letter.LetterParts;
import bankscore.paper.letter.LetterSheet;
import bankscore.paper.letter.LetterTable.Column;
import bankscore.paper.letter.LetterTable.Kind;
import bankscore.paper.letter.LetterVoice;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the letters of a report share: words with the values that any of them may use, and how they write numbers. */
final class LetterText {

    private final Report report;
    private final Words words;
    private final LetterVoice voice;
    private final String kind;

    LetterText(Report report, Letterhead head, Words words) {
        this.report = report;
        this.words = words;
        this.voice = new LetterVoice(head, report.run(), report.quarter().period(), report.period(words), words);
        this.kind = report.kind();
    }

    /** The file of a letter with this title. */
    LetterFile file(List<String> title) {
        return voice.file(title);
    }

    LetterParts parts(LetterSheet sheet) {
        return voice.parts(sheet);
    }

    String clauses(List<String> cited) {
        return voice.clauses(cited);
    }

    /** {@code annual}, {@code cycle} or {@code interim}: the middle of many keys. */
    String kind() {
        return kind;
    }

    /** How many points to be verified nobody has explained in writing. */
    long open() {
        return report.findings().stream()
                .filter(finding ->
                        finding.level() == Level.REVIEW && finding.reason().isEmpty())
                .count();
    }

    String verification() {
        return voice.verification();
    }

    <T> String join(List<T> all, Function<T, String> text) {
        return all.stream().map(text).collect(Collectors.joining(words.text("letter.join")));
    }

    String date(LocalDate day) {
        return words.date(day);
    }

    Column column(String key, Kind holds) {
        return voice.column(key, holds);
    }

    /** An amount in 亿元, as running text names it; never 0.00 for what is not nothing. */
    String yi(Money amount) {
        return AmountSentence.yi(amount, words);
    }

    /** An amount in 万元 by itself, as notes name it. */
    String wan(Money amount) {
        return PrintedNumber.money(PrintedColumn.rounded(amount));
    }

    String amount(Subject bank, Money amount) {
        return say("letter.bank.money", "bank", bank.label(), "amount", wan(amount));
    }

    /** Whose target was changed by how much, why and by whom. */
    String adjustment(Adjustment adjustment) {
        return AdjustmentSentence.say(adjustment, report.quarter().roster(), words);
    }

    /** Words with the values that any sentence of a letter may use, and its own. */
    String say(String key, Object... own) {
        return voice.say(key, own);
    }

    String total(ScoreCard card) {
        return PrintedNumber.rounded(card.total(), report.assessment().scheme().points());
    }
}

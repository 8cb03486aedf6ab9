package bankscore.paper.letter;

import bankscore.exact.Period;
import bankscore.finding.Words;
import bankscore.office.Letterhead;
import bankscore.office.RunFacts;
import bankscore.paper.letter.LetterTable.Column;
import bankscore.paper.letter.LetterTable.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What all letters of a revision say alike: words with the values that any of them may use.
 *
 * @param called the period as sentences call it
 */
public record LetterVoice(Letterhead head, RunFacts run, Period period, String called, Words words) {

    private static final String NUMERALS = "一二三四五六七八九十";

    /** The file of a letter with this title. */
    public LetterFile file(List<String> title) {
        return new LetterFile(
                String.join("", title), head.office(), run.started().toInstant(), run.code());
    }

    public LetterParts parts(LetterSheet sheet) {
        return new LetterParts(head, period.end().plusDays(1).getYear(), words, sheet);
    }

    public String verification() {
        return say("letter.verification", "code", run.code());
    }

    /** A column of a table, by the key of its heading. */
    public Column column(String key, Kind holds) {
        return new Column(say("letter.table." + key), holds);
    }

    /** Clauses in one phrase. Articles say 第…条 themselves; bare numbers, such as 三(一)2, need words of their own. */
    public String clauses(List<String> cited) {
        String joined = String.join(say("letter.join"), cited).replace('(', '（').replace(')', '）');
        return cited.stream().allMatch(clause -> clause.startsWith("第"))
                ? joined
                : say(
                        cited.stream().anyMatch(LetterVoice::isNumbered) ? "letter.clauses" : "letter.clauses.named",
                        "clauses",
                        joined);
    }

    /** Whether it is called by a number and not by what it is about. */
    private static boolean isNumbered(String clause) {
        return clause.chars().anyMatch(each -> Character.isDigit(each) || NUMERALS.indexOf(each) >= 0);
    }

    /** Words with the values that any sentence of a letter may use, and its own. */
    public String say(String key, Object... own) {
        List<Object> values = new ArrayList<>(List.of(
                "jurisdiction",
                run.jurisdiction(),
                "office",
                head.office(),
                "period",
                called,
                "next",
                period.year() + 1));
        values.addAll(List.of(own));
        return words.text(key, values.toArray());
    }
}

package bankscore.watch.scheme;

import bankscore.exact.Period;
import bankscore.facts.PartyRegister;
import bankscore.facts.Subject;
import bankscore.rule.Condition;
import bankscore.sheet.PlainText;
import java.util.Optional;

/**
 * Who is listed and not judged, besides those whom their register leaves out.
 *
 * @param monthsOpen open for fewer months at the period's end (D13); absent: nobody for that
 * @param text a word in a column of the register; absent: nobody for that
 */
public record Exemption(Optional<Integer> monthsOpen, Optional<Condition.Text> text) {

    /** Whether it spares a subject, as its register tells: figures may be missing then. */
    boolean spares(PartyRegister register, Subject subject, Period period) {
        return monthsOpen.filter(months -> !subject.isOpenFor(months, period)).isPresent()
                || text.filter(word -> says(word, register, subject, period)).isPresent();
    }

    private static boolean says(Condition.Text word, PartyRegister register, Subject subject, Period period) {
        String said = PlainText.closed(
                register.text(subject.code(), word.column(), period.end()).orElse(""));
        return word.words().stream().map(PlainText::closed).anyMatch(said::equals) == word.among();
    }
}

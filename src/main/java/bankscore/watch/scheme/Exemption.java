package bankscore.watch.scheme;

import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
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
        return isTooNew(subject, period) || word(register, subject, period).isPresent();
    }

    /** Whether a subject has not been open for long enough; one whose opening day is not told has. */
    public boolean isTooNew(Subject subject, Period period) {
        return monthsOpen.filter(months -> !subject.isOpenFor(months, period)).isPresent();
    }

    /** The word of the register that spares a subject, as it is written there; absent: none does. */
    public Optional<String> word(PartyRegister register, Subject subject, Period period) {
        return text.flatMap(asked -> {
            String said = Told.texts(register, subject, period.end()).getOrDefault(asked.column(), "");
            boolean named = asked.words().stream().map(PlainText::closed).anyMatch(PlainText.closed(said)::equals);
            return Optional.of(said).filter(word -> named == asked.among());
        });
    }
}

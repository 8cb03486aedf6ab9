package bankscore.watch.judge;

import bankscore.exact.Fraction;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.rule.Condition;
import bankscore.rule.line.ConditionCheck;
import bankscore.rule.line.SubjectLine;
import bankscore.watch.Names;
import bankscore.watch.judge.Watched.Exempt;
import bankscore.watch.scheme.Exemption;
import bankscore.watch.scheme.Told;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What registers say of subjects: who is listed and not judged, and whether a condition holds for one. */
final class Registered {

    private final WatchPeriod period;
    private final ConditionCheck check;

    Registered(WatchPeriod period) {
        this.period = period;
        Map<String, PartyRegister> byDataset = new HashMap<>();
        period.registers().values().forEach(register -> byDataset.put(register.dataset(), register));
        this.check = new ConditionCheck(period.rule().head(), period.period(), byDataset);
    }

    /** What its register remarks of a subject; empty if nothing. */
    String note(String group, Subject subject) {
        return texts(group, subject).getOrDefault(Names.NOTE, "");
    }

    /** Why a subject is listed and not judged: 是否考核, the months it has been open (D13), a word, in this order. */
    Optional<Exempt> exempt(String group, Subject subject) {
        if (!subject.assessed()) {
            return Optional.of(new Exempt(Exempt.Reason.NOT_ASSESSED, ""));
        }
        Exemption rule = period.rule().exempt();
        if (rule.isTooNew(subject, period.period())) {
            return Optional.of(new Exempt(
                    Exempt.Reason.TOO_NEW,
                    subject.opened().map(LocalDate::toString).orElse("")));
        }
        return rule.word(register(group), subject, period.period()).map(word -> new Exempt(Exempt.Reason.WORD, word));
    }

    /**
     * Whether a condition holds for a subject.
     *
     * @param amounts its measures and figures, and the benchmarks, by id
     */
    boolean holds(Condition condition, String group, Subject subject, Function<String, Optional<Fraction>> amounts) {
        Map<String, LocalDate> days = new HashMap<>();
        subject.opened().ifPresent(day -> days.put(Names.OPENED, day));
        return check.holds(
                condition, new SubjectLine(Optional.of(period.period().end()), amounts, texts(group, subject), days));
    }

    private Map<String, String> texts(String group, Subject subject) {
        return Told.texts(register(group), subject, period.period().end());
    }

    private PartyRegister register(String group) {
        return period.registers().getOrDefault(group, PartyRegister.empty(group));
    }
}

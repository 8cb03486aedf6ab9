package bankscore.rule;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One published version of a rule, as far as a run must know it, whatever business it rules. */
public interface Rule {

    RuleHead head();

    default String id() {
        return head().id();
    }

    default String rule() {
        return head().rule();
    }

    default String title() {
        return head().title();
    }

    default LocalDate from() {
        return head().from();
    }

    default Optional<LocalDate> to() {
        return head().to();
    }

    default String digest() {
        return head().digest();
    }

    /** Every parameter of its file. */
    List<Parameter> parameters();

    /** Every column that it uses: the id of a figure per subject, or {@code dataset.column}. */
    Set<String> columns();

    /** The datasets that it reads besides, whatever its formulas name, such as money held, registers among them: their ids. */
    Set<String> datasets();

    /** The registers without which it can decide nothing: the ids of their datasets. */
    default Set<String> required() {
        return Set.of();
    }

    /** Whether it ends in a plan that is real with a period. */
    default boolean isBinding(Period period) {
        return false;
    }

    /**
     * The published figures that it asks for, by item as it names it, each with its unit: that of the measure that is held
     * against it; empty where none is.
     */
    Map<String, String> publishedUnits();

    /** What one record of a {@code dataset.column} can come to at most, because an item has no more points. */
    default Map<String, Most> most() {
        return Map.of();
    }

    /**
     * The points of an item.
     *
     * @param item its name
     */
    record Most(Fraction points, String item) {}

    /** Whether a subject is judged at a period's end, as far as the register tells. */
    boolean isAssessed(Subject subject, Period period);

    /** The same of a subject of any register, by all that it tells. */
    default boolean isAssessed(PartyRegister register, Subject subject, Period period) {
        return isAssessed(subject, period);
    }

    default boolean inForce(LocalDate day) {
        return !day.isBefore(from()) && to().map(last -> !day.isAfter(last)).orElse(true);
    }
}

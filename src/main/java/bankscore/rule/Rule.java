package bankscore.rule;

import bankscore.exact.Period;
import bankscore.facts.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One published version of a rule, as far as a run must know it, whatever business it rules. */
public interface Rule {

    /** This version's id, such as {@code shangrao-2022}. */
    String id();

    /** The rule of which it is a version, such as {@code shangrao}. */
    String rule();

    String title();

    /** The first day it is in force. */
    LocalDate from();

    /** The last day it is in force, if known. */
    Optional<LocalDate> to();

    /** SHA-256 of its file. */
    String digest();

    /** Every parameter of its file. */
    List<Parameter> parameters();

    /** Every column that it uses: the id of a figure per subject, or {@code dataset.column}. */
    Set<String> columns();

    /** The datasets that it reads besides, whatever its formulas name, such as money held: their ids. */
    Set<String> datasets();

    /**
     * The published figures that it asks for, by item as it names it, each with its unit: that of the measure that is held
     * against it; empty where none is.
     */
    Map<String, String> publishedUnits();

    /** Whether a subject is judged at a period's end, as far as the register tells. */
    boolean isAssessed(Subject subject, Period period);

    default boolean inForce(LocalDate day) {
        return !day.isBefore(from()) && to().map(last -> !day.isAfter(last)).orElse(true);
    }
}

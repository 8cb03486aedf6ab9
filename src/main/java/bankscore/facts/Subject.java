package bankscore.facts;

import bankscore.exact.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who the register names and the facts are about: a bank, an insurer, a county, an enterprise, a household.
 *
 * @param code the stable key, such as {@code B007}
 * @param name the full name
 * @param shortName the short name; empty if there is none
 * @param aliases further names it goes by
 * @param kind 机构类型; empty if not stated
 * @param opened the opening date, if stated
 * @param assessed whether 是否考核 is not 否
 * @param told what further columns of words say of it that the rule names, by column id; there is no entry for an empty cell
 */
public record Subject(
        String code,
        String name,
        String shortName,
        List<String> aliases,
        String kind,
        Optional<LocalDate> opened,
        boolean assessed,
        Map<String, Told> told) {

    public Subject {
        aliases = List.copyOf(aliases);
        told = Map.copyOf(told);
    }

    /** Of whom the rule asks no further words. */
    public Subject(
            String code,
            String name,
            String shortName,
            List<String> aliases,
            String kind,
            Optional<LocalDate> opened,
            boolean assessed) {
        this(code, name, shortName, aliases, kind, opened, assessed, Map.of());
    }

    /** The same with what columns of words say of it. */
    public Subject telling(Map<String, Told> words) {
        return new Subject(code, name, shortName, aliases, kind, opened, assessed, words);
    }

    /** What a column of words says of it. */
    public Optional<String> told(String column) {
        return Optional.ofNullable(told.get(column)).map(Told::text);
    }

    /**
     * Whether it has been open for some months at a period's end: since the day after that end less so many calendar months,
     * at the latest (D13). One whose opening date is not stated has.
     */
    public boolean isOpenFor(int months, Period period) {
        LocalDate latest = period.end().plusDays(1).minusMonths(months);
        return opened.filter(day -> day.isAfter(latest)).isEmpty();
    }

    /** The short name, or the full name where there is none. */
    public String label() {
        return shortName.isEmpty() ? name : shortName;
    }
}

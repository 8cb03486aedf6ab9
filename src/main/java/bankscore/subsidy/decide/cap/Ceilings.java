package bankscore.subsidy.decide.cap;

import bankscore.exact.Money;
import bankscore.rule.line.Line;
import bankscore.subsidy.decide.seen.Keys;
import bankscore.subsidy.scheme.Cap;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What each group of lines has used of a ceiling in each of its spans of time (subsidy.md#ceilings). */
public final class Ceilings {

    private final LocalDate inForceFrom;
    private final Keys groups = new Keys();
    private final Keys.Sums used = new Keys.Sums();

    public Ceilings(LocalDate inForceFrom) {
        this.inForceFrom = inForceFrom;
    }

    /**
     * The key of a line's group.
     *
     * @param subsidy the id
     * @param cap its number in the rule's list
     */
    public List<String> key(String subsidy, int cap, Cap.Ceiling ceiling, Line line, LocalDate day) {
        List<String> words = new ArrayList<>(List.of(subsidy, Integer.toString(cap), time(ceiling.span(), day)));
        return Keys.values(words, line, ceiling.per());
    }

    private String time(Cap.Span span, LocalDate day) {
        return switch (span) {
            case YEAR -> Integer.toString(day.getYear());
            case RULE_YEAR -> Long.toString(ruleYear(day));
            case PERIOD, LINE -> "";
        };
    }

    /** The year of the rule that has begun last; years before the first one are negative. */
    private long ruleYear(LocalDate day) {
        long years = ChronoUnit.YEARS.between(inForceFrom, day);
        return inForceFrom.plusYears(years).isAfter(day) ? years - 1 : years;
    }

    Money used(List<String> key) {
        return new Money(BigInteger.valueOf(used.get(groups.find(key))));
    }

    /** A negative amount gives back. */
    public void use(List<String> key, Money amount) {
        used.add(groups.add(key), amount.fen().longValueExact());
    }
}

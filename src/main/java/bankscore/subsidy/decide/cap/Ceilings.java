package bankscore.subsidy.decide.cap;

import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.rule.line.Line;
import bankscore.subsidy.decide.seen.Keys;
import bankscore.subsidy.scheme.Cap;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What each group of lines has used of a ceiling in each of its spans of time (subsidy.md#ceilings). */
public final class Ceilings {

    private final LocalDate inForceFrom;
    private final Keys groups = new Keys();
    private final Keys.Sums used = new Keys.Sums();
    private final NavigableMap<Period, Keys.Sums> earlier = new TreeMap<>();

    /**
     * What a group has used.
     *
     * @param earlier what of it lines of each earlier period have; a period that used nothing is not in it
     */
    record Used(Money all, Map<Period, Money> earlier) {}

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

    Used used(List<String> key) {
        int group = groups.find(key);
        Map<Period, Money> before = new TreeMap<>();
        earlier.forEach((period, sums) -> {
            if (sums.get(group) != 0) {
                before.put(period, money(sums.get(group)));
            }
        });
        return new Used(money(used.get(group)), before);
    }

    private static Money money(long fen) {
        return new Money(BigInteger.valueOf(fen));
    }

    /** Takes in what a line of an earlier period was granted. */
    public void remember(List<String> key, Period period, Money amount) {
        use(key, amount);
        earlier.computeIfAbsent(period, each -> new Keys.Sums())
                .add(groups.find(key), amount.fen().longValueExact());
    }

    /** A negative amount gives back. */
    public void use(List<String> key, Money amount) {
        used.add(groups.add(key), amount.fen().longValueExact());
    }
}

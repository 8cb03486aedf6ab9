package bankscore.watch.judge;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.rule.Reference;
import bankscore.watch.judge.Look.Broken;
import bankscore.watch.judge.Look.Broken.Why;
import bankscore.watch.judge.Look.Met;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Watch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * For how many periods in a row a watch was met (watch.md#running): by each earlier period's last published revision, under
 * the version of the rule then in force; where a period has none, by what offices report of it.
 */
final class Running {

    private final Past past;
    private final Period period;
    private final Map<Key, Past.Reported> reported = new HashMap<>();
    private final NavigableSet<Period> asked = new TreeSet<>();

    private record Key(Period period, String group, String subject, String measure) {}

    Running(WatchPeriod period) {
        this.past = period.past();
        this.period = period.period();
        for (Past.Reported row : past.reported()) {
            reported.putIfAbsent(new Key(row.period(), row.group(), row.subject(), row.measure()), row);
        }
    }

    /**
     * Periods in a row.
     *
     * @param met the latest first, this one included
     * @param broken why they end, unless because it was not met
     */
    record Row(List<Met> met, Optional<Broken> broken) {}

    /** What an earlier period says; 0 where it does not meet the watch or where nothing can be said, and then why. */
    private record Earlier(int grade, Optional<Why> why) {

        static Earlier of(int grade) {
            return new Earlier(grade, Optional.empty());
        }

        static Earlier none(Why why) {
            return new Earlier(0, Optional.of(why));
        }
    }

    /**
     * The row of a subject that ends in this period.
     *
     * @param grade that of this period; 0: there is no row
     */
    Row row(Group group, String code, Watch watch, int grade) {
        List<Met> met = new ArrayList<>();
        Period at = period;
        Earlier found = Earlier.of(grade);
        while (found.grade() > 0) {
            met.add(new Met(at, found.grade(), asked.contains(at)));
            at = at.previous();
            found = earlier(at, group, code, watch);
        }
        Period end = at;
        return new Row(met, found.why().map(why -> new Broken(end, why)));
    }

    private Earlier earlier(Period at, Group group, String code, Watch watch) {
        Past.Published published = past.published().get(at);
        if (published == null) {
            return reported(at, group, code, watch);
        }
        Past.Then then = published.subjects().getOrDefault(group.id(), Map.of()).get(code);
        if (then != null && then.exempt()) {
            return Earlier.none(Why.EXEMPT);
        }
        Integer grade = then == null ? null : then.grades().get(watch.id());
        return grade == null ? Earlier.none(Why.NO_VALUE) : Earlier.of(grade);
    }

    /** By a history sheet: only what is held against a number or another measure can be judged there. */
    private Earlier reported(Period at, Group group, String code, Watch watch) {
        Optional<Fraction> value = value(at, group, code, watch.measure());
        if (value.isEmpty()) {
            return Earlier.none(Why.MISSING);
        }
        Reference bound = watch.bound();
        boolean another = bound instanceof Reference.OfMeasure
                && bound.named().flatMap(group::measure).isPresent();
        if (bound.number().isEmpty() && !another) {
            return Earlier.none(Why.NOT_JUDGED);
        }
        asked.add(at);
        return bound.number()
                .or(() -> bound.named().flatMap(id -> value(at, group, code, id)))
                .map(whole -> watch.progress() ? soFar(whole, at) : whole)
                .map(against -> Earlier.of(watch.grade(watch.side().gap(value.get(), against))))
                .orElseGet(() -> Earlier.none(Why.NO_VALUE));
    }

    /** A reported measure, to the decimals to which it is published: reported and published periods are held to one bound. */
    private Optional<Fraction> value(Period at, Group group, String code, String measure) {
        return Optional.ofNullable(reported.get(new Key(at, group.id(), code, measure)))
                .flatMap(row -> group.measure(measure).map(of -> of.rounded(row.value())));
    }

    /** What of a year's bound is due at a quarter's end: bound × quarter ÷ 4, exactly. */
    static Fraction soFar(Fraction year, Period at) {
        return year.times(Fraction.of(at.quarter(), 4));
    }

    /** Whether something is known of a subject before a period. */
    boolean isKnownBefore(Period at, Group group, String code, Watch watch) {
        return past.published().headMap(at, false).values().stream()
                        .anyMatch(then -> then.subjects()
                                .getOrDefault(group.id(), Map.of())
                                .containsKey(code))
                || reported.keySet().stream()
                        .anyMatch(key -> key.period().compareTo(at) < 0
                                && key.group().equals(group.id())
                                && key.subject().equals(code)
                                && key.measure().equals(watch.measure()));
    }

    /** The periods that were judged by what offices report of them. */
    NavigableSet<Period> reportedPeriods() {
        return Collections.unmodifiableNavigableSet(asked);
    }
}

package bankscore.intake.table.swap;

import bankscore.exact.Fraction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether figures stand one row off, as after a paste that began in the wrong cell: in several rows running each is nearer to
 * what the row above had, or the row below, than to its own. The sum of the column tells nothing of it.
 *
 * @param subjects whose figures they are, in the order of the rows
 * @param below whether the figures stand below where they belong
 */
record ShiftedRows(List<String> subjects, boolean below) {

    ShiftedRows {
        subjects = List.copyOf(subjects);
    }

    /**
     * The first such rows of a column.
     *
     * @param now by subject, in the order of the rows
     * @param then what the same subjects had before
     * @param rows so many rows tell something
     * @param times so many times nearer they must be, together
     */
    static Optional<ShiftedRows> of(Map<String, Fraction> now, Map<String, Fraction> then, int rows, Fraction times) {
        List<String> subjects = now.keySet().stream()
                .filter(subject ->
                        value(then, subject).isPositive() && value(now, subject).isPositive())
                .toList();
        Fraction before = Fraction.sum(
                subjects.stream().map(subject -> value(then, subject)).toList());
        if (subjects.size() <= rows || before.isZero()) {
            return Optional.empty();
        }
        // All have grown as their sum has; what is in its place, may be, as the middle one has, where a sum is spoilt.
        Fraction growth = Fraction.sum(
                        subjects.stream().map(subject -> value(now, subject)).toList())
                .dividedBy(before);
        Fraction middle = subjects.stream()
                .map(subject -> value(now, subject).dividedBy(value(then, subject)))
                .sorted()
                .toList()
                .get(subjects.size() / 2);
        Map<String, Fraction> away = new HashMap<>();
        for (String subject : subjects) {
            away.put(subject, away(now, then, growth, subject, subject).min(away(now, then, middle, subject, subject)));
        }
        return shifted(subjects, 1, now, then, growth, away, rows, times)
                .or(() -> shifted(subjects, -1, now, then, growth, away, rows, times));
    }

    private static Optional<ShiftedRows> shifted(
            List<String> subjects,
            int by,
            Map<String, Fraction> now,
            Map<String, Fraction> then,
            Fraction growth,
            Map<String, Fraction> away,
            int rows,
            Fraction times) {
        List<String> run = new ArrayList<>();
        Fraction fromOwn = Fraction.ZERO;
        Fraction fromOther = Fraction.ZERO;
        for (int i = 0; i <= subjects.size(); i++) {
            boolean both = i < subjects.size() && i - by >= 0 && i - by < subjects.size();
            Fraction own = both ? away(now, then, growth, subjects.get(i), subjects.get(i)) : Fraction.ZERO;
            Fraction other = both ? away(now, then, growth, subjects.get(i), subjects.get(i - by)) : Fraction.ZERO;
            if (other.isLess(own)) {
                run.add(subjects.get(i));
                fromOwn = fromOwn.plus(value(away, subjects.get(i)));
                fromOther = fromOther.plus(other);
                continue;
            }
            if (run.size() >= rows && !fromOwn.isLess(fromOther.times(times))) {
                return Optional.of(new ShiftedRows(run, by > 0));
            }
            run.clear();
            fromOwn = Fraction.ZERO;
            fromOther = Fraction.ZERO;
        }
        return Optional.empty();
    }

    private static Fraction away(
            Map<String, Fraction> now, Map<String, Fraction> then, Fraction growth, String subject, String other) {
        return value(now, subject).minus(value(then, other).times(growth)).abs();
    }

    private static Fraction value(Map<String, Fraction> figures, String subject) {
        return figures.getOrDefault(subject, Fraction.ZERO);
    }
}

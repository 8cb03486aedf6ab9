package bankscore.watch.judge;

import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.facts.Figure;
import bankscore.sheet.Place;
import bankscore.watch.judge.TargetState.State;
import bankscore.watch.scheme.Target;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How far targets are at the period's end (watch.md#targets). */
final class Targets {

    private static final Rounding PATH = Rounding.halfUp(2, "watch.md#targets");
    private static final Rounding SHARE = Rounding.halfUp(15, "watch.md#targets");

    private final LocalDate today;
    private final Published published;
    private final Values values;

    Targets(LocalDate today, Published published, Values values) {
        this.today = today;
        this.published = published;
        this.values = values;
    }

    TargetState state(Target target) {
        Optional<Figure> figure = published.today(target.published());
        Optional<Fraction> value = figure.map(Figure::value);
        Optional<Fraction> goal =
                target.goal().number().or(() -> target.goal().named().flatMap(values::benchmark));
        Optional<Fraction> path = goal.flatMap(to -> path(target, to));
        return new TargetState(
                target,
                value,
                figure.map(Figure::place).orElse(Place.NONE),
                goal,
                path,
                value.flatMap(own -> goal.flatMap(to -> share(target, own, to))),
                value.isEmpty() || goal.isEmpty()
                        ? State.NOT_REPORTED
                        : isReached(target, value.get(), goal.get())
                                ? State.REACHED
                                : path.filter(due -> !value.get().isLess(due)).isPresent()
                                        ? State.ON_TIME
                                        : State.BEHIND,
                isPassed(target));
    }

    private boolean isPassed(Target target) {
        return target.by().filter(today::isAfter).isPresent();
    }

    private static boolean isReached(Target target, Fraction value, Fraction goal) {
        return target.strictly() ? value.isGreater(goal) : !value.isLess(goal);
    }

    /** The value that would be on time today, rising evenly by days; before the start that of the start, after the day the goal. */
    private Optional<Fraction> path(Target target, Fraction goal) {
        LocalDate from = target.yearly()
                ? today.withDayOfYear(1)
                : target.from().map(Target.Start::day).orElse(today);
        Optional<LocalDate> to = target.yearly()
                ? Optional.of(LocalDate.of(today.getYear(), 12, 31))
                : target.by().filter(day -> target.from().isPresent());
        return to.map(day -> {
            Fraction start = start(target);
            long whole = ChronoUnit.DAYS.between(from, day);
            long gone = Math.max(0, Math.min(whole, ChronoUnit.DAYS.between(from, today)));
            return PATH.round(
                    whole <= 0 || isPassed(target)
                            ? goal
                            : start.plus(goal.minus(start).times(Fraction.of(gone, whole))));
        });
    }

    private static Fraction start(Target target) {
        return target.yearly()
                ? Fraction.ZERO
                : target.from().map(Target.Start::value).orElse(Fraction.ZERO);
    }

    /** Absent where the way has no length. */
    private static Optional<Fraction> share(Target target, Fraction value, Fraction goal) {
        Fraction way = goal.minus(start(target));
        return way.isZero()
                ? Optional.empty()
                : Optional.of(SHARE.round(value.minus(start(target)).dividedBy(way)));
    }
}

package bankscore.watch.judge;

import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.rule.Definition;
import bankscore.rule.MeasureValue;
import bankscore.sheet.Place;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Watch;
import bankscore.watch.scheme.Watch.Side;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * What would have to be otherwise for a subject not to be hit by a watch, all else as it is (watch.md#explain).
 *
 * <p>A figure is tried, not computed: the period is judged anew with it, so that a benchmark or a mean in which the subject
 * itself takes part moves along, and what is told holds by the rule itself.
 *
 * @param value the measure that would suffice against what it is held against now
 * @param included whether that very value suffices; else it must lie beyond
 * @param figure the figure that would suffice; absent where no figure of the period moves the measure evenly
 */
public record WayOut(Fraction value, boolean included, Optional<Enough> figure) {

    /** Figures beyond are nobody's. */
    private static final int DOUBLINGS = 60;

    /**
     * The least change of one figure that suffices, in steps of its last decimal.
     *
     * @param column its id
     * @param now as it was sent
     * @param needed what suffices; a step less does not
     * @param then what the watch comes to with it
     */
    public record Enough(String column, Fraction now, Fraction needed, Look then) {}

    /**
     * The way out of a hit.
     *
     * @param hit of the subject
     * @param decimals those in which a figure is given, by its column
     */
    public static WayOut of(WatchPeriod period, Watched subject, Look hit, Map<String, Integer> decimals) {
        Group group = period.rule().group(subject.group()).orElseThrow();
        Watch watch = hit.watch();
        Definition.Measure measure = group.measure(watch.measure()).orElseThrow();
        Fraction bound = hit.bound().orElseThrow();
        Fraction limit = watch.grades().isEmpty()
                ? bound
                : watch.side() == Side.BELOW
                        ? bound.minus(watch.grades().get(0))
                        : bound.plus(watch.grades().get(0));
        boolean included = watch.grades().isEmpty();
        Trial trial = new Trial(period, group, subject.subject().code(), watch);
        return new WayOut(
                measure.rounding()
                        .map(to -> published(limit, included, watch.side(), to))
                        .orElse(limit),
                included || measure.rounding().isPresent(),
                measure.formula().names().stream()
                        .flatMap(column -> trial.enough(column, decimals.getOrDefault(column, 2)).stream())
                        .findFirst());
    }

    /** The nearest published value on the right side of a limit. */
    private static Fraction published(Fraction limit, boolean included, Side wrong, Rounding rounding) {
        Fraction scale = new Fraction(BigInteger.TEN.pow(rounding.decimals()), BigInteger.ONE);
        // Mirrored, values above are below.
        Fraction up = (wrong == Side.BELOW ? limit : limit.negate()).times(scale);
        BigInteger floor = up.floor();
        BigInteger steps = included && up.isWhole() ? floor : floor.add(BigInteger.ONE);
        Fraction value = new Fraction(steps, BigInteger.ONE).dividedBy(scale);
        return wrong == Side.BELOW ? value : value.negate();
    }

    /** Judges the period with another figure of the subject. */
    private record Trial(WatchPeriod period, Group group, String code, Watch watch) {

        Optional<Enough> enough(String column, int decimals) {
            Optional<Figure> own = facts().figure(column, code);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            Fraction now = own.get().value();
            int direction = direction(column, now) * (watch.side() == Side.BELOW ? 1 : -1);
            if (direction == 0) {
                return Optional.empty();
            }
            Fraction scale = new Fraction(BigInteger.TEN.pow(decimals), BigInteger.ONE);
            Fraction step = Fraction.of(direction).dividedBy(scale);
            // From a figure of just so many decimals, short of the change.
            Fraction from =
                    new Fraction(now.times(scale).times(Fraction.of(direction)).floor(), BigInteger.ONE).times(step);
            return least(steps -> suffices(column, from.plus(step.times(Fraction.of(steps)))))
                    .map(steps -> from.plus(step.times(Fraction.of(steps))))
                    // Nobody owes or insures less than nothing.
                    .filter(needed -> !needed.isNegative() || now.isNegative())
                    .map(needed -> new Enough(column, now, needed, look(column, needed)));
        }

        private FactTable facts() {
            return Optional.ofNullable(period.facts().get(group.id())).orElseThrow();
        }

        /** In which direction the measure goes with the figure; 0 where not evenly, so that no line can be said. */
        private int direction(String column, Fraction now) {
            List<Optional<Fraction>> values = List.of(
                    unrounded(column, now),
                    unrounded(column, now.plus(Fraction.ONE)),
                    unrounded(column, now.plus(Fraction.of(2))));
            if (values.stream().anyMatch(Optional::isEmpty)) {
                return 0;
            }
            List<Fraction> known = values.stream().map(Optional::orElseThrow).toList();
            Fraction first = known.get(1).minus(known.get(0));
            return known.get(2).minus(known.get(1)).equals(first) ? first.signum() : 0;
        }

        private Optional<Fraction> unrounded(String column, Fraction value) {
            return Optional.ofNullable(judged(column, value).measures().get(watch.measure()))
                    .flatMap(MeasureValue::unrounded);
        }

        private boolean suffices(String column, Fraction value) {
            Look look = look(column, value);
            return look.gap().isPresent() && look.grade() == 0;
        }

        private Look look(String column, Fraction value) {
            return judged(column, value).looks().stream()
                    .filter(look -> look.watch().id().equals(watch.id()))
                    .findFirst()
                    .orElseThrow();
        }

        private Watched judged(String column, Fraction value) {
            Map<String, FactTable> facts = new HashMap<>(period.facts());
            facts.put(group.id(), facts().with(column, code, new Figure(column, value, Place.NONE)));
            WatchPeriod changed = new WatchPeriod(
                    period.rule(), period.period(), facts, period.registers(), period.items(), period.past());
            return Judge.judge(changed).groups().stream()
                    .filter(each -> each.group().id().equals(group.id()))
                    .flatMap(each -> each.subjects().stream())
                    .filter(each -> each.subject().code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The least number of steps that suffices, if more of them do too; absent where none does. */
    private static Optional<Long> least(LongPredicate suffices) {
        long tooFew = 0;
        long enough = 1;
        int doublings = 0;
        while (!suffices.test(enough)) {
            tooFew = enough;
            enough *= 2;
            doublings++;
            if (doublings == DOUBLINGS) {
                return Optional.empty();
            }
        }
        while (enough - tooFew > 1) {
            long middle = (tooFew + enough) >>> 1;
            if (suffices.test(middle)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return Optional.of(enough);
    }
}

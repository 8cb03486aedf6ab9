package bankscore.desk.comparison;

import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.run.questions.Fall;
import bankscore.run.questions.Fall.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * A fall as bars below each other, in units of the drawing; the amounts stand beside, so that nothing is read off an axis or
 * told by colour.
 *
 * @param cut whether the bars of before and after do not begin at zero, so that the causes can be seen
 */
public record Waterfall(String of, String change, int height, List<Bar> bars, boolean cut) {

    private static final Rounding DRAWN = Rounding.halfUp(1, "");
    private static final int LEFT = 120;
    private static final int WIDTH = 460;
    private static final int STEP = 24;
    private static final int TEXT = 15;

    /** One bar: {@code level}, {@code more} or {@code less}. */
    public record Bar(String kind, String name, String printed, int y, int textY, String x, String width, String end) {}

    static Waterfall of(Fall fall) {
        List<Fraction> stands = new ArrayList<>(List.of(fall.before().amount()));
        fall.causes().forEach(cause -> stands.add(stands.get(stands.size() - 1).plus(cause.amount())));
        Fraction least = stands.stream().reduce(Fraction::min).orElseThrow();
        Fraction most = stands.stream().reduce(Fraction::max).orElseThrow();
        Fraction from = least.isPositive() ? least.minus(most.minus(least)).max(Fraction.ZERO) : least;
        Scale scale = new Scale(from.isPositive() ? from : from.min(Fraction.ZERO), most.max(Fraction.ZERO));
        List<Bar> bars = new ArrayList<>();
        bars.add(scale.bar(
                "level", fall.before(), bars.size(), scale.from(), fall.before().amount()));
        for (int at = 0; at < fall.causes().size(); at++) {
            Mark cause = fall.causes().get(at);
            if (!cause.amount().isZero()) {
                bars.add(scale.bar(
                        cause.amount().isPositive() ? "more" : "less",
                        cause,
                        bars.size(),
                        stands.get(at),
                        stands.get(at + 1)));
            }
        }
        bars.add(scale.bar(
                "level", fall.after(), bars.size(), scale.from(), fall.after().amount()));
        return new Waterfall(
                fall.of(),
                fall.before().printed() + " → " + fall.after().printed(),
                bars.size() * STEP + 6,
                bars,
                scale.from().isPositive());
    }

    /** What the drawing's edges stand for. */
    private record Scale(Fraction from, Fraction to) {

        Bar bar(String kind, Mark mark, int place, Fraction one, Fraction other) {
            Fraction left = at(one.min(other));
            Fraction right = at(one.max(other));
            return new Bar(
                    kind,
                    mark.name(),
                    mark.printed(),
                    place * STEP + 4,
                    place * STEP + TEXT + 3,
                    DRAWN.text(left),
                    DRAWN.text(right.minus(left).max(Fraction.ONE)),
                    DRAWN.text(right.plus(Fraction.of(8))));
        }

        private Fraction at(Fraction amount) {
            Fraction whole = to.minus(from);
            return whole.isPositive()
                    ? amount.minus(from)
                            .times(Fraction.of(WIDTH))
                            .dividedBy(whole)
                            .plus(Fraction.of(LEFT))
                    : Fraction.of(LEFT);
        }
    }
}

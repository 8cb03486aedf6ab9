package bankscore.contribution.method;

import bankscore.contribution.method.Method.Better;
import bankscore.contribution.score.ScoreLine.Working;
import bankscore.exact.Fraction;
import bankscore.rule.Population;
import java.util.List;
import java.util.Optional;

/**
 * What each method of the language computes: points of a value among its population. One method below per record of
 * {@link Method}, in the order of {@code scheme.md#methods}.
 *
 * @param raw the points, exact
 * @param working what the method looked at
 */
public record Points(Fraction raw, Working working) {

    /** Resolves a reference for the bank at hand; absent where it does not exist. */
    @FunctionalInterface
    public interface References {
        Optional<Fraction> resolve(bankscore.rule.Reference reference);
    }

    public static Points of(Method method, Fraction own, Population population, References references) {
        if (method instanceof Method.Bands bands) {
            return bands(bands, own);
        }
        if (method instanceof Method.RatioToBest ratio) {
            return ratioToBest(ratio, own, population);
        }
        if (method instanceof Method.RatioToReference ratio) {
            return ratioToReference(ratio, own, references.resolve(ratio.reference()));
        }
        if (method instanceof Method.ShareOfTotal share) {
            return shareOfTotal(share, own, population);
        }
        if (method instanceof Method.RankStep rank) {
            int place = population.place(own, rank.better() == Better.HIGHER);
            Fraction lost = rank.step().times(Fraction.of(place - 1L));
            return placed(rank.first().minus(lost).max(rank.floor()), place, population);
        }
        if (method instanceof Method.RankTable rank) {
            int place = population.place(own, rank.better() == Better.HIGHER);
            List<Fraction> table = rank.table();
            return placed(place <= table.size() ? table.get(place - 1) : Fraction.ZERO, place, population);
        }
        if (method instanceof Method.Linear linear) {
            return linear(linear, own, references.resolve(linear.reference()));
        }
        if (method instanceof Method.MinMax minMax) {
            return minMax(minMax, own, population);
        }
        Method.Value value = (Method.Value) method;
        return new Points(between(own, value.min(), value.max()), new Working.Itself());
    }

    private static Points bands(Method.Bands method, Fraction own) {
        List<Method.Band> bands = method.bands();
        boolean onBound = bands.stream()
                .anyMatch(band -> band.from().filter(own::equals).isPresent()
                        || band.to().filter(own::equals).isPresent());
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i).contains(own)) {
                return new Points(bands.get(i).points(), new Working.InBand(Optional.of(i), onBound));
            }
        }
        return new Points(Fraction.ZERO, new Working.InBand(Optional.empty(), onBound));
    }

    private static Points ratioToBest(Method.RatioToBest method, Fraction own, Population population) {
        boolean higher = method.better() == Better.HIGHER;
        Fraction best = (higher ? population.highest() : population.lowest()).orElse(Fraction.ZERO);
        Working working = new Working.Against(Optional.of(best));
        if (!higher && own.isZero() && best.isZero()) {
            return new Points(method.full(), working);
        }
        if (!own.isPositive() || !best.isPositive()) {
            return new Points(Fraction.ZERO, working);
        }
        Fraction ratio = higher ? own.dividedBy(best) : best.dividedBy(own);
        return new Points(method.full().times(ratio), working);
    }

    private static Points ratioToReference(Method.RatioToReference method, Fraction own, Optional<Fraction> reference) {
        Working working = new Working.Against(reference);
        if (reference.isEmpty() || !reference.get().isPositive()) {
            return new Points(Fraction.ZERO, working);
        }
        Fraction points = method.full().times(own).dividedBy(reference.get());
        return new Points(points.min(method.cap()).max(Fraction.ZERO), working);
    }

    private static Points shareOfTotal(Method.ShareOfTotal method, Fraction own, Population population) {
        Fraction sum = population.positiveSum();
        Working working = new Working.Against(Optional.of(sum));
        if (sum.isZero()) {
            return new Points(Fraction.ZERO, working);
        }
        return new Points(method.full().times(own.max(Fraction.ZERO)).dividedBy(sum), working);
    }

    private static Points placed(Fraction points, int place, Population population) {
        return new Points(points, new Working.Placed(place, population.size()));
    }

    private static Points linear(Method.Linear method, Fraction own, Optional<Fraction> reference) {
        if (reference.isEmpty()) {
            return new Points(Fraction.ZERO, new Working.Stepped(reference, Fraction.ZERO, Fraction.ZERO));
        }
        Fraction distance = own.minus(reference.get());
        Fraction exact = distance.dividedBy(method.per());
        Fraction steps = switch (method.steps()) {
            case WHOLE -> exact.truncated();
            case PRO_RATA -> exact;
            case STARTED -> exact.awayFromZero();
        };
        Fraction points = method.base().plus(method.points().times(steps));
        return new Points(between(points, method.min(), method.max()), new Working.Stepped(reference, distance, steps));
    }

    private static Points minMax(Method.MinMax method, Fraction own, Population population) {
        boolean higher = method.better() == Better.HIGHER;
        Fraction highest = population.highest().orElse(own);
        Fraction lowest = population.lowest().orElse(own);
        Fraction best = higher ? highest : lowest;
        Fraction worst = higher ? lowest : highest;
        Working working = new Working.Between(worst, best);
        if (best.equals(worst)) {
            return new Points(method.full(), working);
        }
        return new Points(method.full().times(own.minus(worst)).dividedBy(best.minus(worst)), working);
    }

    private static Fraction between(Fraction points, Optional<Fraction> min, Optional<Fraction> max) {
        Fraction notBelow = min.map(points::max).orElse(points);
        return max.map(notBelow::min).orElse(notBelow);
    }
}

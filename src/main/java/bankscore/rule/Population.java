package bankscore.rule;

import bankscore.exact.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of one measure over the banks that are compared, with what every method asks of them, computed once.
 *
 * <p>A bank whose measure does not exist takes no part (D11).
 */
public final class Population {

    private final List<Fraction> ascending;
    private final Fraction positiveSum;
    private final Optional<Fraction> mean;
    private final Optional<Fraction> median;

    private Population(List<Fraction> ascending) {
        this.ascending = ascending;
        this.mean = Statistic.MEAN.of(ascending);
        this.median = Statistic.MEDIAN.of(ascending);
        this.positiveSum =
                Fraction.sum(ascending.stream().filter(Fraction::isPositive).toList());
    }

    public static Population of(Map<String, MeasureValue> values, List<String> banks) {
        List<Fraction> existing = new ArrayList<>();
        for (String bank : banks) {
            MeasureValue value = values.get(bank);
            if (value != null) {
                value.value().ifPresent(existing::add);
            }
        }
        existing.sort(null);
        return new Population(existing);
    }

    public int size() {
        return ascending.size();
    }

    public Optional<Fraction> highest() {
        return ascending.isEmpty() ? Optional.empty() : Optional.of(ascending.get(ascending.size() - 1));
    }

    public Optional<Fraction> lowest() {
        return ascending.isEmpty() ? Optional.empty() : Optional.of(ascending.get(0));
    }

    public Optional<Fraction> mean() {
        return mean;
    }

    public Optional<Fraction> median() {
        return median;
    }

    /** What a reference asks of the values. */
    public Optional<Fraction> of(Reference.OfPopulation asked) {
        if (asked.best().isPresent()) {
            int size = ascending.size();
            return Statistic.MEAN.of(
                    ascending.subList(size - Math.min(size, asked.best().get()), size));
        }
        return switch (asked.statistic()) {
            case MEAN -> mean();
            case MEDIAN -> median();
            case MAX -> highest();
            case MIN -> lowest();
            case SUM, COUNT -> throw new IllegalStateException("no reference: " + asked);
        };
    }

    /** The sum, negative values counting as 0. */
    public Fraction positiveSum() {
        return positiveSum;
    }

    /** The place of a value: 1 + how many are better; equal values share it. */
    public int place(Fraction value, boolean higherIsBetter) {
        int notAbove = firstAbove(value);
        int below = firstNotBelow(value);
        return 1 + (higherIsBetter ? ascending.size() - notAbove : below);
    }

    private int firstAbove(Fraction value) {
        int low = 0;
        int high = ascending.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending.get(middle).compareTo(value) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstNotBelow(Fraction value) {
        int low = 0;
        int high = ascending.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending.get(middle).compareTo(value) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

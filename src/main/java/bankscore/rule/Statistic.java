package bankscore.rule;

import bankscore.exact.Fraction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be asked of a population's values. */
public enum Statistic {
    SUM,
    MEAN,
    MAX,
    MIN,
    MEDIAN,
    COUNT;

    /** The word in formulas, such as {@code mean}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Statistic> of(String word) {
        for (Statistic statistic : values()) {
            if (statistic.word().equals(word)) {
                return Optional.of(statistic);
            }
        }
        return Optional.empty();
    }

    /** The statistic of the values; over none, sum and count are 0 and the others do not exist. */
    public Optional<Fraction> of(List<Fraction> values) {
        if (values.isEmpty()) {
            return this == SUM || this == COUNT ? Optional.of(Fraction.ZERO) : Optional.empty();
        }
        return Optional.of(
                switch (this) {
                    case SUM -> Fraction.sum(values);
                    case COUNT -> Fraction.of(values.size());
                    case MEAN -> Fraction.sum(values).dividedBy(Fraction.of(values.size()));
                    case MAX -> values.stream().reduce(Fraction::max).orElseThrow();
                    case MIN -> values.stream().reduce(Fraction::min).orElseThrow();
                    case MEDIAN -> median(values.stream().sorted().toList());
                });
    }

    private static Fraction median(List<Fraction> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(Fraction.of(2));
    }
}

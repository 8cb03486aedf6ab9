package bankscore.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** One line of the table: what was measured, once a round. */
final class Measured {

    private final String what;
    private final int units;
    private final List<Ran> rounds = new ArrayList<>();

    /** @param units how many banks, rows or counties it is about, to tell the time of one; 1: it is about none */
    Measured(String what, int units) {
        this.what = what;
        this.units = units;
    }

    Measured(String what) {
        this(what, 1);
    }

    String what() {
        return what;
    }

    int units() {
        return units;
    }

    void add(Ran ran) {
        rounds.add(ran);
    }

    boolean isEmpty() {
        return rounds.isEmpty();
    }

    long megabytes() {
        return rounds.stream().mapToLong(Ran::megabytes).max().orElse(0);
    }

    /** From the least to the most. */
    List<Double> sorted(ToDoubleFunction<Ran> of) {
        return rounds.stream().map(of::applyAsDouble).sorted().toList();
    }

    double median(ToDoubleFunction<Ran> of) {
        return middle(sorted(of));
    }

    /** How many times the other's it takes, each by unit: the median of the rounds, both of the same round. */
    double times(Measured other, ToDoubleFunction<Ran> of) {
        return middle(IntStream.range(0, Math.min(rounds.size(), other.rounds.size()))
                .mapToObj(round -> of.applyAsDouble(rounds.get(round))
                        / units
                        / (of.applyAsDouble(other.rounds.get(round)) / other.units))
                .sorted()
                .toList());
    }

    /** The middle one of numbers in order; of two the upper one. */
    static double middle(List<Double> sorted) {
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }
}

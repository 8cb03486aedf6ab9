package bankscore.rule;

import bankscore.exact.Fraction;
import bankscore.facts.RecordSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The records of one subject that a measure aggregates. A record without a number counts as the value of its word where
 * the rule names one (D10), else not at all.
 *
 * @param rows how many there are
 * @param counted how many have a number or one that stands in for it
 * @param registered the sum of the numbers that are written
 * @param sum with the numbers that stand in
 * @param max the largest number, written or standing in
 * @param min the smallest number, written or standing in
 */
public record Records(
        long rows, long counted, Fraction registered, Fraction sum, Optional<Fraction> max, Optional<Fraction> min) {

    private static final Records NONE =
            new Records(0, 0, Fraction.ZERO, Fraction.ZERO, Optional.empty(), Optional.empty());

    /**
     * All records together.
     *
     * @param standIn the number that stands in for an empty one, by the record's word
     */
    static Records of(List<RecordSummary> summaries, Function<String, Optional<Fraction>> standIn) {
        Records records = NONE;
        for (RecordSummary summary : summaries) {
            records = records.and(summary, summary.empty() > 0 ? standIn.apply(summary.choice()) : Optional.empty());
        }
        return records;
    }

    private Records and(RecordSummary summary, Optional<Fraction> standIn) {
        Fraction added =
                standIn.map(each -> each.times(Fraction.of(summary.empty()))).orElse(Fraction.ZERO);
        return new Records(
                rows + summary.rows(),
                counted + summary.rows() - (standIn.isPresent() ? 0 : summary.empty()),
                registered.plus(summary.sum()),
                sum.plus(summary.sum()).plus(added),
                Statistic.MAX.of(present(max, summary.max(), standIn)),
                Statistic.MIN.of(present(min, summary.min(), standIn)));
    }

    private static List<Fraction> present(
            Optional<Fraction> before, Optional<Fraction> written, Optional<Fraction> standIn) {
        return Stream.of(before, written, standIn).flatMap(Optional::stream).toList();
    }

    /** What the numbers that stand in add to those that are written. */
    public Fraction added() {
        return sum.minus(registered);
    }

    /** Whether their mean is that of the written numbers over all of them. */
    public boolean areComplete() {
        return counted == rows && sum.equals(registered);
    }

    /** A statistic over the records; absent where it does not exist. */
    Optional<Fraction> value(Statistic statistic) {
        return switch (statistic) {
            case SUM -> Optional.of(sum);
            case COUNT -> Optional.of(Fraction.of(rows));
            case MEAN -> counted == 0 ? Optional.empty() : Optional.of(sum.dividedBy(Fraction.of(counted)));
            case MAX -> max;
            case MIN -> min;
            case MEDIAN -> throw new IllegalStateException("the median of records is not kept");
        };
    }
}

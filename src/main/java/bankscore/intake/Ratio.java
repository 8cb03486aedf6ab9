package bankscore.intake;

import bankscore.exact.Fraction;
import java.util.List;
import java.util.Optional;

/**
 * What one column's figures are beside another's, as a rule: the only measure of size where nothing was published before.
 *
 * <p>Figures are added up by what both datasets know of a row: the subject, or else the label, such as a fund.
 *
 * @param of the column of the dataset that says so
 * @param to a column of this or another dataset
 * @param least what the ratio is at least, as a rule; absent: anything
 * @param most what it is at most, as a rule; absent: anything
 * @param percent whether it is told in percent
 * @param notKinds subjects are exempt whose kind contains one of these words
 * @param surelyAbove above this, in 万元, it is certain that the first column is at fault and not the second; absent: always
 * @param published the published figure that is the ratio of both columns' sums
 */
public record Ratio(
        String of,
        String to,
        Optional<Fraction> least,
        Optional<Fraction> most,
        boolean percent,
        List<String> notKinds,
        Optional<Fraction> surelyAbove,
        Optional<Published> published) {

    public Ratio {
        notKinds = List.copyOf(notKinds);
    }

    /**
     * A published figure.
     *
     * @param item its name
     * @param within how many points it may lie from the ratio of the sums
     * @param swappedWithin how near it must lie to the sums' ratio upside down to show that the columns are swapped
     * @param growth whether it is by how much of the second column the first one is more, in percent
     */
    public record Published(String item, Fraction within, Fraction swappedWithin, boolean growth) {}

    /** Whether a ratio is as usual. */
    public boolean isUsual(Fraction value) {
        return least.filter(value::isLess).isEmpty()
                && most.filter(value::isGreater).isEmpty();
    }

    /** Between what it lies, if both ends are told. */
    public Optional<Column.Range> range() {
        return least.flatMap(from -> most.map(to -> new Column.Range(from, to)));
    }

    /** The ratio of two figures as it is told. */
    public Fraction value(Fraction first, Fraction second) {
        Fraction ratio = first.dividedBy(second);
        return percent ? ratio.times(Fraction.HUNDRED) : ratio;
    }

    /** The ratio of two figures as a published figure tells it. */
    public Fraction value(Published known, Fraction first, Fraction second) {
        return known.growth()
                ? first.dividedBy(second).minus(Fraction.ONE).times(Fraction.HUNDRED)
                : value(first, second);
    }
}

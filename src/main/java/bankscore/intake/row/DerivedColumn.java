package bankscore.intake.row;

import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.intake.Column;
import bankscore.intake.Derived;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.sheet.Cell;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column that is not taken, while the rows pass by: what it says is held against what it should follow from.
 *
 * <p>It is accused once. Of a part of a total the row does not know the total, so it is remembered between which bounds the
 * rows so far have put it.
 */
final class DerivedColumn {

    private static final Rounding SHOWN = new Rounding(2, Rounding.Mode.HALF_UP, "");

    private final HeaderColumn column;
    private final Optional<Derived.Origin> origin;
    private final int rounded;
    private boolean accused;
    private @Nullable Fraction least;
    private @Nullable Fraction most;

    /** @param rounded to so many decimals senders round, the figures as well as what they work out from them */
    DerivedColumn(HeaderColumn column, Optional<Derived.Origin> origin, int rounded) {
        this.column = column;
        this.origin = origin;
        this.rounded = rounded;
    }

    /**
     * A figure of the column.
     *
     * @param value in 万元 for money
     * @param slack by how much rounding may have moved it
     */
    record Said(Fraction value, Fraction slack) {}

    HeaderColumn column() {
        return column;
    }

    /** What stands in a cell, if it is a figure; whatever else stands in a column that is not taken is nobody's business. */
    Optional<Said> figure(@Nullable Cell cell) {
        if (cell == null || !(FigureCell.Reading.of(column).read(cell.value()) instanceof FigureCell.Figure figure)) {
            return Optional.empty();
        }
        boolean money = column.column().kind() == Column.Kind.MONEY;
        Fraction value = Fraction.of(figure.value());
        Fraction written = money ? value.dividedBy(column.kept()) : value;
        int decimals =
                written.decimal().map(number -> Math.max(number.scale(), 0)).orElse(0);
        // Two units of the last one.
        Fraction slack = Fraction.of(2).dividedBy(Fraction.of(BigDecimal.TEN.pow(Math.min(decimals, rounded))));
        return Optional.of(new Said(value, money ? slack.times(column.kept()) : slack));
    }

    /** What should stand in the row where it says something else, in the column's own unit; only for the first such row. */
    Optional<String> contradicted(Said said, Function<String, Optional<Fraction>> figures) {
        Optional<Fraction> expected = accused
                ? Optional.empty()
                : origin.flatMap(from -> from.evaluation().apply(figures));
        if (expected.isEmpty() || follows(said, expected.get())) {
            return Optional.empty();
        }
        accused = true;
        boolean ofTotal = origin.filter(Derived.Origin::ofTotal).isPresent();
        Fraction shown =
                column.column().kind() == Column.Kind.MONEY ? expected.get().dividedBy(column.kept()) : expected.get();
        return Optional.of(ofTotal ? "" : SHOWN.round(shown).toString());
    }

    private boolean follows(Said said, Fraction expected) {
        if (origin.filter(Derived.Origin::ofTotal).isPresent()) {
            return isInProportion(said, expected);
        }
        boolean same = !said.value().minus(expected).abs().isGreater(said.slack());
        // A rate may have been written as a fraction.
        return same
                || (column.column().kind() == Column.Kind.PERCENT
                        && !said.value()
                                .times(Fraction.HUNDRED)
                                .minus(expected)
                                .abs()
                                .isGreater(said.slack().times(Fraction.HUNDRED)));
    }

    /** Whether there is a total of which all parts so far are what they say. */
    private boolean isInProportion(Said said, Fraction part) {
        Fraction low = said.value().minus(said.slack());
        Fraction high = said.value().plus(said.slack());
        if (!part.isPositive() || !low.isPositive()) {
            return true;
        }
        Fraction from = least == null ? low.dividedBy(part) : least.max(low.dividedBy(part));
        Fraction to = most == null ? high.dividedBy(part) : most.min(high.dividedBy(part));
        if (from.isGreater(to)) {
            return false;
        }
        least = from;
        most = to;
        return true;
    }

    /** The headings that it comes from, as the sheet has them. */
    String sources(SheetHeader header) {
        return origin.map(from -> from.from().stream()
                        .flatMap(id -> Stream.concat(header.columns().stream(), header.derived().stream())
                                .filter(each -> each.column().id().equals(id)))
                        .sorted(Comparator.comparingInt(HeaderColumn::index))
                        .map(HeaderColumn::heading)
                        .collect(Collectors.joining("、")))
                .orElse("");
    }
}

package bankscore.intake.table;

import bankscore.exact.Fraction;
import bankscore.facts.ColumnSum;
import bankscore.facts.ControlTotal;
import bankscore.facts.OnSheet;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.intake.Column;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.CellRef;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Holds total rows against the sums of their rows, but for 0.01 per row of rounding in the sheet's own unit.
 *
 * <p>A table may go on in a further sheet (续表): its total may also be that of several sheets of the dataset.
 */
final class TotalCheck {

    private static final Fraction TOLERANCE = Fraction.of(1, 100);

    private final StagedTables tables;
    private final Consumer<Finding> findings;
    private final Map<Integer, NavigableSet<Integer>> subtotals = new HashMap<>();

    TotalCheck(StagedTables tables, Consumer<Finding> findings) {
        this.tables = tables;
        this.findings = findings;
        for (OnSheet<ControlTotal> total : tables.totals().stated()) {
            if (total.value().subtotal()) {
                subtotals
                        .computeIfAbsent(total.sheet(), sheet -> new TreeSet<>())
                        .add(total.value().at().row());
            }
        }
    }

    void check() {
        if (!tables.registered().namesAreSure()) {
            return;
        }
        for (OnSheet<ControlTotal> each : tables.totals().stated()) {
            SheetHeader header = tables.sheets().get(each.sheet());
            Optional<HeaderColumn> column = Optional.ofNullable(header)
                    .flatMap(known -> known.column(each.value().column()))
                    .filter(heading -> heading.column().kind() != Column.Kind.PERCENT);
            if (header != null
                    && column.isPresent()
                    && !isAccused(header, each.value().at().column())) {
                check(each.sheet(), each.value(), header, column.get());
            }
        }
    }

    private void check(int sheet, ControlTotal total, SheetHeader header, HeaderColumn column) {
        int row = total.at().row();
        NavigableSet<Integer> own = subtotals.get(sheet);
        Integer above = total.subtotal() && own != null ? own.lower(row) : null;
        ColumnSum sum = tables.totals()
                .sums()
                .between(
                        sheet,
                        total.column(),
                        above == null ? header.row() : above,
                        total.subtotal() ? row : Integer.MAX_VALUE);
        if (isSum(total, column, sum) || (!total.subtotal() && isSumOfSheets(sheet, total, header, column))) {
            return;
        }
        Fraction stated = column.inUnit(Fraction.of(total.value()));
        Fraction expected = column.inUnit(sum.sum());
        Fraction difference = stated.minus(expected).abs();
        // The mark of transposed digits.
        boolean nine = difference.numerator().mod(BigInteger.valueOf(9)).signum() == 0;
        Finding finding = Finding.of(Code.E307, header.sheet().at(total.at().a1()))
                .column(column.heading())
                .with("found", stated)
                .with("expected", expected)
                .with("difference", difference);
        findings.accept(nine ? finding.with(Finding.VARIANT, "nine") : finding);
    }

    private static boolean isSum(ControlTotal total, HeaderColumn column, ColumnSum sum) {
        Fraction difference =
                column.inUnit(Fraction.of(total.value()).minus(sum.sum())).abs();
        return !difference.isGreater(TOLERANCE.times(Fraction.of(Math.max(sum.figures(), 1))));
    }

    /**
     * Whether it is the total of the dataset's sheets from one of them down to this one, or of all; or one of these sheets
     * was accused, so that nobody knows.
     */
    private boolean isSumOfSheets(int sheet, ControlTotal total, SheetHeader own, HeaderColumn column) {
        Fraction added = Fraction.ZERO;
        long figures = 0;
        for (int each : othersLast(sheet, own)) {
            SheetHeader header = tables.sheets().get(each);
            Optional<HeaderColumn> same = Optional.ofNullable(header).flatMap(known -> known.column(total.column()));
            if (header == null || same.isEmpty()) {
                continue;
            }
            if (isAccused(header, same.get().index())) {
                return true;
            }
            ColumnSum sum = tables.totals().sums().between(each, total.column(), header.row(), Integer.MAX_VALUE);
            added = added.plus(sum.sum());
            figures += sum.figures();
            if (isSum(total, column, new ColumnSum(added, figures))) {
                return true;
            }
        }
        return false;
    }

    /** The sheets of the same dataset: this one, those before it backwards, those behind it. */
    private List<Integer> othersLast(int sheet, SheetHeader own) {
        TreeSet<Integer> all = new TreeSet<>();
        tables.sheets().forEach((number, each) -> {
            if (each.dataset().id().equals(own.dataset().id())) {
                all.add(number);
            }
        });
        List<Integer> ordered = new ArrayList<>(all.headSet(sheet, true).descendingSet());
        ordered.addAll(all.tailSet(sheet, false));
        return ordered;
    }

    /** Whether staging accused a cell of this column or of the sheet's key: the total is then wrong for the same cause. */
    private boolean isAccused(SheetHeader header, int column) {
        Set<String> letters = new HashSet<>();
        letters.add(CellRef.letters(column));
        header.columns().stream()
                .filter(each -> !each.column().kind().isNumeric())
                .forEach(each -> letters.add(CellRef.letters(each.index())));
        return tables.staging().stream()
                .filter(finding -> finding.level() == Level.ERROR)
                .filter(finding ->
                        finding.place().sheetOnly().equals(header.sheet().sheetOnly()))
                .anyMatch(finding -> letters.contains(finding.place().cell().replaceAll("[0-9]+.*", "")));
    }
}

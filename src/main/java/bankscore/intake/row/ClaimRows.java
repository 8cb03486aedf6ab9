package bankscore.intake.row;

import bankscore.exact.Fraction;
import bankscore.facts.Claim;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.intake.Column;
import bankscore.intake.RowCheck;
import bankscore.intake.SheetHeader.HeaderColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes claims of the rows of one sheet, and holds what their cells say together against each other. */
final class ClaimRows {

    /** By how much a product may differ from its factors: half of what is rounded away, and no more than a thousandth. */
    private static final Fraction HALF_A_FEN = Fraction.of(1, 200);

    private static final Fraction THOUSANDTH = Fraction.of(1, 1000);

    private final SheetRules sheet;
    private final Claim.Cells.Maker cells = new Claim.Cells.Maker();
    private final Map<RowCheck, HeaderColumn> checks = new LinkedHashMap<>();

    ClaimRows(SheetRules sheet) {
        this.sheet = sheet;
        sheet.dataset
                .checks()
                .rows()
                .forEach(check -> sheet.header.column(check.column()).ifPresent(column -> checks.put(check, column)));
    }

    /** The row as a claim, once its keys and figures are read. */
    Claim read(DataRow row, RowFigures figures) {
        for (HeaderColumn column : sheet.header.columns()) {
            entry(column, row, figures)
                    .ifPresent(entry -> cells.put(column.column().id(), entry));
        }
        Claim claim = new Claim(sheet.dataset.id(), row.at(sheet.key).row(), cells.made());
        checks.forEach((check, column) -> check(check, column, claim, row));
        return claim;
    }

    private static Optional<Claim.Entry> entry(HeaderColumn column, DataRow row, RowFigures figures) {
        String id = column.column().id();
        int index = column.index();
        return switch (column.column().kind()) {
            case MONEY, NUMBER, PERCENT -> figures.value(id).map(value -> new Claim.Amount(index, value));
            case DATE -> row.day(id).map(day -> new Claim.Day(index, day));
            case PARTY -> row.party(id).map(party -> party);
            default ->
                Optional.of(row.word(id)).filter(word -> !word.isEmpty()).map(word -> new Claim.Words(index, word));
        };
    }

    private void check(RowCheck check, HeaderColumn column, Claim claim, DataRow row) {
        if (check instanceof RowCheck.Compared compared) {
            compare(compared, column, claim, row);
        } else if (check instanceof RowCheck.Product product) {
            multiply(product, column, claim, row);
        }
    }

    private static Code code(RowCheck check) {
        return check.level() == Level.ERROR ? Code.E222 : Code.W224;
    }

    /** Days, or figures: a refund is no figure that another one bounds. */
    private void compare(RowCheck.Compared check, HeaderColumn column, Claim claim, DataRow row) {
        Optional<HeaderColumn> other = sheet.header.column(check.other());
        if (other.isEmpty()) {
            return;
        }
        Optional<LocalDate> day = claim.day(check.column());
        Optional<LocalDate> otherDay = claim.day(check.other());
        Optional<BigDecimal> value = claim.amount(check.column()).filter(each -> each.signum() >= 0);
        Optional<BigDecimal> otherValue = claim.amount(check.other());
        int order = 0;
        if (day.isPresent() && otherDay.isPresent()) {
            order = day.get().compareTo(otherDay.get());
        } else if (value.isPresent() && otherValue.isPresent()) {
            order = value.get().compareTo(otherValue.get());
        }
        boolean otherSign = isSigned(claim.amount(check.column()), otherValue);
        if (otherSign || (check.atLeast() ? order < 0 : order > 0)) {
            row.accuse(
                    code(check),
                    column,
                    Map.of(
                            "other",
                            other.get().heading(),
                            "limit",
                            row.shown(other.get()),
                            Finding.VARIANT,
                            otherSign ? "sign" : day.isPresent() ? "day" : check.atLeast() ? "less" : "more"));
        }
    }

    /** Whether of two figures one takes back and the other does not: a refund has all its figures below 0. */
    private static boolean isSigned(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent()
                && other.isPresent()
                && one.get().signum() * other.get().signum() < 0;
    }

    private void multiply(RowCheck.Product check, HeaderColumn column, Claim claim, DataRow row) {
        Optional<BigDecimal> stated = claim.amount(check.column());
        Fraction product = Fraction.ONE;
        List<String> headings = new ArrayList<>();
        for (String factor : check.factors()) {
            Optional<HeaderColumn> from = sheet.header.column(factor);
            Optional<BigDecimal> value = claim.amount(factor);
            if (from.isEmpty() || value.isEmpty()) {
                return;
            }
            boolean percent = from.get().column().kind() == Column.Kind.PERCENT;
            Fraction exact = Fraction.of(value.get());
            product = product.times(percent ? exact.dividedBy(Fraction.HUNDRED) : exact);
            headings.add(from.get().heading());
        }
        if (stated.isPresent()) {
            Fraction away = Fraction.of(stated.get()).minus(product).abs();
            if (away.isGreater(HALF_A_FEN) || away.isGreater(product.abs().times(THOUSANDTH))) {
                row.accuse(
                        code(check),
                        column,
                        Map.of(
                                "other",
                                headings.stream().collect(Collectors.joining("×")),
                                "limit",
                                column.inUnit(product).toString(),
                                Finding.VARIANT,
                                "product"));
            }
        }
    }
}

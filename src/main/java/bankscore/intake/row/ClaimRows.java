package bankscore.intake.row;

import bankscore.exact.Fraction;
import bankscore.facts.Claim;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.intake.Column;
import bankscore.intake.RowCheck;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private final List<Check> checks;

    /**
     * A check of the sheet's rows.
     *
     * @param others the columns that its own is held against; empty if one of them is not there
     */
    private record Check(RowCheck check, HeaderColumn column, List<HeaderColumn> others) {

        static Optional<Check> of(RowCheck check, SheetHeader header) {
            List<String> others = check instanceof RowCheck.Product product
                    ? product.factors()
                    : check instanceof RowCheck.Compared compared ? List.of(compared.other()) : List.of();
            List<HeaderColumn> found =
                    others.stream().flatMap(id -> header.column(id).stream()).toList();
            return found.size() < others.size() || found.isEmpty()
                    ? Optional.empty()
                    : header.column(check.column()).map(column -> new Check(check, column, found));
        }
    }

    ClaimRows(SheetRules sheet) {
        this.sheet = sheet;
        this.checks = sheet.dataset.checks().rows().stream()
                .flatMap(check -> Check.of(check, sheet.header).stream())
                .toList();
    }

    /** The row as a claim, once its keys and figures are read. */
    Claim read(DataRow row, RowFigures figures) {
        for (HeaderColumn column : sheet.header.columns()) {
            entry(column, row, figures)
                    .ifPresent(entry -> cells.put(column.column().id(), entry));
        }
        Claim claim = new Claim(sheet.dataset.id(), row.at(sheet.key).row(), cells.made());
        checks.forEach(check -> check(check, claim, row));
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

    private void check(Check check, Claim claim, DataRow row) {
        if (check.check() instanceof RowCheck.Compared compared) {
            compare(compared, check.column(), check.others().get(0), claim, row);
        } else if (check.check() instanceof RowCheck.Product product) {
            multiply(product, check, claim, row);
        }
    }

    private static Code code(RowCheck check) {
        return check.level() == Level.ERROR ? Code.E222 : Code.W224;
    }

    /** Days, or figures: a refund is no figure that another one bounds. */
    private void compare(RowCheck.Compared check, HeaderColumn column, HeaderColumn other, Claim claim, DataRow row) {
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
                            other.heading(),
                            "limit",
                            row.shown(other),
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

    private void multiply(RowCheck.Product product, Check check, Claim claim, DataRow row) {
        HeaderColumn column = check.column();
        Optional<BigDecimal> stated = claim.amount(product.column());
        Fraction multiplied = Fraction.ONE;
        List<String> headings = new ArrayList<>();
        for (HeaderColumn from : check.others()) {
            Optional<BigDecimal> value = claim.amount(from.column().id());
            if (value.isEmpty()) {
                return;
            }
            boolean percent = from.column().kind() == Column.Kind.PERCENT;
            Fraction exact = Fraction.of(value.get());
            multiplied = multiplied.times(percent ? exact.dividedBy(Fraction.HUNDRED) : exact);
            headings.add(from.heading());
        }
        if (stated.isPresent()) {
            Fraction away = Fraction.of(stated.get()).minus(multiplied).abs();
            if (away.isGreater(HALF_A_FEN) || away.isGreater(multiplied.abs().times(THOUSANDTH))) {
                row.accuse(
                        code(product),
                        column,
                        Map.of(
                                "other",
                                headings.stream().collect(Collectors.joining("×")),
                                "limit",
                                column.inUnit(multiplied).toString(),
                                Finding.VARIANT,
                                "product"));
            }
        }
    }
}

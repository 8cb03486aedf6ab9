package bankscore.intake.row;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.finding.Code;
import bankscore.intake.Column;
import bankscore.intake.SheetHeader;
import bankscore.intake.Unit;
import bankscore.intake.text.DayText;
import bankscore.intake.text.NumberText;
import bankscore.sheet.CellValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the cell of a numeric column gives, judged by itself: at most one problem, the deepest. */
public sealed interface FigureCell {

    /** Nothing stands there. */
    record Missing() implements FigureCell {}

    /** No figure can be taken. */
    record Bad(Code code, Map<String, String> details) implements FigureCell {}

    /**
     * A figure.
     *
     * @param value in 万元 for money, exactly, without needless zeros
     * @param doubt what is to be verified
     */
    record Figure(BigDecimal value, Optional<Bad> doubt) implements FigureCell {}

    /** More decimals than any unit needs; a figure beyond them is a slip. */
    int MAX_SCALE = 24;

    /** A figure has at most so many digits before the point. */
    int MAX_WHOLE_DIGITS = 30;

    Pattern TELEPHONE = Pattern.compile("0\\d{2,3}-\\d{7,8}|1\\d{10}");

    static FigureCell read(SheetHeader.HeaderColumn column, CellValue value) {
        if (value instanceof CellValue.Failure) {
            return new Bad(Code.E204, Map.of());
        }
        if (value instanceof CellValue.Uncached) {
            return new Bad(Code.E205, Map.of());
        }
        if (value instanceof CellValue.Numeric number) {
            return number.percent() ? percent(column, number.value().movePointRight(2)) : plain(column, number.value());
        }
        if (!(value instanceof CellValue.Text text)) {
            return new Bad(Code.E201, Map.of());
        }
        NumberText read = NumberText.read(text.text());
        if (read instanceof NumberText.Exact number) {
            return plain(column, number.value());
        }
        if (read instanceof NumberText.Percent percent) {
            return percent(column, percent.value());
        }
        if (read instanceof NumberText.Missing) {
            return new Missing();
        }
        return new Bad(read instanceof NumberText.BadGrouping ? Code.E202 : Code.E201, Map.of());
    }

    /**
     * Whether the cell of a row whose key is not known holds a figure or an attempt at one. A text without digits or
     * with a colon (审核人：李四, 日期：2023-01-05), a date and a telephone number belong to a line of notes.
     */
    static boolean isAttempt(CellValue value) {
        if (value instanceof CellValue.Day) {
            return false;
        }
        if (!(value instanceof CellValue.Text text)) {
            return true;
        }
        boolean date = DayText.read(value) instanceof DayText.Read
                && NumberText.read(text.text()) instanceof NumberText.NotANumber;
        if (date || TELEPHONE.matcher(NumberText.halfWidth(text.text())).matches()) {
            return false;
        }
        String plain = NumberText.halfWidth(text.text());
        return !NumberText.isMissing(plain)
                && plain.indexOf(':') < 0
                && plain.chars().anyMatch(each -> each >= '0' && each <= '9');
    }

    private static FigureCell percent(SheetHeader.HeaderColumn column, BigDecimal value) {
        boolean allowed =
                column.column().kind() == Column.Kind.PERCENT || column.column().percentSign();
        return allowed ? checked(column, value, Optional.empty()) : new Bad(Code.E203, Map.of());
    }

    private static FigureCell plain(SheetHeader.HeaderColumn column, BigDecimal value) {
        boolean percent =
                column.column().kind() == Column.Kind.PERCENT || column.column().percentSign();
        boolean fraction = percent && value.signum() != 0 && value.abs().compareTo(BigDecimal.valueOf(2)) < 0;
        return checked(column, value, fraction ? Optional.of(new Bad(Code.W202, Map.of())) : Optional.empty());
    }

    private static FigureCell checked(SheetHeader.HeaderColumn heading, BigDecimal written, Optional<Bad> doubt) {
        Column column = heading.column();
        BigDecimal bare = written.stripTrailingZeros();
        if (isAbsurd(bare)) {
            return new Bad(Code.E215, Map.of());
        }
        BigDecimal value = column.kind() == Column.Kind.MONEY ? inWan(bare, heading.unit()) : whole(bare);
        if (isAbsurd(value)) {
            return new Bad(Code.E215, Map.of());
        }
        Fraction exact = Fraction.of(value);
        if (column.wholeFen() && Money.exactly(exact).isEmpty()) {
            return new Bad(Code.E214, Map.of());
        }
        if (value.signum() < 0 && column.negative() == Column.Negative.ERROR) {
            return new Bad(Code.E207, Map.of());
        }
        Optional<Bad> outside = outside(Code.E208, column, column.range(), exact);
        if (outside.isPresent()) {
            return outside.get();
        }
        Optional<Bad> refund = value.signum() < 0 && column.negative() == Column.Negative.REVIEW
                ? Optional.of(new Bad(Code.W207, Map.of()))
                : Optional.empty();
        if (doubt.isPresent() || refund.isPresent()) {
            return new Figure(value, doubt.isPresent() ? doubt : refund);
        }
        return new Figure(value, outside(Code.W203, column, column.usual(), exact));
    }

    private static Optional<Bad> outside(Code code, Column column, Optional<Column.Range> range, Fraction value) {
        if (range.isEmpty() || range.get().contains(value)) {
            return Optional.empty();
        }
        return Optional.of(new Bad(
                code,
                Map.of(
                        "from", range.get().from().toString(),
                        "to", range.get().to().toString(),
                        "unit", unit(column))));
    }

    private static String unit(Column column) {
        return switch (column.kind()) {
            case MONEY -> Unit.WAN.text();
            case PERCENT -> "%";
            default -> "";
        };
    }

    private static boolean isAbsurd(BigDecimal value) {
        return value.scale() > MAX_SCALE
                || (value.signum() != 0 && value.precision() - value.scale() > MAX_WHOLE_DIGITS);
    }

    private static BigDecimal inWan(BigDecimal amount, Unit unit) {
        return whole(Fraction.of(amount).times(unit.wan()).decimal().orElseThrow());
    }

    private static BigDecimal whole(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}

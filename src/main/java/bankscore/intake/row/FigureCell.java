package bankscore.intake.row;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.SheetHeader;
import bankscore.intake.Unit;
import bankscore.intake.text.DayText;
import bankscore.intake.text.NumberText;
import bankscore.sheet.CellValue;
import java.math.BigDecimal;
import java.util.HashMap;
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
     * @param value of money in the unit that the column keeps, exactly, without needless zeros
     * @param doubt what is to be verified
     * @param shown what its cell shows by its number format, likewise, if that is another number
     */
    record Figure(BigDecimal value, Optional<Bad> doubt, Optional<BigDecimal> shown) implements FigureCell {

        Figure(BigDecimal value, Optional<Bad> doubt) {
            this(value, doubt, Optional.empty());
        }
    }

    /** More decimals than any unit needs; a figure beyond them is a slip. */
    int MAX_SCALE = 24;

    /** A figure has at most so many digits before the point. */
    int MAX_WHOLE_DIGITS = 30;

    Pattern TELEPHONE = Pattern.compile("0\\d{2,3}-\\d{7,8}|1\\d{10}");

    static FigureCell read(SheetHeader.HeaderColumn column, CellValue value) {
        return Reading.of(column).read(value);
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

    /** What is known of a figure before it is read, by its column or from elsewhere. */
    record Reading(Column.Kind kind, Column.Amount amount, Unit unit) {

        static Reading of(SheetHeader.HeaderColumn column) {
            return new Reading(column.column().kind(), column.column().amount(), column.unit());
        }

        FigureCell read(CellValue value) {
            if (value instanceof CellValue.Failure) {
                return new Bad(Code.E204, Map.of());
            }
            if (value instanceof CellValue.Uncached) {
                return new Bad(Code.E205, Map.of());
            }
            if (value instanceof CellValue.Numeric number) {
                FigureCell read = number.percent() ? percent(number.value().movePointRight(2)) : plain(number.value());
                BigDecimal shown = number.look().shown(number.value());
                return read instanceof Figure figure && shown.compareTo(number.value()) != 0
                        ? new Figure(figure.value(), figure.doubt(), Optional.of(converted(number.percent(), shown)))
                        : read;
            }
            if (value instanceof CellValue.Day day) {
                return new Bad(
                        Code.E201,
                        Map.of(Finding.VARIANT, "date", "number", day.serial().toPlainString()));
            }
            if (!(value instanceof CellValue.Text text)) {
                return new Bad(Code.E201, Map.of());
            }
            NumberText read = NumberText.read(text.text());
            if (read instanceof NumberText.Exact number) {
                return plain(number.value());
            }
            if (read instanceof NumberText.Percent percent) {
                return percent(percent.value());
            }
            if (read instanceof NumberText.Missing) {
                return new Missing();
            }
            return new Bad(read instanceof NumberText.BadGrouping ? Code.E202 : Code.E201, Map.of());
        }

        private boolean mayBePercent() {
            return kind == Column.Kind.PERCENT || amount.percentSign();
        }

        private FigureCell percent(BigDecimal value) {
            return mayBePercent() ? checked(value, Optional.empty()) : new Bad(Code.E203, Map.of());
        }

        private FigureCell plain(BigDecimal value) {
            boolean fraction = (kind == Column.Kind.PERCENT || amount.mayBeFraction())
                    && value.signum() != 0
                    && value.abs().compareTo(BigDecimal.valueOf(2)) < 0
                    && !isUsual(Fraction.of(value));
            return checked(value, fraction ? Optional.of(new Bad(Code.W202, Map.of())) : Optional.empty());
        }

        /** Whether the column itself says that a figure may be as small as that. */
        private boolean isUsual(Fraction value) {
            return amount.usual().filter(usual -> usual.contains(value)).isPresent();
        }

        private FigureCell checked(BigDecimal written, Optional<Bad> doubt) {
            BigDecimal bare = written.stripTrailingZeros();
            if (isAbsurd(bare)) {
                return new Bad(Code.E215, Map.of());
            }
            BigDecimal value = converted(false, bare);
            if (isAbsurd(value)) {
                return new Bad(Code.E215, Map.of());
            }
            if (amount.wholeFen() && Money.exactly(Fraction.of(value)).isEmpty()) {
                return new Bad(Code.E214, Map.of());
            }
            if (value.signum() < 0 && amount.negative() == Column.Negative.ERROR) {
                return new Bad(Code.E207, Map.of());
            }
            if (amount.whole() && !Fraction.of(value).isWhole()) {
                return new Bad(Code.E216, Map.of());
            }
            Optional<Bad> outside = outside(Code.E208, amount.range(), value);
            if (outside.isPresent()) {
                return outside.get();
            }
            Optional<Bad> refund = value.signum() < 0 && amount.negative() == Column.Negative.REVIEW
                    ? Optional.of(new Bad(Code.W207, Map.of()))
                    : Optional.empty();
            if (doubt.isPresent() || refund.isPresent()) {
                return new Figure(value, doubt.isPresent() ? doubt : refund);
            }
            return new Figure(value, outside(Code.W203, amount.usual(), value));
        }

        private Optional<Bad> outside(Code code, Optional<Column.Range> range, BigDecimal figure) {
            if (range.isEmpty()) {
                return Optional.empty();
            }
            Fraction value = Fraction.of(figure);
            if (range.get().contains(value)) {
                return Optional.empty();
            }
            String shown = kind == Column.Kind.MONEY ? amount.kept().text() : mayBePercent() ? "%" : "";
            Map<String, String> details = new HashMap<>();
            details.put("from", range.get().from().toString());
            details.put("to", range.get().to().toString());
            details.put("unit", shown);
            if (mayBePercent() && range.get().contains(value.times(Fraction.HUNDRED))) {
                details.put(Finding.VARIANT, "fraction");
                details.put("percent", value.times(Fraction.HUNDRED).toString());
            }
            return Optional.of(new Bad(code, details));
        }

        private BigDecimal converted(boolean percent, BigDecimal written) {
            if (kind != Column.Kind.MONEY) {
                return whole(percent ? written.movePointRight(2) : written);
            }
            return unit == amount.kept()
                    ? whole(written)
                    : whole(Fraction.of(written)
                            .times(unit.in(amount.kept()))
                            .decimal()
                            .orElseThrow());
        }
    }

    private static boolean isAbsurd(BigDecimal value) {
        return value.scale() > MAX_SCALE
                || (value.signum() != 0 && value.precision() - value.scale() > MAX_WHOLE_DIGITS);
    }

    private static BigDecimal whole(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}

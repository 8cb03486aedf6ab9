package bankscore.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a cell holds. An empty cell is not there at all. */
public sealed interface CellValue {

    /** The content in one line, at most 60 characters, for the words of a finding and for keys. */
    default String shown() {
        String text;
        if (this instanceof Text written) {
            text = PlainText.visible(PlainText.head(written.text()));
        } else if (this instanceof Numeric number) {
            text = number.percent() ? plain(number.value().movePointRight(2)) + "%" : plain(number.value());
        } else if (this instanceof Day day) {
            text = day.date().toString();
        } else if (this instanceof Truth truth) {
            text = truth.value() ? "TRUE" : "FALSE";
        } else if (this instanceof Failure failure) {
            text = failure.error();
        } else {
            text = "";
        }
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** How many characters a cell holds as text. */
    static int length(CellValue value) {
        return value instanceof Text written ? written.text().length() : 0;
    }

    private static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return Math.abs(bare.scale()) > 40 ? bare.toString() : bare.toPlainString();
    }

    /** Text as written, not trimmed; what no text can hold, a zero character or half a pair, stands there as U+FFFD. */
    final class Text implements CellValue {

        private static final Pattern IMPOSSIBLE = Pattern.compile("[\\x00\\x{D800}-\\x{DFFF}]");

        private final String text;
        private final boolean common;

        public Text(String written) {
            common = PlainText.is(written);
            text = common || !mayBeImpossible(written)
                    ? written
                    : IMPOSSIBLE.matcher(written).replaceAll("\uFFFD");
        }

        private static boolean mayBeImpossible(String text) {
            for (int i = 0; i < text.length(); i++) {
                char each = text.charAt(i);
                if (each == 0 || Character.isSurrogate(each)) {
                    return true;
                }
            }
            return false;
        }

        public String text() {
            return text;
        }

        /** Whether nothing in it needs normalising, and no white space is in it. */
        public boolean isCommon() {
            return common;
        }

        /** Whether a character that nobody sees stands inside it. */
        public boolean hidesSomething() {
            return !common && PlainText.hidesSomething(text);
        }

        /** As it is compared: NFKC, without any white space, square and lenticular brackets made round. */
        public String plain() {
            return common ? text : PlainText.of(text);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Text same && same.text.equals(text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }

        @Override
        public String toString() {
            return "Text[text=" + text + "]";
        }
    }

    /**
     * A number at 15 significant digits, as Excel shows it.
     *
     * @param value without needless zeros
     * @param look what the cell's format shows of it
     */
    record Numeric(BigDecimal value, Look look) implements CellValue {

        public Numeric(BigDecimal value, boolean percent) {
            this(value, percent ? Look.PERCENT : Look.PLAIN);
        }

        /** Whether the cell's format shows it as a percentage (0.785 shown as 78.5%). */
        public boolean percent() {
            return look.kind() == Look.Kind.PERCENT;
        }
    }

    /**
     * A number whose format shows a date.
     *
     * @param serial the number itself
     */
    record Day(LocalDate date, BigDecimal serial) implements CellValue {}

    /** TRUE or FALSE. */
    record Truth(boolean value) implements CellValue {}

    /** A formula whose cached result is an error, such as {@code #REF!}. */
    record Failure(String error) implements CellValue {}

    /** A formula without a cached value. */
    record Uncached() implements CellValue {}
}

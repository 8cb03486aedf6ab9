package bankscore.paper.workbook;

import bankscore.sheet.PlainText;
import java.util.regex.Pattern;

/** Text on its way into a cell. */
public final class CellText {

    /** What a spreadsheet may take for the beginning of a formula, also in full width, once the text was saved as CSV. */
    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

    /** What a spreadsheet takes for a character by its number: {@code _x003D_} would come out as a sign of equality. */
    private static final Pattern NUMBERED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    /** The value of a formula that the engine has none for: when the book is recalculated it gets the evaluated one. */
    public static final String AWAITED = "";

    private static final int LONGEST = 32_767;

    private CellText() {}

    /** The text as it is, but for what no page shows; for notes, and whatever else no formula can stand in. */
    public static String plain(String text) {
        return PlainText.is(text) && text.indexOf('_') < 0
                ? text
                : NUMBERED.matcher(PlainText.shownLines(text)).replaceAll("_x005F_");
    }

    /** The same with a visible apostrophe before anything that begins like a formula, cut to what a cell can hold. */
    public static String escaped(String text) {
        String plain = plain(text);
        String safe = isDangerous(plain) ? "'" + plain : plain;
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST - 1) + "…";
    }

    /** Whether the first character that is seen begins a formula: some readers pass over blanks and invisible marks. */
    private static boolean isDangerous(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int sign = text.codePointAt(at);
            if (DANGEROUS.indexOf(sign) >= 0) {
                return true;
            }
            if (!isUnseen(sign)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isUnseen(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }
}

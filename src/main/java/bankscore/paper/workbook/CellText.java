package bankscore.paper.workbook;

import java.util.OptionalInt;

/** Text on its way into a cell. */
public final class CellText {

    /** What a spreadsheet may take for the beginning of a formula, also in full width, once the text was saved as CSV. */
    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

    private static final int LONGEST = 32_767;

    private CellText() {}

    /** The text with a visible apostrophe before anything that begins like a formula, cut to what a cell can hold. */
    public static String escaped(String text) {
        String safe = isDangerous(text) ? "'" + text : text;
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST - 1) + "…";
    }

    /** Whether the first character that is seen begins a formula: some readers pass over blanks and invisible marks. */
    private static boolean isDangerous(String text) {
        OptionalInt first = text.codePoints()
                .filter(each -> DANGEROUS.indexOf(each) >= 0 || !isUnseen(each))
                .findFirst();
        return first.isPresent() && DANGEROUS.indexOf(first.getAsInt()) >= 0;
    }

    private static boolean isUnseen(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }
}

package bankscore.report;

/** Text on its way into a cell. */
final class CellText {

    /** What a spreadsheet may take for the beginning of a formula, also in full width, once the text was saved as CSV. */
    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

    private static final int LONGEST = 32_767;

    private CellText() {}

    /** The text with a visible apostrophe before anything that begins like a formula, cut to what a cell can hold. */
    static String escaped(String text) {
        String safe = !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST);
    }
}

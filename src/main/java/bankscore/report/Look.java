package bankscore.report;

/**
 * How a cell looks; equal looks share one style of the book.
 *
 * @param points the size of the letters
 * @param format the number format; empty for text
 * @param border thin lines on all sides
 * @param grey the light ground of header cells, which prints well without colour
 */
record Look(Face face, int points, boolean bold, Side side, String format, boolean border, boolean grey) {

    /** Which of the three faces of the font profile. */
    enum Face {
        HEADING,
        BODY,
        NOTE
    }

    /** Where the content leans. */
    enum Side {
        LEFT,
        CENTER,
        RIGHT
    }

    static final String TWO_DECIMALS = "#,##0.00";
    /** Money: at least 2 and at most 6 decimals, one fen being 0.000001 万元. */
    static final String EXACT_MONEY = "#,##0.00####";

    static final String WHOLE_NUMBER = "#,##0";

    static final Look TITLE = new Look(Face.HEADING, 18, false, Side.CENTER, "", false, false);
    static final Look BESIDE_TITLE = new Look(Face.NOTE, 11, false, Side.LEFT, "", false, false);
    static final Look SECTION = new Look(Face.HEADING, 12, false, Side.LEFT, "", false, false);
    static final Look HEADER = new Look(Face.HEADING, 11, false, Side.CENTER, "", true, true);
    static final Look BANNER = new Look(Face.HEADING, 11, false, Side.LEFT, "", true, true);
    static final Look TEXT = new Look(Face.BODY, 11, false, Side.LEFT, "", true, false);
    static final Look CENTERED = new Look(Face.BODY, 11, false, Side.CENTER, "", true, false);
    static final Look SEQUENCE = new Look(Face.BODY, 11, false, Side.CENTER, "0", true, false);
    static final Look POINTS = new Look(Face.BODY, 11, false, Side.RIGHT, TWO_DECIMALS, true, false);
    static final Look MONEY = new Look(Face.BODY, 11, false, Side.RIGHT, EXACT_MONEY, true, false);
    static final Look DATE = new Look(Face.BODY, 11, false, Side.CENTER, "yyyy-mm-dd", true, false);
    static final Look NOTE = new Look(Face.NOTE, 10, false, Side.LEFT, "", false, false);
    static final Look PLAIN = new Look(Face.BODY, 11, false, Side.LEFT, "", false, false);
    static final Look PLAIN_BOLD = PLAIN.strong();

    Look strong() {
        return new Look(face, points, true, side, format, border, grey);
    }

    Look shown(String as) {
        return new Look(face, points, bold, side, as, border, grey);
    }

    Look leaning(Side to) {
        return new Look(face, points, bold, to, format, border, grey);
    }

    /** The same with so many decimals and groups of thousands. */
    Look decimals(int count) {
        return shown(count == 0 ? WHOLE_NUMBER : WHOLE_NUMBER + "." + "0".repeat(count));
    }
}

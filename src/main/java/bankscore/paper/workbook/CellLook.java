package bankscore.paper.workbook;

import org.jspecify.annotations.Nullable;

/**
 * How a cell looks; equal looks share one style of the book.
 *
 * @param points the size of the letters
 * @param format the number format; empty for text
 * @param border thin lines on all sides
 * @param grey the light ground of header cells, which prints well without colour
 */
public record CellLook(Face face, int points, boolean bold, Side side, String format, boolean border, boolean grey) {

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

    static final CellLook TITLE = new CellLook(Face.HEADING, 18, false, Side.CENTER, "", false, false);
    static final CellLook BESIDE_TITLE = new CellLook(Face.NOTE, 11, false, Side.LEFT, "", false, false);
    public static final CellLook SECTION = new CellLook(Face.HEADING, 12, false, Side.LEFT, "", false, false);
    public static final CellLook HEADER = new CellLook(Face.HEADING, 11, false, Side.CENTER, "", true, true);
    public static final CellLook BANNER = new CellLook(Face.HEADING, 11, false, Side.LEFT, "", true, true);
    public static final CellLook TEXT = new CellLook(Face.BODY, 11, false, Side.LEFT, "", true, false);
    public static final CellLook CENTERED = new CellLook(Face.BODY, 11, false, Side.CENTER, "", true, false);
    public static final CellLook SEQUENCE = new CellLook(Face.BODY, 11, false, Side.CENTER, "0", true, false);
    public static final CellLook POINTS = new CellLook(Face.BODY, 11, false, Side.RIGHT, TWO_DECIMALS, true, false);
    public static final CellLook MONEY = new CellLook(Face.BODY, 11, false, Side.RIGHT, EXACT_MONEY, true, false);
    public static final CellLook DATE = new CellLook(Face.BODY, 11, false, Side.CENTER, "yyyy-mm-dd", true, false);
    static final CellLook NOTE = new CellLook(Face.NOTE, 10, false, Side.LEFT, "", false, false);
    public static final CellLook PLAIN = new CellLook(Face.BODY, 11, false, Side.LEFT, "", false, false);
    public static final CellLook PLAIN_BOLD = PLAIN.strong();

    /** As a record's own, which the quick compiler leaves slow: each cell of a book asks for it. */
    @Override
    public int hashCode() {
        return ((face.hashCode() * 31 + points) * 31 + side.hashCode()) * 31
                + format.hashCode()
                + (bold ? 1 : 0)
                + (border ? 2 : 0)
                + (grey ? 4 : 0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CellLook look
                && face == look.face
                && points == look.points
                && bold == look.bold
                && side == look.side
                && format.equals(look.format)
                && border == look.border
                && grey == look.grey;
    }

    public CellLook strong() {
        return new CellLook(face, points, true, side, format, border, grey);
    }

    public CellLook shown(String as) {
        return new CellLook(face, points, bold, side, as, border, grey);
    }

    CellLook leaning(Side to) {
        return new CellLook(face, points, bold, to, format, border, grey);
    }

    /** The same, but what would be rounded to nothing is shown with all of its decimals. */
    public CellLook evenIfSmall() {
        int point = format.indexOf('.');
        int count = point < 0 ? 0 : format.length() - point - 1;
        String half = "0." + "0".repeat(count) + "5";
        return shown("[<" + half + "]0." + "0".repeat(Math.max(count, 1)) + "#".repeat(Math.max(6 - count, 1)) + ";"
                + format);
    }

    /** The same with so many decimals and groups of thousands. */
    public CellLook decimals(int count) {
        return shown(count == 0 ? WHOLE_NUMBER : WHOLE_NUMBER + "." + "0".repeat(count));
    }
}

package bankscore.paper.returns;

/** How high a row of a plain sheet must be for wrapped text of 10 points. */
final class RowHeight {

    private static final int LINE_POINTS = 14;
    private static final int MOST_POINTS = 400;

    private RowHeight() {}

    /** How many lines a text takes, in tenths of a half-width character; a Chinese one is nearly as wide as two. */
    static int lines(String text, int width) {
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            int wide = line.codePoints().map(point -> point < 0x2000 ? 10 : 19).sum();
            lines += Math.max(1, (wide + width * 10 - 1) / (width * 10));
        }
        return lines;
    }

    /** The height of a row whose longest text takes so many lines. */
    static int points(int lines) {
        return Math.min(MOST_POINTS, lines * LINE_POINTS + 4);
    }
}

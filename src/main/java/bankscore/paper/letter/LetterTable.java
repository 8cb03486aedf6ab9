package bankscore.paper.letter;

import java.util.ArrayList;
import java.util.List;

/**
 * How tables of one form are laid out: in the largest type in which no amount has to be broken, across the page only where
 * its width is not enough.
 *
 * @param wide whether the tables need a page across
 * @param widths the columns' widths in twips; they add up to the text's width
 */
public record LetterTable(List<Column> columns, Size size, boolean wide, List<Integer> widths) {

    static final int MARGIN = 57;

    /** The text's width on an upright page, in twips: 156 mm. */
    private static final int TEXT = 8844;

    /** The text's width on a page across: its height on the others, 225 mm. */
    private static final int WIDE_TEXT = 12756;

    private static final int SHORTEST_NAME = 5;
    private static final int LONGEST_NAME = 24;
    private static final int WHOLE_HEADING = 4;

    /** What a column holds. */
    public enum Kind {
        TEXT,
        CENTRED,
        NUMBER
    }

    /** A column; only texts may be broken. */
    public record Column(String heading, Kind kind) {}

    /** The type sizes of tables, with the ending of their styles' ids. */
    enum Size {
        LARGE(24, "Large"),
        NORMAL(18, ""),
        SMALL(15, "Small");

        private final int halfPoints;
        private final String suffix;

        Size(int halfPoints, String suffix) {
            this.halfPoints = halfPoints;
            this.suffix = suffix;
        }

        String style(String base) {
            return base + suffix;
        }
    }

    public LetterTable {
        columns = List.copyOf(columns);
        widths = List.copyOf(widths);
    }

    /** The layout that suits all rows of all tables of this form. */
    public static LetterTable fitting(List<Column> columns, List<List<String>> rows) {
        for (boolean wide : new boolean[] {false, true}) {
            for (Size size : Size.values()) {
                if (size == Size.SMALL && !wide) {
                    continue; // Rather across the page than hard to read.
                }
                List<Integer> least = least(columns, rows, size);
                if (sum(least) <= width(wide)) {
                    return of(columns, rows, size, wide);
                }
            }
        }
        return of(columns, rows, Size.SMALL, true);
    }

    private static LetterTable of(List<Column> columns, List<List<String>> rows, Size size, boolean wide) {
        List<Integer> widths =
                spread(columns, least(columns, rows, size), widths(columns, rows, size, LONGEST_NAME), width(wide));
        return new LetterTable(columns, size, wide, widths);
    }

    static int width(boolean wide) {
        return wide ? WIDE_TEXT : TEXT;
    }

    private static List<Integer> least(List<Column> columns, List<List<String>> rows, Size size) {
        return widths(columns, rows, size, SHORTEST_NAME);
    }

    /** What every column needs if its texts may be broken after so many characters. */
    private static List<Integer> widths(List<Column> columns, List<List<String>> rows, Size size, int textsUpTo) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            double head = em(column.heading());
            double widest = head <= WHOLE_HEADING ? head : (head + 1) / 2;
            for (List<String> row : rows) {
                double own = em(row.get(i));
                widest = Math.max(widest, column.kind() == Kind.TEXT ? Math.min(own, textsUpTo) : own);
            }
            widths.add((int) Math.ceil(widest * size.halfPoints * 10) + 2 * MARGIN + 20);
        }
        return widths;
    }

    /** What is left over goes to texts that would be broken, then to all columns alike. */
    private static List<Integer> spread(List<Column> columns, List<Integer> least, List<Integer> most, int width) {
        List<Integer> widths = new ArrayList<>(least);
        int over = width - sum(least);
        for (int i = 0; i < widths.size() && over > 0; i++) {
            int more = Math.min(over, most.get(i) - least.get(i));
            widths.set(i, widths.get(i) + more);
            over -= more;
        }
        for (int i = 0; i < widths.size() && over > 0; i++) {
            widths.set(i, widths.get(i) + over / columns.size());
        }
        widths.set(widths.size() - 1, widths.get(widths.size() - 1) + width - sum(widths));
        return widths;
    }

    private static int sum(List<Integer> widths) {
        return widths.stream().mapToInt(Integer::intValue).sum();
    }

    /** The text's width in characters of full width, as wide as the widest font makes it that may stand in for another. */
    public static double em(String text) {
        return text.codePoints()
                .mapToDouble(each -> each >= 0x2E80 ? 1 : each == ',' || each == '.' || each == '-' ? 0.38 : 0.64)
                .sum();
    }
}

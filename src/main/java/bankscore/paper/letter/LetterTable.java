package bankscore.paper.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How tables of one form are laid out: in the largest type in which no amount has to be broken, across the page only where
 * its width is not enough.
 *
 * @param wide whether the tables need a page across
 * @param widths the columns' widths in twips; they add up to the text's width
 */
public record LetterTable(List<Column> columns, Size size, boolean wide, List<Integer> widths) {

    /** The height of a line of text in twips: 22 of them fill a page. */
    static final int LINE = 579;

    static final int MARGIN = 80;
    static final int ROOM_IN_ROW = 40;

    /** The text on an upright page, in twips: 156 mm by 225 mm. */
    private static final int TEXT = 8844;

    private static final int WIDE_TEXT = 12756;

    private static final int SHORTEST_NAME = 5;
    /** That of most firms and branches; a list of hundreds is not laid out for the longest among them. */
    private static final int USUAL_NAME = 13;

    private static final int LONGEST_NAME = 24;
    private static final int WHOLE_HEADING = 4;

    private static final int BORDER = 10;
    private static final int HIGHEST_ROW = 480;
    /** Label and title of an annex with the empty line between, and what stands below a table at the least. */
    private static final int ANNEX_HEAD = 3 * LINE;

    private static final int USUAL_NOTES = 520;
    private static final int FEWEST_ROWS = 3;

    /** What a column holds. */
    public enum Kind {
        TEXT,
        CENTRED,
        NUMBER
    }

    /** A column; only texts may be broken. */
    public record Column(String heading, Kind kind) {}

    /**
     * What stands above the heads on each page of a table, so that a page taken by itself is understood.
     *
     * @param first on its first page
     * @param next on the others
     * @param unit at the right end of all
     */
    public record Name(String first, String next, String unit) {}

    /**
     * What else stands on the pages of a table.
     *
     * @param titled whether its first page begins with label and title of the annex
     * @param below what the notes below its last row take, in twips
     */
    public record Beside(boolean titled, int below) {}

    /** The type sizes of tables, with the height of a line in twips and the ending of their styles' ids. */
    enum Size {
        LARGE(24, 320, "Large"),
        NORMAL(21, 280, ""),
        SMALL(18, 240, "Small"),
        TINY(15, 200, "Tiny");

        private final int halfPoints;
        private final int line;
        private final String suffix;

        Size(int halfPoints, int line, String suffix) {
            this.halfPoints = halfPoints;
            this.line = line;
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

    /** The layout that suits all rows of all tables of this form; rather across the page than hard to read. */
    public static LetterTable fitting(List<Column> columns, List<List<String>> rows) {
        for (Size size : List.of(Size.LARGE, Size.NORMAL)) {
            if (fits(columns, rows, size, false)) {
                return of(columns, rows, size, false, LONGEST_NAME);
            }
        }
        for (Size size : List.of(Size.NORMAL, Size.SMALL)) {
            if (fits(columns, rows, size, true)) {
                return of(columns, rows, size, true, LONGEST_NAME);
            }
        }
        return of(columns, rows, Size.TINY, true, LONGEST_NAME);
    }

    /** The same for a table amid a text, which cannot turn the page. */
    public static LetterTable upright(List<Column> columns, List<List<String>> rows) {
        for (Size size : Size.values()) {
            if (fits(columns, rows, size, false)) {
                return of(columns, rows, size, false, LONGEST_NAME);
            }
        }
        return of(columns, rows, Size.TINY, false, LONGEST_NAME);
    }

    /** For a list that may run over many pages: upright in the type that needs the fewest, of these the largest. */
    public static LetterTable shortest(List<Column> columns, List<List<String>> rows) {
        return Stream.of(Size.LARGE, Size.NORMAL, Size.SMALL)
                .filter(size -> fits(columns, rows, size, false))
                .map(size -> of(columns, rows, size, false, USUAL_NAME, LONGEST_NAME))
                .min(Comparator.comparing(
                        table -> table.pages(rows, 1, new Beside(true, 0)).size()))
                .orElseGet(() -> fitting(columns, rows));
    }

    private static boolean fits(List<Column> columns, List<List<String>> rows, Size size, boolean wide) {
        return sum(widths(columns, rows, size, SHORTEST_NAME)) <= width(wide);
    }

    /** Texts are not broken while there is room: first none so short, then none so long. */
    private static LetterTable of(
            List<Column> columns, List<List<String>> rows, Size size, boolean wide, int... texts) {
        List<Integer> widths = widths(columns, rows, size, SHORTEST_NAME);
        for (int most : texts) {
            widen(widths, widths(columns, rows, size, most), width(wide));
        }
        return new LetterTable(columns, size, wide, filled(widths, width(wide)));
    }

    static int width(boolean wide) {
        return wide ? WIDE_TEXT : TEXT;
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

    /** What is left over goes to texts that would be broken. */
    private static void widen(List<Integer> widths, List<Integer> most, int width) {
        int over = width - sum(widths);
        for (int i = 0; i < widths.size() && over > 0; i++) {
            int more = Math.min(over, most.get(i) - widths.get(i));
            widths.set(i, widths.get(i) + more);
            over -= more;
        }
    }

    /** What no text needs goes to all columns alike. */
    private static List<Integer> filled(List<Integer> least, int width) {
        List<Integer> widths = new ArrayList<>(least);
        int over = width - sum(widths);
        for (int i = 0; i < widths.size() && over > 0; i++) {
            widths.set(i, widths.get(i) + over / widths.size());
        }
        widths.set(widths.size() - 1, widths.get(widths.size() - 1) + width - sum(widths));
        return widths;
    }

    /** The height of a row of one line, in twips: as much air as lets so many rows stand on one page, if they can. */
    int rowHeight(int rows) {
        int room = (wide ? TEXT : WIDE_TEXT) - ANNEX_HEAD - USUAL_NOTES;
        return Math.max(size.line + ROOM_IN_ROW, Math.min(HIGHEST_ROW, room / (rows + 2) - BORDER));
    }

    /**
     * How many rows stand on each page. The last page is never left with less than three of them beside the closing ones.
     *
     * @param closing how many rows at the end are sums
     */
    List<Integer> pages(List<List<String>> rows, int closing, Beside beside) {
        int rowHeight = rowHeight(rows.size());
        int page = (wide ? TEXT : WIDE_TEXT) - rowHeight - BORDER - height(heads(), rowHeight);
        List<Integer> pages = new ArrayList<>();
        int from = 0;
        int left = page - (beside.titled() ? ANNEX_HEAD : 0);
        for (int i = 0; i < rows.size(); i++) {
            int height = height(rows.get(i), rowHeight);
            if (height > left && i > from) {
                pages.add(i - from);
                from = i;
                left = page;
            }
            left -= height;
        }
        pages.add(rows.size() - from);
        if (left < beside.below() && rows.size() - from > closing + FEWEST_ROWS) {
            pages.add(0);
        }
        return evened(pages, closing + FEWEST_ROWS);
    }

    /** The last two pages alike where the last would be left with few rows. */
    private static List<Integer> evened(List<Integer> pages, int least) {
        int end = pages.size() - 1;
        if (end > 0 && pages.get(end) < Math.max(least, pages.get(end - 1) / 2)) {
            int both = pages.get(end - 1) + pages.get(end);
            pages.set(end, Math.max(both / 2, Math.min(least, both - 1)));
            pages.set(end - 1, both - pages.get(end));
        }
        return List.copyOf(pages);
    }

    List<String> heads() {
        return columns.stream().map(Column::heading).toList();
    }

    private int height(List<String> texts, int rowHeight) {
        int lines = IntStream.range(0, texts.size())
                .map(i -> lines(texts.get(i), widths.get(i) - 2 * MARGIN, size.halfPoints))
                .max()
                .orElse(1);
        return Math.max(rowHeight, lines * size.line + ROOM_IN_ROW) + BORDER;
    }

    /** In how many lines of so many twips a text stands, in the widest font. */
    static int lines(String text, int width, int halfPoints) {
        return (int) Math.max(1, Math.ceil(em(text) * halfPoints * 10 / width));
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

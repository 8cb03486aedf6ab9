package bankscore.paper.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCols;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/** How wide the columns of one sheet are and how high its rows, by what lies in them. */
final class GridLayout {

    private static final int POINTS_PER_LINE = 16;
    static final int LEAST_HEIGHT = 19;

    /** A digit's width in the book's faces. */
    private static final double POINTS_PER_DIGIT = 6;

    private static final int SEQUENCE_WIDTH = 9;

    private final SXSSFSheet sheet;
    private final int printed;
    private final List<Laid> laid = new ArrayList<>();
    private int[] widest;
    private int[] widths;
    private int stretch = 100;
    private GridPrint.Paper paper = GridPrint.Paper.LANDSCAPE;

    /** Text that lies in the columns from first to last of a row. */
    private record Laid(int row, int first, int last, String text, int points) {}

    /** @param widest the most each column may be wide, in digits */
    GridLayout(SXSSFSheet sheet, int... widest) {
        this.sheet = sheet;
        this.widest = widest.clone();
        this.widths = new int[widest.length];
        this.printed = widest.length;
    }

    /** How many columns are printed. */
    int printed() {
        return printed;
    }

    /** The most a column may be wide. */
    int most(int column) {
        return widest[column];
    }

    /** Columns behind those that are printed and a narrow empty one; says which is the first. */
    int beside(int... more) {
        int first = widest.length + 1;
        widest = Arrays.copyOf(widest, first + more.length);
        widest[first - 1] = 2;
        System.arraycopy(more, 0, widest, first, more.length);
        widths = Arrays.copyOf(widths, widest.length);
        return first;
    }

    void lay(int row, int first, int last, String text, CellLook look) {
        laid.add(new Laid(row, first, last, text, look.points()));
    }

    void widen(int column, int units) {
        widths[column] = Math.max(widths[column], units);
    }

    /** All columns exactly as wide as they may be. */
    void fixWidths() {
        System.arraycopy(widest, 0, widths, 0, widths.length);
    }

    void on(GridPrint.Paper sheet) {
        paper = sheet;
    }

    /** Rows so many percent as high as they need be. */
    void stretch(int percent) {
        stretch = percent;
    }

    /**
     * Gives the columns their widths.
     *
     * @param whole whether a table of few columns takes the page's width, or its title and lines would wrap beside empty
     *     space
     */
    void settle(boolean whole) {
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(4, Math.min(widest[column], widths[column] + 3));
        }
        int wide = Arrays.stream(widths, 0, printed).sum();
        int least = (int) (paper.width() / POINTS_PER_DIGIT);
        for (int column = printed - 1; column >= 0 && whole && wide < least; column--) {
            int share = (least - wide) / (column + 1);
            // A running number needs no more room.
            int more = column == 0 ? 0 : widths[column] <= SEQUENCE_WIDTH ? share / 2 : share;
            widths[column] += more;
            wide += more;
        }
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, widths[column] * 256);
        }
        if (widths.length > printed) {
            fold();
        }
    }

    /**
     * The columns beside become a group that is closed: the sign above it tells that it is there, and a click opens it. POI
     * would write columns of different widths twice, which Excel takes for damage.
     */
    private void fold() {
        CTWorksheet written = sheet.getWorkbook()
                .getXSSFWorkbook()
                .getSheet(sheet.getSheetName())
                .getCTWorksheet();
        CTCols columns = written.getColsArray(0);
        for (CTCol column : columns.getColList()) {
            // The empty one stays: LibreOffice would print what does not fit a folded column beside the last one.
            if (column.getMin() > printed + 1) {
                column.setOutlineLevel((short) 1);
                column.setHidden(true);
            }
        }
        CTCol sign = columns.addNewCol();
        sign.setMin(widths.length + 1L);
        sign.setMax(widths.length + 1L);
        sign.setWidth(sheet.getDefaultColumnWidth());
        sign.setCollapsed(true);
        written.getSheetFormatPr().setOutlineLevelCol((short) 1);
    }

    /** How many widths of a page the printed columns take, at least one: so much is the sheet scaled down. */
    double pages() {
        return Math.max(1, Arrays.stream(widths, 0, printed).sum() * POINTS_PER_DIGIT / paper.width());
    }

    /** The column in which so many thirds of the width end. */
    int columnAt(int thirds) {
        int all = Arrays.stream(widths, 0, printed).sum();
        int so = 0;
        int column = 0;
        while (column < printed - 1 && (so + widths[column] / 2) * 3 < all * thirds) {
            so += widths[column];
            column++;
        }
        return Math.max(0, column - 1);
    }

    /** Gives the rows up to the top one their heights. */
    void heights(int top) {
        int[] points = new int[top + 1];
        for (Laid text : laid) {
            int room = 0;
            for (int column = text.first(); column <= text.last(); column++) {
                room += widths[column];
            }
            int perLine = Math.max(2, (room - 2) * CellLook.TEXT.points() / text.points());
            int lines = lines(text.text(), perLine);
            if (lines > 2) {
                // Over many lines it adds up that words do not fill each of them.
                lines = lines(text.text(), Math.max(2, perLine * 9 / 10));
            }
            int perLinePoints = POINTS_PER_LINE * text.points() / CellLook.TEXT.points();
            points[text.row()] = Math.max(points[text.row()], lines * perLinePoints + 3);
        }
        for (int row = 0; row <= top; row++) {
            sheet.getRow(row).setHeightInPoints(Math.min(409, Math.max(LEAST_HEIGHT, points[row]) * stretch / 100));
        }
    }

    private static int lines(String text, int perLine) {
        int lines = 0;
        for (String line : written(text)) {
            lines += Math.max(1, (width(line) + perLine - 1) / perLine);
        }
        return Math.max(1, lines);
    }

    static int longestLine(String text) {
        int longest = 0;
        for (String line : written(text)) {
            longest = Math.max(longest, width(line));
        }
        return longest;
    }

    /** Its lines as they are written; nearly every text has one. */
    private static List<String> written(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0
                ? List.of(text)
                : text.lines().toList();
    }

    /** The width in digits: Chinese characters and full-width signs count twice. */
    static int width(String text) {
        int width = 0;
        for (int at = 0; at < text.length(); at++) {
            // A sign of two halves counts at its first: both lie above all others that are wide.
            char point = text.charAt(at);
            if (Character.isLowSurrogate(point) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1))) {
                continue;
            }
            boolean wide = point >= 0x2E80 || (point >= 0x2010 && point <= 0x2026) || point == 0xD7 || point == 0xF7;
            width += wide ? 2 : 1;
        }
        return width;
    }

    static int width(BigDecimal value, CellLook look) {
        int whole = Math.max(1, value.precision() - value.scale());
        int more = look.format().indexOf(';');
        String format = more < 0 ? look.format() : look.format().substring(0, more);
        int point = format.indexOf('.');
        int decimals = 0;
        if (point >= 0) {
            int always =
                    (int) format.substring(point).chars().filter(c -> c == '0').count();
            int most = format.length() - point - 1;
            decimals = 1
                    + Math.max(always, Math.min(most, value.stripTrailingZeros().scale()));
        }
        int commas = format.contains(",") ? (whole - 1) / 3 : 0;
        return whole + commas + decimals + (value.signum() < 0 || format.startsWith("+") ? 1 : 0);
    }
}

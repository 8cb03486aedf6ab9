package bankscore.paper.workbook;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * One sheet, filled from top to bottom: its cells, then widths, heights and print set-up by what the cells hold.
 *
 * <p>The only place where numbers become doubles, and the only one where text is written: text from input never becomes
 * a formula here.
 */
public final class Grid {

    /** Beyond fifteen decimals a double says nothing. */
    private static final Rounding FIFTEEN = Rounding.halfUp(15, "");

    /** Between two digits before the point, three or six or more before its end. */
    private static final Pattern GROUPS = Pattern.compile("(?<=\\d)(?=(\\d{3})+\\.)");

    private static final int POINTS_PER_LINE = 16;
    private static final int LEAST_HEIGHT = 19;

    /** A digit's width in the book's faces. */
    private static final double POINTS_PER_DIGIT = 6;

    /** What the margins leave of A4 landscape, less a line to be safe. */
    private static final double PRINTED_WIDTH = 756;

    private static final int SEQUENCE_WIDTH = 9;

    /** A table of so many rows fits a page with its head, total and notes. */
    public static final int ROWS_OF_A_PAGE = 18;

    private static final double PRINTED_HEIGHT = 465;
    private static final double MOST_CHART_ROW = 36;

    private final BookFrame book;
    private final SXSSFSheet sheet;
    private final int printed;
    private int[] widest;
    private int[] widths;
    private final List<Laid> laid = new ArrayList<>();
    private final List<CellRangeAddress> charts = new ArrayList<>();
    private int top = -1;
    private int stretch = 100;
    private int headerLast = -1;
    private int titleLast = -1;
    private boolean titleOnly;
    private @Nullable BelowTitle belowTitle;

    /** The line below the title. */
    private record BelowTitle(int row, String unit) {}

    /** Text that lies in the columns from first to last of a row. */
    private record Laid(int row, int first, int last, String text, int points) {}

    /** @param widest the most each column may be wide, in digits; longer text wraps */
    public Grid(BookFrame book, SXSSFSheet sheet, int... widest) {
        this.book = book;
        this.sheet = sheet;
        this.widest = widest.clone();
        this.widths = new int[widest.length];
        this.printed = widest.length;
    }

    /**
     * Columns to the right of those that are printed: what a formula needs on its way, for whoever follows it on the
     * screen.
     *
     * @return the first of them; a narrow empty one lies before it
     */
    public int beside(int... more) {
        int first = widest.length + 1;
        widest = Arrays.copyOf(widest, first + more.length);
        widest[first - 1] = 2;
        System.arraycopy(more, 0, widest, first, more.length);
        widths = Arrays.copyOf(widths, widest.length);
        return first;
    }

    public SXSSFSheet sheet() {
        return sheet;
    }

    /** How many columns are printed. */
    public int columns() {
        return printed;
    }

    /** The row that is being filled, from 0. */
    public int row() {
        return top;
    }

    public Grid next() {
        top++;
        sheet.createRow(top);
        return this;
    }

    /** A cell of the row that is being filled. */
    public Addresses.Address at(int column) {
        return new Addresses.Address(sheet.getSheetName(), top, column);
    }

    // Cells

    public Grid text(int column, String text, CellLook look) {
        String safe = safe(text);
        cell(column, look).setCellValue(safe);
        laid.add(new Laid(top, column, column, safe, look.points()));
        if (!look.grey()) {
            widen(column, longestLine(safe) * look.points() / CellLook.TEXT.points());
        }
        return this;
    }

    public Grid blank(int column, CellLook look) {
        cell(column, look);
        return this;
    }

    public Grid blanks(int first, int last, CellLook look) {
        for (int column = first; column <= last; column++) {
            blank(column, look);
        }
        return this;
    }

    public Grid number(int column, BigDecimal value, CellLook look) {
        cell(column, look).setCellValue(value.doubleValue());
        widen(column, width(value, look));
        return this;
    }

    public Grid number(int column, long value, CellLook look) {
        return number(column, BigDecimal.valueOf(value), look);
    }

    public Grid number(int column, Fraction value, CellLook look) {
        return number(column, decimal(value), look);
    }

    public Grid money(int column, Money value, CellLook look) {
        return number(column, value.wan(), look);
    }

    /** A number, or a dash where there is none. */
    public Grid number(int column, Optional<Fraction> value, CellLook look) {
        if (value.isPresent()) {
            return number(column, value.get(), look);
        }
        return text(column, book.words().text("book.none"), look.shown("").leaning(CellLook.Side.CENTER));
    }

    /** A live formula with the engine's value as the cached one. */
    public Grid formula(int column, String formula, BigDecimal value, CellLook look) {
        SXSSFCell cell = cell(column, look);
        cell.setCellFormula(formula);
        cell.setCellValue(value.doubleValue());
        widen(column, width(value, look));
        return this;
    }

    /** A live formula whose value may not exist; then it shows a dash. */
    public Grid formula(int column, String formula, Optional<Fraction> value, CellLook look) {
        if (value.isPresent()) {
            return formula(column, formula, decimal(value.get()), look);
        }
        SXSSFCell cell = cell(column, look);
        cell.setCellFormula(formula);
        cell.setCellValue(book.words().text("book.none"));
        return this;
    }

    /** A live formula whose value is a text. */
    public Grid formula(int column, String formula, String value, CellLook look) {
        SXSSFCell cell = cell(column, look);
        cell.setCellFormula(formula);
        cell.setCellValue(safe(value));
        widen(column, longestLine(value));
        return this;
    }

    /** A live formula on the way to another: it gets its value when the book is recalculated. */
    public Grid helper(int column, String formula, CellLook look) {
        SXSSFCell cell = cell(column, look);
        cell.setCellFormula(formula);
        cell.setCellValue(HeldValues.AWAITED);
        widen(column, 10);
        return this;
    }

    /** What stands in another cell of the book; the value itself if it stands nowhere. */
    public Grid link(
            Addresses.Kind kind, String name, String bank, int column, Optional<Fraction> value, CellLook look) {
        Optional<Addresses.Address> cell = book.addresses().find(kind, name, bank);
        return cell.isPresent() ? formula(column, cell.get().absolute(), value, look) : number(column, value, look);
    }

    /** A click on the cell of the row that is being filled leads to another one, if that is there. */
    public Grid leadsTo(int column, Addresses.Kind kind, String name, String bank) {
        book.addresses().all(kind, name, bank).stream().findFirst().ifPresent(to -> leadsTo(column, to));
        return this;
    }

    public Grid leadsTo(int column, Addresses.Address to) {
        SXSSFCell from = cell(top, column);
        // LibreOffice does not wrap a text that leads somewhere; what needs two lines would be cut.
        boolean oneLine =
                from.getCellType() != CellType.STRING || width(from.getStringCellValue()) + 2 <= widest[column];
        if (oneLine) {
            lead(book, from, to);
        }
        return this;
    }

    /** A click on a cell leads to another. */
    public static void lead(BookFrame book, SXSSFCell from, Addresses.Address to) {
        Hyperlink link = book.workbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress(to.absolute().replace("$", ""));
        from.setHyperlink(link);
    }

    /** A value that no formula expresses, with the reason. */
    public Grid comment(int column, String text) {
        CellNotes.add(book, cell(top, column), text);
        return this;
    }

    public Grid date(int column, LocalDate date, CellLook look) {
        cell(column, look).setCellValue(date);
        widen(column, 10);
        return this;
    }

    /** Text over several columns; never in rows of data. */
    public Grid across(int first, int last, String text, CellLook look) {
        across(top, first, last, text, look);
        return this;
    }

    private void across(int row, int first, int last, String text, CellLook look) {
        String safe = safe(text);
        for (int column = first; column <= last; column++) {
            cell(row, column, look);
        }
        cell(row, first, look).setCellValue(safe);
        if (last > first) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(row, row, first, last));
        }
        laid.add(new Laid(row, first, last, safe, look.points()));
    }

    /** The exact decimal, or fifteen decimals where none is finite. */
    public static BigDecimal decimal(Fraction value) {
        return value.decimal().orElseGet(() -> FIFTEEN.decimal(value));
    }

    /** The number in groups of thousands with at least two decimals, for sentences. */
    public static String grouped(Fraction value) {
        BigDecimal decimal = decimal(value);
        BigDecimal bare = decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        String digits = (bare.scale() < 2 ? bare.setScale(2) : bare).toPlainString();
        return GROUPS.matcher(digits).replaceAll(",");
    }

    /**
     * Text that no reader takes for a formula: beginning with {@code = + - @} or a tab it gets a visible apostrophe,
     * because the invisible one is lost when somebody saves as CSV.
     */
    public static String safe(String text) {
        return CellText.escaped(text);
    }

    private SXSSFCell cell(int column, CellLook look) {
        return cell(top, column, look);
    }

    private SXSSFCell cell(int row, int column) {
        return sheet.getRow(row).getCell(column);
    }

    private SXSSFCell cell(int row, int column, CellLook look) {
        SXSSFRow current = sheet.getRow(row);
        SXSSFCell cell = current.getCell(column);
        if (cell == null) {
            cell = current.createCell(column);
        }
        cell.setCellStyle(book.styles().of(look));
        return cell;
    }

    /** Rows below a page break for a chart, as high as the page leaves room for. */
    public Grid chart(int rows) {
        sheet.setRowBreak(top);
        next();
        int first = top;
        for (int i = 1; i < rows; i++) {
            next();
        }
        charts.add(new CellRangeAddress(first, top, 0, columns() - 1));
        return this;
    }

    /** Rows for a chart on the page that has begun, as high as it leaves room for. */
    public Grid chartHere(int rows) {
        int first = top + 1;
        for (int i = 0; i < rows; i++) {
            next();
        }
        charts.add(new CellRangeAddress(first, top, 0, columns() - 1));
        return this;
    }

    /** What the rows of a page have together, in points, when the sheet is scaled to one page's width. */
    private double pageHeight() {
        double wide = Arrays.stream(widths, 0, printed).sum() * POINTS_PER_DIGIT;
        return PRINTED_HEIGHT * Math.max(1, wide / PRINTED_WIDTH);
    }

    /** Charts grow into the space that the repeated rows and what follows on their page leave. */
    private void growCharts() {
        List<Integer> breaks = Arrays.stream(sheet.getRowBreaks()).boxed().toList();
        for (CellRangeAddress chart : charts) {
            double room = pageHeight();
            for (int row = 0; row <= repeatedLast(); row++) {
                room -= sheet.getRow(row).getHeightInPoints();
            }
            for (int row = chart.getFirstRow() - 1; row > repeatedLast() && !breaks.contains(row); row--) {
                room -= sheet.getRow(row).getHeightInPoints();
            }
            for (int row = chart.getLastRow() + 1; row <= top && !breaks.contains(row - 1); row++) {
                room -= sheet.getRow(row).getHeightInPoints();
            }
            int rows = chart.getLastRow() - chart.getFirstRow() + 1;
            float each = (float) Math.min(MOST_CHART_ROW, Math.floor(room / rows));
            for (int row = chart.getFirstRow(); row <= chart.getLastRow() && each > LEAST_HEIGHT; row++) {
                sheet.getRow(row).setHeightInPoints(each);
            }
        }
    }

    // Parts that print sheets have in common

    /** The title and the line with 编制单位, 所属期 and 单位. */
    public Grid titled(String title, String unit) {
        next().across(0, columns() - 1, title, CellLook.TITLE);
        next();
        belowTitle = new BelowTitle(top, unit);
        book.headLines().forEach(line -> next().across(0, columns() - 1, line, CellLook.PLAIN_BOLD));
        titleLast = top;
        return this;
    }

    /** How many rows {@link #titled} takes, for who has to know a sheet's rows before it is filled. */
    public static int headRows(BookFrame book) {
        return 2 + book.headLines().size();
    }

    /** Three parts side by side; where they meet is known only when the columns have their widths. */
    private void layBelowTitle(BelowTitle line) {
        int last = columns() - 1;
        int one = Math.min(columnAt(1), last - 2);
        int two = Math.max(one + 1, Math.min(columnAt(2), last - 1));
        across(line.row(), 0, one, book.office(), CellLook.BESIDE_TITLE);
        across(line.row(), one + 1, two, book.periodLine(), CellLook.BESIDE_TITLE.leaning(CellLook.Side.CENTER));
        across(line.row(), two + 1, last, line.unit(), CellLook.BESIDE_TITLE.leaning(CellLook.Side.RIGHT));
    }

    /** The column in which so many thirds of the width end. */
    private int columnAt(int thirds) {
        int all = Arrays.stream(widths, 0, printed).sum();
        int so = 0;
        int column = 0;
        while (column < printed - 1 && (so + widths[column] / 2) * 3 < all * thirds) {
            so += widths[column];
            column++;
        }
        return Math.max(0, column - 1);
    }

    public Grid header(String... names) {
        next();
        for (int column = 0; column < names.length; column++) {
            headerCell(column, names[column]);
        }
        return headerEnds();
    }

    public Grid headerCell(int column, String name) {
        text(column, name, CellLook.HEADER);
        // A heading may take two lines, a short one takes one.
        int longest = longestLine(name);
        widen(column, longest <= 10 ? longest : (longest + 3) / 2);
        return this;
    }

    /** The rows so far are repeated on every page and stay in sight. */
    public Grid headerEnds() {
        headerLast = top;
        return this;
    }

    /** The title alone is repeated: where a table fits a page, its head would stand above charts and notes. */
    public Grid repeatsTitleOnly() {
        titleOnly = true;
        return this;
    }

    /** The last of the rows that every page repeats. */
    private int repeatedLast() {
        return titleOnly ? titleLast : headerLast;
    }

    public Grid section(String text) {
        return next().across(0, columns() - 1, text, CellLook.SECTION);
    }

    public Grid note(String text) {
        return next().across(0, columns() - 1, text, CellLook.NOTE);
    }

    /** 制表 / 复核 / 审核, with room for the pen. */
    public Grid signature() {
        next().across(0, columns() - 1, "", CellLook.NOTE);
        return next().across(0, columns() - 1, book.words().text("book.signature"), CellLook.BESIDE_TITLE);
    }

    // The end

    /** Widths, heights, freeze panes and print set-up. */
    public void finish(int frozenColumns, boolean onePage) {
        for (int column = 0; column < widths.length; column++) {
            int width = Math.max(4, Math.min(widest[column], widths[column] + 3));
            widths[column] = width;
        }
        fillPage();
        if (belowTitle != null) {
            layBelowTitle(belowTitle);
        }
        heights();
        growCharts();
        sheet.setDisplayGridlines(false);
        sheet.setPrintGridlines(false);
        if (headerLast >= 0) {
            sheet.createFreezePane(frozenColumns, headerLast + 1);
            sheet.setRepeatingRows(new CellRangeAddress(0, repeatedLast(), -1, -1));
        }
        print(onePage);
    }

    /** A table of few columns takes the page's width, or its title and lines would wrap beside empty space. */
    private void fillPage() {
        int wide = Arrays.stream(widths, 0, printed).sum();
        int least = (int) (PRINTED_WIDTH / POINTS_PER_DIGIT);
        for (int column = printed - 1; column >= 0 && belowTitle != null && wide < least; column--) {
            int share = (least - wide) / (column + 1);
            // A running number needs no more room.
            int more = column == 0 ? 0 : widths[column] <= SEQUENCE_WIDTH ? share / 2 : share;
            widths[column] += more;
            wide += more;
        }
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, widths[column] * 256);
        }
    }

    /** All columns exactly as wide as they may be, for sheets with several tables one below the other. */
    public Grid fixedWidths() {
        System.arraycopy(widest, 0, widths, 0, widths.length);
        return this;
    }

    /** Rows so many percent as high as they need be, to fill a page that would stay half empty. */
    public Grid stretched(int percent) {
        stretch = percent;
        return this;
    }

    private void print(boolean onePage) {
        sheet.setFitToPage(true);
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) (onePage ? 1 : 0));
        sheet.setHorizontallyCenter(true);
        // 20 mm at the binding edge above, 15 mm at the sides, and room for the footer.
        sheet.setMargin(PageMargin.TOP, 0.79);
        sheet.setMargin(PageMargin.BOTTOM, 0.67);
        sheet.setMargin(PageMargin.LEFT, 0.59);
        sheet.setMargin(PageMargin.RIGHT, 0.59);
        sheet.setMargin(PageMargin.HEADER, 0.39);
        sheet.setMargin(PageMargin.FOOTER, 0.35);
        sheet.getWorkbook().setPrintArea(sheet.getWorkbook().getSheetIndex(sheet), 0, columns() - 1, 0, top);
    }

    /** What every printed page says below: subject, page and verification code. */
    public static void footer(BookFrame book, SXSSFSheet sheet) {
        sheet.getFooter().setLeft(inFooter(book.subject()));
        sheet.getFooter().setCenter(book.words().text("book.footer.pages"));
        sheet.getFooter().setRight(inFooter(book.mark()));
    }

    /** An ampersand is a command in headers and footers. */
    private static String inFooter(String text) {
        return text.replace("&", "&&");
    }

    private void heights() {
        int[] points = new int[top + 1];
        for (Laid text : laid) {
            int room = 0;
            for (int column = text.first(); column <= text.last(); column++) {
                room += widths[column];
            }
            int perLine = Math.max(2, (room - 2) * CellLook.TEXT.points() / text.points());
            int lines = 0;
            for (String line : text.text().lines().toList()) {
                lines += Math.max(1, (width(line) + perLine - 1) / perLine);
            }
            int perLinePoints = POINTS_PER_LINE * text.points() / CellLook.TEXT.points();
            points[text.row()] = Math.max(points[text.row()], Math.max(1, lines) * perLinePoints + 3);
        }
        for (int row = 0; row <= top; row++) {
            sheet.getRow(row).setHeightInPoints(Math.min(409, Math.max(LEAST_HEIGHT, points[row]) * stretch / 100));
        }
    }

    private void widen(int column, int units) {
        widths[column] = Math.max(widths[column], units);
    }

    private static int longestLine(String text) {
        return text.lines().mapToInt(Grid::width).max().orElse(0);
    }

    /** The width in digits: Chinese characters and full-width signs count twice. */
    static int width(String text) {
        return text.codePoints()
                .map(point -> point >= 0x2E80 || (point >= 0x2010 && point <= 0x2026) || point == 0xD7 || point == 0xF7
                        ? 2
                        : 1)
                .sum();
    }

    private static int width(BigDecimal value, CellLook look) {
        int whole = Math.max(1, value.precision() - value.scale());
        String format = look.format().replaceFirst(";.*", "");
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

package bankscore.paper.workbook;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
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

    /** A table of so many rows fits a page with its head, total and notes. */
    public static final int ROWS_OF_A_PAGE = 18;

    private final BookFrame book;
    private final SXSSFSheet sheet;
    private final GridLayout layout;
    private final SheetMarks marks;
    private final List<CellRangeAddress> charts = new ArrayList<>();
    private final Set<Integer> kept = new HashSet<>();
    private int top = -1;
    private int headerLast = -1;
    private int titleLast = -1;
    private boolean titleOnly;
    private boolean breaksFullPages;
    private GridPrint.Paper paper = GridPrint.Paper.LANDSCAPE;
    private @Nullable BelowTitle belowTitle;

    /** The line below the title. */
    private record BelowTitle(int row, String unit) {}

    /** @param widest the most each column may be wide, in digits; longer text wraps */
    public Grid(BookFrame book, SXSSFSheet sheet, int... widest) {
        this.book = book;
        this.sheet = sheet;
        this.layout = new GridLayout(sheet, widest);
        this.marks = new SheetMarks(sheet);
    }

    /**
     * Columns to the right of those that are printed: what a formula needs on its way, for whoever follows it on the
     * screen.
     *
     * @return the first of them; a narrow empty one lies before it
     */
    public int beside(int... more) {
        return layout.beside(more);
    }

    public SXSSFSheet sheet() {
        return sheet;
    }

    /** How many columns are printed. */
    public int columns() {
        return layout.printed();
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
        layout.lay(top, column, column, safe, look);
        if (!look.grey()) {
            layout.widen(column, GridLayout.longestLine(safe) * look.points() / CellLook.TEXT.points());
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
        layout.widen(column, GridLayout.width(value, look));
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
        layout.widen(column, GridLayout.width(value, look));
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
        layout.widen(column, GridLayout.longestLine(value));
        return this;
    }

    /** A live formula on the way to another: it gets its value when the book is recalculated. */
    public Grid helper(int column, String formula, CellLook look) {
        SXSSFCell cell = cell(column, look);
        cell.setCellFormula(formula);
        cell.setCellValue(CellText.AWAITED);
        layout.widen(column, 10);
        return this;
    }

    /** What stands in another cell of the book; the value itself if it stands nowhere. */
    public Grid link(Optional<Addresses.Address> cell, int column, Optional<Fraction> value, CellLook look) {
        return cell.isPresent() ? formula(column, cell.get().absolute(), value, look) : number(column, value, look);
    }

    /** A click on the cell of the row that is being filled leads to another one, if that is there. */
    public Grid leadsTo(int column, Optional<Addresses.Address> to) {
        to.ifPresent(there -> leadsTo(column, there));
        return this;
    }

    public Grid leadsTo(int column, Addresses.Address to) {
        SXSSFCell from = cell(top, column);
        // LibreOffice does not wrap a text that leads somewhere; what needs two lines would be cut.
        boolean oneLine = from.getCellType() != CellType.STRING
                || GridLayout.width(from.getStringCellValue()) + 2 <= layout.most(column);
        if (oneLine) {
            lead(book, from, to);
        }
        return this;
    }

    /** A click on a cell leads to another. */
    public static void lead(BookFrame book, SXSSFCell from, Addresses.Address to) {
        book.links().add(from, to);
    }

    /** A value that no formula expresses, with the reason. */
    public Grid comment(int column, String text) {
        CellNotes.add(book, cell(top, column), text);
        return this;
    }

    public Grid date(int column, LocalDate date, CellLook look) {
        cell(column, look).setCellValue(date);
        layout.widen(column, 10);
        return this;
    }

    /** Text over several columns; never in rows of data. */
    public Grid across(int first, int last, String text, CellLook look) {
        across(top, first, last, text, look);
        return this;
    }

    /** A cell of the row that is being filled takes the place of those after it too. */
    public Grid over(int first, int last) {
        for (int column = first + 1; column <= last; column++) {
            sheet.getRow(top).createCell(column).setCellStyle(cell(top, first).getCellStyle());
        }
        marks.merge(new CellRangeAddress(top, top, first, last));
        return this;
    }

    private void across(int row, int first, int last, String text, CellLook look) {
        String safe = safe(text);
        for (int column = first; column <= last; column++) {
            cell(row, column, look);
        }
        cell(row, first, look).setCellValue(safe);
        if (last > first) {
            marks.merge(new CellRangeAddress(row, row, first, last));
        }
        layout.lay(row, first, last, safe, look);
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

    /** A cell of the row above takes the place of the one below it, in the row that is being filled, too. */
    public Grid overTwoRows(int column) {
        marks.merge(new CellRangeAddress(top - 1, top, column, column));
        return this;
    }

    /** The page ends with the row that is being filled. */
    public Grid breakPage() {
        marks.breakBehind(top);
        return this;
    }

    /** Rows below a page break for a chart, as high as the page leaves room for. */
    public Grid chart(int rows) {
        breakPage().next();
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
        int one = Math.min(layout.columnAt(1), last - 2);
        int two = Math.max(one + 1, Math.min(layout.columnAt(2), last - 1));
        across(line.row(), 0, one, book.office(), CellLook.BESIDE_TITLE);
        across(line.row(), one + 1, two, book.periodLine(), CellLook.BESIDE_TITLE.leaning(CellLook.Side.CENTER));
        across(line.row(), two + 1, last, line.unit(), CellLook.BESIDE_TITLE.leaning(CellLook.Side.RIGHT));
    }

    public Grid header(String... names) {
        return next().headerCells(0, names).headerEnds();
    }

    /** Headings side by side. */
    public Grid headerCells(int first, String... names) {
        for (int i = 0; i < names.length; i++) {
            headerCell(first + i, names[i]);
        }
        return this;
    }

    /** Headings side by side in the middle of a sheet: they are not repeated. */
    public Grid heads(int first, String... names) {
        for (int i = 0; i < names.length; i++) {
            text(first + i, names[i], CellLook.HEADER);
        }
        return this;
    }

    public Grid headerCell(int column, String name) {
        text(column, name, CellLook.HEADER);
        // A heading without breaks of its own may take two lines, a short one takes one.
        int longest = GridLayout.longestLine(name);
        layout.widen(column, longest <= 10 || name.contains("\n") ? longest : (longest + 3) / 2);
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

    /** Several notes, numbered. */
    public Grid notes(List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            note(book.words()
                    .text(i == 0 ? "book.note.first" : "book.note.next", "number", i + 1, "text", texts.get(i)));
        }
        return this;
    }

    /** 制表 / 复核 / 审核, with room for the pen. */
    public Grid signature() {
        next().across(0, columns() - 1, "", CellLook.NOTE);
        return next().across(0, columns() - 1, book.words().text("book.signature"), CellLook.BESIDE_TITLE);
    }

    // The end

    /** Widths, heights, freeze panes and print set-up. */
    public void finish(int frozenColumns, boolean onePage) {
        layout.settle(belowTitle != null);
        if (belowTitle != null) {
            layBelowTitle(belowTitle);
        }
        layout.heights(top);
        GridPrint print = new GridPrint(sheet, marks, paper, repeatedLast(), top);
        charts.forEach(chart -> print.grow(chart, layout.pages()));
        if (breaksFullPages) {
            print.breakFullPages(layout.pages(), kept);
        }
        sheet.setDisplayGridlines(false);
        sheet.setPrintGridlines(false);
        if (headerLast >= 0) {
            sheet.createFreezePane(frozenColumns, headerLast + 1);
            sheet.setRepeatingRows(new CellRangeAddress(0, repeatedLast(), -1, -1));
        }
        print.setUp(layout.printed(), onePage);
        marks.write();
    }

    /** On paper that stands upright. */
    public Grid portrait() {
        paper = GridPrint.Paper.PORTRAIT;
        layout.on(paper);
        return this;
    }

    /** The row that is being filled stays on a page with the next one, where pages are counted. */
    public Grid keptWithNext() {
        kept.add(top);
        return this;
    }

    /** A break wherever a page is full, so that the pages are known before a program prints them. */
    public Grid counted() {
        breaksFullPages = true;
        return this;
    }

    /** All columns exactly as wide as they may be, for sheets with several tables one below the other. */
    public Grid fixedWidths() {
        layout.fixWidths();
        return this;
    }

    /** Rows so many percent as high as they need be, to fill a page that would stay half empty. */
    public Grid stretched(int percent) {
        layout.stretch(percent);
        return this;
    }
}

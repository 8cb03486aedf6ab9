package bankscore.sample;

import bankscore.sample.OfficeBook.Part;
import bankscore.sample.SampleColumn.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * One sheet of a form, written from top to bottom: title, sender and unit, headings, rows, totals, signatures.
 *
 * <p>Totals are exact sums of the rows above them, as a live formula or as a typed value.
 */
final class OfficeTable {
    private final OfficeBook book;
    private final XSSFSheet sheet;
    private final List<SampleColumn> columns;
    private final BigDecimal[] sinceSubtotal;
    private final BigDecimal[] overall;
    private final List<Integer> subtotalRows = new ArrayList<>();
    private int next;
    private int firstRow;
    private int firstSinceSubtotal;

    OfficeTable(OfficeBook book, String sheetName, List<SampleColumn> columns) {
        this.book = book;
        this.sheet = book.workbook().createSheet(sheetName);
        this.columns = columns;
        this.sinceSubtotal = zeros(columns.size());
        this.overall = zeros(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, columns.get(i).width() * 256);
        }
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(columns.size() > 5);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
    }

    /** The merged title. */
    OfficeTable title(String title) {
        Row row = row(32);
        cell(row, 0, Part.TITLE).setCellValue(title);
        merge(row, 0, columns.size() - 1);
        return this;
    }

    /** The line under the title: who fills in at the left and, unless empty, the unit of money at the right. */
    OfficeTable line(String sender, String unit) {
        Row row = row(20);
        int parting = columns.size() - 2;
        cell(row, 0, Part.LINE).setCellValue(sender);
        merge(row, 0, parting - 1);
        if (!unit.isEmpty()) {
            cell(row, parting, Part.UNIT).setCellValue(unit);
            merge(row, parting, columns.size() - 1);
        }
        return this;
    }

    /** The headings; rows begin below. */
    OfficeTable headings() {
        Row row = row(36);
        for (int i = 0; i < columns.size(); i++) {
            cell(row, i, Part.HEAD).setCellValue(columns.get(i).heading());
        }
        sheet.createFreezePane(0, next);
        sheet.setRepeatingRows(new CellRangeAddress(0, next - 1, -1, -1));
        firstRow = next;
        firstSinceSubtotal = next;
        return this;
    }

    /** The number, as a spreadsheet program shows it, of the row that is written next. */
    int nextRow() {
        return next + 1;
    }

    void add(SampleEntry... entries) {
        if (entries.length != columns.size()) {
            throw new IllegalArgumentException("a row of " + entries.length + " in a form of " + columns.size());
        }
        Row row = row(20);
        for (int i = 0; i < entries.length; i++) {
            write(cell(row, i, Part.BODY, columns.get(i).shape()), entries[i]);
            sinceSubtotal[i] = sinceSubtotal[i].add(entries[i].summand());
            overall[i] = overall[i].add(entries[i].summand());
        }
    }

    /** A 小计 over the rows since the last one, as a formula. */
    void subtotal() {
        String rows = (firstSinceSubtotal + 1) + ":%1$s" + next;
        writeTotal("小计", "SUM(%1$s" + rows + ")", sinceSubtotal);
        subtotalRows.add(next);
        Arrays.fill(sinceSubtotal, BigDecimal.ZERO);
        firstSinceSubtotal = next;
    }

    /** A total over all rows, as a formula over the rows or, if there are any, over the 小计. */
    void liveTotal(String label) {
        String formula = subtotalRows.isEmpty()
                ? "SUM(%1$s" + (firstRow + 1) + ":%1$s" + next + ")"
                : subtotalRows.stream().map(number -> "%1$s" + number).collect(Collectors.joining("+"));
        writeTotal(label, formula, overall);
    }

    /** A total over all rows, as somebody typed it. */
    void typedTotal(String label) {
        writeTotal(label, "", overall);
    }

    private void writeTotal(String label, String formula, BigDecimal[] sums) {
        Row row = row(22);
        for (int i = 0; i < columns.size(); i++) {
            SampleColumn column = columns.get(i);
            Cell cell = cell(row, i, Part.TOTAL, i == 0 ? Shape.CENTRED : column.shape());
            if (column.summed()) {
                String letter = CellReference.convertNumToColString(i);
                write(
                        cell,
                        formula.isEmpty()
                                ? SampleEntry.amount(sums[i])
                                : SampleEntry.live(formula.replace("%1$s", letter), sums[i]));
            }
        }
        row.getCell(0).setCellValue(label);
        merge(row, 0, 1);
    }

    /** A line below the table, such as the signatures. */
    void foot(String text) {
        Row row = row(24);
        cell(row, 0, Part.FOOT).setCellValue(text);
        merge(row, 0, columns.size() - 1);
    }

    private static void write(Cell cell, SampleEntry entry) {
        // One conversion to the double that the file format holds; it reads back as the same decimal.
        if (entry instanceof SampleEntry.Words words) {
            cell.setCellValue(words.text());
        } else if (entry instanceof SampleEntry.Amount amount) {
            cell.setCellValue(amount.value().doubleValue());
        } else if (entry instanceof SampleEntry.Live live) {
            cell.setCellFormula(live.formula());
            cell.setCellValue(live.value().doubleValue());
        } else if (entry instanceof SampleEntry.Day day) {
            cell.setCellValue(day.date());
        }
    }

    private Row row(int points) {
        Row row = sheet.createRow(next++);
        row.setHeightInPoints(points);
        return row;
    }

    private Cell cell(Row row, int column, Part part) {
        return cell(row, column, part, Shape.CENTRED);
    }

    private Cell cell(Row row, int column, Part part, Shape shape) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(book.style(part, shape));
        return cell;
    }

    private void merge(Row row, int from, int to) {
        if (from < to) {
            sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), from, to));
        }
    }

    private static BigDecimal[] zeros(int count) {
        BigDecimal[] zeros = new BigDecimal[count];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }
}

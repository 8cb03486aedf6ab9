package bankscore.read.xlsx;

import bankscore.read.file.Damage;
import bankscore.read.file.Limit;
import bankscore.read.file.Numbers;
import bankscore.read.file.Rows;
import bankscore.read.file.UnreadableFile;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.Place;
import bankscore.sheet.SheetRow;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of Office Open XML. The sheet's stated dimension is not believed. */
public final class XlsxRows implements Rows {

    private static final int SHEET = 1;
    private static final int SHEET_DATA = 2;
    private static final int ROW = 3;
    private static final int CELL = 4;

    private final SharedContent shared;
    private final XmlPart part;
    private final BitSet hiddenColumns;
    private boolean ended;
    private int lastRow = -1;
    private int from;

    private XlsxRows(SharedContent shared, XmlPart part, BitSet hiddenColumns, boolean ended) {
        this.shared = shared;
        this.part = part;
        this.hiddenColumns = hiddenColumns;
        this.ended = ended;
    }

    /** Goes to the sheet's data; what stands before it are the columns. */
    static XlsxRows open(SharedContent shared, XmlPart part) throws UnreadableFile {
        try {
            BitSet hidden = new BitSet();
            part.nextChild(0);
            while (part.nextChild(SHEET)) {
                if (part.is("cols")) {
                    while (part.nextChild(SHEET_DATA, "col")) {
                        int first = NumberFormats.number(part.attribute("min", ""));
                        int last = NumberFormats.number(part.attribute("max", ""));
                        if (isHidden(part, "width") && first >= 1 && first <= last) {
                            hidden.set(first - 1, (int) Math.min(last, Limit.COLUMNS.bound()));
                        }
                    }
                } else if (part.is("sheetData")) {
                    return new XlsxRows(shared, part, hidden, false);
                }
            }
            return new XlsxRows(shared, part, hidden, true);
        } catch (UnreadableFile e) {
            part.close();
            throw e;
        }
    }

    /** Whether a text that stands in a cell itself passes a test; the rows are not taken apart. */
    static boolean holdsText(XmlPart part, Predicate<CellValue.Text> test) throws UnreadableFile {
        part.nextChild(0);
        while (part.nextChild(SHEET, "sheetData")) {
            while (part.nextChild(SHEET_DATA, "row")) {
                while (part.nextChild(ROW, "c")) {
                    String type = part.attribute("t", "n");
                    boolean texts = type.equals("inlineStr") || type.equals("str");
                    while (texts && part.nextChild(CELL)) {
                        String text = text(part);
                        if (!text.isEmpty() && test.test(new CellValue.Text(text))) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    /** What the current element of a cell says; nothing if it is a formula. */
    private static String text(XmlPart part) throws UnreadableFile {
        if (part.is("is")) {
            return SharedStrings.richText(part);
        }
        Pieces stored = new Pieces();
        if (part.is("v")) {
            part.appendText(stored);
        }
        return SharedStrings.unescaped(stored.text(), part);
    }

    /** Excel hides by an attribute or by a size of nothing. */
    private static boolean isHidden(XmlPart part, String size) {
        return part.isTrue("hidden") || part.attribute(size, "1").equals("0");
    }

    @Override
    public boolean isColumnHidden(int column) {
        return hiddenColumns.get(column);
    }

    @Override
    public void skipTo(int rowIndex) {
        from = Math.max(from, rowIndex);
    }

    @Override
    public Optional<SheetRow> next() throws UnreadableFile {
        while (!ended) {
            if (!part.nextChild(SHEET_DATA, "row")) {
                ended = true;
                break;
            }
            boolean hidden = isHidden(part, "ht");
            String number = part.attribute("r");
            int index = number == null ? lastRow + 1 : A1.row(number, part.place());
            if (index <= lastRow) {
                throw UnreadableFile.damaged(part.place().at("A" + (index + 1)), Damage.ADDRESS);
            }
            if (number != null && index < from) {
                lastRow = index;
                continue;
            }
            lastRow = index;
            part.budget().row();
            List<Cell> cells = cells(number != null);
            if (lastRow >= Limit.ROWS.bound()) {
                throw UnreadableFile.tooLarge(part.place(), Limit.ROWS);
            }
            if (!cells.isEmpty() && lastRow >= from) {
                return Optional.of(new SheetRow(lastRow, hidden, cells));
            }
        }
        return Optional.empty();
    }

    /** The filled cells of the current row; a row without a number takes its first cell's. */
    private List<Cell> cells(boolean numbered) throws UnreadableFile {
        List<Cell> cells = new ArrayList<>();
        boolean known = numbered;
        int lastColumn = -1;
        boolean ordered = true;
        while (part.nextChild(ROW, "c")) {
            String address = part.attribute("r");
            CellRef at;
            if (address == null) {
                if (lastColumn + 1 >= Limit.COLUMNS.bound()) {
                    throw UnreadableFile.tooLarge(part.place(), Limit.COLUMNS);
                }
                at = new CellRef(lastRow, lastColumn + 1);
            } else {
                at = A1.parse(address, part.place());
                if (!known && at.row() > lastRow) {
                    lastRow = at.row();
                }
                if (at.row() != lastRow) {
                    throw UnreadableFile.damaged(part.place().at(address), Damage.ADDRESS);
                }
            }
            known = true;
            ordered &= at.column() > lastColumn;
            lastColumn = at.column();
            CellValue value = value(at);
            if (value != null) {
                part.budget().cell(CellValue.length(value), part.place(), at);
                cells.add(new Cell(at, value));
                if (cells.size() > Limit.COLUMNS.bound()) {
                    throw UnreadableFile.tooLarge(part.place(), Limit.COLUMNS);
                }
            }
        }
        if (!ordered) {
            cells.sort(Comparator.comparingInt(cell -> cell.at().column()));
            for (int i = 1; i < cells.size(); i++) {
                if (cells.get(i).at().equals(cells.get(i - 1).at())) {
                    throw UnreadableFile.damaged(
                            part.place().at(cells.get(i).at().a1()), Damage.ADDRESS);
                }
            }
        }
        return cells;
    }

    /** The value of the current cell; null if it is empty. */
    private @Nullable CellValue value(CellRef at) throws UnreadableFile {
        String type = part.attribute("t", "n");
        String style = part.attribute("s", "");
        boolean formula = false;
        boolean valued = false;
        String inline = "";
        Pieces pieces = new Pieces();
        while (part.nextChild(CELL)) {
            if (part.is("v")) {
                valued = true;
                part.appendText(pieces);
            } else if (part.is("f")) {
                formula = true;
            } else if (part.is("is")) {
                inline = SharedStrings.richText(part);
            }
        }
        String stored = pieces.text();
        if (type.equals("inlineStr")) {
            return text(inline.isEmpty() ? stored : inline);
        }
        if (stored.isEmpty()) {
            // A formula whose result is the empty text has a value, although nothing stands in it.
            return formula && !(valued && type.equals("str")) ? new CellValue.Uncached() : null;
        }
        return typed(type, stored, style, at);
    }

    private @Nullable CellValue typed(String type, String stored, String style, CellRef at) throws UnreadableFile {
        switch (type) {
            case "n" -> {
                Optional<BigDecimal> number = Numbers.parse(stored);
                if (number.isPresent()) {
                    return Numbers.shown(number.get(), shared.look(style), shared.from1904());
                }
            }
            case "s" -> {
                int index = NumberFormats.number(stored.strip());
                SharedStrings strings = shared.strings();
                if (strings.has(index)) {
                    return text(strings.get(index));
                }
            }
            case "str" -> {
                return text(SharedStrings.unescaped(stored, part));
            }
            case "b" -> {
                String truth = stored.strip();
                if (truth.equals("1") || truth.equals("true")) {
                    return new CellValue.Truth(true);
                }
                if (truth.equals("0") || truth.equals("false")) {
                    return new CellValue.Truth(false);
                }
            }
            case "e" -> {
                return new CellValue.Failure(SharedStrings.unescaped(stored, part));
            }
            case "d" -> {
                try {
                    LocalDate date = LocalDate.parse(stored.strip().substring(0, 10));
                    return new CellValue.Day(date, Numbers.serial(date, shared.from1904()));
                } catch (DateTimeException | IndexOutOfBoundsException e) {
                    throw UnreadableFile.damaged(place(at), Damage.VALUE, e);
                }
            }
            default -> {}
        }
        throw UnreadableFile.damaged(place(at), Damage.VALUE);
    }

    private static @Nullable CellValue text(String text) {
        return text.isEmpty() ? null : new CellValue.Text(text);
    }

    private Place place(CellRef at) {
        return part.place().at(at.a1());
    }

    @Override
    public void close() {
        part.close();
    }
}

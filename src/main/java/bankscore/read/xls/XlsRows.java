package bankscore.read.xls;

import bankscore.read.file.Budget;
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
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BlankRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of Excel 97 to 2003. */
public final class XlsRows implements Rows {

    private final Globals globals;
    private final DocumentInputStream stream;
    private final RecordFactoryInputStream records;
    private final Place place;
    private final Budget budget;
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet hiddenRows = new BitSet();
    private @Nullable Record ahead;
    private int depth;
    private int lastRow = -1;
    private int from;

    private XlsRows(Globals globals, DocumentInputStream stream, Place place, Budget budget) {
        this.globals = globals;
        this.budget = budget;
        this.stream = stream;
        this.records = new RecordFactoryInputStream(stream, false);
        this.place = place;
    }

    /** Goes to the sheet's first row; what stands before it are the columns. */
    static XlsRows open(Globals globals, DocumentInputStream stream, Place place, Budget budget) throws UnreadableFile {
        try {
            XlsRows rows = new XlsRows(globals, stream, place, budget);
            rows.advance();
            while (rows.ahead != null
                    && !(rows.ahead instanceof RowRecord)
                    && !(rows.ahead instanceof CellValueRecordInterface)) {
                if (rows.ahead instanceof ColumnInfoRecord column && column.getHidden()) {
                    rows.hiddenColumns.set(column.getFirstColumn(), column.getLastColumn() + 1);
                }
                rows.advance();
            }
            return rows;
        } catch (UnreadableFile e) {
            stream.close();
            throw e;
        } catch (RuntimeException e) {
            stream.close();
            throw UnreadableFile.damaged(place, Damage.CONTAINER, e);
        }
    }

    /** Goes to the sheet's next record; null at its end. Charts within the sheet are passed over. */
    private void advance() throws UnreadableFile {
        Record record;
        try {
            do {
                budget.step();
                record = records.nextRecord();
                if (record instanceof BOFRecord) {
                    depth++;
                } else if (record instanceof EOFRecord) {
                    depth--;
                }
            } while (record != null && depth > 1);
        } catch (RuntimeException e) {
            throw UnreadableFile.damaged(place, Damage.CONTAINER, e);
        }
        if (record == null && depth > 0) {
            throw UnreadableFile.damaged(place, Damage.CONTAINER);
        }
        ahead = depth == 0 ? null : record;
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
        List<Cell> cells = new ArrayList<>();
        budget.row();
        int row = -1;
        while (ahead != null) {
            if (ahead instanceof RowRecord header) {
                if (header.getZeroHeight() || header.getHeight() == 0) {
                    hiddenRows.set(header.getRowNumber());
                }
            } else if (ahead instanceof CellValueRecordInterface stored && !(ahead instanceof BlankRecord)) {
                if (!cells.isEmpty() && stored.getRow() != row) {
                    break;
                }
                row = stored.getRow();
                CellRef at = new CellRef(row, Short.toUnsignedInt(stored.getColumn()));
                if (at.column() >= Limit.COLUMNS.bound()) {
                    throw UnreadableFile.tooLarge(place, Limit.COLUMNS);
                }
                if (row <= lastRow) {
                    throw UnreadableFile.damaged(place.at(at.a1()), Damage.ADDRESS);
                }
                CellValue value = value(stored, at);
                if (value != null && row >= from) {
                    budget.cell(CellValue.length(value), place, at);
                    cells.add(new Cell(at, value));
                }
                if (stored instanceof FormulaRecord) {
                    // Its text, if it has one, has been read past.
                    continue;
                }
            }
            advance();
        }
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        lastRow = row(cells);
        cells.sort(Comparator.comparingInt(cell -> cell.at().column()));
        return Optional.of(new SheetRow(lastRow, hiddenRows.get(lastRow), cells));
    }

    private static int row(List<Cell> cells) {
        return cells.get(0).at().row();
    }

    private @Nullable CellValue value(CellValueRecordInterface stored, CellRef at) throws UnreadableFile {
        if (stored instanceof NumberRecord number) {
            return number(number.getValue(), stored, at);
        }
        if (stored instanceof LabelSSTRecord label) {
            String text = globals.string(label.getSSTIndex());
            if (text == null) {
                throw UnreadableFile.damaged(place.at(at.a1()), Damage.VALUE);
            }
            return text(text);
        }
        if (stored instanceof LabelRecord label) {
            return text(label.getValue());
        }
        if (stored instanceof BoolErrRecord known) {
            return known.isBoolean()
                    ? new CellValue.Truth(known.getBooleanValue())
                    : failure(known.getErrorValue(), at);
        }
        if (stored instanceof FormulaRecord formula) {
            return result(formula, at);
        }
        return null;
    }

    /** A formula's cached result; goes past the record that holds a text. */
    private @Nullable CellValue result(FormulaRecord formula, CellRef at) throws UnreadableFile {
        String text = null;
        advance();
        while (ahead != null && !(ahead instanceof CellValueRecordInterface) && !(ahead instanceof RowRecord)) {
            if (ahead instanceof StringRecord cached) {
                text = cached.getString();
            }
            advance();
        }
        return switch (formula.getCachedResultTypeEnum()) {
            case NUMERIC -> number(formula.getValue(), formula, at);
            case BOOLEAN -> new CellValue.Truth(formula.getCachedBooleanValue());
            case ERROR -> failure((byte) formula.getCachedErrorValue(), at);
            case STRING ->
                formula.hasCachedResultString() ? text == null ? new CellValue.Uncached() : text(text) : null;
            default -> new CellValue.Uncached();
        };
    }

    private CellValue number(double stored, CellValueRecordInterface cell, CellRef at) throws UnreadableFile {
        Optional<BigDecimal> number = Numbers.of(stored);
        if (number.isEmpty()) {
            throw UnreadableFile.damaged(place.at(at.a1()), Damage.VALUE);
        }
        return Numbers.shown(number.get(), globals.look(Short.toUnsignedInt(cell.getXFIndex())), globals.from1904());
    }

    private CellValue failure(byte code, CellRef at) throws UnreadableFile {
        try {
            return new CellValue.Failure(FormulaError.forInt(code).getString());
        } catch (IllegalArgumentException e) {
            throw UnreadableFile.damaged(place.at(at.a1()), Damage.VALUE, e);
        }
    }

    private static @Nullable CellValue text(String text) {
        return text.isEmpty() ? null : new CellValue.Text(text);
    }

    @Override
    public void close() {
        stream.close();
    }
}

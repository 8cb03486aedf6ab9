package bankscore.read.csv;

import bankscore.read.file.Budget;
import bankscore.read.file.Damage;
import bankscore.read.file.Limit;
import bankscore.read.file.Rows;
import bankscore.read.file.UnreadableFile;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.Place;
import bankscore.sheet.SheetRow;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a CSV file (RFC 4180), with the addresses the cells have when Excel opens it.
 *
 * <p>Every cell is text. A line break within quotation marks does not end the row; an empty line is a row.
 */
public final class CsvRows implements Rows {

    private static final int END = -1;

    private final Reader reader;
    private final Place place;
    private final Budget budget;
    private int ahead;
    private boolean started;
    private int row = -1;
    private int from;

    CsvRows(Reader reader, Place place, Budget budget) {
        this.reader = reader;
        this.place = place;
        this.budget = budget;
    }

    @Override
    public boolean isColumnHidden(int column) {
        return false;
    }

    @Override
    public void skipTo(int rowIndex) {
        from = Math.max(from, rowIndex);
    }

    @Override
    public Optional<SheetRow> next() throws UnreadableFile {
        if (!started) {
            started = true;
            advance();
        }
        while (ahead != END) {
            row++;
            if (row >= Limit.ROWS.bound()) {
                throw UnreadableFile.tooLarge(place, Limit.ROWS);
            }
            budget.row();
            List<Cell> cells = record();
            if (!cells.isEmpty() && row >= from) {
                return Optional.of(new SheetRow(row, false, cells));
            }
        }
        return Optional.empty();
    }

    private List<Cell> record() throws UnreadableFile {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; ; column++) {
            if (column >= Limit.COLUMNS.bound()) {
                throw UnreadableFile.tooLarge(place, Limit.COLUMNS);
            }
            CellRef at = new CellRef(row, column);
            String text = field(at);
            budget.step();
            if (!text.isEmpty()) {
                budget.cell(text.length(), place, at);
                cells.add(new Cell(at, new CellValue.Text(text)));
            }
            if (ahead != ',') {
                break;
            }
            advance();
        }
        if (ahead == '\r') {
            advance();
        }
        if (ahead == '\n') {
            advance();
        }
        return cells;
    }

    /** Reads up to the next comma or line end outside quotation marks; what follows a closing mark is kept as it is. */
    private String field(CellRef at) throws UnreadableFile {
        StringBuilder text = new StringBuilder();
        if (ahead == '"') {
            advance();
            while (true) {
                if (ahead == END) {
                    throw UnreadableFile.damaged(place.at(at.a1()), Damage.QUOTE);
                }
                if (ahead == '"') {
                    advance();
                    if (ahead != '"') {
                        break;
                    }
                }
                append(text);
            }
        }
        while (ahead != END && ahead != ',' && ahead != '\n' && ahead != '\r') {
            append(text);
        }
        return text.toString();
    }

    private void append(StringBuilder text) throws UnreadableFile {
        if (text.length() >= Limit.CELL_TEXT.bound()) {
            throw UnreadableFile.tooLarge(place.at(new CellRef(row, 0).a1()), Limit.CELL_TEXT);
        }
        text.append((char) ahead);
        advance();
    }

    private void advance() throws UnreadableFile {
        try {
            ahead = reader.read();
        } catch (IOException e) {
            throw UnreadableFile.damaged(place, Damage.ENCODING, e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            // It was only read.
        }
    }
}

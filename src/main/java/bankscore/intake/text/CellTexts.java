package bankscore.intake.text;

import bankscore.sheet.Cell;
import bankscore.sheet.CellValue;
import bankscore.sheet.SheetRow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cells of a row that hold more than white space, from left to right, with their texts as they are compared. */
public final class CellTexts {

    private static final int LONGEST = 60;

    private final Cell[] cells;
    private final String[] plain;
    private int size;
    private boolean allText = true;

    private CellTexts(SheetRow row) {
        int most = row.cells().size();
        cells = new Cell[most];
        plain = new String[most];
        for (int i = 0; i < most; i++) {
            Cell cell = row.cells().get(i);
            if (cell.value() instanceof CellValue.Text text) {
                String words = text.plain();
                if (!words.isEmpty()) {
                    add(cell, words);
                }
            } else {
                add(cell, "");
                allText = false;
            }
        }
    }

    private void add(Cell cell, String words) {
        cells[size] = cell;
        plain[size] = words;
        size++;
    }

    public static CellTexts of(SheetRow row) {
        return new CellTexts(row);
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int size() {
        return size;
    }

    /** A cell by its place among the filled ones, from 0. */
    public Cell cell(int i) {
        return cells[i];
    }

    /** The same cell's text {@linkplain CellValue.Text#plain() as it is compared}; empty if it holds no text. */
    String plain(int i) {
        return plain[i];
    }

    /** The first cell of words, by its place among the filled ones; 0 if there are none. */
    public int firstWord() {
        for (int i = 0; i < size; i++) {
            if (!plain[i].isEmpty() && !NumberText.isNumber(plain[i])) {
                return i;
            }
        }
        return 0;
    }

    /** What a cell and those right of it show, in one line of at most 60 characters. */
    public String shownFrom(int first) {
        StringBuilder line = new StringBuilder();
        for (int i = first; i < size && line.length() <= LONGEST; i++) {
            line.append(line.isEmpty() ? "" : " ").append(cells[i].value().shown());
        }
        return line.length() <= LONGEST ? line.toString() : line.substring(0, LONGEST) + "…";
    }

    /** The unit that a cell states as a line such as {@code 单位：元} does, by itself or with the next one. */
    public Optional<UnitText> unit(int i) {
        return UnitText.mayBeLine(plain[i])
                ? UnitText.inLine(
                        cells[i].value().shown(),
                        i + 1 < size ? cells[i + 1].value().shown() : "")
                : Optional.empty();
    }

    /** The cell in a column; null if nothing stands there. */
    @Nullable
    public Cell at(int column) {
        // As a rule no cell is empty from the first one on.
        int near = size == 0 ? -1 : column - cells[0].at().column();
        if (near >= 0 && near < size && cells[near].at().column() == column) {
            return cells[near];
        }
        for (int i = 0; i < size; i++) {
            if (cells[i].at().column() == column) {
                return cells[i];
            }
        }
        return null;
    }

    public boolean has(int column) {
        return at(column) != null;
    }

    /** Whether all cells hold texts. */
    public boolean isAllText() {
        return allText;
    }
}

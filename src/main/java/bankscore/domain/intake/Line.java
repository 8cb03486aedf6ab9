package bankscore.domain.intake;

import org.jspecify.annotations.Nullable;

/** The cells of a row that hold more than white space, from left to right, with their texts as they are compared. */
final class Line {

    private final Cell[] cells;
    private final String[] plain;
    private int size;
    private boolean allText = true;

    private Line(SheetRow row) {
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

    static Line of(SheetRow row) {
        return new Line(row);
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** A cell by its place among the filled ones, from 0. */
    Cell cell(int i) {
        return cells[i];
    }

    /** The same cell's text {@linkplain CellValue.Text#plain() as it is compared}; empty if it holds no text. */
    String plain(int i) {
        return plain[i];
    }

    /** The cell in a column; null if nothing stands there. */
    @Nullable
    Cell at(int column) {
        for (int i = 0; i < size; i++) {
            if (cells[i].at().column() == column) {
                return cells[i];
            }
        }
        return null;
    }

    boolean has(int column) {
        return at(column) != null;
    }

    /** Whether all cells hold texts. */
    boolean isAllText() {
        return allText;
    }
}

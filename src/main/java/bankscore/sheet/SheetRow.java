package bankscore.sheet;

import java.util.List;

/**
 * One row of a sheet with its cells that are not empty, from left to right.
 *
 * @param index from 0, the file's own
 * @param hidden whether the row is hidden or filtered away
 */
public record SheetRow(int index, boolean hidden, List<Cell> cells) {

    /** How many characters its texts have together. */
    public long characters() {
        long all = 0;
        for (Cell cell : cells) {
            all += CellValue.length(cell.value());
        }
        return all;
    }
}

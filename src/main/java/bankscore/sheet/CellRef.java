package bankscore.sheet;

/**
 * A cell's address in its own sheet, as the file says it; never counted.
 *
 * @param row from 0
 * @param column from 0
 */
public record CellRef(int row, int column) {

    public CellRef {
        if (row < 0 || column < 0) {
            throw new IllegalArgumentException("no such cell: row " + row + ", column " + column);
        }
    }

    /** The column's letters, such as {@code A} or {@code XFD}. */
    public static String letters(int column) {
        if (column >= 0 && column < 26) {
            return String.valueOf((char) ('A' + column));
        }
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    /** The address as Excel names it, such as {@code D7}. */
    public String a1() {
        return letters(column) + (row + 1);
    }
}

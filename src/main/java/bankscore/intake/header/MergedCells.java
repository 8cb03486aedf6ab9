package bankscore.intake.header;

import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.MergedRange;
import bankscore.sheet.SheetRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fills merged cells: each cell of a merged range holds what its first cell holds, at its own address.
 *
 * <p>Meant for headers: very large ranges, which no header has, are left as they are.
 */
public final class MergedCells {

    private static final int MOST_ROWS = 100;
    private static final int MOST_COLUMNS = 200;

    private final List<MergedRange> ranges;
    private final Map<Integer, Held> held = new TreeMap<>();
    private int next;

    /** What a column holds down to a row. */
    private record Held(CellValue value, int last) {}

    public MergedCells(List<MergedRange> ranges) {
        this.ranges = ranges.stream()
                .filter(range -> range.last().row() - range.first().row() < MOST_ROWS
                        && range.last().column() - range.first().column() < MOST_COLUMNS)
                .sorted(Comparator.comparingInt(range -> range.first().row()))
                .toList();
    }

    /**
     * The row with its merged cells filled; rows are given from top to bottom, each once. Ranges that lie over each other,
     * which no program makes, cost no more than their columns: the first one stands.
     */
    public SheetRow fill(SheetRow row) {
        held.values().removeIf(each -> each.last() < row.index());
        Map<Integer, Cell> cells = new TreeMap<>();
        row.cells().forEach(cell -> cells.put(cell.at().column(), cell));
        for (; next < ranges.size() && ranges.get(next).first().row() <= row.index(); next++) {
            MergedRange range = ranges.get(next);
            Cell first = cells.get(range.first().column());
            for (int column = range.first().column();
                    first != null
                            && range.first().row() == row.index()
                            && column <= range.last().column();
                    column++) {
                held.putIfAbsent(column, new Held(first.value(), range.last().row()));
            }
        }
        if (held.isEmpty()) {
            return row;
        }
        held.forEach((column, each) ->
                cells.putIfAbsent(column, new Cell(new CellRef(row.index(), column), each.value())));
        return new SheetRow(row.index(), row.hidden(), List.copyOf(cells.values()));
    }
}

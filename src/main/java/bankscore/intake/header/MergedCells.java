package bankscore.intake.header;

import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.MergedRange;
import bankscore.sheet.SheetRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills merged cells: each cell of a merged range holds what its first cell holds, at its own address.
 *
 * <p>Meant for headers: very large ranges, which no header has, are left as they are.
 */
public final class MergedCells {

    private static final int MOST_ROWS = 100;
    private static final int MOST_COLUMNS = 200;

    private final List<MergedRange> ranges;
    private final Map<MergedRange, CellValue> values = new HashMap<>();
    private final List<MergedRange> open = new ArrayList<>();
    private int next;

    public MergedCells(List<MergedRange> ranges) {
        this.ranges = ranges.stream()
                .filter(range -> range.last().row() - range.first().row() < MOST_ROWS
                        && range.last().column() - range.first().column() < MOST_COLUMNS)
                .sorted(Comparator.comparingInt(range -> range.first().row()))
                .toList();
    }

    /** The row with its merged cells filled; rows are given from top to bottom, each once. */
    public SheetRow fill(SheetRow row) {
        while (next < ranges.size() && ranges.get(next).first().row() <= row.index()) {
            open.add(ranges.get(next++));
        }
        open.removeIf(range -> range.last().row() < row.index());
        if (open.isEmpty()) {
            return row;
        }
        Map<Integer, Cell> cells = new HashMap<>();
        row.cells().forEach(cell -> cells.put(cell.at().column(), cell));
        for (MergedRange range : open) {
            Cell first = cells.get(range.first().column());
            if (range.first().row() == row.index() && first != null) {
                values.put(range, first.value());
            }
            CellValue value = values.get(range);
            for (int column = range.first().column();
                    value != null && column <= range.last().column();
                    column++) {
                cells.putIfAbsent(column, new Cell(new CellRef(row.index(), column), value));
            }
        }
        return new SheetRow(
                row.index(),
                row.hidden(),
                cells.values().stream()
                        .sorted(Comparator.comparingInt(cell -> cell.at().column()))
                        .toList());
    }
}

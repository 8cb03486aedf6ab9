package bankscore.paper.workbook.recalculation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.eval.OperandResolver;
import org.apache.poi.ss.usermodel.CellType;

/** In which rows of a column each number stands: each of two thousand banks asks it of columns over all of them. */
final class HeldColumn {

    private final Map<Double, int[]> rows = new HashMap<>();

    private HeldColumn() {}

    /**
     * A column's index.
     *
     * @param cells from above; formulas are those that have no value yet
     * @return empty if a cell has no value yet, or a text that functions may take for a number
     */
    static Optional<HeldColumn> of(List<? extends EvaluationCell> cells) {
        HeldColumn column = new HeldColumn();
        for (EvaluationCell cell : cells) {
            CellType type = cell.getCellType();
            if (type == CellType.NUMERIC) {
                column.add(cell.getNumericCellValue(), cell.getRowIndex());
            } else if (type != CellType.BLANK
                    && (type != CellType.STRING || OperandResolver.parseDouble(cell.getStringCellValue()) != null)) {
                return Optional.empty();
            }
        }
        column.rows.replaceAll((number, places) -> Arrays.copyOfRange(places, 1, places[0] + 1));
        return Optional.of(column);
    }

    /** While it is filled, an array says first how many of its places are taken. */
    private void add(double number, int row) {
        int[] places = rows.getOrDefault(number + 0.0, new int[2]);
        int next = places[0] + 1;
        if (next == places.length) {
            places = Arrays.copyOf(places, 2 * next);
        }
        places[0] = next;
        places[next] = row;
        rows.put(number + 0.0, places);
    }

    /** How often a number stands in the rows from first to last. */
    int count(double number, int first, int last) {
        int[] places = at(number);
        return before(places, last + 1) - before(places, first);
    }

    /** The first row from first to last with a number; empty if none has it. */
    Optional<Integer> first(double number, int first, int last) {
        int[] places = at(number);
        int next = before(places, first);
        return next < places.length && places[next] <= last ? Optional.of(places[next]) : Optional.empty();
    }

    private int[] at(double number) {
        return rows.getOrDefault(number + 0.0, new int[0]);
    }

    /** How many places lie above a row. */
    private static int before(int[] places, int row) {
        int at = Arrays.binarySearch(places, row);
        return at < 0 ? -at - 1 : at;
    }
}

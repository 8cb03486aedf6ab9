package bankscore.run.stage;

import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.read.file.Sheet;
import bankscore.read.file.UnreadableFile;
import bankscore.read.file.Workbook;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.MergedRange;
import bankscore.sheet.SheetRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills the keys of data rows that are merged downwards, such as one fund over several banks.
 *
 * <p>The ranges stand behind the rows in the file, so they are looked up only when a row of figures lacks a key.
 */
public final class MergedKeys {

    private final Workbook workbook;
    private final Sheet sheet;
    private final List<HeaderColumn> keys;
    private final List<HeaderColumn> figures;
    private final Map<Integer, Cell> above = new HashMap<>();
    private @Nullable Map<CellRef, Integer> bottoms;

    public MergedKeys(Workbook workbook, Sheet sheet, SheetHeader header) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.keys = header.columns().stream()
                .filter(each ->
                        each.column().identifying() && !each.column().kind().isNumeric())
                .toList();
        this.figures = header.columns().stream()
                .filter(each -> each.column().kind().isNumeric())
                .toList();
    }

    /** The row with its keys filled; rows are given from top to bottom, each once. */
    public SheetRow fill(SheetRow row) throws UnreadableFile {
        List<Cell> more = new ArrayList<>();
        for (HeaderColumn key : keys) {
            Cell own = cell(row, key.index());
            Cell last = above.get(key.index());
            if (own != null) {
                above.put(key.index(), own);
            } else if (last != null && isData(row) && bottom(last.at()) >= row.index()) {
                more.add(new Cell(new CellRef(row.index(), key.index()), last.value()));
            }
        }
        if (more.isEmpty()) {
            return row;
        }
        more.addAll(row.cells());
        more.sort(Comparator.comparingInt(cell -> cell.at().column()));
        return new SheetRow(row.index(), row.hidden(), more);
    }

    private boolean isData(SheetRow row) {
        return figures.isEmpty()
                ? row.cells().size() > 1
                : figures.stream().anyMatch(figure -> cell(row, figure.index()) != null);
    }

    private static @Nullable Cell cell(SheetRow row, int column) {
        for (Cell cell : row.cells()) {
            if (cell.at().column() == column) {
                return cell;
            }
        }
        return null;
    }

    private int bottom(CellRef first) throws UnreadableFile {
        Map<CellRef, Integer> known = bottoms;
        if (known == null) {
            known = new HashMap<>();
            for (MergedRange range : workbook.mergedRanges(sheet)) {
                known.put(range.first(), range.last().row());
            }
            bottoms = known;
        }
        return known.getOrDefault(first, -1);
    }
}

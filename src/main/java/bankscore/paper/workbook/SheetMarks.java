package bankscore.paper.workbook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTBreak;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTMergeCells;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTPageBreak;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/**
 * A sheet's page breaks and cells over several columns. They are written once, when the sheet is whole: POI counts all that are
 * there for each that is added, and a sheet has ten for each of two thousand banks.
 */
final class SheetMarks {

    private final SXSSFSheet sheet;
    private final Set<Integer> breaks = new LinkedHashSet<>();
    private final List<CellRangeAddress> merged = new ArrayList<>();

    SheetMarks(SXSSFSheet sheet) {
        this.sheet = sheet;
    }

    /** A page ends with a row. */
    void breakBehind(int row) {
        breaks.add(row);
    }

    /** Whether a page ends with a row. */
    boolean isBroken(int row) {
        return breaks.contains(row);
    }

    void merge(CellRangeAddress cells) {
        merged.add(cells);
    }

    /** Into the sheet. */
    void write() {
        CTWorksheet written = sheet.getWorkbook()
                .getXSSFWorkbook()
                .getSheet(sheet.getSheetName())
                .getCTWorksheet();
        if (!merged.isEmpty()) {
            CTMergeCells all = written.addNewMergeCells();
            merged.forEach(cells -> all.addNewMergeCell().setRef(cells.formatAsString()));
            all.setCount(merged.size());
        }
        if (!breaks.isEmpty()) {
            CTPageBreak all = written.addNewRowBreaks();
            for (int row : breaks) {
                CTBreak added = all.addNewBrk();
                added.setId(row + 1L);
                added.setMan(true);
                added.setMax(SpreadsheetVersion.EXCEL2007.getLastColumnIndex());
            }
            all.setCount(breaks.size());
            all.setManualBreakCount(breaks.size());
        }
    }
}

package bankscore.read;

import bankscore.read.file.InputFile;
import bankscore.read.file.Rows;
import bankscore.read.file.UnreadableFile;
import bankscore.read.file.Workbook;
import bankscore.sheet.Cell;
import bankscore.sheet.CellValue;
import bankscore.sheet.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cells as short lines, such as {@code D7 number 28.8}. */
public final class Shown {

    private Shown() {}

    /** All cells of the first sheet. */
    public static List<String> cells(InputFile file) throws UnreadableFile {
        try (Workbook workbook = Workbooks.open(file);
                Rows rows = workbook.rows(workbook.sheets().get(0))) {
            return cells(rows);
        }
    }

    public static List<String> cells(Rows rows) throws UnreadableFile {
        List<String> lines = new ArrayList<>();
        for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            for (Cell cell : row.get().cells()) {
                lines.add(
                        cell.at().a1() + " " + value(cell.value()) + (row.get().hidden() ? " hidden" : ""));
            }
        }
        return lines;
    }

    private static String value(CellValue value) {
        if (value instanceof CellValue.Text text) {
            return "text " + text.text();
        }
        if (value instanceof CellValue.Numeric number) {
            return (number.percent() ? "percent " : "number ") + number.value().toPlainString();
        }
        if (value instanceof CellValue.Day day) {
            return "day " + day.date() + " " + day.serial().toPlainString();
        }
        if (value instanceof CellValue.Truth truth) {
            return "truth " + truth.value();
        }
        if (value instanceof CellValue.Failure failure) {
            return "failure " + failure.error();
        }
        return "uncached";
    }
}

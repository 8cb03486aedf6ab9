package bankscore.watch.book;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.LibreOffice;
import bankscore.paper.workbook.Recalculation;
import bankscore.watch.ShangraoWatch;
import bankscore.watch.WatchedCity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book in another program, which computes all its formulas anew. Skipped where there is no {@code soffice} on the path. */
@Tag("long")
class WatchBookInLibreOfficeTest {

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void libreOfficeIsInstalled() {
        LibreOffice.assumeThere();
    }

    /** By hand: with loans of 8,000 the county comes to 80.00 %, 2.03 above the city, and shares the first place with 德兴. */
    @Test
    void every_formula_comes_to_the_same_and_follows_a_figure() throws Exception {
        Path same = folder.resolve("same.xlsx");
        Path edited = folder.resolve("edited.xlsx");
        WatchWorkbook.write(ShangraoWatch.report(), "通用", WatchedCity.words(), same);
        try (XSSFWorkbook book = open(same)) {
            Row loans = row(book.getSheet("数据来源"), 2, "余干县", "贷款余额");
            loans.getCell(4).setCellValue(8000);
            try (var out = Files.newOutputStream(edited)) {
                book.write(out);
            }
        }
        LibreOffice.recalculateAlways(folder);
        LibreOffice.convert(List.of(same, edited), "xlsx:Calc MS Excel 2007 XML", folder.resolve("out"), folder);

        List<String> differences = new ArrayList<>();
        int formulas = 0;
        try (XSSFWorkbook written = open(same);
                XSSFWorkbook found = open(folder.resolve("out/same.xlsx"))) {
            for (Sheet sheet : written) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            formulas++;
                            Cell other = found.getSheet(sheet.getSheetName())
                                    .getRow(row.getRowNum())
                                    .getCell(cell.getColumnIndex());
                            if (!isSame(cell, other)) {
                                differences.add(sheet.getSheetName() + "!" + cell.getAddress());
                            }
                        }
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(formulas).isGreaterThan(100);
        try (XSSFWorkbook found = open(folder.resolve("out/edited.xlsx"))) {
            Row county = row(found.getSheet("县区"), 2, "余干县", "10000.0");
            assertThat(county.getCell(5).getNumericCellValue()).isEqualTo(80.0);
            assertThat(county.getCell(7).getNumericCellValue()).isEqualTo(-2.03);
            assertThat(county.getCell(0).getNumericCellValue()).isEqualTo(1);
        }
    }

    private static boolean isSame(Cell one, Cell other) {
        CellType type = one.getCachedFormulaResultType();
        if (type
                != (other.getCellType() == CellType.FORMULA
                        ? other.getCachedFormulaResultType()
                        : other.getCellType())) {
            return false;
        }
        return type == CellType.NUMERIC
                ? Recalculation.same(one.getNumericCellValue(), other.getNumericCellValue())
                : one.getStringCellValue().equals(other.getStringCellValue());
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    /** The row of a name that shows something in one of the two columns behind it. */
    private static Row row(Sheet sheet, int column, String name, String behind) {
        for (Row row : sheet) {
            if (row.getCell(column) != null && text(row.getCell(column)).equals(name)) {
                for (int i = 1; i <= 2; i++) {
                    if (row.getCell(column + i) != null
                            && text(row.getCell(column + i)).equals(behind)) {
                        return row;
                    }
                }
            }
        }
        throw new AssertionError(sheet.getSheetName() + ": " + name + ", " + behind);
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> Double.toString(cell.getNumericCellValue());
            case STRING -> cell.getStringCellValue();
            default -> "";
        };
    }
}

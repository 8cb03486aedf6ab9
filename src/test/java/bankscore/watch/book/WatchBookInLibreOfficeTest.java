package bankscore.watch.book;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.FolderCopy;
import bankscore.machine.LibreOffice;
import bankscore.paper.workbook.recalculation.Recalculation;
import bankscore.run.Desk;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        Compared compared = compared(same, folder.resolve("out/same.xlsx"));
        assertThat(compared.differences()).isEmpty();
        assertThat(compared.formulas()).isGreaterThan(100);
        try (XSSFWorkbook found = open(folder.resolve("out/edited.xlsx"))) {
            Row county = row(found.getSheet("县区"), 2, "余干县", "10000.0");
            assertThat(county.getCell(5).getNumericCellValue()).isEqualTo(80.0);
            assertThat(county.getCell(7).getNumericCellValue()).isEqualTo(-2.03);
            assertThat(county.getCell(0).getNumericCellValue()).isEqualTo(1);
        }
    }

    /**
     * The other delivered rules on their samples, the index with figures of its base. By hand: 100 × (30 % × 3424 ÷ 2000 + 30 % × 4997 ÷
     * 4000 + 20 % × 384 ÷ 300 + 20 % × 17 ÷ 10) = 51.36 + 37.4775 + 25.6 + 34 = 148.4375.
     */
    @ParameterizedTest
    @CsvSource({"jinhua-targets, 2024Q4, 目标进度", "local-lending, 2024Q4, 县区", "wuhan-targets, 2023Q4, 指数"})
    void every_cell_of_a_delivered_rules_book_comes_to_the_same(String rule, String period, String shown)
            throws Exception {
        Path input = folder.resolve("input");
        FolderCopy.of(Path.of("input", period), input.resolve(period));
        Files.writeString(input.resolve(period).resolve("基期.csv"), """
                项目,数值,日期
                投保企业数,2000,2021-12-31
                风险保障金额,4000,2021-12-31
                引进保险资金,300,2021-12-31
                保险科技和研究机构数,10,2021-12-31
                """);
        Path book;
        try (Desk desk = new Desk(input, folder.resolve("output"))) {
            book = desk.run(period, rule).folder().resolve("情况通报.xlsx");
        }
        LibreOffice.recalculateAlways(folder);
        LibreOffice.convert(List.of(book), "xlsx:Calc MS Excel 2007 XML", folder.resolve("out"), folder);

        Compared compared = compared(book, folder.resolve("out/情况通报.xlsx"));
        assertThat(compared.differences()).isEmpty();
        assertThat(compared.formulas()).isGreaterThan(10);
        assertThat(compared.cells()).isGreaterThan(150);
        try (XSSFWorkbook found = open(book)) {
            assertThat(found.getSheet(shown)).isNotNull();
            if (rule.equals("wuhan-targets")) {
                assertThat(found.getSheet(shown).getDrawingPatriarch().getCharts())
                        .hasSize(1);
                assertThat(row(found.getSheet(shown), 1, "科技保险发展指数", "100.0")
                                .getCell(3)
                                .getNumericCellValue())
                        .isEqualTo(148.44);
            }
        }
    }

    /** What another program made of a book: where it shows something else, and of how many cells and formulas. */
    private record Compared(List<String> differences, int cells, int formulas) {}

    private static Compared compared(Path book, Path computed) throws IOException {
        List<String> differences = new ArrayList<>();
        int cells = 0;
        int formulas = 0;
        try (XSSFWorkbook written = open(book);
                XSSFWorkbook found = open(computed)) {
            for (Sheet sheet : written) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (!text(cell).isEmpty()) {
                            cells++;
                            formulas += cell.getCellType() == CellType.FORMULA ? 1 : 0;
                            Cell other = found.getSheet(sheet.getSheetName())
                                    .getRow(row.getRowNum())
                                    .getCell(cell.getColumnIndex());
                            if (!isSame(cell, other)) {
                                differences.add(sheet.getSheetName() + "!" + cell.getAddress() + " " + text(cell) + " "
                                        + text(other));
                            }
                        }
                    }
                }
            }
        }
        return new Compared(differences, cells, formulas);
    }

    private static boolean isSame(Cell cell, Cell other) {
        CellType type = type(cell);
        if (type != type(other)) {
            return false;
        }
        return type == CellType.NUMERIC
                ? Recalculation.same(cell.getNumericCellValue(), other.getNumericCellValue())
                : text(cell).equals(text(other));
    }

    private static CellType type(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
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
        return switch (type(cell)) {
            case NUMERIC -> Double.toString(cell.getNumericCellValue());
            case STRING -> cell.getStringCellValue();
            default -> "";
        };
    }
}

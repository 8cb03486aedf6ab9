package bankscore.read.xls;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.read.Shown;
import bankscore.read.Workbooks;
import bankscore.read.file.InputFile;
import bankscore.read.file.Rows;
import bankscore.read.file.Sheet;
import bankscore.read.file.Workbook;
import bankscore.read.xlsx.Zips;
import bankscore.sheet.MergedRange;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsRowsTest {

    private final Path folder;

    XlsRowsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private InputFile file() throws Exception {
        Path file = folder.resolve("a.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("空");
            HSSFSheet sheet = workbook.createSheet("税收");
            workbook.setSheetHidden(0, true);
            sheet.setColumnHidden(2, true);
            sheet.addMergedRegion(new CellRangeAddress(2, 2, 0, 3));
            HSSFRow first = sheet.createRow(2);
            first.createCell(0).setCellValue("银行名称");
            first.createCell(1).setCellValue(28.799999999999997);
            first.createCell(2).setCellValue(true);
            first.createCell(3).setCellErrorValue(FormulaError.REF);
            first.createCell(4).setCellStyle(workbook.createCellStyle());
            HSSFRow second = sheet.createRow(5);
            second.setZeroHeight(true);
            style(workbook, second, 0, 44926, "yyyy\"年\"m\"月\"d\"日\"");
            style(workbook, second, 1, 0.785, "0.00%");
            second.createCell(2).setCellFormula("1+2");
            second.createCell(3).setCellFormula("\"a\"&\"b\"");
            second.createCell(4).setCellFormula("1/0");
            second.createCell(255).setCellValue(5);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            sheet.createRow(65535).createCell(0).setCellValue(1);
            workbook.write(out);
        }
        return Zips.input(file);
    }

    private static void style(HSSFWorkbook workbook, HSSFRow row, int column, double value, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        row.createCell(column).setCellValue(value);
        row.getCell(column).setCellStyle(style);
    }

    @Test
    void every_type_of_cell_is_read_at_its_own_address() throws Exception {
        try (Workbook workbook = Workbooks.open(file())) {
            assertThat(workbook.sheets()).containsExactly(new Sheet(0, "空", true), new Sheet(1, "税收", false));
            try (Rows rows = workbook.rows(workbook.sheets().get(0))) {
                assertThat(rows.next()).isEmpty();
            }
            try (Rows rows = workbook.rows(workbook.sheets().get(1))) {
                assertThat(rows.isColumnHidden(1)).isFalse();
                assertThat(rows.isColumnHidden(2)).isTrue();
                assertThat(Shown.cells(rows))
                        .containsExactly(
                                "A3 text 银行名称",
                                "B3 number 28.8",
                                "C3 truth true",
                                "D3 failure #REF!",
                                "A6 day 2022-12-31 44926 hidden",
                                "B6 percent 0.785 hidden",
                                "C6 number 3 hidden",
                                "D6 text ab hidden",
                                "E6 failure #DIV/0! hidden",
                                "IV6 number 5 hidden",
                                "A65536 number 1");
            }
            assertThat(workbook.mergedRanges(workbook.sheets().get(1)))
                    .extracting(MergedRange::a1)
                    .containsExactly("A3:D3");
        }
    }

    @Test
    void a_cursor_skips_to_a_row() throws Exception {
        try (Workbook workbook = Workbooks.open(file());
                Rows rows = workbook.rows(workbook.sheets().get(1))) {
            rows.skipTo(6);
            assertThat(Shown.cells(rows)).containsExactly("A65536 number 1");
        }
    }
}

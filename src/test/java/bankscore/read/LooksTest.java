package bankscore.read;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.read.file.Rows;
import bankscore.read.xlsx.Zips;
import bankscore.sheet.Cell;
import bankscore.sheet.CellValue;
import bankscore.sheet.Look;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both formats of workbooks tell by which number format a number is shown. */
class LooksTest {

    private static final List<String> FORMATS =
            List.of("General", "#,##0.00", "0!.0,\"万元\"", "0.00\"亿元\"", "[>=10000]0!.0,\"万元\";0\"元\"");

    private final Path folder;

    LooksTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<String> read(String name, Workbook book) throws Exception {
        Path file = folder.resolve(name);
        try (book;
                OutputStream out = Files.newOutputStream(file)) {
            Row row = book.createSheet("税收").createRow(0);
            for (String format : FORMATS) {
                CellStyle style = book.createCellStyle();
                style.setDataFormat(book.createDataFormat().getFormat(format));
                row.createCell(FORMATS.indexOf(format)).setCellValue(29999999.6);
                row.getCell(FORMATS.indexOf(format)).setCellStyle(style);
            }
            book.write(out);
        }
        List<String> looks = new ArrayList<>();
        try (bankscore.read.file.Workbook opened = Workbooks.open(Zips.input(file));
                Rows rows = opened.rows(opened.sheets().get(0))) {
            for (Cell cell : rows.next().orElseThrow().cells()) {
                Look look = ((CellValue.Numeric) cell.value()).look();
                looks.add(look.format() + " "
                        + look.shown(((CellValue.Numeric) cell.value()).value()).toPlainString());
            }
        }
        return looks;
    }

    @Test
    void a_number_carries_the_format_by_which_it_is_shown() throws Exception {
        List<String> expected = List.of(
                " 29999999.6",
                "#,##0.00 29999999.6",
                "0!.0,\"万元\" 30000000",
                "0.00\"亿元\" 29999999.6",
                "[>=10000]0!.0,\"万元\";0\"元\" 30000000");

        assertThat(read("a.xls", new HSSFWorkbook())).isEqualTo(expected);
        assertThat(read("a.xlsx", new XSSFWorkbook())).isEqualTo(expected);
    }
}

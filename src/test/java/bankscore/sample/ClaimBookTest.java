package bankscore.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimBookTest {
    @Test
    void cells_are_typed_by_what_stands_in_them_and_numbers_of_papers_are_texts(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("2024Q4/某区/申报.xlsx");
        new ClaimBook()
                .sheet("申报", "单位：元", "企业名称|保单号|实缴保费|发票日期|备注|账号")
                .row("甲|00012|-12.50|2024-06-01|'9000|")
                .sheet("企业名录", ClaimBook.ENTERPRISES)
                .row("91339999|甲")
                .write(file);
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("单位：元");
            Row row = book.getSheetAt(0).getRow(2);
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("00012");
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(-12.5);
            assertThat(row.getCell(3).getLocalDateTimeCellValue()).isEqualTo("2024-06-01T00:00");
            assertThat(row.getCell(4).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(5)).isNull();
            assertThat(book.getSheetAt(1).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("91339999");
        }
    }
}

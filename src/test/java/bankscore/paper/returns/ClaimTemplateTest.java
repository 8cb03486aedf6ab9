package bankscore.paper.returns;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.intake.Dataset;
import bankscore.intake.Sheets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blank sheets of claims and registers. */
class ClaimTemplateTest {

    @TempDir
    Path folder = Path.of("");

    private static String format(Sheet sheet, String heading) {
        Row head = sheet.getRow(2);
        for (int i = 0; i < head.getLastCellNum(); i++) {
            if (head.getCell(i).getStringCellValue().equals(heading)) {
                return sheet.getColumnStyle(i) == null
                        ? ""
                        : sheet.getColumnStyle(i).getDataFormatString();
            }
        }
        throw new AssertionError("no column " + heading + " in " + sheet.getSheetName());
    }

    @Test
    void long_numbers_are_typed_as_texts_and_money_is_in_yuan() throws Exception {
        List<Dataset> datasets = Sheets.datasets().stream()
                .filter(dataset ->
                        List.of("premium_claims", "enterprises", "households").contains(dataset.id()))
                .toList();
        Path file = folder.resolve("a.xlsx");

        TemplateWorkbook.write(
                new TemplateWorkbook.Contents(new Period(2024, 4), datasets, Map.of(), Map.of()), Sheets.words(), file);

        try (Workbook book = WorkbookFactory.create(file.toFile())) {
            Sheet claims = book.getSheet("保费补贴申报");
            for (String heading : List.of("统一社会信用代码", "保单号", "发票号", "账号")) {
                assertThat(format(claims, heading)).isEqualTo("@");
            }
            assertThat(format(claims, "企业名称")).isNotEqualTo("@");
            assertThat(format(claims, "实缴保费（元）")).isNotEqualTo("@");
            assertThat(format(book.getSheet("企业名录"), "统一社会信用代码")).isEqualTo("@");
            assertThat(format(book.getSheet("低收入农户名册"), "身份证号")).isEqualTo("@");
        }
    }
}

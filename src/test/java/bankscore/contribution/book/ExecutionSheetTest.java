package bankscore.contribution.book;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.ExecutionFixture;
import bankscore.contribution.PaperFixture;
import bankscore.contribution.judge.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that answers whether what was approved has happened. */
class ExecutionSheetTest {

    private final Path folder;

    ExecutionSheetTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void it_is_the_second_sheet_for_leaders_and_one_page() throws IOException {
        try (XSSFWorkbook book = written(ExecutionFixture.report("B005 20000 0 收回"))) {
            assertThat(book.getSheetName(1)).isEqualTo("执行情况");
            XSSFSheet sheet = book.getSheetAt(1);
            assertThat((int) sheet.getPrintSetup().getPageStart()).isEqualTo(2);
            assertThat((int) book.getSheet("得分汇总").getPrintSetup().getPageStart())
                    .isEqualTo(3);
            assertThat(sheet.getFooter().getCenter()).startsWith("第 &P 页 共 ");
            assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 1);
            assertThat(book.getSheet("执行明细").getFooter().getCenter()).isEqualTo("第 &P 页");
        }
        try (XSSFWorkbook book = written(PaperFixture.annual())) {
            assertThat(book.getSheet("执行情况")).isNull();
            assertThat(book.getSheet("执行明细")).isNull();
        }
    }

    @Test
    void a_withdrawal_comes_first_and_every_balance_has_its_cell() throws IOException {
        try (XSSFWorkbook book = written(ExecutionFixture.report("B005 20000 0 收回", "B001 60000 90000"))) {
            List<List<String>> rows = texts(book.getSheetAt(1));
            assertThat(rows.get(2)).containsExactly("应收回的资金没有全部收回：大坳银行的社会保险基金仍有12,000.00万元。");
            assertThat(rows.get(3).get(0)).startsWith("饶府字〔2023〕1号（2023年1月10日）批准的方案，");
            assertThat(rows)
                    .containsSubsequence(
                            List.of("社会保险基金", "转出", "20,000.00", "8,000.00", "12,000.00", "0.00", "40.00", "1 家"),
                            List.of("社会保险基金", "转入", "30,000.00", "20,000.00", "10,000.00", "0.00", "66.66", "1 家"),
                            List.of(
                                    "大坳银行",
                                    "社会保险基金",
                                    "转出",
                                    "20,000.00",
                                    "8,000.00",
                                    "12,000.00",
                                    "12,000.00",
                                    "应收回，部分落实",
                                    "财政/财政存款.xlsx › 财政存款 › C5"),
                            List.of(
                                    "信江银行",
                                    "社会保险基金",
                                    "转入",
                                    "30,000.00",
                                    "20,000.00",
                                    "10,000.00",
                                    "80,000.00",
                                    "部分落实",
                                    "财政/财政存款.xlsx › 财政存款 › C5"));
            assertThat(texts(book.getSheet("摘要")).get(2)).isEqualTo(rows.get(2));
        }
    }

    /** Every amount follows the exact ones; none gave way to a value. */
    @Test
    void its_amounts_are_formulas() throws IOException {
        try (XSSFWorkbook book = written(ExecutionFixture.report("B005 20000 0 收回", "B001 60000 90000"))) {
            int formulas = 0;
            for (Row row : book.getSheetAt(1)) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.NUMERIC);
                    formulas += cell.getCellType() == CellType.FORMULA ? 1 : 0;
                }
            }
            assertThat(formulas).isEqualTo(2 * 5 + 2 * 4);
        }
    }

    /** What stands in the cells, as it is shown; empty ones left out. */
    private static List<List<String>> texts(XSSFSheet sheet) {
        DataFormatter format = new DataFormatter();
        format.setUseCachedValuesForFormulaCells(true);
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet) {
            List<String> texts = new ArrayList<>();
            row.forEach(cell -> texts.add(format.formatCellValue(cell).strip()));
            texts.removeIf(String::isEmpty);
            rows.add(texts);
        }
        return rows;
    }

    private XSSFWorkbook written(Report report) throws IOException {
        Path file = folder.resolve("book.xlsx");
        ScoreWorkbook.write(report, "通用", PaperFixture.words(), file);
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }
}

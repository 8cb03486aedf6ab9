package bankscore.contribution;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The forms of {@link SmallQuarter} as offices like to lay them out, with merged cells. */
final class MergedForms {

    private MergedForms() {}

    /** Two levels: 各项贷款 over 年初余额 and 年末余额 would not be told apart by either row alone. */
    static void credit(Path file) throws IOException {
        Object[][] cells = {
            {"存贷款情况表（2022年第4季度）", "", "", "", "", "", "", ""},
            {"银行名称", "存款余额", "贷款余额", "", "小微贷款余额", "", "工业贷款余额", ""},
            {"", "", "年初", "年末", "年初", "年末", "年初", "年末"},
            {"工商银行", 3_900_000, 3_000_000, 3_300_000, 600_000, 672_000, 450_000, 486_000},
            {"招商银行", 2_600_000, 2_000_000, 2_200_000, 400_000, 448_000, 300_000, 324_000},
            {"浙商银行", 1_300_000, 1_000_000, 1_100_000, 200_000, 224_000, 150_000, 162_000},
        };
        write(file, cells, "A1:H1", "A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:H2");
    }

    /** One fund merged over two banks. */
    static void holdings(Path file) throws IOException {
        Object[][] cells = {
            {"资金类别", "银行名称", "存款余额"},
            {"社会保险基金", "工商银行", 3000},
            {"", "招商银行", 2000},
            {"专户资金", "浙商银行", 1000},
        };
        write(file, cells, "A2:A3");
    }

    private static void write(Path file, Object[][] cells, String... merged) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("表");
            for (int i = 0; i < cells.length; i++) {
                Row row = sheet.createRow(i);
                for (int column = 0; column < cells[i].length; column++) {
                    if (cells[i][column] instanceof Number number) {
                        row.createCell(column).setCellValue(number.doubleValue());
                    } else if (!cells[i][column].toString().isEmpty()) {
                        row.createCell(column).setCellValue(cells[i][column].toString());
                    }
                }
            }
            for (String range : merged) {
                sheet.addMergedRegion(CellRangeAddress.valueOf(range));
            }
            book.write(out);
        }
    }
}

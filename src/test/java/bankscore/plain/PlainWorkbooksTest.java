package bankscore.plain;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.plain.PlainQuarter.Bank;
import bankscore.plain.PlainQuarter.Credit;
import bankscore.plain.PlainQuarter.Holding;
import bankscore.plain.PlainQuarter.Pool;
import bankscore.plain.PlainQuarter.Risk;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainWorkbooksTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void what_is_written_is_read_again() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            PlainQuarter quarter = RandomQuarters.of(seed);
            Path place = folder.resolve("seed" + seed);
            PlainWorkbooks.write(quarter, place, seed);

            assertThat(PlainWorkbooks.read(place, quarter.year(), quarter.quarter()))
                    .as("seed " + seed)
                    .isEqualTo(quarter);
        }
    }

    @Test
    void offices_write_as_they_like_and_are_understood() throws IOException {
        Path office = Files.createDirectories(folder.resolve("人民银行"));
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet roster = workbook.createSheet();
            row(roster, 0, "银行编码", "银行名称", "简称", "别名", "是否考核");
            row(roster, 1, "B1", "甲银行", "甲", "甲行、ＡＢＣ", "");
            row(roster, 2, "B2", "乙银行", "", "", "否");
            row(roster, 3, "制表人：张三");

            Sheet credit = workbook.createSheet();
            row(credit, 0, "存贷款情况表");
            row(credit, 1, "", "", "", "", "", "单位：亿元");
            // A header of two rows: the name stands beside both.
            row(credit, 2, "银行 名称", "余额", "", "年初", "", "", "", "");
            row(credit, 3, "", "存款余额（元）", "贷款余额", "年初贷款余额", "年初小微贷款余额", "小微贷款余额", "年初工业贷款余额", "工业贷款余额");
            credit.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
            credit.addMergedRegion(new CellRangeAddress(2, 2, 1, 2));
            row(credit, 4, " ABC ", 28.799999999999997, "１,234.5", "—", 1, 2, 3);
            credit.getRow(4).createCell(7).setCellFormula("1/4");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            row(credit, 5, "合 计", 28.8, 1234.5, 0, 1, 2, 3, 0.25);

            Sheet parameters = workbook.createSheet();
            row(parameters, 0, "项目", "数值");
            row(parameters, 1, "全市存贷比", "77.15%");
            try (OutputStream out = Files.newOutputStream(office.resolve("报表.xlsx"))) {
                workbook.write(out);
            }
        }
        Files.writeString(
                folder.resolve("资金.csv"),
                "单位：千元\n资金类别,银行名称,存款余额,未到期定期,到期日\n社保,\"甲\",\"1,000\",无,2023年3月5日\n小计,,\"1,000\",,\n",
                Charset.forName("GB18030"));
        Files.writeString(folder.resolve("池.csv"), "\uFEFF资金类别,次年调配总额(百万元)\r\n社保,0.5\r\n注：无,\r\n");
        Files.writeString(folder.resolve("税.csv"), "银行编码,银行名称,上缴税收\nB1,甲银行,4999.99\n");
        Files.writeString(folder.resolve("险.csv"), "银行名称,风险类型,处置\n乙银行,流动性,收回\n");

        Credit read = new Credit(
                Optional.of(new BigDecimal("0.00288")),
                Optional.empty(),
                Optional.of(new BigDecimal("12345000")),
                Optional.of(new BigDecimal("10000")),
                Optional.of(new BigDecimal("20000")),
                Optional.of(new BigDecimal("30000")),
                Optional.of(new BigDecimal("2500")));
        assertThat(PlainWorkbooks.read(folder, 2022, 4))
                .isEqualTo(new PlainQuarter(
                        2022,
                        4,
                        List.of(
                                new Bank("B1", "甲银行", "甲", List.of("甲行", "ABC"), "", Optional.empty(), true),
                                new Bank("B2", "乙银行", "", List.of(), "", Optional.empty(), false)),
                        Map.of("B1", read),
                        Map.of("B1", new BigDecimal("4999.99")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of(new Holding(
                                "社保",
                                "B1",
                                new BigDecimal("100"),
                                BigDecimal.ZERO,
                                Optional.of(LocalDate.of(2023, 3, 5))))),
                        Optional.of(List.of(new Pool("社保", new BigDecimal("50")))),
                        List.of(new Risk("B2", "收回")),
                        Optional.of(new BigDecimal("77.15"))));
    }

    private static void row(Sheet sheet, int at, Object... contents) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < contents.length; i++) {
            if (contents[i] instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else {
                row.createCell(i).setCellValue(contents[i].toString());
            }
        }
    }
}

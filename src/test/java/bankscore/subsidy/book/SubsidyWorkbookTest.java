package bankscore.subsidy.book;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.subsidy.DecidedBatch;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.say.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubsidyWorkbookTest {

    private static final DataFormatter SHOWN = new DataFormatter();

    @TempDir
    Path folder = Path.of("");

    @Test
    void every_formula_recalculates_to_what_was_decided() throws Exception {
        Path file = folder.resolve("book.xlsx");

        assertThat(SubsidyWorkbook.write(
                        DecidedBatch.report(), Shown.of(DecidedBatch.report()), "通用", DecidedBatch.words(), file))
                .isEmpty();
    }

    @Test
    void leaders_sheets_come_first() throws Exception {
        assertThat(names(DecidedBatch.report()))
                .containsExactly(
                        "摘要", "审核汇总", "拨付清单", "负担明细", "核减和不予补助", "公示名单", "数据核实", "收表回执", "审核明细", "规则与口径", "运行信息");
    }

    @Test
    void an_estimate_pays_nobody_and_lists_nobody() throws Exception {
        assertThat(names(DecidedBatch.estimate())).doesNotContain("拨付清单", "公示名单");
        assertThat(text(book(DecidedBatch.estimate()).getSheet("摘要")))
                .contains("加快保险业发展补助资金摘要（测算）", "本表为测算：资金由其他部门拨付，本表不作为拨付依据。");
    }

    /** By hand: 4500 + 2000 + 4000 - 600 + 1500 + 15000 = 26400, of 8 lines 2 refused; 3500 - 1500 = 2000 taken off. */
    @Test
    void totals_are_counted_over_the_lines() throws Exception {
        Sheet totals = book(DecidedBatch.report()).getSheet("审核汇总");

        assertThat(shown(row(totals, 1, "环境污染责任保险保费补助"), 11))
                .containsExactly(
                        "1",
                        "环境污染责任保险保费补助",
                        "一",
                        "8",
                        "6",
                        "1",
                        "2",
                        "28,400.00",
                        "2,000.00",
                        "26,400.00",
                        "26,400.00");
        // 1102947.93 = 26400 + 4253.42 + 1000 + 1071238.00 + 36.01 + 20.50
        assertThat(shown(row(totals, 1, "合计"), 11))
                .containsExactly(
                        "", "合计", "", "13", "11", "2", "2", "1,564,345.14", "2,295.21", "1,562,049.93", "1,102,947.93");
    }

    /** By hand: 3500 - 1500 = 2000 and 2500 - 0 off; the interest 1295.21 - 1000 = 295.21; a condition refused without amount. */
    @Test
    void reasons_are_told_with_clause_lines_claimants_and_amounts() throws Exception {
        Sheet totals = book(DecidedBatch.report()).getSheet("审核汇总");

        assertThat(shown(row(totals, 3, "已达上限"), 11).stream().filter(cell -> !cell.isEmpty()))
                .containsExactly("2", "环境污染责任保险保费补助", "一", "已达上限", "2", "2", "6,000.00", "4,500.00");
        assertThat(shown(row(totals, 3, "不在适用区域"), 11).stream().filter(cell -> !cell.isEmpty()))
                .containsExactly("1", "环境污染责任保险保费补助", "附则1", "不在适用区域", "1", "1", "—", "—");
        Row sum = totals.getRow(row(totals, 3, "已达上限").getRowNum() + 2);
        assertThat(shown(sum, 11).stream().filter(cell -> !cell.isEmpty()))
                .containsExactly("合计", "4", "7,295.21", "4,795.21");
    }

    /** By hand: the firm's 4500 + 4000 + 1500 and its interest 4253.42; the insured's 459102.00 is paid to nobody. */
    @Test
    void payments_add_up_and_what_is_to_come_back_stands_below() throws Exception {
        Sheet payments = book(DecidedBatch.report()).getSheet("拨付清单");

        assertThat(shown(row(payments, 1, "甲化工有限公司"), 9))
                .containsExactly(
                        "1", "甲化工有限公司", "某银行金华分行", DecidedBatch.ACCOUNT, "10,000.00", "4,253.42", "", "", "14,253.42");
        // 1103547.93 = 14253.42 + 3000.00 + 15000.00 + (1071238.00 + 36.01 + 20.50)
        assertThat(shown(row(payments, 1, "合计"), 9))
                .containsExactly("", "合计", "", "", "27,000.00", "5,253.42", "1,071,238.00", "56.51", "1,103,547.93");
        assertThat(shown(row(payments, 1, "应收回合计"), 9))
                .containsExactly("", "应收回合计", "", "", "-600.00", "0.00", "0.00", "0.00", "-600.00");
    }

    @Test
    void the_lines_sheet_tells_why_each_line_got_what_it_got() throws Exception {
        Sheet lines = book(DecidedBatch.report()).getSheet("审核明细");

        assertThat(shown(row(lines, 2, "P0008"), 14))
                .containsExactly(
                        "8",
                        "甲化工有限公司",
                        "P0008",
                        "2024-11-05",
                        "7,000.00",
                        "7,000.00",
                        "",
                        "7,000.00",
                        "50.00%",
                        "3,500.00",
                        "1,500.00",
                        "1,500.00",
                        "2,000.00",
                        "核减");
        assertThat(shown(row(lines, 2, "P0004"), 15))
                .containsExactly(
                        "4",
                        "'=丙电池有限公司",
                        "P0004",
                        "2024-10-10",
                        "6,000.00",
                        "6,000.00",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "0.00",
                        "",
                        "不予补助",
                        "不在适用区域");
        assertThat(row(lines, 2, "P0009").getCell(10).getStringCellValue()).isEqualTo("已放宽（李局长）");
    }

    /** The first line of a group holds what earlier batches used as a number; the note says whose it is. */
    @Test
    void a_number_that_earlier_batches_used_says_which_did() throws Exception {
        Cell left =
                row(book(DecidedBatch.report()).getSheet("审核明细"), 2, "P0010").getCell(10);

        assertThat(left.getCellFormula()).contains("-10000");
        assertThat(left.getCellComment().getString().getString()).isEqualTo("此前已用：2024年第三季度批次10,000.00元。");
    }

    /** Beside the printed columns: levels, what is paid, payee, account, clause, file, sheet, cells. */
    @Test
    void levels_and_sources_stand_beside() throws Exception {
        Row crop = row(book(DecidedBatch.report()).getSheet("审核明细"), 2, "P0011");

        assertThat(shown(crop, 28).subList(16, 28))
                .containsExactly(
                        "765,170.00",
                        "153,034.00",
                        "153,034.00",
                        "459,102.00",
                        "1,071,238.00",
                        "甲财产保险股份有限公司金华中心支公司",
                        "33050167123400000099",
                        "",
                        "申报/crop.xlsx",
                        "申报表",
                        "H14",
                        "");
        assertThat(crop.getCell(19).getCellFormula())
                .isEqualTo("ROUND(L" + (crop.getRowNum() + 1) + "-Q" + (crop.getRowNum() + 1) + "-R"
                        + (crop.getRowNum() + 1) + "-S" + (crop.getRowNum() + 1) + ",2)");
    }

    /** The second policy 8000 becomes 2000: 1000 instead of 4000 is granted, so the third is whole, 3500, and all are 9000. */
    @Test
    void a_figure_that_is_changed_moves_the_cap_of_the_next_line_and_every_sum() throws Exception {
        try (XSSFWorkbook book = book(DecidedBatch.report())) {
            Sheet lines = book.getSheet("审核明细");
            Row second = row(lines, 2, "P0005");
            second.getCell(4).setCellValue(2000);
            second.getCell(5).setCellValue(2000);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();

            assertThat(second.getCell(11).getNumericCellValue()).isEqualTo(1000);
            assertThat(row(lines, 2, "P0008").getCell(10).getNumericCellValue()).isEqualTo(4500);
            assertThat(row(lines, 2, "P0008").getCell(11).getNumericCellValue()).isEqualTo(3500);
            assertThat(row(book.getSheet("拨付清单"), 1, "甲化工有限公司").getCell(4).getNumericCellValue())
                    .isEqualTo(9000);
            // 25400 = 26400 - 3000 + 2000
            assertThat(row(book.getSheet("摘要"), 0, "环境污染责任保险保费补助").getCell(6).getNumericCellValue())
                    .isEqualTo(25400);
        }
    }

    /** 1000000 × 3.65 % × 90 ÷ 365 × 50 % = 4500.00 */
    @Test
    void a_rate_of_the_table_that_is_changed_moves_the_interest() throws Exception {
        try (XSSFWorkbook book = book(DecidedBatch.report())) {
            Sheet rules = book.getSheet("规则与口径");
            for (Row row : rules) {
                Cell value = row.getCell(2);
                if (value != null && value.getCellType() == CellType.NUMERIC && value.getNumericCellValue() == 3.45) {
                    value.setCellValue(3.65);
                }
            }
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();

            assertThat(row(book.getSheet("审核明细"), 2, "P0001").getCell(11).getNumericCellValue())
                    .isEqualTo(4500);
        }
    }

    @Test
    void the_list_that_everybody_reads_leaks_nothing() throws Exception {
        List<String> listed = text(book(DecidedBatch.report()).getSheet("公示名单"));

        assertThat(listed).contains("张*", "332501********0012", "李*");
        assertThat(String.join("\n", listed))
                .doesNotContain("张三", "李小四", DecidedBatch.RESIDENT, DecidedBatch.ACCOUNT, "19700101", "H0001", "账号：");
    }

    @Test
    void a_large_batch_has_sums_as_values_and_no_lines() throws Exception {
        Report many = DecidedBatch.many(5_001);
        try (XSSFWorkbook book = book(many)) {
            assertThat(book.getSheet("审核明细")).isNull();
            assertThat(book.getSheet("公示名单")).isNull();
            assertThat(text(book.getSheet("拨付清单"))).contains("收款账户超过 5,000 个，逐户清单在同一文件夹的“拨付清单.csv”中。");
            Row total = row(book.getSheet("审核汇总"), 1, "环境污染责任保险保费补助");
            assertThat(total.getCell(9).getCellType()).isEqualTo(CellType.NUMERIC);
            // 5001 × 500.01
            assertThat(total.getCell(9).getNumericCellValue()).isEqualTo(2_500_550.01);
            assertThat(text(book.getSheet("审核汇总"))).contains("注：申报超过 5,000 笔，逐笔明细在同一文件夹的“审核明细.csv”中，本表各数为程序计算的数值。");
        }
    }

    @Test
    void one_report_gives_the_same_bytes_twice() throws Exception {
        Path one = folder.resolve("one.xlsx");
        Path other = folder.resolve("other.xlsx");
        SubsidyWorkbook.write(DecidedBatch.report(), Shown.of(DecidedBatch.report()), "通用", DecidedBatch.words(), one);
        SubsidyWorkbook.write(
                DecidedBatch.report(), Shown.of(DecidedBatch.report()), "通用", DecidedBatch.words(), other);

        assertThat(Files.mismatch(one, other)).isEqualTo(-1);
    }

    private XSSFWorkbook book(Report report) throws IOException {
        Path file = folder.resolve("book.xlsx");
        SubsidyWorkbook.write(report, Shown.of(report), "通用", DecidedBatch.words(), file);
        return new XSSFWorkbook(Files.newInputStream(file));
    }

    private List<String> names(Report report) throws IOException {
        List<String> names = new ArrayList<>();
        try (XSSFWorkbook book = book(report)) {
            book.forEach(sheet -> names.add(sheet.getSheetName()));
        }
        return names;
    }

    private static Row row(Sheet sheet, int column, String text) {
        for (Row row : sheet) {
            Cell cell = row.getCell(column);
            if (cell != null
                    && cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().equals(text)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + sheet.getSheetName() + " says " + text);
    }

    private static List<String> shown(Row row, int columns) {
        List<String> shown = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            shown.add(shown(row.getCell(column)));
        }
        return shown;
    }

    private static String shown(Cell cell) {
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            return "";
        }
        if (cell.getCellType() == CellType.STRING
                || (cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.STRING)) {
            return cell.getStringCellValue();
        }
        return SHOWN.formatRawCellContents(
                        cell.getNumericCellValue(),
                        cell.getCellStyle().getDataFormat(),
                        cell.getCellStyle().getDataFormatString())
                .strip();
    }

    private static List<String> text(Sheet sheet) {
        List<String> text = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (!shown(cell).isEmpty()) {
                    text.add(shown(cell));
                }
            }
        }
        return text;
    }
}

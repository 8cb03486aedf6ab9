package bankscore.watch.book;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.watch.ShangraoWatch;
import bankscore.watch.WatchedCity;
import bankscore.watch.say.Report;
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

class WatchWorkbookTest {

    private static final DataFormatter SHOWN = new DataFormatter();

    @TempDir
    Path folder = Path.of("");

    @Test
    void every_formula_recalculates_to_what_was_judged() throws Exception {
        Path file = folder.resolve("book.xlsx");

        assertThat(WatchWorkbook.write(ShangraoWatch.report(), "通用", WatchedCity.words(), file))
                .isEmpty();
        assertThat(WatchWorkbook.write(ShangraoWatch.targetsReport(), "通用", WatchedCity.words(), file))
                .isEmpty();
    }

    @Test
    void a_rule_has_a_sheet_for_each_group_and_none_for_what_it_lacks() throws Exception {
        assertThat(names(ShangraoWatch.report()))
                .containsExactly(
                        "摘要", "银行", "保险机构", "县区", "点名清单", "目标进度", "指数", "数据核实", "收表回执", "数据来源", "规则与口径", "运行信息");
        assertThat(names(ShangraoWatch.targetsReport()))
                .containsExactly("摘要", "目标进度", "指数", "数据核实", "收表回执", "数据来源", "规则与口径", "运行信息");
    }

    /** By hand: 72.97 against 77.97, the third quarter; second of three, as before. */
    @Test
    void a_ranked_list_says_how_far_a_subject_is_off_and_for_how_long() throws Exception {
        Row row = row(book(ShangraoWatch.report()).getSheet("县区"), 2, "余干县", 2);

        assertThat(shown(row, 11))
                .containsExactly(
                        "2", "2", "余干县", "7,297.00", "10,000.00", "72.97", "77.97", "5.00", "3", "提请加强组织领导", "");
        int at = row.getRowNum() + 1;
        assertThat(row.getCell(0).getCellFormula()).isEqualTo("RANK(F%d,$F$%d:$F$%d,0)".formatted(at, at - 1, at + 1));
        assertThat(row.getCell(3).getCellFormula()).startsWith("'数据来源'!");
        assertThat(row.getCell(5).getCellFormula())
                .isEqualTo("IFERROR(ROUND(ROUND(D%d/E%d*100,10),'规则与口径'!$C$%d),\"—\")"
                        .formatted(at, at, parameter("subjects.counties.measures.ldr.round")));
        assertThat(row.getCell(7).getCellFormula()).isEqualTo("ROUND(G%d-F%d,10)".formatted(at, at));
    }

    private int parameter(String path) throws IOException {
        return row(book(ShangraoWatch.report()).getSheet("规则与口径"), 1, path, 1).getRowNum() + 1;
    }

    @Test
    void who_is_exempt_stands_last_with_the_reason_and_no_rank() throws Exception {
        Row row = row(book(ShangraoWatch.report()).getSheet("保险机构"), 2, "大地财险上饶中心支公司", 1);

        assertThat(shown(row, 11))
                .containsExactly(
                        "—",
                        "—",
                        "大地财险上饶中心支公司",
                        "60.00",
                        "100.00",
                        "-40.00",
                        "—",
                        "—",
                        "—",
                        "",
                        "开业日期为2022年5月6日，不足规定月数");
    }

    @Test
    void whoever_is_named_is_listed_once_for_each_watch() throws Exception {
        Sheet named = book(ShangraoWatch.report()).getSheet("点名清单");

        assertThat(shown(row(named, 2, "乙银行上饶分行", 1), 13))
                .containsExactly(
                        "1",
                        "银行",
                        "乙银行上饶分行",
                        "新增信贷完成滞后",
                        "1,500.00",
                        "4,000.00",
                        "2,500.00",
                        "万元",
                        "1",
                        "4",
                        "2022年第一季度",
                        "第四部分第11项",
                        "现场督导检查");
        assertThat(shown(row(named, 2, "婺源县", 2), 13))
                .containsExactly(
                        "5",
                        "县区",
                        "婺源县",
                        "存贷比远低于全市平均",
                        "67.97",
                        "77.97",
                        "10.00",
                        "个百分点",
                        "2",
                        "1",
                        "2022年第四季度",
                        "第四部分第11项",
                        "提请加强组织领导");
        assertThat(named.getRow(row(named, 2, "婺源县", 2).getRowNum()).getCell(6).getCellType())
                .isEqualTo(CellType.FORMULA);
    }

    /** By hand: 330 + 170 × 365 ÷ 730 = 415.00; 85.12 ÷ 170 = 50.1 %. */
    @Test
    void a_target_stands_beside_its_path() throws Exception {
        Row row = row(book(ShangraoWatch.report()).getSheet("目标进度"), 1, "险资在饶余额", 1);

        assertThat(shown(row, 12))
                .containsExactly(
                        "2",
                        "险资在饶余额",
                        "亿元",
                        "415.12",
                        "500.00",
                        "84.88",
                        "50.1%",
                        "415.00",
                        "达到序时进度",
                        "2023年12月31日",
                        "十",
                        "原文");
    }

    private List<String> names(Report report) throws IOException {
        List<String> names = new ArrayList<>();
        book(report).sheetIterator().forEachRemaining(sheet -> names.add(sheet.getSheetName()));
        return names;
    }

    private XSSFWorkbook book(Report report) throws IOException {
        Path file = folder.resolve("one.xlsx");
        WatchWorkbook.write(report, "通用", WatchedCity.words(), file);
        try (var in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    /** The so-manieth row that says something in a column. */
    private static Row row(Sheet sheet, int column, String text, int which) {
        int seen = 0;
        for (Row row : sheet) {
            Cell cell = row.getCell(column);
            if (cell != null
                    && cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().equals(text)
                    && ++seen == which) {
                return row;
            }
        }
        throw new AssertionError(sheet.getSheetName() + ": " + text);
    }

    private static List<String> shown(Row row, int columns) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            Cell cell = row.getCell(i);
            if (cell == null) {
                shown.add("");
            } else if (cell.getCellType() != CellType.FORMULA) {
                shown.add(SHOWN.formatCellValue(cell));
            } else if (cell.getCachedFormulaResultType() == CellType.STRING) {
                shown.add(cell.getStringCellValue());
            } else {
                shown.add(SHOWN.formatRawCellContents(
                        cell.getNumericCellValue(),
                        cell.getCellStyle().getDataFormat(),
                        cell.getCellStyle().getDataFormatString()));
            }
        }
        return shown;
    }
}

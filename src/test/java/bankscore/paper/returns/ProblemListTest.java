package bankscore.paper.returns;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.PaperFixture;
import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.sheet.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemListTest {

    private static final CheckSummary SUMMARY =
            new CheckSummary("上饶市", new Period(2022, 4), 7, 1834, 61, PaperFixture.STARTED, Map.of(), List.of());

    private final Path folder;

    ProblemListTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void the_list_is_grouped_by_file_with_the_gravest_first_and_counts_on_top() throws IOException {
        List<PrintedFinding> findings = List.of(
                finding(Code.N102, "b.xlsx", "A9", "说明行"),
                finding(Code.W203, "a.xlsx", "D8", "187%"),
                finding(Code.E206, "b.xlsx", "D7", "空"),
                finding(Code.E110, "", "", "没有存贷款表"));
        try (XSSFWorkbook book = book(findings)) {
            assertThat(rows(book))
                    .containsExactly(
                            "上饶市2022年第四季度数据检查问题清单",
                            "共检查 7 个文件、1,834 格、61 条规则；错误 2 项，核实 1 项，提示 1 项",
                            "检查时间：2023-01-18 09:30",
                            "错误：必须改正后重报；核实：数据保留，请说明原因；提示：供参考",
                            "级别|代码|文件|工作表|单元格|银行|栏目|发现的情况|应当是|怎么改|单位说明",
                            "错误|E110|（整批文件）|表|甲银行|贷款余额|没有存贷款表|数字|请填写",
                            "核实|W203|a.xlsx|表|D8|甲银行|贷款余额|187%|数字|请填写",
                            "错误|E206|b.xlsx|表|D7|甲银行|贷款余额|空|数字|请填写",
                            "提示|N102|b.xlsx|表|A9|甲银行|贷款余额|说明行|数字|请填写");
        }
    }

    @Test
    void the_sheet_is_ready_to_be_printed_and_filtered() throws IOException {
        try (XSSFWorkbook book = book(PaperFixture.findings())) {
            XSSFSheet sheet = book.getSheetAt(0);
            PrintSetup print = sheet.getPrintSetup();
            assertThat(print.getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(print.getLandscape()).isTrue();
            assertThat(print.getFitWidth()).isEqualTo((short) 1);
            assertThat(print.getFitHeight()).isEqualTo((short) 0);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("5:5");
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A5:K8");
            assertThat(book.getPrintArea(0)).isEqualTo("问题清单!$A$1:$K$8");
        }
    }

    @Test
    void text_that_begins_like_a_formula_gets_a_visible_apostrophe_and_stays_text() throws IOException {
        List<PrintedFinding> findings = new ArrayList<>();
        for (String text : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1")) {
            findings.add(finding(Code.E213, "a.xlsx", "A4", text));
        }
        try (XSSFWorkbook book = book(findings)) {
            List<String> found = new ArrayList<>();
            for (int i = 5; i < 11; i++) {
                Cell cell = book.getSheetAt(0).getRow(i).getCell(7);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                found.add(cell.getStringCellValue());
            }
            assertThat(found).containsExactly("'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", "'＝1");
        }
    }

    @Test
    void a_clean_check_says_so() throws IOException {
        try (XSSFWorkbook book = book(List.of())) {
            assertThat(rows(book)).endsWith("本次检查没有发现问题。");
        }
    }

    private static PrintedFinding finding(Code code, String file, String cell, String found) {
        return new PrintedFinding(code, new Place(file, "表", cell), "甲银行", "贷款余额", found, "数字", "请填写", "略", "");
    }

    private XSSFWorkbook book(List<PrintedFinding> findings) throws IOException {
        Path file = folder.resolve("list.xlsx");
        ProblemList.write(findings, SUMMARY, PaperFixture.words(), file);
        return new XSSFWorkbook(Files.newInputStream(file));
    }

    private static List<String> rows(XSSFWorkbook book) {
        List<String> rows = new ArrayList<>();
        for (Row row : book.getSheetAt(0)) {
            List<String> texts = new ArrayList<>();
            row.forEach(cell -> {
                if (!cell.getStringCellValue().isEmpty()) {
                    texts.add(cell.getStringCellValue());
                }
            });
            rows.add(String.join("|", texts));
        }
        return rows;
    }
}

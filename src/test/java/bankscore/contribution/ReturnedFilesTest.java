package bankscore.contribution;

import static bankscore.contribution.SmallQuarter.CREDIT;
import static bankscore.contribution.SmallQuarter.FUNDS;
import static bankscore.contribution.SmallQuarter.ROSTER;
import static bankscore.contribution.SmallQuarter.TAX;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.load.WordsLoader;
import bankscore.run.EndedRun;
import bankscore.run.publish.FindingsFolder;
import bankscore.run.request.RunOutcome.Clean;
import bankscore.run.request.RunOutcome.Stopped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the staff get back: the list, the marked copies, true counts and their own reasons. */
class ReturnedFilesTest {

    @TempDir
    Path folder = Path.of("");

    private Program program;
    private SmallQuarter quarter;

    @BeforeEach
    void start() throws Exception {
        program = new Program(folder.resolve("input"), folder.resolve("output"));
        quarter = new SmallQuarter(new Period(2022, 4)).named();
    }

    @AfterEach
    void close() {
        program.close();
    }

    private EndedRun check() throws Exception {
        quarter.write(folder.resolve("input"));
        return program.check("2022Q4");
    }

    private Path findings() {
        return folder.resolve("output/2022Q4/findings");
    }

    private List<String> returned() throws Exception {
        try (Stream<Path> files = Files.list(findings())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static Cell cell(Workbook book, String sheet, String at) {
        CellReference place = new CellReference(at);
        return book.getSheet(sheet).getRow(place.getRow()).getCell(place.getCol());
    }

    @Test
    void every_workbook_with_a_finding_comes_back_marked_and_no_other() throws Exception {
        quarter.set(CREDIT, "存贷款", "D5", "约三百万")
                .set(CREDIT, "存贷款", "F5", "")
                .set(CREDIT, "存贷款", "B4", SmallQuarter.Special.BROKEN);
        quarter.set(TAX, "税收", "C4", SmallQuarter.Special.UNCACHED)
                .hideRow(TAX, "税收", 5)
                .hideSheet(CREDIT, "底稿");
        quarter.set(CREDIT, "底稿", "A1", "秘密");

        EndedRun outcome = check();

        assertThat(outcome.end()).isEqualTo(Stopped.class);
        assertThat(returned()).containsExactly("findings.json", "人民银行_存贷款（退回）.xlsx", "税收（退回）.xlsx", "问题清单.xlsx");
        Path copy = findings().resolve("人民银行_存贷款（退回）.xlsx");
        try (Workbook book = WorkbookFactory.create(copy.toFile())) {
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
            assertThat(book.getSheetName(0)).isEqualTo("退回说明");
            Sheet list = book.getSheetAt(0);
            assertThat(list.getRow(4).getCell(2).getStringCellValue()).isEqualTo("B4");
            assertThat(list.getRow(4).getCell(2).getHyperlink().getAddress()).isEqualTo("'存贷款'!B4");
            Cell bad = cell(book, "存贷款", "D5");
            assertThat(bad.getStringCellValue()).isEqualTo("约三百万");
            assertThat(bad.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(bad.getCellComment().getString().getString())
                    .contains("不是数字")
                    .endsWith("（E201）");
            assertThat(cell(book, "存贷款", "F5").getCellComment().getString().getString())
                    .contains("该填未填");
            assertThat(cell(book, "存贷款", "C5").getCellComment()).isNull();
            assertThat(cell(book, "存贷款", "C5").getNumericCellValue()).isEqualTo(2_000_000);
        }
        for (String name : returned()) {
            if (name.endsWith(".xlsx")) {
                assertThat(formulas(findings().resolve(name))).as(name).isEmpty();
            }
        }
    }

    private static List<String> formulas(Path file) throws Exception {
        List<String> formulas = new ArrayList<>();
        try (Workbook book = WorkbookFactory.create(file.toFile())) {
            for (Sheet sheet : book) {
                sheet.forEach(row -> row.forEach(cell -> {
                    if (cell.getCellType() == CellType.FORMULA) {
                        formulas.add(cell.getAddress().formatAsString());
                    }
                }));
            }
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            zip.stream()
                    .filter(part -> part.getName().contains("externalLink")
                            || part.getName().contains("vba"))
                    .forEach(part -> formulas.add(part.getName()));
        }
        return formulas;
    }

    @Test
    void a_copy_that_is_open_is_left_and_its_successor_gets_a_number() throws Exception {
        quarter.set(TAX, "税收", "B5", "x");
        check();
        Files.writeString(findings().resolve("税收（退回）.xlsx"), "being read");
        Files.write(findings().resolve("~$税收（退回）.xlsx"), new byte[165]);

        check();
        assertThat(returned())
                .containsExactly("findings.json", "~$税收（退回）.xlsx", "税收（退回）(2).xlsx", "税收（退回）.xlsx", "问题清单.xlsx");
        assertThat(findings().resolve("税收（退回）.xlsx")).hasContent("being read");

        quarter.set(TAX, "税收", "B5", 2702);
        check();
        assertThat(returned()).containsExactly("~$税收（退回）.xlsx", "税收（退回）.xlsx");

        Files.delete(findings().resolve("~$税收（退回）.xlsx"));
        check();
        assertThat(findings()).doesNotExist();
    }

    @Test
    void the_path_of_a_file_becomes_a_name_that_every_system_takes() {
        assertThat(FindingsFolder.safe("人民银行/../a:b*?.xlsx", WordsLoader.load()))
                .isEqualTo("人民银行_.._a_b_（退回）.xlsx");
        assertThat(FindingsFolder.safe(".xlsx", WordsLoader.load())).isEqualTo("_（退回）.xlsx");
        assertThat(FindingsFolder.safe("市直单位/" + "报表".repeat(200) + "四季度.csv", WordsLoader.load()))
                .isEqualTo("表" + "报表".repeat(14) + "四季度（退回）.xlsx");
    }

    @Test
    void the_counts_are_true() throws Exception {
        EndedRun outcome = check();

        assertThat(outcome.end()).isEqualTo(Clean.class);
        assertThat(outcome.files()).isEqualTo(9);
        // Every filled cell: register 1 + 7 + 7 + 7 + 6 + 6; credit 1 + 1 + 8 * 6; tax 1 + 2 + 2 * 4; platform 2 * 4;
        // ratings 3 * 7; service 5 + 4 + 5; holdings 5 + 5 + 3 + 3; pools 2 * 3; risks 4 * 2; published figures 2 * 2.
        assertThat(outcome.cells()).isEqualTo(34 + 50 + 11 + 8 + 21 + 14 + 16 + 6 + 8 + 4);
    }

    @Test
    void the_list_is_grouped_by_the_office_that_sent_the_file() throws Exception {
        quarter.set(CREDIT, "存贷款", "D5", "x").set(TAX, "税收", "B5", "x").set(FUNDS, "2023年资金池", "B2", "x");
        check();

        try (Workbook book =
                WorkbookFactory.create(findings().resolve("问题清单.xlsx").toFile())) {
            List<String> lines = new ArrayList<>();
            book.getSheet("问题清单").forEach(row -> lines.add(row.getCell(0).getStringCellValue()));
            assertThat(lines)
                    .contains("报送单位：人民银行（错误 1，核实 0，提示 0）", "报送单位：税务局（错误 1，核实 0，提示 0）", "报送单位：财政局（错误 1，核实 0，提示 0）");
            assertThat(lines.get(1)).isEqualTo("共检查 9 个文件、172 格、" + Code.rules() + " 条规则；错误 3 项，核实 0 项，提示 0 项");
        }
    }

    @Test
    void a_reason_is_attached_to_its_finding_and_lets_a_strict_run_go_on() throws Exception {
        quarter.set(TAX, "税收", "B5", -3).hideRow(ROSTER, "银行名录", 4);
        quarter.write(folder.resolve("input"));
        assertThat(program.check(program.request("2022Q4", Path.of("config"), true))
                        .end())
                .isEqualTo(Stopped.class);

        quarter.rows(
                "说明.xlsx",
                "说明",
                1,
                List.of("代码", "文件", "单元格", "原因", "填报人"),
                List.of("W207", "税收.xlsx", "b5", "退税", "李四"),
                List.of("W201", "名录.xlsx", "", "打印时隐藏", "王五"));
        quarter.write(folder.resolve("input"));
        EndedRun strict = program.check(program.request("2022Q4", Path.of("config"), true));

        assertThat(strict.findings().stream().map(finding -> finding.code() + " " + finding.reason()))
                .containsExactlyInAnyOrder("W207 退税", "W201 打印时隐藏");
        assertThat(strict.end()).isEqualTo(Clean.class);

        quarter.set("说明.xlsx", "说明", "C2", "B6");
        assertThat(check().findings().stream()
                        .filter(finding -> finding.code() == Code.W207)
                        .map(PrintedFinding::reason))
                .containsExactly("");
    }

    @Test
    void merged_and_two_level_headers_and_merged_keys_are_read() throws Exception {
        quarter.removeSheet(CREDIT, "存贷款").removeSheet(FUNDS, "截至12月末");
        quarter.then(to -> {
            MergedForms.credit(to.resolve(CREDIT));
            MergedForms.holdings(to.resolve("存款.xlsx"));
        });

        assertThat(check().findings())
                .extracting(finding -> finding.code() + " " + finding.place())
                .containsExactly("N115 存款.xlsx › 表");
    }
}

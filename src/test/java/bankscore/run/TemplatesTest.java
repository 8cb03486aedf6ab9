package bankscore.run;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.ContributionJob;
import bankscore.contribution.Program;
import bankscore.contribution.SmallQuarter;
import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.machine.LibreOffice;
import bankscore.run.request.Deletion;
import bankscore.run.request.RunOutcome.Clean;
import bankscore.run.request.RunRequest;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

    private static final Period Q4 = new Period(2022, 4);

    @TempDir
    Path folder = Path.of("");

    /** A row for each sheet that may not stay blank; what may is told (N107). */
    private static final Map<String, List<String>> OTHERS = Map.of(
            "财政存款", List.of("社会保险基金", "工商银行", "3000"),
            "服务记录", List.of("2022-03-01", "招商银行", "资金拨付"),
            "风险", List.of("浙商银行", "流动性", "暂停新增"));

    private Path templates(Program program) throws Exception {
        RunRequest request = program.request("2022Q4");
        return new Templates(program.engine().dataSource(), new ContributionJob(), Program.WORDS)
                .write(request, Program.configuration(request));
    }

    @Test
    void a_filled_template_passes_the_check_unchanged() throws Exception {
        Path input = folder.resolve("input");
        try (Program program = new Program(input, folder.resolve("output"))) {
            new SmallQuarter(Q4).write(input);
            Path templates = templates(program);

            assertThat(names(templates))
                    .containsExactlyInAnyOrder(
                            "人民银行报表（2022Q4）.xlsx",
                            "税务局报表（2022Q4）.xlsx",
                            "大数据局报表（2022Q4）.xlsx",
                            "财政局报表（2022Q4）.xlsx",
                            "国库集中支付中心报表（2022Q4）.xlsx",
                            "银行业监管部门报表（2022Q4）.xlsx",
                            "预算单位（由财政局汇总）报表（2022Q4）.xlsx",
                            "各单位报表（2022Q4）.xlsx");
            Path received = input.resolve("2022Q4");
            Deletion.of(received);
            Files.createDirectories(received);
            for (String name : names(templates)) {
                fill(templates.resolve(name), received.resolve(name));
            }

            EndedRun outcome = program.check("2022Q4");

            assertThat(outcome.findings().stream()
                            .filter(finding -> finding.code() != Code.N107)
                            .map(PrintedFinding::message))
                    .isEmpty();
            assertThat(outcome.end()).isEqualTo(Clean.class);
        }
    }

    /** As an office does it: values only, no sheet or cell of ours changed, saved by LibreOffice in its own way. */
    @ParameterizedTest
    @CsvSource({"xlsx,Calc MS Excel 2007 XML", "xls,MS Excel 97"})
    @Tag("long")
    void a_template_filled_in_libreoffice_passes_the_check_unchanged(String format, String filter) throws Exception {
        Path input = folder.resolve("input");
        try (Program program = new Program(input, folder.resolve("output"))) {
            new SmallQuarter(Q4).write(input);
            Path templates = templates(program);
            Path received = input.resolve("2022Q4");
            Deletion.of(received);
            Files.createDirectories(received);
            List<String> steps = new ArrayList<>();
            for (String name : names(templates)) {
                // What the other test fills in by POI, typed into the same cells.
                Path filled = folder.resolve(name);
                fill(templates.resolve(name), filled);
                steps.add("open\t" + templates.resolve(name));
                steps.addAll(typed(templates.resolve(name), filled));
                steps.add("save\t" + received.resolve(name.replace(".xlsx", "." + format)) + "\t" + filter);
                steps.add("close");
            }
            LibreOffice.work(steps, folder);

            EndedRun outcome = program.check("2022Q4");

            assertThat(outcome.findings().stream()
                            .filter(finding -> finding.code() != Code.N107)
                            .map(finding -> finding.place() + finding.message()))
                    .isEmpty();
            assertThat(outcome.end()).isEqualTo(Clean.class);
            assertThat(outcome.files()).isEqualTo(names(templates).size());
        }
    }

    /** The steps that make one workbook of another by typing. */
    private static List<String> typed(Path template, Path filled) throws Exception {
        List<String> steps = new ArrayList<>();
        try (Workbook before = WorkbookFactory.create(template.toFile());
                Workbook after = WorkbookFactory.create(filled.toFile())) {
            for (Sheet sheet : after) {
                Sheet blank = before.getSheet(sheet.getSheetName());
                steps.add("sheet\t" + sheet.getSheetName());
                sheet.forEach(row -> row.forEach(cell -> {
                    Row old = blank.getRow(cell.getRowIndex());
                    Cell was = old == null ? null : old.getCell(cell.getColumnIndex());
                    if (was == null || !was.toString().equals(cell.toString())) {
                        steps.add(
                                cell.getCellType() == CellType.NUMERIC
                                        ? "type\t" + cell.getAddress() + "\t" + cell
                                        : "text\t" + cell.getAddress() + "\t" + cell);
                    }
                }));
            }
        }
        return steps;
    }

    @Test
    void what_is_on_a_sheet_tells_what_to_fill_in() throws Exception {
        Path input = folder.resolve("input");
        try (Program program = new Program(input, folder.resolve("output"))) {
            new SmallQuarter(new Period(2022, 3)).write(input);
            program.run("2022Q3");
            Path templates = templates(program);

            try (Workbook book = WorkbookFactory.create(
                    templates.resolve("税务局报表（2022Q4）.xlsx").toFile())) {
                Sheet sheet = book.getSheet("税收");
                assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).startsWith("所属期：2022年第四季度　模板版本：");
                Row head = sheet.getRow(2);
                assertThat(head.getCell(1).getStringCellValue()).isEqualTo("上缴税收（万元）");
                assertThat(head.getCell(1).getCellComment().getString().getString())
                        .isEqualTo("金额，填数字，不带单位和文字\n本年累计数，不能比上季度小\n一般不小于 0，小于 0 的要写明原因\n必须填写");
                assertThat(head.getCell(2).getStringCellValue()).isEqualTo("上缴税收的上期数");
                // No register has come yet: the banks are those of the latest published result.
                assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("中国工商银行上饶分行");
                assertThat(sheet.getRow(3).getCell(2).getNumericCellValue()).isEqualTo(1951.5);
                assertThat(sheet.getDataValidations()).hasSize(2);
            }
        }
    }

    @Test
    void a_template_of_another_version_is_recognised_and_named() throws Exception {
        Path input = folder.resolve("input");
        try (Program program = new Program(input, folder.resolve("output"))) {
            SmallQuarter quarter = new SmallQuarter(Q4);
            quarter.set(SmallQuarter.TAX, "税收", "A1", "模板版本：AB12CD").write(input);

            assertThat(program.check("2022Q4").findings()).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(Code.W103);
                assertThat(finding.found()).contains("AB12CD");
            });
        }
    }

    private static List<String> names(Path templates) throws Exception {
        try (Stream<Path> files = Files.list(templates)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    /** Types the figures of the small quarter into the blank cells, by heading. */
    private static void fill(Path template, Path to) throws Exception {
        Map<String, Double> figures = Map.of(
                "存款余额（万元）", 1_300_000.0,
                "年初贷款余额（万元）", 1_000_000.0,
                "贷款余额（万元）", 1_100_000.0,
                "年初小微贷款余额（万元）", 200_000.0,
                "小微贷款余额（万元）", 224_000.0,
                "年初工业贷款余额（万元）", 150_000.0,
                "工业贷款余额（万元）", 162_000.0,
                "上缴税收（万元）", 4_200.0,
                "平台放款金额（万元）", 6_000.0,
                "平台放款笔数", 40.0);
        try (InputStream in = Files.newInputStream(template);
                Workbook book = WorkbookFactory.create(in);
                OutputStream out = Files.newOutputStream(to)) {
            for (Sheet sheet : book) {
                Row head = sheet.getRow(2);
                for (int i = 3; head != null && head.getCell(0) != null && i <= sheet.getLastRowNum(); i++) {
                    for (Cell heading : head) {
                        Double figure = figures.get(heading.getStringCellValue());
                        if (figure != null) {
                            sheet.getRow(i).getCell(heading.getColumnIndex()).setCellValue(figure);
                        }
                    }
                }
                if (sheet.getSheetName().equals("参数")) {
                    // 1,100,000 of loans to 1,300,000 of deposits.
                    Row row = sheet.createRow(3);
                    row.createCell(0).setCellValue("全市存贷比");
                    row.createCell(1).setCellValue(84.62);
                } else if (sheet.getSheetName().equals("资金池")) {
                    Row row = sheet.createRow(3);
                    row.createCell(0).setCellValue("社会保险基金");
                    row.createCell(1).setCellValue(9000);
                } else if (OTHERS.containsKey(sheet.getSheetName())) {
                    Row row = sheet.createRow(3);
                    for (String each : OTHERS.get(sheet.getSheetName())) {
                        row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(each);
                    }
                } else if (sheet.getSheetName().equals("满意度调查")) {
                    for (int i = 0; i < 3; i++) {
                        Row row = sheet.createRow(3 + i);
                        row.createCell(0).setCellValue("市教育局");
                        row.createCell(1)
                                .setCellValue(List.of("工商银行", "招商银行", "浙商银行").get(i));
                        row.createCell(2).setCellValue(4.5);
                    }
                }
            }
            book.write(out);
        }
    }
}

package bankscore.contribution.book;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.SampleReport;
import bankscore.contribution.judge.Report;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.load.dataset.DatasetLoader;
import bankscore.machine.LibreOffice;
import bankscore.machine.Tool;
import bankscore.paper.workbook.recalculation.Recalculation;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The book in another program: LibreOffice computes all its formulas anew. Skipped where there is no {@code soffice} on
 * the path.
 */
@Tag("elsewhere")
class BookInLibreOfficeTest {

    private static final Period YEAR = new Period(2022, 4);
    private static final long SEED = 20221231;
    private static final List<String> LIVE = List.of("指标测算", "得分汇总", "调拨测算", "资金调拨方案", "差一点");

    private final Path folder;

    BookInLibreOfficeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void libreOfficeIsInstalled() {
        LibreOffice.assumeThere();
    }

    @Test
    void allFormulasRecalculateToTheCachedValues() throws IOException, InterruptedException, ConfigException {
        Path file = folder.resolve("book.xlsx");
        ScoreWorkbook.write(
                SampleReport.cityQuarter(YEAR, true).report(List.of(), scheme("", "")),
                "通用",
                SampleReport.words(),
                file);
        convert("xlsx:Calc MS Excel 2007 XML", List.of(file));
        try (XSSFWorkbook written = open(file);
                XSSFWorkbook converted = open(folder.resolve("out/book.xlsx"))) {
            List<String> differences = new ArrayList<>();
            int formulas = 0;
            for (Sheet sheet : written) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            formulas++;
                            compare(cell, converted, differences);
                        }
                    }
                }
            }
            assertThat(differences).isEmpty();
            assertThat(formulas).isGreaterThan(1000);
        }
    }

    @Test
    void tenEditsOfTheBookEqualFreshRunsOnTheEditedInput() throws IOException, InterruptedException, ConfigException {
        List<Edit> edits = edits();
        List<Path> edited = new ArrayList<>();
        for (int i = 0; i < edits.size(); i++) {
            Path file = folder.resolve("edit" + i + ".xlsx");
            ScoreWorkbook.write(
                    SampleReport.cityQuarter(YEAR, true).report(List.of(), scheme("", "")),
                    "通用",
                    SampleReport.words(),
                    file);
            try (XSSFWorkbook book = open(file)) {
                edits.get(i).inBook(book);
                try (var out = Files.newOutputStream(file)) {
                    book.write(out);
                }
            }
            edited.add(file);
        }
        convert("xlsx:Calc MS Excel 2007 XML", edited);
        for (int i = 0; i < edits.size(); i++) {
            Edit edit = edits.get(i);
            Path fresh = folder.resolve("fresh" + i + ".xlsx");
            ScoreWorkbook.write(edit.run(), "通用", SampleReport.words(), fresh);
            try (XSSFWorkbook expected = open(fresh);
                    XSSFWorkbook found = open(folder.resolve("out/edit" + i + ".xlsx"))) {
                List<String> differences = new ArrayList<>();
                for (String name : LIVE) {
                    lines(expected, name).forEach((line, row) -> {
                        Row other = Objects.requireNonNull(lines(found, name).get(line), line);
                        for (Cell cell : row) {
                            if (cell.getCellType() == CellType.FORMULA && isPrinted(cell)) {
                                compare(cell, other.getCell(cell.getColumnIndex()), differences);
                            }
                        }
                    });
                }
                assertThat(differences).as(edit.toString()).isEmpty();
            }
        }
    }

    @Test
    void everySheetIsRenderedWithItsTitle() throws IOException, InterruptedException, ConfigException {
        Tool.assumeThere("pdftotext");
        Path file = folder.resolve("book.xlsx");
        ScoreWorkbook.write(
                SampleReport.cityQuarter(YEAR, true).report(List.of(), scheme("", "")),
                "通用",
                SampleReport.words(),
                file);
        convert("pdf", List.of(file));
        Path text = folder.resolve("book.txt");
        Tool.run(
                folder,
                List.of("pdftotext", "-layout", folder.resolve("out/book.pdf").toString(), text.toString()));
        String[] pages = Files.readString(text).split("\f");
        String all = String.join("", pages).replaceAll("\\s", "");
        for (String title : List.of(
                "考核结果摘要",
                "考核得分汇总表",
                "资金存放调拨方案",
                "资金划转清单",
                "考核得分说明",
                "资金存放调拨测算",
                "考核收表回执",
                "距下一档次、名次的差距",
                "考核指标测算",
                "考核基础数据",
                "考核规则与口径",
                "考核数据核实情况",
                "考核运行信息")) {
            assertThat(all).contains(title);
        }
        assertThat(pages[0]).as("the summary is one page").contains("摘要");
        assertThat(pages[1])
                .as("and the next one begins with the scores")
                .contains("得分汇总表")
                .contains("合计");
        // 摘要, 得分汇总, a page for each fund, 划转清单, 数据核实; then each sheet by itself.
        int printed = 6
                + (int) Arrays.stream(pages)
                        .filter(page -> page.contains("资金划转清单"))
                        .count()
                - 1;
        for (int i = 0; i < pages.length; i++) {
            assertThat(pages[i].replaceAll("\\s", ""))
                    .as("page " + (i + 1))
                    .contains("上饶市", i < printed ? "第" + (i + 1) + "页共" + printed + "页" : "页", "校验码3F9A20C1");
            assertThat(i < printed || !pages[i].contains("共 " + printed + " 页"))
                    .as("page " + (i + 1) + " is not of the paper for leaders")
                    .isTrue();
        }
        assertThat(pages[printed - 1]).as("it ends with the findings").contains("数据核实情况");
        for (String title : List.of("财政性资金存放调拨方案", "财政性资金划转清单")) {
            assertThat(Arrays.stream(pages).filter(page -> page.contains(title)))
                    .as("the total of " + title)
                    .anyMatch(page -> page.contains("合计"));
        }
        assertThat(pages.length).isBetween(14, 80);
        assertThat(all).as("no number is cut").doesNotContain("###");
    }

    /** Writes a book of two thousand banks into the file that is named, as a process of its own with little memory. */
    public static void main(String... file) throws IOException, ConfigException {
        ScoreWorkbook.write(
                twoThousand().report(List.of(), scheme("", "")), "通用", SampleReport.words(), Path.of(file[0]));
    }

    private static SampleReport.QuarterBuilder twoThousand() {
        SampleReport.QuarterBuilder quarter = SampleReport.cityQuarter(YEAR, true);
        for (int i = quarter.codes().size() + 1; i <= 2000; i++) {
            String code = "C" + (10_000 + i);
            quarter.bank(code, "县域银行" + i, "县域" + i, true)
                    .credit(code, "1000", String.valueOf(1000 + i), "100", "110", "50", "51", "2000")
                    .tax(code, String.valueOf(40 * i))
                    .platform(code, "5");
        }
        return quarter;
    }

    @Test
    @Tag("long")
    void aBookOfTwoThousandBanksIsMadeWithinTheLaunchersMemoryAndOpens()
            throws IOException, InterruptedException, ConfigException {
        Path file = folder.resolve("book.xlsx");
        Tool.run(
                folder,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BookInLibreOfficeTest.class.getName(),
                        file.toString()));
        // The second sheet alone, as text with commas, in UTF-8: the whole would be hundreds of megabytes to look at.
        convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2", List.of(file));
        List<String> lines = Files.readAllLines(folder.resolve("out/book-得分汇总.csv"));
        long assessed = twoThousand().report(List.of()).assessment().cards().size();
        assertThat(assessed).isGreaterThan(1900);
        assertThat(lines.stream().filter(line -> line.matches("\\d+,[^,]+,.*"))).hasSize((int) assessed);
        assertThat(lines).noneMatch(line -> line.contains("###") || line.contains("Err:"));
    }

    /** One change of the book and of what the engine reads. */
    private record Edit(
            String sheet, int keyColumn, String key, String bank, int column, String value, String from, String to) {

        void inBook(XSSFWorkbook book) {
            for (Row row : book.getSheet(sheet)) {
                Cell cell = row.getCell(keyColumn);
                if (cell != null
                        && cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().equals(key)
                        && (bank.isEmpty()
                                || row.getCell(0).getStringCellValue().equals(bank))) {
                    row.getCell(column).setCellValue(Double.parseDouble(value));
                    return;
                }
            }
            throw new IllegalStateException("no cell for " + this);
        }

        Report run() throws IOException, ConfigException {
            SampleReport.QuarterBuilder quarter = SampleReport.cityQuarter(YEAR, true);
            if (sheet.equals("基础数据") && bank.isEmpty()) {
                quarter.setPool(key, value);
            } else if (sheet.equals("基础数据")) {
                quarter.set(key, bank, value);
            }
            return quarter.report(List.of(), scheme(from, to));
        }
    }

    private static List<Edit> edits() {
        SampleReport.QuarterBuilder quarter = SampleReport.cityQuarter(YEAR, true);
        Random random = new Random(SEED);
        List<Edit> edits = new ArrayList<>();
        List<String> columns = quarter.columns();
        for (int i = 0; i < 5; i++) {
            String column = columns.get(random.nextInt(columns.size()));
            String bank = quarter.codes().get(random.nextInt(18));
            String value = new BigDecimal(quarter.value(column, bank))
                    .multiply(BigDecimal.valueOf(500 + random.nextInt(1000), 3))
                    .setScale(2, RoundingMode.HALF_UP)
                    .toPlainString();
            edits.add(new Edit("基础数据", 10, column, bank, 4, value, "", ""));
        }
        edits.add(new Edit("基础数据", 3, SampleReport.FUND, "", 4, "432109.876543", "", ""));
        edits.add(new Edit("规则与口径", 1, "items.tax.bands[3].from", "", 2, "2500", "from: 3000", "from: 2500"));
        edits.add(new Edit(
                "规则与口径", 1, "items.loan_increment.ratio_to_best.full", "", 2, "27.5", "full: 30}", "full: 27.5}"));
        edits.add(new Edit(
                "规则与口径",
                1,
                "items.ldr.linear.per",
                "",
                2,
                "3",
                "reference: city_ldr, per: 5",
                "reference: city_ldr, per: 3"));
        edits.add(new Edit("规则与口径", 1, "allocation.lot", "", 2, "10", "lot: 1", "lot: 10"));
        return edits;
    }

    private static Scheme scheme(String from, String to) throws IOException, ConfigException {
        String text = Files.readString(Path.of("config/schemes/shangrao-2022.yaml"));
        assertThat(text).contains(from);
        // An edited weight no longer adds up to the declared full points, which lint would refuse.
        String edited = text.replace(from, to.isEmpty() ? from : to).replaceAll("(?m)^full_points:.*$", "");
        return SchemeLoader.parse("shangrao-2022.yaml", edited, DatasetLoader.loadAll(Path.of("config/datasets")));
    }

    /** The rows of a sheet by what they begin with: an edited book keeps its banks where they were, a fresh one ranks them. */
    private static Map<String, Row> lines(XSSFWorkbook book, String sheet) {
        Map<String, Row> lines = new LinkedHashMap<>();
        for (Row row : book.getSheet(sheet)) {
            Cell cell = row.getCell(1);
            String name = cell == null ? "" : cell.toString();
            int again = 1;
            while (lines.containsKey(name + " " + again)) {
                again++;
            }
            lines.put(name + " " + again, row);
        }
        return lines;
    }

    /** Steps beside what is printed may go by the line. */
    private static boolean isPrinted(Cell cell) {
        return !cell.getSheet().isColumnHidden(cell.getColumnIndex());
    }

    private static void compare(Cell expected, XSSFWorkbook book, List<String> differences) {
        Row row = book.getSheet(expected.getSheet().getSheetName()).getRow(expected.getRowIndex());
        compare(expected, row == null ? null : row.getCell(expected.getColumnIndex()), differences);
    }

    /** Numbers may differ in the last digits of a double, texts not at all. */
    private static void compare(Cell expected, @Nullable Cell found, List<String> differences) {
        String want = shown(expected);
        String have = found == null ? "" : shown(found);
        if (!want.equals(have) && !close(want, have)) {
            differences.add(expected.getSheet().getSheetName() + "!" + expected.getAddress() + " " + want + " but "
                    + have + " " + expected.getCellFormula());
        }
    }

    private static boolean close(String one, String other) {
        try {
            return Recalculation.same(Double.parseDouble(one), Double.parseDouble(other));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String shown(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> String.valueOf(cell.getNumericCellValue());
            case STRING -> cell.getStringCellValue();
            case ERROR -> "error " + cell.getErrorCellValue();
            default -> "";
        };
    }

    private void convert(String to, List<Path> files) throws IOException, InterruptedException {
        LibreOffice.recalculateAlways(folder);
        LibreOffice.convert(files, to, folder.resolve("out"), folder);
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }
}

package bankscore.watch;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.Program;
import bankscore.exact.Period;
import bankscore.finding.PrintedFinding;
import bankscore.load.ConfigFolder;
import bankscore.machine.FolderCopy;
import bankscore.run.QuietCheck;
import bankscore.run.RunPeriod;
import bankscore.run.request.Installation;
import bankscore.run.request.Progress;
import bankscore.run.request.RunFolders;
import bankscore.run.request.RunRequest;
import bankscore.run.take.Configuration;
import bankscore.watch.scheme.WatchScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample quarter spoilt as offices spoil it: what would move a figure or who is named is told, at its cell. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpoiltSampleTest {

    private static final Map<String, List<String>> SHEETS = Map.ofEntries(
            Map.entry("credit", List.of("人民银行/2022年四季度存贷款统计表.xlsx", "附表1 存贷款")),
            Map.entry("lending", List.of("人民银行/2022年四季度县区存贷款统计表.xlsx", "分县区")),
            Map.entry("published", List.of("人民银行/2022年四季度全省及全市主要指标.xlsx", "主要指标")),
            Map.entry("targets", List.of("财政局/2022年信贷目标.xlsx", "信贷目标")),
            Map.entry("insurers", List.of("金融监管/2022年四季度保险业务统计表.xlsx", "保险机构")),
            Map.entry("premiums", List.of("金融监管/2022年四季度保险业务统计表.xlsx", "县（市、区）")),
            Map.entry("banks", List.of("财政局/银行名录.xlsx", "银行名录")),
            Map.entry("counties", List.of("财政局/县区和保险机构名录.xlsx", "县区名录")),
            Map.entry("register", List.of("财政局/县区和保险机构名录.xlsx", "保险机构名录")),
            Map.entry("history", List.of("财政局/保费增速历史数据.xlsx", "历史")),
            Map.entry("life", List.of("金融监管/人身险及其他保险机构名录.xlsx", "机构名录")));

    @TempDir
    static Path folder = Path.of("");

    private final Map<String, byte[]> sample = new LinkedHashMap<>();
    private Optional<Office> fresh = Optional.empty();
    private Optional<Office> settled = Optional.empty();

    @BeforeAll
    void two_offices() throws Exception {
        Path quarter = Path.of("input", "2022Q4");
        for (String file : files()) {
            sample.put(file, Files.readAllBytes(quarter.resolve(file)));
        }
        fresh = Optional.of(new Office(folder.resolve("fresh"), List.of()));
        settled = Optional.of(new Office(folder.resolve("settled"), List.of("2022Q1", "2022Q2", "2022Q3")));
    }

    /** What is right is not accused, whatever was published before. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            lending!D4:D15 down         | “贷款余额”从这一格到 D15，各行的数都更接近上一行的“年初贷款余额”，像是整段错了一行。每一行的数一般与自己的“年初贷款余额”相近。请对照原件逐行核对“贷款余额”；如属实，请在“说明”表写明原因。
            premiums!C4:D15 * 0.0001    | “本期保费收入”合计为 898770.14万元，而“县区保险业务 本期保费收入”（金融监管/2022年四季度保险业务统计表.xlsx › 县（市、区） › C3）合计为 36.8321万元，两者之比为 0.00004098，像是其中一张表的金额单位填错。这两个合计之比一般在 0.02 到 50 之间。请先核对“本期保费收入”这一列、再核对“县区保险业务 本期保费收入”的金额单位（元、千元、万元、亿元），改正表头所写的单位，或改正整列数字。
            premiums!C7:D7 * 10000      | “玉山县”的“本期保费收入”填的是 367943700万元，而这一列居中的数是 25835.23万元。同一列的数与居中的数一般相差不到 200 倍。请核对这一格的小数点和金额单位（同一行的其他数字也要核对）；如属实，请在“说明”表写明原因。
            published!D4 = 2023-03-31   | 日期是：2023-03-31，在本期末之后，这一行不计入；“全省贷款增速”没有别的行，按没有公布处理。采用的公布数应不晚于 2022-12-31。请核对日期；如日期无误，请写明原因。
            life!G5 = 口径调整（并入分公司） | “澄屿人寿保险股份有限公司饶城中心支公司”的备注是“口径调整（并入分公司）”，其中有“口径调整”，但不是原话，照常评判。备注与“口径调整”完全相同的，只列示，不评判。应当免评的，请把备注改为“口径调整”，其他说明另写；照常评判无误的，请写明原因。
            register!F9 clear           | 枫屏财险没有填开业日期，按开业已满 12 个月评判，已列入点名。开业不满 12 个月的只列示，不评判。请在名录中补填开业日期；确已开业满 12 个月的，也可以写明原因。
            premiums!C4:C15 <> D4:D15   | “本期保费收入”普遍比“上年同期保费收入”（D3）少，公布的增速却正好是这两列倒过来算的结果。每一列的数字应与自己的表头相符。请把“本期保费收入”与“上年同期保费收入”两列的数字对调，或改正表头，再重新报送。
            """)
    void a_finding_says_what_is_wrong_and_what_to_do(String edits, String expected) throws Exception {
        PrintedFinding finding = fresh.orElseThrow().first(edits);

        assertThat(finding.found() + finding.expected() + finding.action()).isEqualTo(expected);
    }

    /** The office sends a history from which periods are counted; nothing else is told of the sample, whatever was published. */
    @Test
    void nothing_is_wrong_with_the_sample() {
        assertThat(fresh.orElseThrow().usual).containsExactly("N411 history!");
        assertThat(settled.orElseThrow().usual).containsExactly("N411 history!");
    }

    @AfterAll
    void close() {
        fresh.ifPresent(Office::close);
        settled.ifPresent(Office::close);
    }

    private static Set<String> files() {
        return SHEETS.values().stream().map(each -> each.get(0)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each edit is {@code sheet!cells what}: {@code * factor}, {@code <> other cells}, {@code down}, {@code = text}, {@code clear}. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # a unit: by what banks lend, by what the others have in the column, by what insurers or banks have together
            targets in 亿元 under 万元            | targets!C4:C19 * 0.0001                        | E319 credit!E3; E319 targets!C3
            targets in 元                        | targets!C4:C19 * 10000                         | E319 credit!E3; E319 targets!C3
            one target in 亿元                    | targets!C8:C8 * 0.0001                         | W213 targets!C8
            banks in 元 under 万元                | credit!C4:E21 * 10000; credit!G4:J21 * 10000   | E319 credit!E3; E319 targets!C3
            counties' premiums in 亿元            | premiums!C4:D15 * 0.0001                       | E319 insurers!C3; E319 premiums!C3
            insurers' premiums in 亿元            | insurers!C4:D25 * 0.0001                       | E319 insurers!C3; E319 premiums!C3
            counties' balances in 元              | lending!C4:F15 * 10000                         | E319 lending!D3; E319 credit!E3
            one county's premiums in 元           | premiums!C7:D7 * 10000                         | W213 premiums!C7; W213 premiums!D7
            one county's premiums in 亿元         | premiums!C7:D7 * 0.0001                        | W213 premiums!C7; W213 premiums!D7
            one insurer's premiums in 元          | insurers!C7:D7 * 10000                         | W213 insurers!C7; W213 insurers!D7
            one county's balances in 元           | lending!C7:F7 * 10000                          | W213 lending!C7; W213 lending!D7; W213 lending!E7; W213 lending!F7
            # columns: the published growth is that of the columns the other way round
            counties' premiums swapped           | premiums!C4:C15 <> D4:D15                      | E320 premiums!C3
            loans and last year's swapped        | lending!D4:D15 <> F4:F15                       | E320 lending!D3
            loans and opening swapped            | lending!D4:D15 <> E4:E15                       | W214 lending!D3
            nothing published of the growth      | premiums!C4:C15 <> D4:D15; published!B8 = 别的  | W216 published!; W214 premiums!C3
            # rows
            loans one row off                    | lending!D4:D15 down                            | W219 lending!D5
            loans of five counties one row off   | lending!D6:D10 down                            | W219 lending!D7
            deposits one row off                 | lending!C4:C15 down                            | W219 lending!C5
            counties' premiums one row off       | premiums!C4:C15 down                           | W219 premiums!C5
            # published figures
            a rate as a fraction                 | published!C4 = 0.113                           | W202 published!C4
            the city's growth as a fraction      | published!C7 = 0.1204                          | W202 published!C7
            the city's growth of another year    | published!C7 = 4.1                             | W215 published!C7
            a row of a later day                 | published!D4 = 2023-03-31                      | W204 published!D4
            # lines and registers
            the line of the whole city           | lending!B16 = 全市; lending!A16 clear; premiums!A16 = 全市合计 |
            a remark that holds the word         | life!G5 = 口径调整（并入分公司）                     | W412 life!G5
            the same of a bank                   | banks!I3 = 备注; banks!I14 = 口径调整后            | W412 banks!I14
            named without an opening day         | register!F9 clear                              | W412 register!F9
            named without the column             | register!F3:F12 clear                          | W412 register!C9
            an insurer that is not to be judged  | life!H3 = 是否考核; life!H4 = 否; insurers!C13:D13 clear |
            neither yes nor no                   | life!H3 = 是否考核; life!H4 = 暂不                | E209 life!H4
            """)
    void where_nothing_was_published_before(String what, String edits, String expected) throws Exception {
        assertThat(fresh.orElseThrow().found(edits))
                .as(what)
                .isEqualTo(Optional.ofNullable(expected).orElse(""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            targets in 亿元 under 万元            | targets!C4:C19 * 0.0001                        | E309 targets!C3
            one target in 亿元                    | targets!C8:C8 * 0.0001                         | W208 targets!C8
            counties' premiums in 亿元            | premiums!C4:D15 * 0.0001                       | E309 premiums!C3; E309 premiums!D3
            one county's premiums in 元           | premiums!C7:D7 * 10000                         | W208 premiums!C7; W208 premiums!D7
            counties' premiums swapped           | premiums!C4:C15 <> D4:D15                      | E320 premiums!C3
            loans and last year's swapped        | lending!D4:D15 <> F4:F15                       | E320 lending!D3
            loans and opening swapped            | lending!D4:D15 <> E4:E15                       | E320 lending!D3
            deposits one row off                 | lending!C4:C15 down                            | W219 lending!C5
            deposits of four counties            | lending!C6:C9 down                             | W219 lending!C7
            a rate as a fraction                 | published!C4 = 0.113                           | E208 published!C4; W202 published!C4
            """)
    void where_three_quarters_were(String what, String edits, String expected) throws Exception {
        assertThat(settled.orElseThrow().found(edits))
                .as(what)
                .isEqualTo(Optional.ofNullable(expected).orElse(""));
    }

    /** An office that watches, after some quarters were published. */
    private final class Office implements AutoCloseable {

        private final Path input;
        private final Path output;
        private final Program program;
        private final QuietCheck<WatchScheme> checks;
        private final Configuration<WatchScheme> configuration;
        private final Set<String> usual;

        Office(Path home, List<String> published) throws Exception {
            input = home.resolve("input");
            output = home.resolve("output");
            for (String quarter : published) {
                FolderCopy.of(Path.of("input", quarter), input.resolve(quarter));
            }
            program = new Program(input, output);
            Installation installation = new Installation(Program.WORDS, Program.CLOCK, "test");
            RunPeriod<WatchScheme> runs = new RunPeriod<>(program.engine(), new WatchJob(), installation);
            for (String quarter : published) {
                runs.run(request(quarter), configuration(quarter));
            }
            checks = new QuietCheck<>(program.engine(), new WatchJob(), installation);
            configuration = configuration("2022Q4");
            usual = check("").stream().map(SpoiltSampleTest::brief).collect(Collectors.toUnmodifiableSet());
        }

        private RunRequest request(String quarter) {
            return new RunRequest(
                    Period.parse(quarter).orElseThrow(),
                    Optional.empty(),
                    false,
                    new RunFolders(Path.of("config"), input, output),
                    Program.caller("run " + quarter),
                    Progress.SILENT);
        }

        private static Configuration<WatchScheme> configuration(String quarter) throws Exception {
            return Configuration.load(
                    new ConfigFolder(Path.of("config")),
                    Period.parse(quarter).orElseThrow(),
                    Optional.of("shangrao-watch"),
                    Optional.empty(),
                    new WatchJob().rules());
        }

        /** What is found that the sample does not have. */
        String found(String edits) throws Exception {
            return check(edits).stream()
                    .map(SpoiltSampleTest::brief)
                    .filter(each -> !usual.contains(each))
                    .collect(Collectors.joining("; "));
        }

        /** The first of it. */
        PrintedFinding first(String edits) throws Exception {
            return check(edits).stream()
                    .filter(each -> !usual.contains(brief(each)))
                    .findFirst()
                    .orElseThrow();
        }

        private List<PrintedFinding> check(String edits) throws Exception {
            Map<String, XSSFWorkbook> books = new LinkedHashMap<>();
            for (String edit : edits.split(";", -1)) {
                if (!edit.isBlank()) {
                    edit(edit.strip(), books);
                }
            }
            Path quarter = input.resolve("2022Q4");
            for (Map.Entry<String, byte[]> file : sample.entrySet()) {
                Path path = quarter.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                XSSFWorkbook book = books.get(file.getKey());
                if (book == null) {
                    Files.write(path, file.getValue());
                } else {
                    XSSFFormulaEvaluator.evaluateAllFormulaCells(book);
                    try (OutputStream out = Files.newOutputStream(path)) {
                        book.write(out);
                    }
                }
            }
            return checks.check(request("2022Q4"), configuration).findings();
        }

        @Override
        public void close() {
            program.close();
        }
    }

    private static String brief(PrintedFinding finding) {
        String sheet = SHEETS.entrySet().stream()
                .filter(each -> finding.place().file().equals(each.getValue().get(0))
                        && finding.place().sheet().equals(each.getValue().get(1)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(finding.place().sheetOnly().toString());
        return (finding.code() + " " + sheet + "!" + finding.place().cell()).strip();
    }

    // Edits.

    private void edit(String edit, Map<String, XSSFWorkbook> books) throws IOException {
        List<String> words = List.of(edit.split(" +", -1));
        List<String> at = List.of(words.get(0).split("!", -1));
        List<String> where = Objects.requireNonNull(SHEETS.get(at.get(0)), edit);
        XSSFWorkbook book = books.get(where.get(0));
        if (book == null) {
            book = new XSSFWorkbook(new ByteArrayInputStream(sample.getOrDefault(where.get(0), new byte[0])));
            books.put(where.get(0), book);
        }
        List<Cell> cells = cells(book.getSheet(where.get(1)), at.get(1));
        switch (words.get(1)) {
            case "*" ->
                cells.forEach(cell -> cell.setCellValue(
                        number(cell).multiply(new BigDecimal(words.get(2))).doubleValue()));
            case "<>" -> swap(cells, cells(book.getSheet(where.get(1)), words.get(2)));
            case "down" -> {
                List<BigDecimal> numbers =
                        cells.stream().map(SpoiltSampleTest::number).toList();
                for (int i = 0; i < cells.size(); i++) {
                    cells.get(i)
                            .setCellValue(numbers.get((i + cells.size() - 1) % cells.size())
                                    .doubleValue());
                }
            }
            case "=" -> cells.forEach(cell -> put(cell, words.get(2)));
            case "clear" -> cells.forEach(Cell::setBlank);
            default -> throw new IllegalArgumentException(edit);
        }
    }

    private static void put(Cell cell, String text) {
        if (text.matches("-?[0-9.]+")) {
            cell.setCellValue(Double.parseDouble(text));
        } else {
            cell.setCellValue(text);
        }
    }

    private static void swap(List<Cell> ones, List<Cell> others) {
        for (int i = 0; i < ones.size(); i++) {
            BigDecimal one = number(ones.get(i));
            ones.get(i).setCellValue(number(others.get(i)).doubleValue());
            others.get(i).setCellValue(one.doubleValue());
        }
    }

    private static BigDecimal number(Cell cell) {
        BigDecimal number = new BigDecimal(Double.toString(cell.getNumericCellValue()));
        if (cell.getCellType() == CellType.FORMULA) {
            cell.removeFormula();
        }
        return number;
    }

    private static List<Cell> cells(Sheet sheet, String range) {
        List<Cell> cells = new ArrayList<>();
        CellRangeAddress.valueOf(range).forEach(at -> {
            Row row = sheet.getRow(at.getRow()) == null ? sheet.createRow(at.getRow()) : sheet.getRow(at.getRow());
            cells.add(row.getCell(at.getColumn(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK));
        });
        return cells;
    }
}

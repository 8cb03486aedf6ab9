package bankscore.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bankscore.cli.CommandsInProcess;
import bankscore.cli.CommandsInProcess.Said;
import bankscore.contribution.SmallQuarter;
import bankscore.exact.Period;
import bankscore.machine.FolderCopy;
import bankscore.machine.LibreOffice;
import bankscore.machine.OfficeOpenXml;
import bankscore.paper.workbook.recalculation.Recalculation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every paper that the program makes of the sample, as other programs see it: by the published schemas of the standard, for
 * programs that are not at hand, and opened and saved by LibreOffice. And what offices send, saved by it, is read as before.
 */
@Tag("elsewhere")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PapersElsewhereTest {

    private static final String PASSWORD = "饶州古城2022";

    /** The kinds of papers, by the names of their files; each must be among those that are looked at. */
    private static final List<String> KINDS = List.of(
            "考核结果.xlsx",
            "资金调拨方案.docx",
            "收回建议.docx",
            "补助资金审核结果.xlsx",
            "补助资金拨付请示.docx",
            "补助资金测算报告.docx",
            "情况通报.xlsx",
            "情况通报.docx",
            "提示函/.*.docx",
            "督导函/.*.docx",
            "r1-回执.docx",
            "r1-批准回执.docx",
            "r1-签批单.docx",
            "到期清单.docx",
            "compare/.*.xlsx",
            "template/.*.xlsx",
            "findings/问题清单.xlsx",
            "findings/.*（退回）.xlsx",
            "word/.*.docx",
            "全省汇总.xlsx");

    /** The digits that LibreOffice keeps of a number. */
    private static final int KEPT = 15;

    /** As many has a formula in the form .xls. */
    private static final int MOST_ARGUMENTS = 30;

    /** The forms in which LibreOffice saves a workbook, and its names for them. */
    private enum Form {
        XLSX("xlsx:Calc MS Excel 2007 XML"),
        XLS("xls:MS Excel 97");

        private final String filter;

        Form(String filter) {
            this.filter = filter;
        }

        String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    void make_every_paper() throws Exception {
        LibreOffice.assumeThere();
        FolderCopy.of(Path.of("config"), config());
        for (String command : List.of(
                "run 2022Q1", "run 2022Q2", "run 2022Q3", "run 2022Q4", "compare 2022Q3 2022Q4", "template 2022Q4")) {
            done(command);
        }
        done("explain 2022Q4 --all --word " + folder.resolve("output/word"));
        signed();
        done("run 2023Q1");
        done("due 2023Q2");
        for (String command : List.of("run 2024Q4", "run 2025Q1", "compare 2024Q4 2025Q1", "template 2024Q4")) {
            done(command + " --rule jinhua-insurance");
        }
        for (String command : List.of("run 2022Q3", "run 2022Q4", "compare 2022Q3 2022Q4", "template 2022Q4")) {
            done(command + " --rule shangrao-watch");
        }
        done("explain 2022Q4 --all --word " + folder.resolve("output/word") + " --rule shangrao-watch");
        done("run 2022Q4 --rule shangrao-agri");
        done("run 2022Q4 --rule shangrao-incentive");
        done("run 2017Q4 --rule lishui-insurance");
        done("run 2023Q4 --rule wuhan-targets");
        new SmallQuarter(new Period(2022, 2))
                .set(SmallQuarter.TAX, "税收", "B4", "约七百")
                .write(folder.resolve("spoilt"));
        assertThat(type("check 2022Q2 --input " + folder.resolve("spoilt")).code())
                .isEqualTo(3);
        FolderCopy.of(Path.of("input/2022Q1"), folder.resolve("counties/一县/input/2022Q1"));
        assertThat(new CommandsInProcess(folder.resolve("province"))
                        .type(
                                "province",
                                "2022Q1",
                                "--quiet",
                                "--counties",
                                folder.resolve("counties").toString())
                        .code())
                .isZero();
    }

    private static Path config() {
        return folder.resolve("config");
    }

    /** Reviewed by one and approved by another, so that there is the page with what they signed. */
    private static void signed() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String person : List.of("张三 --role 经办", "王五 --role 复核", "赵六 --role 负责人")) {
            lines.add(done("sign " + person, PASSWORD, PASSWORD)
                    .text()
                    .lines()
                    .filter(line -> line.startsWith("- {"))
                    .findFirst()
                    .orElseThrow());
        }
        lines.set(0, lines.get(0).replace("from:", "user: " + System.getProperty("user.name") + ", from:"));
        Files.write(config().resolve("signers.yaml"), lines);
        done("review 2022Q4 r1 --accept --person 王五", PASSWORD);
        done("approve 2022Q4 r1 --document 饶府字〔2023〕1号 --date 2023-01-10 --person 赵六", PASSWORD);
    }

    private static Said done(String words, String... passwords) {
        Said said = type(words, passwords);
        assertThat(said.code()).as(words + "\n" + said.text()).isZero();
        return said;
    }

    private static Said type(String words, String... passwords) {
        InputStream before = System.in;
        try {
            System.setIn(
                    new ByteArrayInputStream((String.join("\n", passwords) + "\n").getBytes(StandardCharsets.UTF_8)));
            List<String> all = new ArrayList<>(List.of(words.split(" ", -1)));
            all.addAll(List.of("--config", config().toString()));
            return new CommandsInProcess(folder.resolve("output")).type(all.toArray(new String[0]));
        } finally {
            System.setIn(before);
        }
    }

    /** The papers with an ending, as their places below the folder say them. */
    private static List<String> papers(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(path -> folder.relativize(path).toString())
                    .filter(name -> name.endsWith(ending))
                    .filter(name -> name.matches("(output|province)/.*"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void every_paper_is_as_the_standard_has_it() throws IOException {
        List<String> papers = Stream.concat(papers(".xlsx").stream(), papers(".docx").stream())
                .toList();
        for (String kind : KINDS) {
            assertThat(papers)
                    .as(kind)
                    .anyMatch(Pattern.compile("(.*/)?" + kind).asMatchPredicate());
        }
        List<String> faults = new ArrayList<>();
        for (String paper : papers) {
            OfficeOpenXml.faults(folder.resolve(paper)).forEach(fault -> faults.add(paper + " " + fault));
        }
        assertThat(faults).isEmpty();
    }

    /** Made by packaging, which .ci/run has done before. */
    @Test
    void the_quick_start_of_the_zip_is_as_the_standard_has_it() throws IOException {
        Path target = Path.of("target");
        List<Path> zips = new ArrayList<>();
        if (Files.isDirectory(target)) {
            try (Stream<Path> all = Files.list(target)) {
                all.filter(path -> path.toString().matches(".*bankscore-[0-9.]+\\.zip"))
                        .forEach(zips::add);
            }
        }
        assumeTrue(!zips.isEmpty(), "no zip in target");
        Path page = folder.resolve("快速上手.docx");
        try (ZipFile zip = new ZipFile(zips.get(0).toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(each -> each.getName().endsWith("/快速上手.docx"))
                    .findFirst()
                    .orElseThrow();
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, page);
            }
        }

        assertThat(OfficeOpenXml.faults(page)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_book_that_LibreOffice_saves_holds_every_number_and_text_and_computes_the_same(Form form)
            throws IOException, InterruptedException {
        List<String> books = papers(".xlsx");
        Path work = folder.resolve("saved" + form);
        List<Path> opened = apart(books, work.resolve("opened"), ".xlsx");
        LibreOffice.recalculateAlways(work);
        LibreOffice.convert(opened, form.filter, work.resolve("saved"), work);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < books.size(); i++) {
            Path saved = work.resolve("saved").resolve(i + form.ending());
            differences.addAll(differences(books.get(i), opened.get(i), saved, form == Form.XLS));
        }
        assertThat(differences).isEmpty();
        if (form == Form.XLS) {
            // The texts that this form lost are there again as soon as its formulas are computed.
            List<Path> saved = opened.stream()
                    .map(path -> work.resolve("saved")
                            .resolve(path.getFileName().toString().replace(".xlsx", ".xls")))
                    .toList();
            LibreOffice.convert(saved, Form.XLSX.filter, work.resolve("again"), work);
            for (Path book : opened) {
                assertThat(texts(work.resolve("again").resolve(book.getFileName())))
                        .as(book + " opened again")
                        .isEqualTo(texts(book));
            }
        }
    }

    /** The texts that formulas come to, by cell. */
    private static Map<String, String> texts(Path file) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA
                                && cell.getCachedFormulaResultType() == CellType.STRING) {
                            texts.put(sheet.getSheetName() + "!" + cell.getAddress(), shown(cell));
                        }
                    }
                }
            }
        }
        return texts;
    }

    /** Copies of papers, by their numbers: two of different folders have one name. */
    private static List<Path> apart(List<String> papers, Path to, String ending) throws IOException {
        Files.createDirectories(to);
        List<Path> copies = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            copies.add(Files.copy(folder.resolve(papers.get(i)), to.resolve(i + ending)));
        }
        return copies;
    }

    @Test
    void every_letter_that_LibreOffice_saves_says_the_same() throws IOException, InterruptedException {
        List<String> letters = papers(".docx");
        Path work = folder.resolve("letters");
        List<Path> opened = apart(letters, work.resolve("opened"), ".docx");
        LibreOffice.convert(opened, "docx:MS Word 2007 XML", work.resolve("saved"), work);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            String want = text(opened.get(i));
            String have = text(work.resolve("saved").resolve(i + ".docx"));
            if (!want.equals(have)) {
                differences.add(letters.get(i) + "\n" + want + "\nbut\n" + have);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static String text(Path letter) throws IOException {
        try (InputStream in = Files.newInputStream(letter);
                XWPFDocument document = new XWPFDocument(in);
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            // The number of a page, which LibreOffice writes down.
            return extractor
                    .getText()
                    .replaceAll("\\s+", " ")
                    .replaceAll("— (\\d+ )?—", "— —")
                    .strip();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2022Q4,shangrao,XLSX",
        "2022Q4,shangrao,XLS",
        "2022Q4,shangrao-watch,XLSX",
        "2022Q4,shangrao-watch,XLS",
        "2025Q1,jinhua-insurance,XLSX",
        "2025Q1,jinhua-insurance,XLS",
    })
    void what_offices_send_is_read_alike_when_LibreOffice_has_saved_it(String period, String rule, Form form)
            throws IOException, InterruptedException {
        Path sent = Path.of("input", period);
        Path work = folder.resolve(period + rule + form);
        List<Path> files;
        try (Stream<Path> all = Files.walk(sent)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        // One call for all, so names tell of the folders; a name is no part of what is judged.
        List<Path> plain = new ArrayList<>();
        Path opened = Files.createDirectories(work.resolve("opened").resolve(period));
        for (Path file : files) {
            plain.add(Files.copy(
                    file, opened.resolve(sent.relativize(file).toString().replace('/', '-'))));
        }
        LibreOffice.convert(plain, form.filter, work.resolve("saved").resolve(period), work);

        String asSent = result(work, "opened", period, rule);

        assertThat(asSent).contains("\"findings\"", "\"received\"");
        assertThat(result(work, "saved", period, rule)).isEqualTo(asSent);
    }

    /** What is published of a folder, but for the code, which knows the bytes of the files, and their endings. */
    private static String result(Path work, String input, String period, String rule) throws IOException {
        Path output = work.resolve(input + "-out");
        Said said = new CommandsInProcess(output)
                .type(
                        "run",
                        period,
                        "--rule",
                        rule,
                        "--input",
                        work.resolve(input).toString(),
                        "--quiet");
        assertThat(said.code()).as(said.text()).isZero();
        Path folderOfRule = output.resolve(period).resolve(rule);
        Path revision = (Files.isDirectory(folderOfRule) ? folderOfRule : output.resolve(period)).resolve("r1");
        return Files.readString(revision.resolve("result.json"))
                .replaceAll("\\.xlsx?\\b", "")
                .replaceAll("\"code\": \"[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\"", "");
    }

    /**
     * Where two workbooks differ, read in both directions.
     *
     * @param loses whether a text that is a formula's result may be stored as 0 beside its formula, as LibreOffice does in .xls
     */
    private static List<String> differences(String name, Path one, Path other, boolean loses) throws IOException {
        List<String> differences = new ArrayList<>();
        try (Workbook want = WorkbookFactory.create(one.toFile(), null, true);
                Workbook have = WorkbookFactory.create(other.toFile(), null, true)) {
            assertThat(names(have)).as(name).isEqualTo(names(want));
            for (Sheet sheet : want) {
                Sheet same = have.getSheet(sheet.getSheetName());
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        Cell found = at(same, cell);
                        if (!same(cell, found, loses)) {
                            differences.add(name + " " + sheet.getSheetName() + "!" + cell.getAddress() + " "
                                    + shown(cell) + " but " + shown(found));
                        }
                    }
                }
                for (Row row : same) {
                    for (Cell cell : row) {
                        if (shown(at(sheet, cell)).isEmpty() && !shown(cell).isEmpty()) {
                            differences.add(name + " " + sheet.getSheetName() + "!" + cell.getAddress() + " has "
                                    + shown(cell));
                        }
                    }
                }
            }
        }
        return differences;
    }

    private static List<String> names(Workbook book) {
        List<String> names = new ArrayList<>();
        book.forEach(sheet -> names.add(sheet.getSheetName()));
        return names;
    }

    private static @Nullable Cell at(Sheet sheet, Cell cell) {
        Row row = sheet.getRow(cell.getRowIndex());
        return row == null ? null : row.getCell(cell.getColumnIndex());
    }

    /**
     * A formula stays one, and its result within what two programs that compute may differ by. The form .xls has no formula with
     * more than thirty arguments: of such a sum it keeps the result alone.
     */
    private static boolean same(Cell want, @Nullable Cell have, boolean loses) {
        if (have == null || have.getCellType() == CellType.BLANK) {
            return shown(want).isEmpty();
        }
        if (want.getCellType() == CellType.FORMULA) {
            if (have.getCellType() != CellType.FORMULA
                    || (have.getCellFormula().equals("#N/A")
                            && !(loses && want.getCellFormula().split(",", -1).length > MOST_ARGUMENTS))) {
                return false;
            }
            CellType type = want.getCachedFormulaResultType();
            return (type == CellType.NUMERIC && have.getCachedFormulaResultType() == CellType.NUMERIC)
                    ? Recalculation.same(want.getNumericCellValue(), have.getNumericCellValue())
                    : shown(want).equals(shown(have))
                            || (loses && type == CellType.STRING && shown(have).equals("number 0"));
        }
        return (want.getCellType() == CellType.NUMERIC && have.getCellType() == CellType.NUMERIC)
                ? same(want.getNumericCellValue(), have.getNumericCellValue())
                : shown(want).equals(shown(have));
    }

    /** Equal, unless the number has more digits than LibreOffice keeps: then in all of these but the last one. */
    private static boolean same(double want, double have) {
        return want == have
                || (new BigDecimal(String.valueOf(want)).precision() > KEPT
                        && Math.abs(want - have) <= Math.abs(want) * Math.pow(10, 1 - KEPT));
    }

    private static String shown(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                "number "
                        + new BigDecimal(String.valueOf(cell.getNumericCellValue()))
                                .stripTrailingZeros()
                                .toPlainString();
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            case ERROR -> "error " + cell.getErrorCellValue();
            default -> "";
        };
    }
}

package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bankscore.exact.Period;
import bankscore.machine.LibreOffice;
import bankscore.machine.ProgramProcess;
import bankscore.machine.ProgramProcess.Ended;
import bankscore.machine.ProgramProcess.Started;
import bankscore.machine.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The real program among hostile files: with half a gigabyte of heap and 30 seconds of processor time for all of them
 * together, after which the system kills it. Where the machine allows it, there is no network, and everything but the
 * output and the temporary folder is read-only.
 */
@Tag("attack")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesTest {

    private static final String PERIOD = "2022Q4";
    private static final String MARKUP = "<script>alert(1)</script><b>甲银行</b>&amp;";
    private static final String PATHLIKE = "../../../tmp/乙银行";
    private static final String SHORT_MARKUP = "<i>甲</i>";
    private static final String SHORT_PATH = "..\\..\\乙";
    private static final String TURNED = "丙银\u202E行xslx";

    /** What a spreadsheet could take for a formula. */
    private static final List<String> FORMULAS =
            List.of("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "＝1+1", " =1+1", "\u200B=1+1");

    @TempDir
    static Path folder = Path.of("");

    private Ended refused = new Ended(-1, "");
    private Ended taken = new Ended(-1, "");
    private Map<String, String> codes = Map.of();

    @BeforeAll
    void runTheProgramOverAllOfThem() throws Exception {
        Path input = folder.resolve("refused-input");
        new SmallQuarter(new Period(2022, 4)).write(input);
        HostileFiles.refused(input.resolve(PERIOD));
        refused = run("check", input, folder.resolve("refused"));
        codes = codes(Program.json(
                folder.resolve("refused").resolve(PERIOD).resolve("findings").resolve("findings.json")));

        Path harmless = folder.resolve("taken-input");
        harmless().write(harmless);
        HostileFiles.passedOver(harmless.resolve(PERIOD));
        Path secret = Files.writeString(folder.resolve("secret.csv"), "银行名称,上缴税收\n工商银行,1\n");
        Files.createSymbolicLink(harmless.resolve(PERIOD).resolve("link.csv"), secret);
        taken = run("run", harmless, folder.resolve("taken"));
    }

    @ParameterizedTest
    @CsvSource({
        "external-entity.xlsx, E102",
        "billion-laughs.xlsx, E102",
        "zip-bomb.xlsx, E107",
        "entries-twice.xlsx, E102",
        "thousand-sheets.xlsx, E107",
        "shared-strings.xlsx, E107",
        "beyond-the-last-column.xlsx, E107",
        "macros.xlsx, E104",
        "locked.xlsx, E103",
        "locked.xls, E103",
        "page.xls, E105",
        "csv.xls, E105",
        "cut.xlsx, E102",
        "..\\..\\up.xlsx, E102",
        "CON.xlsx, E102"
    })
    void each_is_refused_by_name(String file, String code) {
        assertThat(refused.code()).as(refused.said()).isEqualTo(3);
        assertThat(codes).as(refused.said()).containsEntry(file, code);
    }

    /** A link out of the folder, names that lead out of it, every column there is, a million styled blanks. */
    @ParameterizedTest
    @CsvSource({
        "link.csv, N106",
        "entry-outside.xlsx, N101",
        "all-columns.xlsx, N101",
        "million-blanks.xlsx, N101",
        "=1+1.xlsx, N101"
    })
    void each_is_passed_over_by_name(String file, String code) throws IOException {
        assertThat(taken.code()).as(taken.said()).isZero();
        assertThat(codes(Program.json(published("result.json")).path("findings")))
                .containsEntry(file, code);
    }

    @Test
    void nothing_is_written_but_findings_and_the_database() throws Exception {
        assertThat(names(folder.resolve("refused"))).containsExactly(".lock", PERIOD, "bankscore.mv.db", "log");
        assertThat(names(folder.resolve("refused").resolve(PERIOD))).containsExactly("findings");
        assertThat(names(folder))
                .containsExactly("refused", "refused-input", "secret.csv", "taken", "taken-input", "tmp");
        try (Stream<Path> left = Files.walk(folder.resolve("tmp"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
        for (String name : names(folder.resolve("refused").resolve(PERIOD).resolve("findings"))) {
            assertThat(name).doesNotContain("/", "\\", ":", "..\\");
        }
    }

    @Test
    void what_is_published_is_for_its_owner_to_change_and_nobody_elses() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        try (Stream<Path> all = Files.walk(folder.resolve("taken"))) {
            // The folder itself and one in it were made by the tests.
            for (Path each : all.filter(path -> !path.equals(folder.resolve("taken")))
                    .filter(path -> !path.startsWith(folder.resolve("taken").resolve("csv")))
                    .toList()) {
                assertThat(java.nio.file.attribute.PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(each, LinkOption.NOFOLLOW_LINKS)))
                        .as(each.toString())
                        .matches(Files.isDirectory(each) ? "rwx------" : "rw-------");
            }
        }
    }

    /** A false dimension, a million styled blanks, links to outside and DDE, in the workbook that taxes come from. */
    @Test
    void what_only_looks_dangerous_is_read_like_anything_else() throws Exception {
        assertThat(taken.code()).as(taken.said()).isZero();
        JsonNode result = Program.json(published("result.json"));
        assertThat(result.path("banks")
                        .path(0)
                        .path("measures")
                        .path("tax_paid")
                        .asString())
                .isEqualTo("1200");
        assertThat(result.path("banks").path(0).path("name").asString()).isEqualTo(MARKUP);
        assertThat(result.path("banks").path(1).path("name").asString()).isEqualTo(PATHLIKE);
    }

    @Test
    void text_from_input_is_never_a_formula_nor_begins_like_one() throws Exception {
        for (Path file : workbooks()) {
            try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
                for (Sheet sheet : book) {
                    for (Row row : sheet) {
                        for (Cell cell : row) {
                            String at = file.getFileName() + " " + sheet.getSheetName() + " " + cell.getAddress();
                            if (cell.getCellType() == CellType.FORMULA) {
                                assertThat(cell.getCellFormula()).as(at).doesNotContain("1+1", "SUM(1)", "calc");
                            } else if (cell.getCellType() == CellType.STRING) {
                                String seen = cell.getStringCellValue().replaceAll("^[\\s\\p{Cf}]+", "");
                                assertThat(seen).as(at).doesNotMatch("(?s)[=+@＝＋＠].*|[-－].*1.*");
                            }
                        }
                    }
                }
            }
        }
        Path book = published("考核结果.xlsx");
        assertThat(texts(book)).contains("'=1+1", "'=1+1.xlsx", SHORT_MARKUP, SHORT_PATH);
    }

    @Test
    void saved_as_csv_and_opened_again_it_still_holds_no_formula() throws Exception {
        LibreOffice.assumeThere();
        Path out = folder.resolve("refused").resolve(PERIOD).resolve("findings");
        Path csv = Files.createDirectories(folder.resolve("taken").resolve("csv"));
        for (Path file : List.of(published("考核结果.xlsx"), out.resolve("问题清单.xlsx"))) {
            office(csv, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", file);
        }
        List<String> sheets =
                names(csv).stream().filter(name -> name.endsWith(".csv")).toList();
        assertThat(sheets).hasSizeGreaterThan(10);
        office(
                csv,
                "xlsx:Calc MS Excel 2007 XML",
                sheets.stream().map(csv::resolve).toArray(Path[]::new));
        for (String sheet : sheets) {
            Path again = csv.resolve(sheet.replaceFirst("csv$", "xlsx"));
            try (Workbook book = WorkbookFactory.create(again.toFile(), null, true)) {
                for (Row row : book.getSheetAt(0)) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType())
                                .as(sheet + " " + cell.getAddress())
                                .isNotEqualTo(CellType.FORMULA);
                    }
                }
            }
        }
    }

    @Test
    void markup_is_never_markup_on_the_page_nor_in_the_letter() throws Exception {
        String page = Files.readString(published("report.html"));
        assertThat(page)
                .doesNotContain("<script>alert", "<b>甲银行", "<i>甲")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        StringBuilder letter = new StringBuilder();
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(published("资金调拨方案.docx")))) {
            document.getTables().forEach(table -> letter.append(table.getText()));
        }
        assertThat(letter.toString()).contains(MARKUP, PATHLIKE).doesNotContain("\u202E");
    }

    /** A quarter whose texts are hostile and whose figures are not. */
    private static SmallQuarter harmless() {
        SmallQuarter quarter = new SmallQuarter(new Period(2022, 4));
        quarter.set(SmallQuarter.ROSTER, "银行名录", "B3", MARKUP)
                .set(SmallQuarter.ROSTER, "银行名录", "B4", PATHLIKE)
                .set(SmallQuarter.ROSTER, "银行名录", "B5", TURNED)
                .set(SmallQuarter.ROSTER, "银行名录", "C3", SHORT_MARKUP)
                .set(SmallQuarter.ROSTER, "银行名录", "C4", SHORT_PATH)
                .set(SmallQuarter.ROSTER, "银行名录", "C5", TURNED)
                .set(SmallQuarter.ROSTER, "银行名录", "D3", "工商银行")
                .set(SmallQuarter.ROSTER, "银行名录", "D4", "招商银行")
                .set(SmallQuarter.ROSTER, "银行名录", "D5", "浙商银行")
                .set(SmallQuarter.ROSTER, "银行名录", "E3", "=1+1")
                .set(SmallQuarter.ROSTER, "银行名录", "E4", "@SUM(1)")
                .set(SmallQuarter.ROSTER, "银行名录", "E5", "+1+1");
        for (int i = 0; i < FORMULAS.size(); i++) {
            quarter.set(SmallQuarter.SERVICE, "服务", "A" + (4 + i), LocalDate.of(2022, 3, 1 + i))
                    .set(SmallQuarter.SERVICE, "服务", "B" + (4 + i), "工商银行")
                    .set(SmallQuarter.SERVICE, "服务", "C" + (4 + i), "资金拨付")
                    .set(SmallQuarter.SERVICE, "服务", "E" + (4 + i), FORMULAS.get(i));
        }
        quarter.set(SmallQuarter.SERVICE, "服务", "E3", "长".repeat(32_767));
        quarter.set(SmallQuarter.RISK, "风险", "B2", "=1+1");
        quarter.rows("说明.xlsx", "=1+1", 1, List.of("代码", "文件", "单元格", "原因", "填报人"));
        quarter.rows("说明.xlsx", "=1+1", 2, List.of("W306", "=1+1", "@SUM(1)", "+1+1", "-1+1"));
        quarter.rows("=1+1.xlsx", "@SUM(1)", 1, List.of("什么都不是", "=1+1"));
        return quarter.remove(SmallQuarter.TAX)
                .then(period -> HostileFiles.taxes(period.resolve(SmallQuarter.TAX), "工商银行", "招商银行", "浙商银行"));
    }

    private static Ended run(String command, Path input, Path output) throws Exception {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Files.createDirectories(output);
        List<String> line = new ArrayList<>();
        String bounds = Tool.works("sh", "-c", "ulimit -t 30") ? "ulimit -t 30 && " : "";
        String alone = "mount --bind \"$1\" \"$1\" && mount --bind \"$2\" \"$2\" && mount -o remount,bind,ro / && ";
        if (Tool.works("unshare", "-rnm", "sh", "-c", alone + "true", "sh", output.toString(), temporary.toString())) {
            line.addAll(List.of("unshare", "-rnm"));
            bounds += alone;
        } else {
            System.err.println(
                    "unshare does not work here: the hostile files are read with a network and writable folders");
        }
        line.addAll(
                List.of("sh", "-c", bounds + "shift 2 && exec \"$@\"", "sh", output.toString(), temporary.toString()));
        Started started = ProgramProcess.ofThisBuild()
                .behind(line)
                .with(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Dfile.encoding=UTF-8",
                        "-Djava.io.tmpdir=" + temporary)
                .start(command, PERIOD, "--input", input.toString(), "--output", output.toString());
        if (!started.process().waitFor(10, TimeUnit.MINUTES)) {
            started.process().destroyForcibly();
        }
        return started.ended();
    }

    private static void office(Path out, String to, Path... files) throws Exception {
        String[] options =
                to.startsWith("csv") ? new String[0] : new String[] {"--infilter=CSV:44,34,76,1,,0,false,false"};
        LibreOffice.convert(List.of(files), to, out, out.resolve("office"), options);
    }

    /** The worst finding's code of each file. */
    private static Map<String, String> codes(JsonNode findings) {
        Map<String, String> codes = new TreeMap<>();
        for (JsonNode finding : findings) {
            codes.merge(
                    finding.path("file").asString(),
                    finding.path("code").asString(),
                    (one, other) -> one.compareTo(other) < 0 ? one : other);
        }
        return codes;
    }

    private static Path published(String name) {
        return folder.resolve("taken").resolve(PERIOD).resolve("r1").resolve(name);
    }

    private static List<Path> workbooks() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".xlsx"))
                    .filter(path -> path.toString().contains("findings")
                            || path.toString().contains("r1"))
                    .toList();
        }
    }

    private static Set<String> texts(Path file) throws IOException {
        Set<String> texts = new TreeSet<>();
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.STRING) {
                            texts.add(cell.getStringCellValue());
                        }
                    }
                }
            }
        }
        return texts;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}

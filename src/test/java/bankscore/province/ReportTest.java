package bankscore.province;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.cli.CommandsInProcess.Said;
import bankscore.contribution.Program;
import bankscore.load.schema.EditorSchema;
import bankscore.machine.FolderCopy;
import bankscore.store.database.Database;
import bankscore.store.database.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said of three counties, of which one has sent nothing. */
class ReportTest {

    private static final String PERIOD = "2022Q4";
    private static final int HEADS = 2;

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_report_adds_up_what_is_published_and_says_who_has_not_sent() throws Exception {
        CountyFolders counties = CountyFolders.of(folder.resolve("counties"), 2, PERIOD);
        Files.createDirectories(counties.input(3, PERIOD));

        assertThat(type().code()).isEqualTo(3);

        try (XSSFWorkbook book = book("r1")) {
            Sheet states = book.getSheet("各县情况");
            assertThat(row(states, "县01")).startsWith("1", "县01", "已发布", "r1", code("县01"));
            assertThat(row(states, "县02")).startsWith("2", "县02", "已发布", "r1", code("县02"));
            assertThat(row(states, "县03")).startsWith("3", "县03", "未报送", "", "", "0");
            // What a county published is what stands in its own result.
            assertThat(row(states, "县01").subList(5, 9)).isEqualTo(counted("县01", counties.input(1, PERIOD)));
            // Of one that published nothing there is no figure, and no 0 that looks like one.
            assertThat(row(book.getSheet("汇总"), "县03").stream().skip(2)).allMatch(String::isEmpty);
            sumsAreThoseOf(book, "县01", "县02");
            // The same file of the rule, wherever it lies.
            assertThat(row(book.getSheet("排名"), "县01").get(0)).isEqualTo("1");
            assertThat(row(book.getSheet("排名"), "县02").get(0)).isEqualTo("1");
            assertThat(row(book.getSheet("排名"), "县02").get(2)).isEqualTo(mean("县02"));
        }
        assertThat(Files.readString(report("r1").resolve("report.html")))
                .contains("未报送：县03。", "共 3 个县，其中 2 个已发布结果。", code("县01"));
        byte[] first = Files.readAllBytes(report("r1").resolve("result.json"));
        assertThat(EditorSchema.of("result-province").problems(new String(first, StandardCharsets.UTF_8)))
                .isEmpty();

        // Nothing else is to be said.
        assertThat(type().code()).isEqualTo(3);
        assertThat(report("r2")).doesNotExist();

        // Another rule is another rule, were it by one remark; the third county sends.
        Path scheme = counties.folder().resolve("县02/config/schemes/shangrao-2022.yaml");
        Files.writeString(scheme, Files.readString(scheme) + "# as copied\n");
        FolderCopy.of(Path.of("input", PERIOD), counties.input(3, PERIOD));
        assertThat(type().code()).isZero();

        try (XSSFWorkbook book = book("r2")) {
            assertThat(row(book.getSheet("各县情况"), "县02").get(3)).isEqualTo("r2");
            sumsAreThoseOf(book, "县01", "县02", "县03");
            assertThat(row(book.getSheet("排名"), "县03").get(0)).isEqualTo("1");
            assertThat(row(book.getSheet("排名"), "县02")).isEmpty();
        }
        assertThat(Files.readAllBytes(report("r1").resolve("result.json"))).isEqualTo(first);
    }

    @Test
    void a_report_that_was_changed_is_told_and_written_again_as_it_was() throws Exception {
        CountyFolders.of(folder.resolve("counties"), 2, PERIOD);
        assertThat(type().code()).isZero();
        Path book = report("r1").resolve("全省汇总.xlsx");
        Path page = report("r1").resolve("report.html");
        byte[] written = Files.readAllBytes(book);
        String code =
                String.valueOf(Program.parse(Files.readAllBytes(report("r1").resolve("result.json")))
                        .get("code"));

        Said sound = verify(PERIOD);
        assertThat(sound.code()).as(sound.text()).isZero();
        assertThat(sound.text()).contains("2022Q4 全省汇总第 1 版，校验码 CODE。", "核对一致：全省汇总");
        assertThat(verify("--code", code.replace("-", "")).text()).contains("核对一致：全省汇总");

        Files.write(book, new byte[] {1});
        Files.delete(page);
        Files.writeString(report("r1").resolve("附件.txt"), "not ours");
        Said changed = verify(PERIOD, "r1");
        assertThat(changed.code()).isEqualTo(7);
        assertThat(changed.text()).contains("文件与发布时不同：", "全省汇总.xlsx", "文件缺失：", "report.html", "发布时没有的文件：", "核对不一致：3 处");

        assertThat(type().code()).isZero();
        assertThat(Files.readAllBytes(book)).isEqualTo(written);
        assertThat(page).exists();
        assertThat(report("r2")).doesNotExist();
        assertThat(report("r1").resolve("附件.txt")).doesNotExist();
        assertThat(verify(PERIOD).code()).isZero();
        assertThat(verify(PERIOD, "r2").code()).isEqualTo(2);

        // Whoever has the database may write into it; not unseen.
        try (Database database = Database.at(
                Schema.url(folder.resolve("output/bankscore")), Optional.empty(), Optional.empty(), "tests")) {
            JdbcClient.create(database.source())
                    .sql(
                            "UPDATE published_file SET content = X'00' WHERE rule LIKE 'province %' AND name = 'report.html'")
                    .update();
        }
        Said archive = verify(PERIOD);
        assertThat(archive.code()).isEqualTo(7);
        assertThat(archive.text()).contains("数据库存档中的 ");
    }

    private Said verify(String... words) {
        List<String> all = new ArrayList<>(List.of("verify"));
        all.addAll(List.of(words));
        return new CommandsInProcess(folder.resolve("output")).type(all.toArray(String[]::new));
    }

    @Test
    void subsidies_are_run_alike_and_added_up_too() throws Exception {
        CountyFolders counties = CountyFolders.of(folder.resolve("counties"), 2, "2025Q1");
        assertThat(type("2025Q1", "--rule", "jinhua-insurance").code()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("output/县01/2025Q1/jinhua-insurance/r1/result.json")))
                .isEqualTo(counties.published(1, "2025Q1", "jinhua-insurance", folder.resolve("alone")));
        try (XSSFWorkbook book = opened(report("2025Q1", "jinhua-insurance/r1"))) {
            // 64,287.37 in each of the two.
            assertThat(total(book, "环境污染责任保险保费补助\n审定金额（元）")).isEqualByComparingTo("128574.74");
            assertThat(total(book, "环境污染责任保险保费补助\n市财政负担（元）")).isEqualByComparingTo("128574.74");
            assertThat(total(book, "环境污染责任保险保费补助\n补助（笔）")).isEqualByComparingTo("36");
            assertThat(book.getSheet("排名")).isNull();
        }
    }

    /** Every column's total is a live sum, and that of the counties' own results. */
    private void sumsAreThoseOf(XSSFWorkbook book, String... names) throws IOException {
        Map<String, BigDecimal> wanted = new TreeMap<>();
        for (String name : names) {
            for (JsonNode fund : result(name).path("allocation").path("funds")) {
                String topic = fund.path("fund").asString();
                BigDecimal unplaced = new BigDecimal(fund.path("unplaced").asString());
                BigDecimal pool = new BigDecimal(fund.path("pool").asString());
                wanted.merge(topic + "\n资金池（万元）", pool, BigDecimal::add);
                wanted.merge(topic + "\n方案安排（万元）", pool.subtract(unplaced), BigDecimal::add);
                wanted.merge(topic + "\n未安排（万元）", unplaced, BigDecimal::add);
            }
        }
        assertThat(wanted).hasSize(12);
        for (Map.Entry<String, BigDecimal> each : wanted.entrySet()) {
            assertThat(total(book, each.getKey())).as(each.getKey()).isEqualByComparingTo(each.getValue());
        }
    }

    /** The total of a column, which is a formula, as the book holds it and as it is computed once more. */
    private static BigDecimal total(XSSFWorkbook book, String head) {
        Sheet sums = book.getSheet("汇总");
        int column = -1;
        for (Cell cell : sums.getRow(HEADS)) {
            if (text(cell).equals(head)) {
                column = cell.getColumnIndex();
            }
        }
        assertThat(column).as(head).isNotNegative();
        Cell total = totals(sums).getCell(column);
        assertThat(total.getCellType()).isEqualTo(CellType.FORMULA);
        double held = total.getNumericCellValue();
        assertThat(book.getCreationHelper()
                        .createFormulaEvaluator()
                        .evaluate(total)
                        .getNumberValue())
                .isEqualTo(held);
        return BigDecimal.valueOf(held);
    }

    private static Row totals(Sheet sheet) {
        for (Row row : sheet) {
            if (row.getCell(1) != null && text(row.getCell(1)).equals("合计")) {
                return row;
            }
        }
        throw new AssertionError("no totals");
    }

    /** The cells of the row that names a county, as they are shown; empty if none does. */
    private static List<String> row(Sheet sheet, String county) {
        for (Row row : sheet) {
            if (row.getCell(1) != null && text(row.getCell(1)).equals(county)) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(text(cell)));
                return cells;
            }
        }
        return List.of();
    }

    private static String text(Cell cell) {
        return new DataFormatter().formatCellValue(cell);
    }

    private String code(String county) throws IOException {
        return result(county).path("code").asString();
    }

    /** How many files a county sent, and how many errors, findings to verify and hints its result has. */
    private List<String> counted(String county, Path input) throws IOException {
        List<String> counted = new ArrayList<>();
        try (Stream<Path> files = Files.walk(input)) {
            counted.add(Long.toString(files.filter(Files::isRegularFile).count()));
        }
        for (String level : List.of("错误", "核实", "提示")) {
            long count = 0;
            for (JsonNode finding : result(county).path("findings")) {
                count += finding.path("level").asString().equals(level) ? 1 : 0;
            }
            counted.add(Long.toString(count));
        }
        return counted;
    }

    /** The mean of the banks' scores, by hand to two decimals. */
    private String mean(String county) throws IOException {
        BigDecimal sum = BigDecimal.ZERO;
        int banks = 0;
        for (JsonNode bank : result(county).path("banks")) {
            sum = sum.add(new BigDecimal(bank.path("total").asString()));
            banks++;
        }
        return sum.divide(BigDecimal.valueOf(banks), 2, RoundingMode.HALF_UP).toPlainString();
    }

    private JsonNode result(String county) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(
                        folder.resolve("output").resolve(county).resolve(PERIOD).resolve("r1/result.json")));
    }

    private Path report(String revision) {
        return report(PERIOD, revision);
    }

    private Path report(String period, String revision) {
        return folder.resolve("output/上饶市").resolve(period).resolve(revision);
    }

    private XSSFWorkbook book(String revision) throws IOException {
        return opened(report(revision));
    }

    private static XSSFWorkbook opened(Path report) throws IOException {
        try (var in = Files.newInputStream(report.resolve("全省汇总.xlsx"))) {
            return new XSSFWorkbook(in);
        }
    }

    private Said type() {
        return type(PERIOD);
    }

    private Said type(String period, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "province", period, "--counties", folder.resolve("counties").toString()));
        words.addAll(List.of(more));
        return new CommandsInProcess(folder.resolve("output")).type(words.toArray(String[]::new));
    }
}

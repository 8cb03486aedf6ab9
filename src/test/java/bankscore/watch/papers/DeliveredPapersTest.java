package bankscore.watch.papers;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.office.Letterhead;
import bankscore.watch.WatchedCity;
import bankscore.watch.book.WatchWorkbook;
import bankscore.watch.load.WatchFiles;
import bankscore.watch.say.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The papers of the delivered rules that have targets alone, or from which nothing follows. */
class DeliveredPapersTest {

    @TempDir
    Path folder = Path.of("");

    /** Of what was read only in part the clauses have no numbers. */
    @Test
    void clauses_without_numbers_are_cited_by_what_they_are_about() throws Exception {
        assertThat(letter(lending()))
                .anyMatch(line ->
                        line.startsWith("根据《关于鼓励县域法人金融机构将新增存款一定比例用于当地贷款的考核办法（试行）》（银发〔2010〕262号）关于达标标准、可贷资金的规定，我局对"));
        assertThat(letter(zone(Map.of()))).anyMatch(line -> line.contains("》第一部分第（二）项、第二部分第（一）项第1点、"));
    }

    /** Local loans grew by 3150 though lendable funds fell by 12600: −25 %, 95 points below 70, and met by the rule's condition. */
    @Test
    void whoever_a_condition_spares_is_said_to_be_spared_beside_the_gap() throws Exception {
        try (XSSFWorkbook book = book(lending())) {
            List<String> rows = new ArrayList<>();
            book.getSheet("县区").forEach(row -> {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell.toString()));
                rows.add(String.join("|", cells));
            });
            assertThat(rows)
                    .anyMatch(row -> row.contains("永康市") && row.contains("符合除外条件"))
                    .anyMatch(row -> row.contains("兰溪市") && row.contains("|点名|"))
                    .noneMatch(row -> row.contains("义乌市") && (row.contains("符合除外条件") || row.contains("点名")));
        }
        // Nothing more was lent: no less than nothing, and not below it.
        assertThat(WatchPage.html(lending(), WatchedCity.words())).contains("新增当地贷款0.00万元，不高于0万元，相差0.00万元");
    }

    /**
     * More than 5000 is asked, and at least 10000: the tables say which, with thousands apart, and to what there is no path. Of 1561 days 465
     * have passed: 1000 × 465 ÷ 1561 = 297.89.
     */
    @Test
    void a_target_that_must_be_exceeded_says_so_in_each_table() throws Exception {
        Report report = zone(Map.of());

        assertThat(letter(report))
                .contains(
                        "投保企业|5,000家|高于5,000家|—|落后",
                        "风险保障金额|10,000亿元|10,000亿元|—|已完成",
                        "引进保险资金|384亿元|1,000亿元|297.89亿元|达到序时进度")
                .anyMatch(line -> line.contains("投保企业（现值5,000家，目标高于5,000家）"));
        assertThat(WatchPage.html(report, WatchedCity.words()))
                .contains(">5,000家<", ">高于5,000家<", ">10,000亿元<", ">297.89亿元<");
    }

    /** One point is no line. */
    @Test
    void an_index_is_drawn_from_two_periods_on() throws Exception {
        try (XSSFWorkbook book = book(zone(Map.of()))) {
            assertThat(charts(book.getSheet("指数"))).isZero();
        }
        try (XSSFWorkbook book =
                book(zone(Map.of("投保企业数", "4000", "风险保障金额", "5000", "引进保险资金", "300", "保险科技和研究机构数", "10")))) {
            assertThat(charts(book.getSheet("指数"))).isOne();
        }
    }

    private static int charts(XSSFSheet sheet) {
        XSSFDrawing drawing = sheet.getDrawingPatriarch();
        return drawing == null ? 0 : drawing.getCharts().size();
    }

    private static Report lending() throws Exception {
        return new WatchedCity(WatchFiles.rule("local-lending-2010"))
                .subject("counties", "330782", "义乌市", "lendable", "218400", "new_local_loans", "187200")
                .subject("counties", "330781", "兰溪市", "lendable", "51150", "new_local_loans", "27400")
                .subject("counties", "330784", "永康市", "lendable", "-12600", "new_local_loans", "3150")
                .subject("counties", "330723", "武义县", "lendable", "-5025", "new_local_loans", "0")
                .report();
    }

    /** @param base published figures at the end of 2021, by item */
    private static Report zone(Map<String, String> base) throws Exception {
        WatchedCity zone = new WatchedCity(WatchFiles.rule("wuhan-targets-2021"))
                .published("投保企业数", "5000")
                .published("风险保障金额", "10000")
                .published("引进保险资金", "384")
                .published("保险科技和研究机构数", "17");
        base.forEach((item, value) -> zone.published(item, value, "2021-12-31"));
        return zone.report();
    }

    private XSSFWorkbook book(Report report) throws IOException {
        Path file = folder.resolve("book.xlsx");
        WatchWorkbook.write(report, "通用", WatchedCity.words(), file);
        try (var in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    /** Its paragraphs, and the rows of its tables with the cells parted by {@code |}. */
    private List<String> letter(Report report) throws IOException {
        Path file = folder.resolve("letter.docx");
        WatchLetter.write(
                report,
                new Letterhead(
                        "上饶市财政局",
                        "上饶市人民政府",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                WatchedCity.words(),
                file);
        List<String> lines = new ArrayList<>();
        try (var in = Files.newInputStream(file);
                XWPFDocument document = new XWPFDocument(in)) {
            document.getParagraphs().stream().map(XWPFParagraph::getText).forEach(lines::add);
            document.getTables()
                    .forEach(table -> table.getRows().forEach(row -> lines.add(String.join("|", cells(row)))));
        }
        return lines;
    }

    private static List<String> cells(XWPFTableRow row) {
        return row.getTableCells().stream().map(cell -> cell.getText()).toList();
    }
}

package bankscore.watch.papers;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.Words;
import bankscore.office.Letterhead;
import bankscore.run.publish.PaperFile;
import bankscore.watch.ShangraoWatch;
import bankscore.watch.WatchedCity;
import bankscore.watch.book.WatchWorkbook;
import bankscore.watch.judge.Watched;
import bankscore.watch.say.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchPapersTest {

    private static final Words WORDS = WatchedCity.words();

    @TempDir
    Path folder = Path.of("");

    private static Letterhead head() {
        return new Letterhead(
                "上饶市财政局",
                "上饶市人民政府",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void the_circular_names_whom_it_concerns_and_asks_by_clause() throws Exception {
        List<String> letter = circular(ShangraoWatch.report());

        assertThat(letter)
                .contains(
                        "上饶市财政局关于2022年第四季度",
                        "银行保险业发展情况的通报",
                        "各银行、各保险机构、各县区：",
                        "根据《关于进一步推动银行保险业加快发展的意见》（饶府厅发〔2022〕1号）第二部分、第四部分第11项的规定，我局对2022年第四季度银行保险业发展情况进行了统计分析。现将有关情况通报如下：",
                        "本期统计银行3家、保险机构3家（其中1家只列入表中，不排名、不点名）、县区3家，各项指标和名次见附件。对照基准：全省贷款增速11.2%（公布数）；全市存贷比77.97%（公布数）。",
                        "依据第四部分第11项的规定，对乙银行上饶分行、平安财险上饶中心支公司（共2家）采取的措施为：现场督导检查。",
                        "特此通报。");
        assertThat(letter).doesNotContain("1,500.00万元", "4,000万元");
    }

    @Test
    void a_rule_from_which_nothing_follows_gives_a_report_and_no_notice() throws Exception {
        assertThat(circular(ShangraoWatch.targetsReport())).contains("银行保险业发展情况的报告", "上饶市人民政府：", "特此报告。");
        assertThat(circular(ShangraoWatch.reportWithoutDegrees())).contains("银行保险业发展情况的报告");
        assertThat(Notices.of(ShangraoWatch.targetsReport(), head(), WORDS)).isEmpty();
        assertThat(Notices.of(ShangraoWatch.reportWithoutDegrees(), head(), WORDS))
                .isEmpty();
    }

    @Test
    void each_named_subject_gets_a_notice_of_its_kind() {
        assertThat(Notices.of(ShangraoWatch.report(), head(), WORDS))
                .extracting(PaperFile::name)
                .containsExactly("督导函/乙银行上饶分行.docx", "督导函/平安财险上饶中心支公司.docx", "提示函/余干县.docx", "提示函/婺源县.docx");
    }

    @Test
    void a_notice_says_what_was_found_since_when_by_which_clause_and_what_is_asked() throws Exception {
        List<String> notice =
                text(written(Notices.of(ShangraoWatch.report(), head(), WORDS).get(0)));

        assertThat(notice)
                .contains(
                        "上饶市财政局关于2022年第四季度",
                        "银行保险业发展情况的督导函",
                        "乙银行上饶分行：",
                        "根据《关于进一步推动银行保险业加快发展的意见》（饶府厅发〔2022〕1号）第四部分第11项的规定，我局对2022年第四季度有关指标进行了统计分析。现将涉及你单位的情况函告如下：",
                        "新增信贷完成滞后：新增贷款1,500.00万元，低于年度新增贷款目标的序时进度（4,000万元），相差2,500.00万元；自2022年第一季度起已连续4个季度。",
                        "判断口径：银行的新增贷款低于年度新增贷款目标的序时进度（全年数×季度数÷4）的，列为“新增信贷完成滞后”。（对原文未明确之处的理解）",
                        "依据第四部分第11项的规定，对你单位采取的措施为：现场督导检查。",
                        "请你单位认真分析原因，制定改进措施，于×月×日前将情况说明和改进措施书面报送我局。",
                        "特此函告。");
    }

    /** 余干 is five points below the city: the first grade of two. */
    @Test
    void a_notice_tells_the_grade_and_the_day_by_which_an_answer_is_asked() throws Exception {
        Letterhead dated = new Letterhead(
                "上饶市财政局",
                "上饶市人民政府",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(2023, 2, 10)));
        List<String> notice =
                text(written(Notices.of(ShangraoWatch.report(), dated, WORDS).get(2)));

        assertThat(notice).anyMatch(line -> line.startsWith("存贷比远低于全市平均（第1级）：存贷比"));
        assertThat(notice).contains("请进一步加强组织领导，认真分析原因，采取有力措施，于2023年2月10日前将有关情况书面函告我局。");
    }

    /** Every subject has a name and figures that no other has; of 50 random cities no notice holds a word of another. */
    @Test
    void no_notice_holds_another_ones_name_or_figure() throws Exception {
        for (int seed = 0; seed < 50; seed++) {
            Report report = random(new Random(seed), 2);
            List<PaperFile> notices = Notices.of(report, head(), WORDS);
            List<Watched> named = report.judgement().named().toList();
            assertThat(notices).as("seed " + seed).hasSameSizeAs(named);
            for (int i = 0; i < named.size(); i++) {
                String text = String.join("\n", text(written(notices.get(i))));
                Watched own = named.get(i);
                assertThat(text).contains(own.subject().name());
                report.judgement().groups().stream()
                        .flatMap(group -> group.subjects().stream())
                        .filter(other -> !other.equals(own))
                        .forEach(other -> {
                            assertThat(text).doesNotContain(other.subject().name());
                            other.measures()
                                    .values()
                                    .forEach(value -> assertThat(text)
                                            .doesNotContain(value.printed().orElseThrow()));
                        });
            }
        }
    }

    /** Growth of so many primes in ten thousand: distinct in all groups, so that a figure betrays whose it is. */
    private static Report random(Random random, int each) {
        WatchedCity city = new WatchedCity(ShangraoWatch.rule());
        city.published("全省贷款增速", "50").published("全市存贷比", "77.97");
        List<Integer> points = new ArrayList<>();
        for (int i = 1001; i < 9990; i++) {
            points.add(i);
        }
        java.util.Collections.shuffle(points, random);
        for (int i = 0; i < each; i++) {
            city.subject(
                    "banks",
                    "B" + i,
                    "银行" + name(random) + "甲" + i,
                    "loans",
                    after(points),
                    "loans_opening",
                    "1000000",
                    "increment_target",
                    "8000000");
            city.subject(
                    "insurers",
                    "I" + i,
                    "保险" + name(random) + "乙" + i,
                    "premium",
                    after(points),
                    "premium_same_period",
                    "1000000");
            city.subject(
                    "counties",
                    "C" + i,
                    name(random) + "县" + i,
                    "loans",
                    after(points),
                    "loans_same_period",
                    "1000000",
                    "deposits",
                    "2000003",
                    "premium",
                    after(points),
                    "premium_same_period",
                    "1000000");
        }
        return city.report();
    }

    private static String after(List<Integer> points) {
        return Integer.toString(1_000_000 + 100 * points.remove(points.size() - 1));
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            name.appendCodePoint(0x4E00 + random.nextInt(0x3000));
        }
        return name.toString();
    }

    @Test
    void hostile_names_stay_names_on_every_paper() throws Exception {
        List<String> names = List.of(
                "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "甲\u202Efdp.exe县", "长".repeat(200), "../../etc/县");
        WatchedCity city = new WatchedCity(ShangraoWatch.rule());
        city.published("全省贷款增速", "50").published("全市存贷比", "77.97");
        for (int i = 0; i < names.size(); i++) {
            city.subject(
                    "counties",
                    "C" + i,
                    names.get(i),
                    "loans",
                    "1010000",
                    "loans_same_period",
                    "1000000",
                    "deposits",
                    "2000000",
                    "premium",
                    "1",
                    "premium_same_period",
                    "2");
        }
        Report report = city.report();

        List<PaperFile> notices = Notices.of(report, head(), WORDS);
        assertThat(notices)
                .extracting(PaperFile::name)
                .containsExactly(
                        "提示函/=cmd_' _C calc'!A0.docx",
                        "提示函/_script_alert(1)_script_.docx",
                        "提示函/甲_fdp.exe县.docx",
                        "提示函/" + "长".repeat(32) + ".docx",
                        "提示函/_.._etc_县.docx");
        assertThat(text(written(notices.get(0)))).contains("=cmd|' /C calc'!A0：");
        for (PaperFile notice : notices) {
            assertThat(String.join("", text(written(notice)))).doesNotContain("\u202E");
        }
        assertThat(circular(report)).contains("=cmd|' /C calc'!A0");
        String html = WatchPage.html(report, WORDS);
        assertThat(html).doesNotContain("<script>alert", "\u202E").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        try (XSSFWorkbook book = book(report)) {
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.STRING) {
                    assertThat(cell.getStringCellValue()).doesNotStartWith("=").doesNotContain("\u202E");
                } else if (cell.getCellType() == CellType.FORMULA) {
                    assertThat(cell.getCellFormula()).doesNotContain("cmd");
                }
            })));
        }
    }

    @Test
    void eighty_subjects_have_their_place_on_every_paper() throws Exception {
        Report report = random(new Random(80), 80);

        assertThat(WatchWorkbook.write(report, "通用", WORDS, folder.resolve("80.xlsx")))
                .isEmpty();
        assertThat(circular(report))
                .contains(report.judgement()
                        .groups()
                        .get(2)
                        .subjects()
                        .get(79)
                        .subject()
                        .name());
    }

    @Test
    void a_group_without_subjects_and_a_missing_benchmark_are_said() throws Exception {
        WatchedCity city = new WatchedCity(ShangraoWatch.rule());
        city.subject("banks", "B1", "甲银行", "loans", "110", "loans_opening", "100", "increment_target", "5");
        Report report = city.report();

        assertThat(WatchWorkbook.write(report, "通用", WORDS, folder.resolve("few.xlsx")))
                .isEmpty();
        assertThat(circular(report))
                .contains(
                        "本期统计银行1家、保险机构0家、县区0家，各项指标和名次见附件。对照基准：全省贷款增速没有数据，相应各项本期不作评判；全市存贷比没有数据，相应各项本期不作评判。",
                        "本期没有被点名的单位。");
        assertThat(WatchPage.html(report, WORDS)).contains("甲银行");
    }

    @Test
    void the_page_lets_everybody_be_found_with_all_that_was_looked_at() {
        String html = WatchPage.html(ShangraoWatch.report(), WORDS);

        assertThat(html)
                .contains(
                        "上饶市2022年第四季度银行保险业发展情况通报",
                        "存贷比72.97%，低于全市存贷比（77.97%），相差5.00个百分点",
                        "自2022年第二季度起已连续3个季度",
                        "贷款增速12.26%，全省贷款增速11.2%",
                        "落后，未到点名的季度数",
                        "开业日期为2022年5月6日，不足规定月数");
        assertThat(WatchPage.html(ShangraoWatch.targetsReport(), WORDS))
                .contains("险资在饶余额")
                .doesNotContain("ranking-table\"");
    }

    private XSSFWorkbook book(Report report) throws IOException {
        Path file = folder.resolve("book.xlsx");
        WatchWorkbook.write(report, "通用", WORDS, file);
        try (var in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private List<String> circular(Report report) throws IOException {
        Path file = folder.resolve("circular.docx");
        WatchLetter.write(report, head(), WORDS, file);
        return text(file);
    }

    private Path written(PaperFile paper) throws IOException {
        Path file = folder.resolve("notice.docx");
        paper.writing().to(file);
        return file;
    }

    private static List<String> text(Path file) throws IOException {
        List<String> text = new ArrayList<>();
        try (var in = Files.newInputStream(file);
                XWPFDocument document = new XWPFDocument(in)) {
            for (XWPFParagraph paragraph : document.getParagraphs()) {
                text.add(paragraph.getText());
            }
            for (XWPFTable table : document.getTables()) {
                table.getRows().forEach(row -> row.getTableCells().forEach(cell -> text.add(cell.getText())));
            }
            document.getFooterList().forEach(footer -> text.add(footer.getText()));
            text.add(document.getProperties().getCoreProperties().getTitle());
        }
        return text;
    }
}

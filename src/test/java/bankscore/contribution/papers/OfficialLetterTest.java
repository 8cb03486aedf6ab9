package bankscore.contribution.papers;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.ExecutionFixture;
import bankscore.contribution.PaperFixture;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.Plan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.quarter.Pool;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Cycle;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.office.Letterhead;
import bankscore.paper.letter.LetterSheet;
import bankscore.rule.Source;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

class OfficialLetterTest {

    private static final Letterhead HEAD = new Letterhead(
            "上饶市财政局",
            "市人民政府",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final Path folder;

    OfficialLetterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void the_page_is_that_of_an_official_document() throws IOException {
        Report report = PaperFixture.report(PaperFixture.quarter(new Period(2022, 3), List.of(), false));
        try (XWPFDocument letter = letter(report)) {
            CTSectPr section = letter.getDocument().getBody().getSectPr();
            assertThat(section.getPgSz().getW()).isEqualTo(BigInteger.valueOf(11906));
            assertThat(section.getPgSz().getH()).isEqualTo(BigInteger.valueOf(16838));
            CTPageMar margins = section.getPgMar();
            assertThat(List.of(margins.getTop(), margins.getBottom(), margins.getLeft(), margins.getRight()))
                    .hasToString("[2098, 1984, 1588, 1474]");
            assertThat(section.getDocGrid().getLinePitch()).isEqualTo(BigInteger.valueOf(579));
            assertThat(section.getDocGrid().getType()).hasToString("linesAndChars");
            assertThat(section.getDocGrid().getCharSpace()).isEqualTo(BigInteger.valueOf(-849));
            assertThat(letter.getPackage().getPartsByName(Pattern.compile("/word/theme/theme1.xml")))
                    .hasSize(1);
            assertThat(letter.getEvenAndOddHeadings()).isTrue();
        }
        try (InputStream styles = OfficialLetter.class.getResourceAsStream("/templates/letter-styles.xml")) {
            assertThat(new String(styles.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("w:line=\"579\" w:lineRule=\"exact\"", "w:eastAsia=\"仿宋\"", "<w:sz w:val=\"32\"/>");
        }
    }

    @Test
    void every_paragraph_looks_as_its_named_style_says_and_no_other_way() throws IOException {
        try (XWPFDocument letter = letter(PaperFixture.annual())) {
            for (LetterSheet.Style style : LetterSheet.Style.values()) {
                XWPFStyle defined = letter.getStyles().getStyle(style.id());
                assertThat(defined).as(style.id()).isNotNull();
            }
            for (XWPFParagraph paragraph : letter.getParagraphs()) {
                paragraph
                        .getRuns()
                        .forEach(run -> assertThat(run.getCTR().isSetRPr()
                                        && run.getCTR().getRPr().sizeOfRStyleArray() == 0)
                                .as(paragraph.getText())
                                .isFalse());
            }
        }
    }

    @Test
    void the_citywide_ratio_is_a_percentage() throws IOException {
        try (XWPFDocument letter = letter(PaperFixture.annual())) {
            assertThat(texts(letter)).anyMatch(text -> text.contains("全市存贷比采用公布值78.25%。"));
        }
    }

    @Test
    void a_plan_without_any_fund_is_none_and_has_no_annex() throws IOException {
        Report report = PaperFixture.annual();
        Judgement nothing =
                new Judgement(report.quarter(), report.assessment(), new Plan(false, List.of(), List.of()), List.of());
        try (XWPFDocument letter = letter(new Report(nothing, report.findings(), report.run(), report.arguments()))) {
            assertThat(texts(letter))
                    .contains("本期没有形成调拨方案：缺少资金池或存放数据，或者各行总分均为0。", "附件：2022年度银行机构考核结果表")
                    .doesNotContain("2023年度财政性资金调拨方案表");
        }
    }

    @Test
    void the_annual_letter_is_a_request_for_review_with_its_parts_in_order() throws IOException {
        try (XWPFDocument letter = letter(PaperFixture.annual())) {
            assertThat(texts(letter))
                    .startsWith(
                            "×××〔2023〕×号\t签发人：×××",
                            "",
                            "",
                            "上饶市财政局关于2022年度银行机构",
                            "考核结果及财政性资金调拨方案的请示",
                            "（送审稿，尚有1项未说明）",
                            "",
                            "市人民政府：")
                    .containsSubsequence(
                            "一、考核依据和方法",
                            "二、考核结果",
                            "三、2023年度财政性资金调拨方案",
                            "四、存款收回",
                            "妥否，请批示。",
                            "附件：1. 2022年度银行机构考核结果表",
                            "2. 2023年度财政性资金调拨方案表",
                            "上饶市财政局",
                            "附件1",
                            "2022年度银行机构考核结果表",
                            "附件2",
                            "2023年度财政性资金调拨方案表");
            assertThat(letter.getTables()).hasSize(4);
        }
    }

    /** A quarter that moves its money, half a year, and a quarter in the middle of it. */
    @ParameterizedTest
    @CsvSource({
        "QUARTER, 3, 上饶市财政局关于2022年第三季度银行机构, 2022年第三季度财政性资金调拨方案表, 妥否，请批示。",
        "HALF_YEAR, 2, 上饶市财政局关于2022年上半年银行机构, 2022年上半年财政性资金调拨方案表, 妥否，请批示。",
        "HALF_YEAR, 3, 上饶市财政局关于2022年第三季度, 2022年第三季度财政性资金调拨模拟方案表, 特此报告。"
    })
    void where_a_cycle_ends_the_letter_is_a_request_whatever_the_quarter(
            Cycle cycle, int quarter, String title, String annex, String closing) throws IOException {
        Quarter known = PaperFixture.quarter(new Period(2022, quarter), List.of(), true);
        Scheme yearly = PaperFixture.report(known).assessment().scheme();
        Scheme scheme = new Scheme(
                yearly.head(),
                yearly.source(),
                yearly.scoring(),
                yearly.eligibility(),
                yearly.definitions(),
                yearly.items(),
                new Scheme.Placing(yearly.allocation(), yearly.funds(), cycle),
                yearly.columnNames(),
                yearly.bidColumns(),
                yearly.parameters());
        try (XWPFDocument letter = letter(PaperFixture.report(scheme, known, List.of()))) {
            assertThat(texts(letter)).contains(title, annex, closing);
            assertThat(String.join("", texts(letter)).contains("监测")).isEqualTo(closing.startsWith("特此"));
        }
    }

    @Test
    void a_monitoring_quarter_reports_and_requests_nothing_but_names_the_withdrawal() throws IOException {
        Report report = PaperFixture.report(PaperFixture.quarter(new Period(2022, 3), PaperFixture.RISKS, false));
        try (XWPFDocument letter = letter(report)) {
            String text = String.join("\n", texts(letter));
            assertThat(text)
                    .contains("上饶市财政局关于2022年第三季度\n银行机构考核监测情况的报告\n（送审稿，尚有")
                    .contains("季度监测·测算", "监管部门认定大坳银行存在风险，收回存款事项另文请示。", "特此报告。")
                    .doesNotContain("请批示", "调拨方案表");
            assertThat(letter.getTables()).hasSize(1);
        }
        Report calm = PaperFixture.report(PaperFixture.quarter(new Period(2022, 2), List.of(), true));
        try (XWPFDocument letter = letter(calm)) {
            assertThat(String.join("\n", texts(letter)))
                    .contains("模拟方案", "2022年第二季度财政性资金调拨模拟方案表")
                    .doesNotContain("收回");
        }
    }

    @Test
    void the_footer_holds_page_number_and_verification_code() throws IOException {
        Report report = PaperFixture.annual();
        try (XWPFDocument letter = letter(report)) {
            assertThat(letter.getFooterList()).hasSizeGreaterThanOrEqualTo(4); // odd and even, of every section
            for (XWPFFooter footer : letter.getFooterList()) {
                assertThat(footer.getText()).contains("校验码 " + report.run().code());
                assertThat(footer._getHdrFtr().xmlText())
                        .contains(">— <", "> —<")
                        .contains("instr=\"PAGE\"");
            }
        }
    }

    /**
     * GB/T 9704-2012, 7.5 and 8: on a page across, the number stands where it stands on the others once the page is turned,
     * in the left margin: at the lower end of odd pages, at the upper of even ones, 28 and 26 mm from the edges as the text
     * is, and one character of 14 points more; the box is 30 mm long.
     */
    @Test
    void on_a_page_across_the_number_is_turned_into_the_left_margin() throws IOException {
        try (XWPFDocument letter = letter(PaperFixture.annual())) {
            List<String> turned = letter.getFooterList().stream()
                    .map(footer -> footer._getHdrFtr().xmlText())
                    .filter(footer -> footer.contains("vert=\"vert\""))
                    .toList();

            assertThat(turned).hasSize(2);
            assertThat(turned.get(0))
                    .contains("FooterTurnedOdd", "posOffset>" + ((210 - 26 - 30) * 36_000 - 177_800) + "<");
            assertThat(turned.get(1)).contains("FooterTurned\"", "posOffset>" + (28 * 36_000 + 177_800) + "<");
            // The same for programs that know only the older box: 26 + 30 mm and 14 points from the lower edge.
            assertThat(turned.get(0)).contains("margin-top:422pt", "layout-flow:vertical");
            assertThat(turned.get(1)).contains("margin-top:93pt", "layout-flow:vertical");
            assertThat(turned).allMatch(footer -> footer.split("instr=\"PAGE\"", -1).length == 3);
        }
    }

    /** Held and changed make what is to be held, what moves now and later the change; the last row is the sum. */
    @Test
    void the_printed_columns_and_lines_of_the_plan_add_up() throws IOException {
        try (XWPFDocument letter = letter(PaperFixture.annual())) {
            List<XWPFTable> funds = letter.getTables().subList(2, 4);
            for (XWPFTable fund : funds) {
                List<List<BigDecimal>> rows = fund.getRows().stream()
                        .skip(2)
                        .map(row -> row.getTableCells().subList(2, 7).stream()
                                .map(cell -> new BigDecimal(cell.getText().replace(",", "")))
                                .toList())
                        .toList();
                for (List<BigDecimal> row : rows) {
                    assertThat(row.get(0).add(row.get(2))).isEqualByComparingTo(row.get(1));
                    assertThat(row.get(3).add(row.get(4))).isEqualByComparingTo(row.get(2));
                }
                for (int column = 0; column < 5; column++) {
                    int each = column;
                    assertThat(rows.subList(0, rows.size() - 1).stream()
                                    .map(row -> row.get(each))
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                            .isEqualByComparingTo(rows.get(rows.size() - 1).get(column));
                }
            }
        }
    }

    /** 大坳银行 holds 0.335 of each fund, and so does 灵山银行, which is 0.67 of each: 0.34 goes to the better rank, 0.33 is left. */
    @Test
    void an_amount_to_take_back_is_that_of_annex_2_and_what_nobody_takes_is_not_placed() throws IOException {
        Report report = PaperFixture.annual();
        List<FundPlan> funds = report.placement().funds().stream()
                .map(fund -> new FundPlan(
                        new Pool(
                                fund.pool().fund(),
                                Money.ofWan("30000"),
                                fund.pool().place()),
                        fund.rule(),
                        fund.rows().stream().map(OfficialLetterTest::halves).toList(),
                        Money.ofWan("20000"),
                        List.of(),
                        List.of(),
                        List.of()))
                .toList();
        Judgement judged =
                new Judgement(report.quarter(), report.assessment(), new Plan(false, funds, List.of()), List.of());
        Report halves = new Report(judged, report.findings(), report.run(), report.arguments());
        try (XWPFDocument letter = letter(halves)) {
            assertThat(texts(letter)).anyMatch(text -> text.contains("2023年度拟安排财政性资金2.00亿元，按资金类别分为2类"));
            assertThat(letter.getTables().get(2).getRows().stream().skip(2))
                    .anyMatch(row -> cells(row).subList(1, 4).equals(List.of("大坳银行", "0.33", "0.00")));
        }
        Path file = folder.resolve("withdrawal.docx");
        new WithdrawalLetter(halves, HEAD, PaperFixture.words()).write(file);
        try (InputStream in = Files.newInputStream(file);
                XWPFDocument letter = new XWPFDocument(in)) {
            assertThat(letter.getTables().get(0).getRows().stream().skip(2).map(OfficialLetterTest::cells))
                    .containsExactly(
                            List.of("社会保险基金", "0.33", "尾差"),
                            List.of("其他财政性资金", "0.33", "尾差"),
                            List.of("合计", "0.66", ""));
        }
    }

    private static PlanRow halves(PlanRow row) {
        String code = row.bank().code();
        Money held = code.equals("B005") || code.equals("B002") ? Money.ofWan("0.335") : Money.ZERO;
        Money target = code.equals("B001") ? Money.ofWan("10000") : Money.ZERO;
        return new PlanRow(
                row.bank(),
                held,
                target,
                Money.ZERO,
                target.minus(held),
                Money.ZERO,
                code.equals("B005") ? PlanRow.Note.WITHDRAWN : PlanRow.Note.NONE,
                row.working(),
                List.of());
    }

    @Test
    void one_small_table_names_the_funds_and_annex_2_has_one_fund_a_page_by_rank() throws IOException {
        try (XWPFDocument letter = letter(PaperFixture.annual())) {
            assertThat(column(letter.getTables().get(0), 0)).containsExactly("", "资金", "社会保险基金", "其他财政性资金", "合计");
            assertThat(cells(letter.getTables().get(0).getRow(1))).containsExactly("资金", "现存放", "拟安排", "立即划转", "到期划转");
            assertThat(column(letter.getTables().get(2), 0))
                    .containsExactly("社会保险基金", "名次", "1", "2", "3", "4", "5", "");
            assertThat(column(letter.getTables().get(3), 0)).startsWith("其他财政性资金", "名次", "1");
            assertThat(letter.getParagraphs())
                    .filteredOn(paragraph -> "PageBreak".equals(paragraph.getStyle()))
                    .hasSize(1);
        }
    }

    @Test
    void whether_the_approved_plan_was_carried_out_is_the_first_thing_that_is_reported() throws IOException {
        try (XWPFDocument letter = letter(ExecutionFixture.report("B005 20000 0 收回", "B001 70000.004 80000.004"))) {
            List<String> texts = texts(letter);
            int at = texts.indexOf("一、批准方案执行情况");
            assertThat(texts.subList(at + 1, at + 2)).containsExactly("应收回的资金没有全部收回：大坳银行的社会保险基金仍有12,000.00万元。");
            assertThat(texts.get(at + 2))
                    .startsWith("饶府字〔2023〕1号（2023年1月10日）批准的方案，")
                    .endsWith("各项资金执行情况如下表。");
            assertThat(texts).contains("二、监测依据和方法");
            // In: 10000 were to come and 9999.996 have, which print as all of it though it is not.
            assertThat(letter.getTables().get(0).getRows())
                    .extracting(OfficialLetterTest::cells)
                    .containsExactly(
                            List.of("", "单位：万元"),
                            List.of("资金", "方向", "应划转", "已划转", "到期未划转", "未到期", "已划转（%）"),
                            List.of("社会保险基金", "转出", "20,000.00", "8,000.00", "12,000.00", "0.00", "40.00"),
                            List.of("社会保险基金", "转入", "10,000.00", "10,000.00", "0.00", "0.00", "99.99"));
        }
        try (XWPFDocument letter = letter(PaperFixture.annual())) {
            assertThat(texts(letter)).contains("一、考核依据和方法").noneMatch(text -> text.contains("批准方案"));
        }
    }

    @Test
    void a_clause_is_cited_by_its_words_or_by_its_number() throws IOException {
        try (XWPFDocument letter = letter(PaperFixture.annual())) {
            assertThat(texts(letter)).anyMatch(text -> text.contains("（2022年1月13日）第三部分第（一）项第2点的要求，"));
        }
        Source source = new Source(
                "办法", "", Optional.empty(), List.of("三(一)2", "四"), Map.of("三(一)2", "第三部分第（一）项第2点"), List.of());
        assertThat(source.cited("三(一)2、四")).isEqualTo("第三部分第（一）项第2点、四");
    }

    /** Of one rank all are named, or all are counted; never the first three of many equals. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 1 3 4 5 | 总分居前的为：信江银行、灵山银行（2家并列第1名，各126.52分）、鹅湖农商行（66.42分，贡献度20.99%）。",
                "1 2 2 2 2 | 总分居前的为：信江银行（126.52分，贡献度39.99%）、4家并列第2名（各101.59分）。",
                "1 1 1 1 1 | 参加考核的5家银行总分相同（各126.52分），名次并列。",
            })
    void banks_of_one_rank_are_named_or_counted_together(String ranks, String said) throws IOException {
        Report report = PaperFixture.annual();
        Assessment assessed = report.assessment();
        List<ScoreCard> cards = new ArrayList<>();
        List<String> each = List.of(ranks.split(" ", -1));
        for (ScoreCard card : assessed.ranked()) {
            cards.add(new ScoreCard(
                    card.bank(),
                    card.measures(),
                    card.lines(),
                    card.sum(),
                    card.total(),
                    Integer.parseInt(each.get(cards.size())),
                    card.share(),
                    card.sharePercent(),
                    card.shareAdjusted()));
        }
        Judgement tied = new Judgement(
                report.quarter(),
                new Assessment(
                        assessed.period(),
                        assessed.scheme(),
                        assessed.benchmarks(),
                        cards,
                        assessed.excluded(),
                        assessed.measures(),
                        assessed.groups(),
                        assessed.findings()),
                report.placement(),
                List.of());
        try (XWPFDocument letter = letter(new Report(tied, report.findings(), report.run(), report.arguments()))) {
            assertThat(texts(letter)).anyMatch(text -> text.startsWith(said));
        }
    }

    private static List<String> column(XWPFTable table, int column) {
        return table.getRows().stream().map(row -> cells(row).get(column)).toList();
    }

    private static List<String> cells(XWPFTableRow row) {
        return row.getTableCells().stream().map(XWPFTableCell::getText).toList();
    }

    private static List<String> texts(XWPFDocument letter) {
        return letter.getParagraphs().stream().map(XWPFParagraph::getText).toList();
    }

    private XWPFDocument letter(Report report) throws IOException {
        Path file = folder.resolve("letter.docx");
        OfficialLetter.write(report, HEAD, PaperFixture.words(), file);
        try (InputStream in = Files.newInputStream(file)) {
            return new XWPFDocument(in);
        }
    }
}

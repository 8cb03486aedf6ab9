package bankscore.contribution.papers;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.PaperFixture;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.place.Plan;
import bankscore.exact.Period;
import bankscore.office.Letterhead;
import bankscore.paper.letter.LetterSheet;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OfficialLetterTest {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d[\\d,]*\\.\\d+");

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
        try (XWPFDocument letter = letter(PaperFixture.annual())) {
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
                            "（送审稿）",
                            "",
                            "市人民政府：")
                    .containsSubsequence(
                            "一、考核依据和方法",
                            "二、考核结果",
                            "三、2023年度财政性资金调拨方案",
                            "（一）社会保险基金",
                            "（二）其他财政性资金",
                            "四、存款收回",
                            "五、数据核实情况",
                            "妥否，请批示。",
                            "附件：1. 2022年度银行机构考核结果表",
                            "2. 2023年度财政性资金调拨方案表",
                            "上饶市财政局",
                            "附件1",
                            "2022年度银行机构考核结果表",
                            "附件2",
                            "2023年度财政性资金调拨方案表",
                            "上饶市财政局关于收回",
                            "大坳银行财政性存款的建议",
                            "以上建议，请予审定。");
            assertThat(letter.getTables()).hasSize(3);
        }
    }

    @Test
    void a_monitoring_quarter_reports_and_requests_nothing_but_names_the_withdrawal() throws IOException {
        Report report = PaperFixture.report(PaperFixture.quarter(new Period(2022, 3), PaperFixture.RISKS, false));
        try (XWPFDocument letter = letter(report)) {
            String text = String.join("\n", texts(letter));
            assertThat(text)
                    .contains("上饶市财政局关于2022年第三季度\n银行机构考核监测情况的报告\n（送审稿）")
                    .contains("季度监测·测算", "大坳银行财政性存款的建议", "不属于季度模拟测算", "特此报告。")
                    .doesNotContain("请批示", "请示", "调拨方案表");
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
                        .containsOnlyOnce("instr=\"PAGE\"");
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
        }
    }

    @Test
    void every_figure_of_the_letter_stands_in_the_result_or_is_the_sum_of_a_column_there() throws IOException {
        Report report = PaperFixture.annual();
        JsonNode result = JsonMapper.shared()
                .readTree(ResultJson.of(report, PaperFixture.words()).bytes());
        Set<BigDecimal> known = new HashSet<>();
        collect(result, known);
        for (JsonNode fund : result.at("/allocation/funds")) {
            for (String column : List.of("current", "target", "change", "now", "atMaturity")) {
                BigDecimal sum = BigDecimal.ZERO;
                for (JsonNode row : fund.get("rows")) {
                    sum = sum.add(new BigDecimal(row.get(column).asString()));
                }
                known.add(sum.stripTrailingZeros());
            }
            for (String when : List.of("now", "at_maturity")) {
                BigDecimal sum = BigDecimal.ZERO;
                for (JsonNode transfer : fund.get("transfers")) {
                    if (transfer.get("when").asString().equals(when)) {
                        sum = sum.add(new BigDecimal(transfer.get("amount").asString()));
                    }
                }
                known.add(sum.stripTrailingZeros());
            }
        }
        List<String> unknown = new ArrayList<>();
        int figures = 0;
        try (XWPFDocument letter = letter(report)) {
            StringBuilder all = new StringBuilder(String.join("\n", texts(letter)));
            for (XWPFTable table : letter.getTables()) {
                for (XWPFTableRow row : table.getRows()) {
                    row.getTableCells().forEach(cell -> all.append('\n').append(cell.getText()));
                }
            }
            Matcher matcher = DECIMAL.matcher(all);
            while (matcher.find()) {
                figures++;
                BigDecimal figure = new BigDecimal(matcher.group().replace(",", "")).stripTrailingZeros();
                if (!known.contains(figure)) {
                    unknown.add(matcher.group());
                }
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(figures).isGreaterThan(60);
    }

    private static void collect(JsonNode node, Set<BigDecimal> numbers) {
        if (node.isString() && node.asString().matches("-?\\d+(\\.\\d+)?")) {
            numbers.add(new BigDecimal(node.asString()).stripTrailingZeros());
        }
        node.forEach(child -> collect(child, numbers));
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

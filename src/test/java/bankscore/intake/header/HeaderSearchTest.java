package bankscore.intake.header;

import static bankscore.intake.Sheets.brief;
import static bankscore.intake.Sheets.row;
import static bankscore.intake.Sheets.search;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.Code;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.Sheets;
import bankscore.intake.Unit;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderSearchTest {

    private static final String CREDIT = "银行名称|存款余额|贷款余额|年初贷款余额|年初小微贷款余额|小微贷款余额|年初工业贷款余额|工业贷款余额";

    @ParameterizedTest
    @CsvSource({
        "银行编码|银行名称|简称, roster",
        "银行编码|银行名称|上缴税收, tax",
        "银行名称|上缴税收, tax",
        "银行名称|平台放款金额, platform",
        "预算单位|银行名称|评分, survey",
        "日期|银行名称|事项|预算单位|扣分|说明, service",
        "资金类别|银行名称|存款余额, holdings",
        "资金类别|次年调配总额, pools",
        "银行名称|风险类型|处置, risk",
        "项目|数值|来源, parameters",
        "代码|文件|单元格|原因|填报人, reasons",
    })
    void a_sheet_is_recognised_by_the_headings_of_its_dataset(String headings, String dataset) {
        HeaderSearch.Result result = search(row(1, "标题"), row(4, headings));
        assertThat(result).isInstanceOf(HeaderSearch.Recognised.class);
        HeaderSearch.Recognised recognised = (HeaderSearch.Recognised) result;
        assertThat(recognised.findings()).isEmpty();
        assertThat(recognised.header().dataset().id()).isEqualTo(dataset);
        assertThat(recognised.header().row()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // one character for another, one too few; a column that the rule can do without is else not missed
                "企业名称|险种|保单号|实缴保费|已获其它补贴; 已获其他补贴 ← 已获其它补贴",
                "企业名称|险种|保单号|实缴保费|发票日; ''",
                "企业名称|险种|保单号|实缴保费|保险起始日; 保险起期 ← 保险起始日",
                "企业名称|险种|保单号|实缴保费|付款方法|付款方式; ''",
                "企业名称|险种|保单号|实缴保费|备注|经办人; ''",
            })
    void a_heading_of_claims_that_is_one_character_off_is_to_be_verified(String headings, String expected) {
        HeaderSearch.Recognised recognised = (HeaderSearch.Recognised) search(row(1, headings));
        assertThat(recognised.findings().stream()
                        .filter(finding -> finding.code() == Code.W104)
                        .map(finding -> finding.details().get("missing") + " ← "
                                + finding.details().get("near"))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "企业名称|统一社会信用代码|所在区|险种|实缴保费|发票日期",
                "企业名称|统一社会信用代码|所在区|贷款本金|放款日",
            })
    void claims_that_lack_a_heading_are_no_register_of_firms(String headings) {
        assertThat(search(row(1, headings), row(2, "甲厂"), row(3, "乙厂"))).isInstanceOf(HeaderSearch.Unrecognised.class);
    }

    @Test
    void a_sheet_that_matches_nothing_is_not_recognised() {
        assertThat(search(row(1, "填写说明"), row(2, "银行名称|存款"))).isInstanceOf(HeaderSearch.Unrecognised.class);
    }

    @Test
    void two_datasets_that_match_equally_are_a_tie() {
        assertThat(search(row(3, "|资金类别|银行名称|存款余额|贷款余额")))
                .isInstanceOfSatisfying(
                        HeaderSearch.Ambiguous.class,
                        tie -> assertThat(brief(List.of(tie.finding())))
                                .containsExactly("E111 B3 first=存贷款 second=财政存款"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"上缴税收（2021年）", "上缴税收（含退库）", "上缴税收（上年末）"})
    void a_bracket_that_is_no_unit_may_make_it_another_figure(String heading) {
        assertThat(search(row(2, "银行名称|" + heading))).isInstanceOf(HeaderSearch.Unrecognised.class);
    }

    @ParameterizedTest
    @CsvSource({
        "上缴税收（万元）, WAN",
        "上缴税收(元), YUAN",
        "上缴税收【亿元】, YI",
        "上 缴\\n税收［百万元］, MILLION",
        "上缴税收（单位：千元）, THOUSAND",
        "上缴税收（本外币）（元）, YUAN",
        "上缴税收（人民币元）, YUAN",
        "上缴税收（本外币，元）, YUAN",
        "上缴税收（人民币/元）, YUAN",
        "上缴税收/亿元, YI",
        "上缴税收：元, YUAN",
        "上缴税收 百万元, MILLION",
        "上缴税收（本外币）／千元, THOUSAND",
        "上缴税收（本外币）, WAN",
        "上缴税收, WAN",
    })
    void the_unit_is_told_by_the_heading(String heading, Unit unit) {
        HeaderSearch.Recognised recognised =
                (HeaderSearch.Recognised) search(row(2, "银行名称|" + heading.replace("\\n", "\n")));
        assertThat(recognised.findings()).isEmpty();
        assertThat(recognised.header().column("tax").orElseThrow().unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({
        "单位：元, YUAN",
        "单位:万元, WAN",
        "金额单位：亿元, YI",
        "单位：人民币（元）, YUAN",
        "货币单位：人民币/元, YUAN",
        "单位：元（保留两位小数）, YUAN",
        "（单位：千元）, THOUSAND",
        "单 位： 元, YUAN",
        "单位：元、分、%, YUAN",
        "填报单位：上饶市税务局  单位：元, YUAN",
        "填报单位：上饶市税务局, WAN",
        "单位：户, WAN",
        "单位：|元, YUAN",
        "元, YUAN",
    })
    void the_unit_is_told_by_a_line_above_the_header(String line, Unit unit) {
        HeaderSearch.Recognised recognised = (HeaderSearch.Recognised) search(row(2, "|" + line), row(3, "银行名称|上缴税收"));
        assertThat(recognised.findings()).isEmpty();
        assertThat(recognised.header().column("tax").orElseThrow().unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({
        "税收（元）, YUAN",
        "税收(单位 亿元)汇总, YI",
        "税收（十）, WAN",
        "500万元以下, WAN",
    })
    void the_unit_may_be_told_by_the_name_of_the_sheet(String name, Unit unit) {
        HeaderSearch search =
                new HeaderSearch(Place.of("a.xlsx", name), Sheets.datasets(), Sheets.USED, Sheets.Q4, Sheets.NONE);
        search.offer(row(1, "税收情况表"));
        search.offer(row(2, "银行名称|上缴税收"));

        HeaderSearch.Recognised recognised = (HeaderSearch.Recognised) search.result();
        assertThat(recognised.findings()).isEmpty();
        assertThat(recognised.header().column("tax").orElseThrow().unit()).isEqualTo(unit);
        assertThat(recognised.header().column("tax").orElseThrow().unitFrom())
                .isEqualTo(unit == Unit.WAN ? Optional.empty() : Optional.of(new SheetHeader.Statement(name, "")));
    }

    @Test
    void a_line_that_says_another_unit_than_the_name_of_the_sheet_is_found() {
        HeaderSearch search =
                new HeaderSearch(Place.of("a.xlsx", "税收（万元）"), Sheets.datasets(), Sheets.USED, Sheets.Q4, Sheets.NONE);
        search.offer(row(1, "单位：元"));
        search.offer(row(2, "银行名称|上缴税收"));

        assertThat(brief(((HeaderSearch.Recognised) search.result()).findings()))
                .containsExactly("E113 A1 at= first=税收（万元） variant=tab");
    }

    @Test
    void a_heading_that_says_another_unit_than_the_line_above_is_found() {
        HeaderSearch.Recognised recognised = (HeaderSearch.Recognised) search(row(2, "单位：元"), row(3, "银行名称|上缴税收（万元）"));
        assertThat(brief(recognised.findings())).containsExactly("E113 B3 at=A2 first=单位：元 variant=other");
    }

    @Test
    void what_is_wrong_with_a_header_is_found_at_its_own_cell() {
        Map<String, List<String>> expected = Map.of(
                "单位：万美元@银行名称|上缴税收",
                List.of("E113 A2"),
                "单位：元、万元@银行名称|上缴税收",
                List.of("E113 A2"),
                "@银行名称|上缴税收（万美元）",
                List.of("E113 B3"),
                "@银行名称|上缴税收（角）",
                List.of("E113 B3"),
                "@银行名称|上缴税收（块）",
                List.of("E113 B3"),
                "@银行名称|上缴税收|本年上缴税收",
                List.of("E115 C3 first=B3"),
                "@|日期|银行名称|事项|预算单位|说明",
                List.of("E112 B3 missing=扣分 near=（无）"),
                "2022年三季度@银行名称|上缴税收",
                List.of("E114 A2 expected=2022Q4 stated=2022年三季度"),
                "@" + CREDIT.replace("年初小微贷款余额", "年初小微贷款数"),
                List.of("E112 A3 missing=年初小微贷款余额 near=年初小微贷款数"));
        Map<String, List<String>> found = new HashMap<>();
        expected.keySet().forEach(sheet -> {
            String[] rows = sheet.split("@", -1);
            HeaderSearch.Recognised recognised = (HeaderSearch.Recognised) search(row(2, rows[0]), row(3, rows[1]));
            found.put(sheet, brief(recognised.findings()));
        });
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void a_header_of_two_rows_with_merged_cells_is_read_as_one() {
        // The reader has filled the merged cells: A3:A4, B3:B4, C3:D3, E3:F3, G3:H3.
        SheetHeader header = Sheets.header(
                row(2, "单位：亿元"),
                row(3, "银行名称|存款余额|贷款余额|贷款余额|小微贷款余额|小微贷款余额|工业贷款余额|工业贷款余额"),
                row(4, "银行名称|存款余额|年初|年末|年初|年末|年初|年末"));
        assertThat(header.row()).isEqualTo(3);
        assertThat(header.columns().stream()
                        .map(column -> column.column().id() + " " + CellRef.letters(column.index())))
                .containsExactly(
                        "bank A",
                        "deposits B",
                        "loans_opening C",
                        "loans D",
                        "sme_loans_opening E",
                        "sme_loans F",
                        "industrial_loans_opening G",
                        "industrial_loans H");
        assertThat(header.columns()).allMatch(column -> column.unit() == Unit.YI);
    }

    @Test
    void no_heading_belongs_to_two_columns_of_a_dataset() {
        for (Dataset dataset : Sheets.datasets()) {
            assertThat(dataset.columns().stream().flatMap(column -> column.headings().stream()))
                    .as(dataset.id())
                    .doesNotHaveDuplicates();
            assertThat(dataset.columns()).allMatch(column -> column.headings().contains(column.name()));
        }
    }
}

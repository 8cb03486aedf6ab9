package bankscore.intake.row;

import static bankscore.intake.Sheets.brief;
import static bankscore.intake.Sheets.header;
import static bankscore.intake.Sheets.intake;
import static bankscore.intake.Sheets.number;
import static bankscore.intake.Sheets.percent;
import static bankscore.intake.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Fraction;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.WrittenReason;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.SheetHeader;
import bankscore.intake.Sheets;
import bankscore.intake.Unit;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowIntakeTest {

    private static final String CREDIT = "银行名称|存款余额|贷款余额|年初贷款余额|年初小微贷款余额|小微贷款余额|年初工业贷款余额|工业贷款余额";
    private static final String SERVICE = "日期|银行名称|事项|预算单位|扣分|说明";
    private static final String HOLDINGS = "资金类别|银行名称|存款余额|未到期定期|到期日|账户";

    /** The findings of rows below a header in row 3; the rows are divided by @ and start in row 4. */
    private static List<String> findings(String headings, String rows) {
        RowIntake intake = intake(header(row(3, headings)));
        List<String> findings = new ArrayList<>();
        int number = 4;
        for (String cells : rows.split("@", -1)) {
            findings.addAll(brief(intake.take(row(number++, cells)).findings()));
        }
        return findings;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "招商银行|1|2|1|1|1|1|1;",
                "B002|1|2|1|1|1|1|1;",
                "招商银行|1||1|1|1|1|—;E206 C4,E206 H4",
                "农发行||2|1|1|1|1|1;",
                "招商银行||||||||;E206 B4,E206 C4,E206 D4,E206 E4,E206 F4,E206 G4,E206 H4",
                "招商银行|12万|1,23,4|78.5%|-1|1|1|1;E201 B4,E202 C4,E203 D4,E207 E4",
                "招商|1|2|1|1|1|1|x1;E301 A4 suggestions=招商银行上饶分行、中国工商银行上饶分行、浙商银行上饶分行,E201 H4",
                "=招商银行|1|2|1|1|1|1|1;E213 A4",
                "＋招商银行|1|2|1|1|1|1|1;E213 A4",
                "|1|2|1|1|1|1|1;E206 A4 variant=other",
                "招商银行|1|2|1|1|3|1|1;W205 F4 limit=2 whole=贷款余额",
                "合计|1|2|x|1|3|-1|1;E201 D4",
                "合 计：|1|2|1|1|3|1|1;",
                "其中：小微|1|2|1|1|3|1|1;N103 A4",
                "制表人：张三||审核人：李四|日期：2023-01-05||||;",
                "制表人：张三;",
                "招商;N102 A4",
                // what nobody sees in a name, and a blank within it, is forgiven and told
                "招商 银行|1|2|1|1|1|1|1;N111 A4",
                "招商银行\u00A0|1|2|1|1|1|1|1;",
                "招商\u200B银行|1|2|1|1|1|1|1;N111 A4",
                "\uFEFF招商银行|1|2|1|1|1|1|1;N111 A4",
                "招商\t银行|1|2|1|1|1|1|1;N111 A4",
                "招商\u200B|1|2|1|1|1|1|1;'N111 A4,E301 A4 suggestions=招商银行上饶分行、中国工商银行上饶分行、浙商银行上饶分行'",
                "　| |;",
                "|||||||||草稿;N102 J4",
                "招商银行|1|2|1|1|1|1|1@银行名称|存款余额（万元）|贷款余额;N102 A5",
                "银行名称|存款余额|贷款余额@招商银行|1|2|1|1|1|1|1;",
            })
    void a_row_of_balances_gives_each_finding_at_its_own_cell(String rows, String expected) {
        assertThat(findings(CREDIT, rows))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(",", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2022-03-05|招商银行|资金拨付|市教育局|0.5|;",
                "2022-03-05|招商银行|资金拨付||—|;",
                "2022-03-05|招商银行|其他|||;E210 E4 choice=其他",
                "2022-03-05|招商银行|迟到||0.5|;E209 C4 choices=资金拨付、单据传送、拨款退回告知、其他",
                "2022-03-05|招商银行|||0.5|;E206 C4 variant=other",
                "春天|招商银行|资金拨付|||;E211 A4",
                "|招商银行|资金拨付|||;E206 A4 variant=other",
                "2021-12-31|招商银行|资金拨付|||;W204 A4 from=2022-01-01 to=2022-12-31",
                "2023-01-01|招商银行|资金拨付|||;W204 A4 from=2022-01-01 to=2022-12-31",
                "2022-03-05|||||;N102 A4",
                "2022-03-05|招商银行|资金拨付||-1|;E207 E4",
            })
    void a_fault_gives_each_finding_at_its_own_cell(String rows, String expected) {
        assertThat(findings(SERVICE, rows)).containsExactlyElementsOf(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "银行名称|上缴税收;招商银行|-3;W207 B4",
                "银行名称|上缴税收;某某银行|暂无;N102 A4",
                "预算单位|银行名称|评分;市教育局|招商银行|5.5;E208 C4 from=0 to=5 unit=",
                "预算单位|银行名称|评分;市教育局|招商银行|-1;E208 C4 from=0 to=5 unit=",
                "预算单位|银行名称|评分;市教育局|招商银行|;E206 C4 variant=other",
                "银行名称|风险类型|处置;招商银行|流动性|;E212 C4 choices=收回、暂停新增、取消考核",
                "银行名称|风险类型|处置;招商银行|流动性|观察;E212 C4 choices=收回、暂停新增、取消考核",
                "银行名称|风险类型|处置;招商银行|流动性|收回（已执行）;E212 C4 choices=收回、暂停新增、取消考核 variant=more word=收回",
                "银行名称|风险类型|处置;招商银行|流动性|建议收回;E212 C4 choices=收回、暂停新增、取消考核 variant=more word=收回",
                "银行名称|风险类型|处置;招商银行|流动性|暂停 新增;",
                "银行名称|风险类型|处置|说明;招商银行|||建议收回存款;E212 C4 choices=收回、暂停新增、取消考核 told=说明 variant=told",
                "银行名称|风险类型|处置;无;",
                "序号|银行名称|风险类型|处置;1|本季度无||;",
                "银行名称|风险类型|处置;无锡银行;N102 A4",
                "银行名称|上缴税收;无;N102 A4",
                "日期|银行名称|事项|预算单位;|招商银行||;'E206 A4 variant=other,E206 C4 variant=other'",
                "资金类别|银行名称|存款余额;社保|招商银行|5@|工商银行|6@|浙商银行|7;'E206 A5 variant=block,E206 A6 variant=block'",
                "资金类别|银行名称|存款余额;社保|招商银行|;E206 C4",
                "银行名称|风险类型|处置;招商银行;E212 C4 choices=收回、暂停新增、取消考核",
                "项目|数值;全市存贷比|;E206 B4 variant=published",
                "项目|数值;别的|;N102 A4",
                "资金类别|银行名称|存款余额（元）;社保|招商银行|0.001;E214 C4",
                "资金类别|银行名称|存款余额;|招商银行|5;E206 A4 variant=other",
                "资金类别|次年调配总额;社保|1E5;E201 B4",
            })
    void other_datasets_give_each_finding_at_its_own_cell(String headings, String rows, String expected) {
        assertThat(findings(headings, rows))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(",", -1)));
    }

    /** Its running number says nothing of a row that is not read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12|某行|待定|;某行 待定;B4",
                "|见附件||;见附件;B4",
                "|||7;7;D4",
                "|某行|招商\u0007银行|;某行 招商银行;B4",
            })
    void a_row_that_is_not_read_is_told_by_its_words(String row, String found, String cell) {
        Finding finding = intake(header(row(3, "序号|银行名称|上缴税收|经办")))
                .take(row(4, row))
                .findings()
                .get(0);

        assertThat(finding.code() + " " + finding.place().cell()).isEqualTo("N102 " + cell);
        assertThat(finding.details()).containsEntry("found", found);
    }

    @Test
    void a_cell_that_is_no_text_is_judged_by_what_it_holds() {
        RowIntake intake = intake(header(row(3, CREDIT)));
        RowResult result = intake.take(row(
                4,
                true,
                "招商银行",
                new CellValue.Failure("#REF!"),
                new CellValue.Uncached(),
                new CellValue.Truth(true),
                new CellValue.Day(LocalDate.of(2022, 3, 5), BigDecimal.valueOf(44625)),
                percent("0.785"),
                number("1E-25"),
                number("1E+30")));
        assertThat(brief(result.findings()))
                .containsExactly(
                        "E204 B4",
                        "E205 C4",
                        "E201 D4",
                        "E201 E4 number=44625 variant=date",
                        "E203 F4",
                        "E215 G4",
                        "E215 H4",
                        "W201 A4 row=4");
        assertThat(result.figures()).isEmpty();
    }

    @Test
    void far_is_more_than_twenty_rows_below_the_last_one() {
        assertThat(brief(intake(header(row(3, CREDIT))).take(row(23, "||||7")).findings()))
                .containsExactly("E206 A23 variant=other");
        assertThat(brief(intake(header(row(3, CREDIT))).take(row(24, "||||7")).findings()))
                .containsExactly("N104 E24");
    }

    @Test
    void a_single_cell_far_below_the_table_is_a_stray_one() {
        RowIntake intake = intake(header(row(3, CREDIT)));
        assertThat(intake.take(row(4, "招商银行|1|2|1|1|1|1|1")).findings()).isEmpty();
        assertThat(brief(intake.take(row(5000, "||||7")).findings())).containsExactly("N104 E5000");
        assertThat(brief(intake.take(row(5001, "||||7")).findings())).containsExactly("E206 A5001 variant=other");
    }

    /** The header stands in row 3, the first row below it in row 4. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // the header of another table
                "银行名称|上缴税收;银行名称|存款余额|贷款余额;E111 A4 first=税收 second=4 variant=below",
                "银行名称|上缴税收;招商银行|5@银行名称|存款余额|贷款余额;E111 A5 first=税收 second=5 variant=below",
                // a line that numbers the columns: at most two rows below the header
                "银行名称|上缴税收;甲|1;",
                "银行名称|上缴税收;|@甲|1;",
                "银行名称|上缴税收;|@|@甲|1;E301 A6 suggestions=（无）",
                // a line of units: what is taken anyway is no news, another one is
                "银行名称|上缴税收;|万元;",
                "银行名称|上缴税收;|元;E113 B4 variant=alone",
                "银行名称|上缴税收（元）;|元;",
                "银行名称|上缴税收;单位|千元;E113 B4 variant=alone",
                "银行名称|上缴税收;招商银行|5@单位：元|;E113 A5 variant=alone",
                "银行名称|上缴税收;招商银行|5@单位：|元;E113 B5 variant=alone",
                "银行名称|上缴税收;招商银行|5@单位：万元|;N102 A5",
                "银行名称|上缴税收;招商银行|5@单位：户|;N102 A5",
                "银行名称|上缴税收（万元）;招商银行|5@单位：元|;E113 A5 at=B3 first=上缴税收（万元） variant=other",
                "银行名称|上缴税收（万元）|备注;招商银行|5|单位：元;E113 C4 at=B3 first=上缴税收（万元） variant=other",
                "银行名称|上缴税收（元）|备注;招商银行|5|单位：元;",
                "银行名称|上缴税收|备注;招商银行|5|500万元以下单位5户;",
                "预算单位|银行名称|评分;市教育局|招商银行|5@单位：元||;N102 A5",
                // a printed page repeats the header, perhaps with another unit
                "银行名称|上缴税收;招商银行|5@银行名称|上缴税收;N102 A5",
                "银行名称|上缴税收;招商银行|5@银行名称|上缴税收（万元）;N102 A5",
                "银行名称|上缴税收;招商银行|5@银行名称|上缴税收（元）;E113 B5 variant=alone",
                "银行名称|上缴税收（元）;招商银行|5@银行名称|上缴税收（元）;N102 A5",
                // averages and totals of some
                "银行名称|上缴税收;平均|5;N102 A4",
                "银行名称|上缴税收;国有银行小计|5;N102 A4",
                // a form's blank lines hold their numbers only
                "序号|银行名称|上缴税收;1||;",
                "序号|银行名称|上缴税收;1|招商银行|5@2||;",
                "序号|银行名称|上缴税收;见附件||;N102 A4",
                "序号|银行名称|上缴税收;1||5;E206 B4 variant=other",
                "银行名称|上缴税收|序号;||1;N102 C4",
                // remarks, unless the register knows the name
                "银行名称|上缴税收;注：见附件|;",
                "银行名称|上缴税收;填表人：招商银行|5;N102 A4",
                // a risk found after the period still counts, and says so
                "银行名称|风险类型|处置|认定日期;招商银行|流动性|收回|2022-12-31;",
                "银行名称|风险类型|处置|认定日期;招商银行|流动性|收回|2023-01-01;W204 D4 to=2022-12-31 variant=later",
                // what has fallen due is no longer unmatured
                "资金类别|银行名称|存款余额|未到期定期|到期日;社保|招商银行|5|5|2023-01-01;",
                "资金类别|银行名称|存款余额|未到期定期|到期日;社保|招商银行|5|5|2022-12-31;W204 E4 to=2022-12-31 variant=due",
                "资金类别|银行名称|存款余额|未到期定期|到期日;社保|招商银行|5|0|2022-12-31;",
                "资金类别|银行名称|存款余额|未到期定期|到期日;社保|招商银行|5|5|;",
            })
    void lines_among_the_rows_are_told_from_data(String headings, String rows, String expected) {
        assertThat(findings(headings, rows))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void a_total_fails_with_its_column_and_is_accused_by_itself_otherwise() {
        RowIntake failing = intake(header(row(3, CREDIT)));
        assertThat(brief(failing.take(
                                row(4, false, "招商银行", new CellValue.Failure("#REF!"), "2", "1", "1", "1", "1", "1"))
                        .findings()))
                .containsExactly("E204 B4");

        RowResult total = failing.take(
                row(5, false, "合计", new CellValue.Failure("#REF!"), new CellValue.Failure("#REF!"), "x", "1"));
        assertThat(brief(total.findings())).containsExactly("E204 C5", "E201 D5");
        assertThat(total.totals()).extracting(ControlTotal::column).containsExactly("sme_loans_opening");
    }

    @Test
    void a_day_that_is_no_day_is_accused_by_what_it_holds() {
        RowIntake intake = intake(header(row(3, SERVICE)));

        assertThat(brief(intake.take(row(4, false, new CellValue.Failure("#REF!"), "招商银行", "资金拨付"))
                        .findings()))
                .containsExactly("E204 A4");
        assertThat(brief(intake.take(row(5, false, new CellValue.Uncached(), "招商银行", "资金拨付"))
                        .findings()))
                .containsExactly("E205 A5");
    }

    @Test
    void an_unknown_name_is_not_accused_where_the_register_itself_is_in_doubt() {
        SheetHeader tax = header(row(3, "银行名称|上缴税收"));
        RowContext unsure = new RowContext(
                Sheets.ROSTER,
                false,
                bankscore.facts.Subject::assessed,
                Sheets.USED,
                Map.of(),
                Sheets.Q4,
                Sheets.NONE,
                new RowContext.Bounds(Map.of(), Map.of()));

        assertThat(brief(new RowIntake(tax, unsure).take(row(4, "某某银行|5")).findings()))
                .isEmpty();
        assertThat(brief(intake(tax).take(row(4, "某某银行|5")).findings()))
                .containsExactly("E301 A4 suggestions=中国工商银行上饶分行、招商银行上饶分行、浙商银行上饶分行");
    }

    /** A published figure is read in the unit of what it is used for: money in the column's unit, others as they stand. */
    @ParameterizedTest
    @CsvSource({
        "数值, 全市税收, 20000, 20000, ''",
        "数值（元）, 全市税收, 20000, 2, ''",
        "数值（万元）, 全市税收, 20000, 20000, ''",
        "数值, 全市户数, 20000, 20000, ''",
        "数值（元）, 全市户数, 20000, 20000, E113 B3",
        "数值, 全市存贷比, 77.15%, 77.15, ''",
        "数值, 全市户数, 5%, none, E203 B4",
    })
    void a_published_figure_is_in_the_unit_it_is_used_in(
            String heading, String item, String written, String value, String finding) {
        RowContext known = new RowContext(
                Sheets.ROSTER,
                true,
                bankscore.facts.Subject::assessed,
                Sheets.USED,
                Map.of("全市税收", "万元", "全市户数", "户", "全市存贷比", "%"),
                Sheets.Q4,
                Sheets.NONE,
                new RowContext.Bounds(Map.of(), Map.of()));
        RowResult result = new RowIntake(header(row(3, "项目|" + heading)), known).take(row(4, item + "|" + written));

        assertThat(brief(result.findings())).isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
        assertThat(result.figures().stream()
                        .flatMap(figure -> figure.value().stream())
                        .map(BigDecimal::toPlainString))
                .isEqualTo(value.equals("none") ? List.of() : List.of(value));
    }

    @Test
    void money_is_staged_in_wan_yuan_exactly() {
        RowIntake intake = intake(header(row(2, "单位：元"), row(3, "银行名称|上缴税收")));
        // 12345.67 元 ÷ 10000 = 1.234567 万元
        assertThat(intake.take(row(4, "招商银行|12,345.67")).figures())
                .containsExactly(new Fact(
                        "tax",
                        "tax",
                        new CellRef(3, 1),
                        "B002",
                        "",
                        "",
                        Optional.empty(),
                        Optional.of(new BigDecimal("1.234567")),
                        ""));
        assertThat(intake.take(row(5, "小计|20000")).totals())
                .containsExactly(new ControlTotal("tax", "tax", new CellRef(4, 1), true, new BigDecimal("2")));
        assertThat(intake.take(row(6, "总计|20000")).totals())
                .containsExactly(new ControlTotal("tax", "tax", new CellRef(5, 1), false, new BigDecimal("2")));
    }

    @Test
    void a_record_is_staged_with_its_word_day_and_unit_even_without_a_number() {
        assertThat(intake(header(row(3, SERVICE)))
                        .take(row(4, "2022/3/5|招商银行|单据传送|市教育局||迟到两天"))
                        .figures())
                .containsExactly(new Fact(
                        "service",
                        "points",
                        new CellRef(3, 4),
                        "B002",
                        "市教育局",
                        "单据传送",
                        Optional.of(LocalDate.of(2022, 3, 5)),
                        Optional.empty(),
                        "迟到两天"));
    }

    @Test
    void holdings_are_staged_as_held_and_unmatured() {
        List<Fact> figures = intake(header(row(3, HOLDINGS)))
                .take(row(4, "社会保险基金|招商银行|1200||2023-06-30|001"))
                .figures();
        Optional<LocalDate> due = Optional.of(LocalDate.of(2023, 6, 30));
        assertThat(figures)
                .containsExactly(
                        new Fact(
                                "holdings",
                                "held",
                                new CellRef(3, 2),
                                "B002",
                                "社会保险基金",
                                "",
                                due,
                                Optional.of(new BigDecimal("1200")),
                                "001"),
                        new Fact(
                                "holdings",
                                "unmatured",
                                new CellRef(3, 3),
                                "B002",
                                "社会保险基金",
                                "",
                                due,
                                Optional.of(BigDecimal.ZERO),
                                "001"));
    }

    @Test
    void an_empty_pool_is_staged_without_a_value() {
        assertThat(intake(header(row(3, "资金类别|次年调配总额"))).take(row(4, "社会保险基金")).figures())
                .extracting(Fact::label, Fact::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("社会保险基金", Optional.empty()));
    }

    @Test
    void a_risk_is_staged_with_its_disposal_its_kind_and_what_is_said_besides() {
        assertThat(intake(header(row(3, "银行名称|风险类型|处置|说明")))
                        .take(row(4, "招商银行|流动性|收回|见函"))
                        .figures())
                .containsExactly(new Fact(
                        "risk",
                        "disposal",
                        new CellRef(3, 2),
                        "B002",
                        "",
                        "收回",
                        Optional.empty(),
                        Optional.empty(),
                        "流动性",
                        "见函"));
    }

    @Test
    void a_published_figure_may_carry_a_percent_sign() {
        RowIntake intake = intake(header(row(3, "项目|数值|来源")));
        for (Object value : new Object[] {"77.15%", "77.15", percent("0.7715"), number("77.15")}) {
            RowResult result = intake.take(row(4, false, "全市存贷比", value));
            assertThat(result.findings()).isEmpty();
            assertThat(result.figures()).extracting(Fact::value).containsExactly(Optional.of(new BigDecimal("77.15")));
        }
    }

    @Test
    void a_written_reason_is_taken_with_the_cell_it_is_for() {
        assertThat(intake(header(row(3, "代码|文件|单元格|原因|填报人")))
                        .take(row(4, "w203|税务局/a.xlsx|d7|属实|王五"))
                        .reasons())
                .containsExactly(new WrittenReason("W203", "税务局/a.xlsx", "D7", "属实", "王五"));
    }

    @Test
    void a_percent_column_takes_a_fraction_only_with_doubt() {
        SheetHeader.HeaderColumn heading = shares("1", "150");
        assertThat(List.of(
                        judged(heading, new CellValue.Text("78.5%")),
                        judged(heading, percent("0.785")),
                        judged(heading, number("78.5")),
                        judged(heading, number("0.785")),
                        judged(heading, percent("0.00785")),
                        judged(heading, number("0")),
                        judged(heading, number("151"))))
                .containsExactly("78.5", "78.5", "78.5", "0.785 W202", "0.785 W203", "0 W203", "151 W203");
    }

    @Test
    void a_percent_column_whose_usual_range_begins_at_0_takes_a_small_figure_as_it_is() {
        SheetHeader.HeaderColumn heading = shares("0", "100");
        assertThat(List.of(
                        judged(heading, number("0.785")),
                        judged(heading, number("1.99")),
                        judged(heading, percent("0.00785")),
                        judged(heading, number("100")),
                        judged(heading, number("100.01"))))
                .containsExactly("0.785", "1.99", "0.785", "100", "100.01 W203");
        // What the range does not include is in doubt as ever.
        assertThat(judged(shares("1", "100"), number("0.99"))).isEqualTo("0.99 W202");
        assertThat(judged(shares("1", "100"), number("1"))).isEqualTo("1");
    }

    /** A column of shares in percent that are between two numbers as a rule. */
    private static SheetHeader.HeaderColumn shares(String from, String to) {
        Column column = new Column(
                new Column.Head("share", "占比", List.of("占比"), false, Optional.empty()),
                Column.Kind.PERCENT,
                new Column.Empty(false, Optional.empty(), Optional.empty()),
                new Column.Amount(
                        Column.Flow.STOCK,
                        Column.Negative.ERROR,
                        Optional.empty(),
                        Optional.of(new Column.Range(Fraction.of(from), Fraction.of(to))),
                        false,
                        false),
                new Column.Choice(List.of(), Optional.empty()),
                new Column.Days(false, false),
                new Column.Ties(Optional.empty(), Optional.empty(), Optional.empty()),
                false);
        return new SheetHeader.HeaderColumn(column, 1, "占比", Unit.WAN, Optional.empty());
    }

    private static String judged(SheetHeader.HeaderColumn heading, CellValue value) {
        FigureCell.Figure figure = (FigureCell.Figure) FigureCell.read(heading, value);
        return figure.value().toPlainString()
                + figure.doubt().map(doubt -> " " + doubt.code()).orElse("");
    }
}

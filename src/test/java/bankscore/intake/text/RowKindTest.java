package bankscore.intake.text;

import static bankscore.intake.Sheets.header;
import static bankscore.intake.Sheets.number;
import static bankscore.intake.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.intake.SheetHeader;
import bankscore.sheet.Cell;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that look like data and are none, by their words. The name stands in column A unless a row says otherwise. */
class RowKindTest {

    private static final SheetHeader TAX = header(row(3, "银行名称|上缴税收"));
    private static final SheetHeader CREDIT = header(row(3, "银行名称|存款余额|贷款余额|年初贷款余额|年初小微贷款余额|小微贷款余额|年初工业贷款余额|工业贷款余额"));
    private static final SheetHeader SERVICE = header(row(3, "日期|银行名称|事项|预算单位|扣分|说明"));

    private static CellTexts line(String row) {
        return CellTexts.of(row(4, row));
    }

    private static String at(Optional<Cell> cell) {
        return cell.map(found -> found.at().a1()).orElse("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "国有大型银行|5;A4",
                "一、国有大型银行||;A4",
                "（二） 国有大型银行：|5;A4",
                "国有大型银行（5家）|5;A4",
                "股份制银行|5;A4",
                "股份制类|5;A4",
                "股份制商业银行|5;none",
                "国有大型银行甲支行|5;none",
                "1|国有大型银行|5;none",
            })
    void a_kind_of_subjects_is_a_heading_over_rows(String row, String expected) {
        assertThat(at(RowKind.group(line(row), 0, Set.of("国有大型银行", "股份制")))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "无;true",
                "1|无||;true",
                "本季度无|/|/;true",
                "本期暂无。;true",
                "无风险机构;true",
                "/;false",
                "无锡银行;false",
                "无|收回;false",
                "招商银行|无;false",
            })
    void a_row_may_say_that_there_is_nothing(String row, boolean expected) {
        assertThat(RowKind.saysNothing(line(row))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // the row; the column of the name, from 0; total, part of another, average or partial total
                "合计|5;0;A4;none;A4",
                "总 计：|5;0;A4;none;none",
                "总计|5;0;A4;none;A4",
                "小计|5;0;A4;none;A4",
                "合计（全市）|5;0;A4;none;none",
                "国有银行合计|5;0;none;none;A4",
                "农商行小计|5;0;none;none;A4",
                "1|合计|5;1;B4;none;B4",
                "1|合计|5;0;none;none;none",
                "合计|招商银行|5;1;A4;none;A4",
                "其中：小微|5;0;none;A4;none",
                "1|其中：小微|5;1;none;B4;none",
                "1|其中：小微|5;0;none;none;none",
                "小微（其中）|5;0;none;none;none",
                "平均|5;0;none;none;A4",
                "平均分|5;0;none;none;A4",
                "均值|5;0;none;none;A4",
                "中位数|5;0;none;none;A4",
                "最高|5;0;none;none;A4",
                "最低分|5;0;none;none;A4",
                "最大|5;0;none;none;A4",
                "最小值|5;0;none;none;A4",
                "全市平均|5;0;none;none;A4",
                "全市平均值|5;0;none;none;A4",
                "全市平均分|5;0;none;none;A4",
                "1|平均|5;1;none;none;B4",
                "招商银行|平均;0;none;none;none",
                "最美银行|5;0;none;none;none",
                "招商银行|5;0;none;none;none",
            })
    void a_total_a_part_and_an_average_are_told_by_words_at_or_left_of_the_name(
            String row, int key, String total, String part, String statistic) {
        CellTexts line = line(row);

        assertThat(List.of(
                        at(RowKind.total(line, key)),
                        at(RowKind.partOfAnother(line, key)),
                        at(RowKind.statistic(line, key))))
                .containsExactly(total, part, statistic);
    }

    @ParameterizedTest
    @CsvSource({"小计, true", "小 计：, true", "合计, false", "总计, false"})
    void only_a_partial_total_is_followed_by_more(String word, boolean subtotal) {
        assertThat(RowKind.isSubtotal(RowKind.total(line(word), 0).orElseThrow()))
                .isEqualTo(subtotal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "甲|1;true",
                "乙|1;true",
                "栏次|1;true",
                "行次|1;true",
                "列次|1;true",
                "栏目|1;true",
                "序号|1;true",
                "编号|1;true",
                "—|1;true",
                "--|1;true",
                "1|2;true",
                "(1)|(2);true",
                "（1）|（2）;true",
                "0|1;true",
                "3|4;true",
                "4|5;false",
                "1|2=1;true",
                "甲|2=1+3;true",
                "甲|3;true",
                "|1;false",
                "甲|;false",
                "1|3;false",
                "2|1;false",
                "1|1;false",
                "甲|99;true",
                "甲|100;false",
                "甲|x;false",
                "甲|乙;false",
                "戊|1;false",
                "招商银行|1;false",
            })
    void a_line_that_numbers_the_columns_is_no_data(String row, boolean numbering) {
        assertThat(new RowKind(TAX).isNumbering(line(row))).isEqualTo(numbering);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "甲|1|2|3|4|5|6|7;true",
                "甲|1|2|3|||6|7;true",
                "甲|1|2|2|4|5|6|7;false",
                "甲|1|3|2|4|5|6|7;false",
                "1|2|3|4|5|6|7|8;true",
                "1|2|3|4|5|6|7|9;false",
                "甲|1|2|三|4|5|6|7;false",
            })
    void its_numbers_go_up_and_without_a_word_by_one(String row, boolean numbering) {
        assertThat(new RowKind(CREDIT).isNumbering(line(row))).isEqualTo(numbering);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "99, true", "100, false", "1.5, false", "-1, false", "1E+1, true"})
    void a_number_that_counts_columns_is_whole_and_small(String written, boolean numbering) {
        assertThat(new RowKind(TAX).isNumbering(CellTexts.of(row(4, false, "甲", number(written)))))
                .isEqualTo(numbering);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "|万元|元;1=万元 2=元",
                "单位|万元|元;1=万元 2=元",
                "计量单位|万元|;1=万元",
                "（单位）|（万元）|(元);1=万元 2=元",
                "银行名称|万元|万元;1=万元 2=万元",
                "招商银行|万元|元;",
                "|万元|5;",
                "|万元|尚未报送;",
                "单位||;",
            })
    void a_line_of_units_below_a_header_gives_each_column_its_own(String row, String expected) {
        StringBuilder found = new StringBuilder();
        new RowKind(CREDIT)
                .units(line(row))
                .forEach((column, unit) -> found.append(found.isEmpty() ? "" : " ")
                        .append(column)
                        .append('=')
                        .append(
                                unit instanceof UnitText.Known known
                                        ? known.unit().text()
                                        : unit));

        assertThat(found.toString()).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void what_is_no_figure_may_say_anything_beside_units() {
        assertThat(new RowKind(SERVICE).units(line("年月日||类别|全称|分|"))).containsOnlyKeys(4);
        assertThat(new RowKind(SERVICE).units(line("年月日|招商银行|类别|全称|分|"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "单位, true",
        "单 位：, true",
        "计量单位, true",
        "金额单位, true",
        "(单位), true",
        "预算单位, false",
        "万元, false",
        "'', false"
    })
    void a_word_may_only_announce_the_units_beside_it(String word, boolean announces) {
        assertThat(RowKind.isUnitWord(word)).isEqualTo(announces);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // a printed page repeats the header: it is this table's; the rest begins another one
                "银行名称|存款余额|贷款余额|年初贷款余额|年初小微贷款余额|小微贷款余额|年初工业贷款余额|工业贷款余额;true;none",
                "银行名称|存款余额（元）|贷款余额|年初贷款余额|年初小微贷款余额|小微贷款余额|年初工业贷款余额|工业贷款余额;true;none",
                "银行名称|贷款余额|存款余额|年初贷款余额|年初小微贷款余额|小微贷款余额|年初工业贷款余额|工业贷款余额;false;A4",
                "银行名称|上缴税收;false;A4",
                "机构名称|上缴税收;false;A4",
                "|贷款余额|存款余额;false;B4",
                "说明|贷款余额;false;none",
                "银行名称;false;none",
                "招商银行|存款余额|见附件;false;none",
                "招商银行|存款余额;false;none",
            })
    void a_header_again_is_told_from_the_header_of_another_table(String row, boolean same, String other) {
        CellTexts line = line(row);

        assertThat(new RowKind(CREDIT).repeatsHeader(line)).isEqualTo(same);
        assertThat(at(new RowKind(CREDIT).otherHeader(line))).isEqualTo(other);
    }

    @Test
    void a_number_among_headings_makes_the_row_data() {
        CellTexts line = CellTexts.of(row(4, false, "银行名称", number("5"), "存款余额"));

        assertThat(new RowKind(CREDIT).otherHeader(line)).isEmpty();
        assertThat(new RowKind(CREDIT).repeatsHeader(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "制表人：张三",
                "制表：张三",
                "填表人张三",
                "填报：张三",
                "填报人李四",
                "审核人：李四",
                "复核：王五",
                "复核人",
                "审批人：王五",
                "负责人：王五",
                "单位负责人：王五",
                "主管：王五",
                "分管领导：王五",
                "经办：王五",
                "经办人",
                "联系人：王五",
                "联系电话：0793",
                "电话：0793",
                "制表日期：1月",
                "制表时间",
                "制表单位：税务局",
                "填报日期：1月",
                "填报时间",
                "填报单位：税务局",
                "报送日期：1月",
                "报送时间",
                "备注：无",
                "备注",
                "附注：无",
                "附注",
                "说明：见附件",
                "注：见附件",
                "制 表 人 ：张三",
            })
    void a_line_of_signatures_or_remarks_is_told_by_its_first_cell(String first) {
        assertThat(RowKind.isSignature(line(first + "|5"))).isTrue();
        assertThat(RowKind.isSignature(line("招商银行|" + first))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"招商银行", "制表银行", "注册银行", "说明银行见附件", "审核中的银行", "负责任的银行的名称太长：x", "5"})
    void a_name_is_no_signature(String first) {
        assertThat(RowKind.isSignature(line(first))).isFalse();
    }

    @Test
    void white_space_is_nothing() {
        CellTexts line = CellTexts.of(row(4, "　| |x"));

        assertThat(line.size()).isEqualTo(1);
        assertThat(line.at(0)).isNull();
        assertThat(line.at(2)).isEqualTo(line.cell(0)).isNotNull();
        assertThat(RowKind.isSignature(line)).isFalse();
        assertThat(RowKind.isSignature(CellTexts.of(row(4, "　")))).isFalse();
    }
}

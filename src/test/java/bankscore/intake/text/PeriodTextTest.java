package bankscore.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.intake.Sheets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTextTest {

    @ParameterizedTest
    @CsvSource({
        "2022年3季度,2022Q3",
        "2022年第三季度税收情况表,2022Q3",
        "2022年三季度,2022Q3",
        "二〇二二年第三季度,2022Q3",
        "2022年前三季度,2022Q3",
        "2022年1-3季度,2022Q3",
        "2022Q3,2022Q3",
        "2022年9月末,2022Q3",
        "2022年1月末,2022Q1",
        "2022年1-9月,2022Q3",
        "2022年1月至9月,2022Q3",
        "2021年12月,2021Q4",
        "截至2022年9月30日,2022Q3",
        "税收情况（2022.9）,2022Q3",
        "2021年度税收情况表,2021Q4",
        "2021年税收情况表,2021Q4",
        "2023年1季度,2023Q1",
        "2022年上半年银行业金融机构存贷款统计表（本外币）,2022Q2",
        "二〇二二年上半年,2022Q2",
        "2022年度上半年,2022Q2",
        "2022年半年度税收情况表,2022Q2",
        "2021年上半年,2021Q2",
    })
    void a_clearly_stated_other_quarter_is_noticed(String text, String other) {
        assertThat(PeriodText.other(text, Sheets.Q4))
                .contains(Period.parse(other).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "2022年12月",
        "2022年四季度",
        "2022年1-12月",
        "2022年度",
        "2022年11月",
        "2023年1月",
        "制表日期：2023年1月5日",
        "截至2022年12月31日",
        "2022年9月30日",
        "截至2023年1月5日",
        "按2021年办法填报",
        "2021年末数",
        "2023年资金池",
        "填报时间：2022年9月",
        "2022年三季度与四季度及2022年四季度",
        "贷款比2021年12月增加",
        "年初数为2021年12月末数",
        "存贷款统计表",
        "2022年三季度及2022年12月",
        "2022年13月",
        "2022年0月",
        "2022年下半年",
        "上半年税收",
        "2022年半年期定期存款",
        "2022年上半年及2022年四季度",
        "比2022年上半年增加",
    })
    void nobody_is_accused_rashly(String text) {
        assertThat(PeriodText.other(text, Sheets.Q4)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2022年上半年", "2022年半年度", "2022年1-6月"})
    void the_first_half_year_is_the_second_quarter(String text) {
        assertThat(PeriodText.other(text, new Period(2022, 2))).isEmpty();
    }
}

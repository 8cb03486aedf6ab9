package bankscore.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.intake.Sheets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTextTest {

    /** Such as {@code MONTHS 2022 1-11 当季}; a year in brackets stands not in the text but is the run's. */
    private static String read(String text, Period run) {
        return PeriodText.of(text, run)
                .map(stated ->
                        stated.shape() + (stated.dated() ? " " + stated.year() : " (" + stated.year() + ")") + " "
                                + stated.from() + "-" + stated.to() + (stated.part() ? " part" : "")
                                + (stated.cumulative() ? " cumulative" : ""))
                .orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "2022年3季度,QUARTER 2022 0-9",
        "2022年第三季度税收情况表,QUARTER 2022 0-9",
        "2022年三季度,QUARTER 2022 0-9",
        "二〇二二年第三季度,QUARTER 2022 0-9",
        "银行业三季度存贷款统计表,QUARTER (2022) 0-9",
        "2022年三季度末,UNTIL 2022 0-9",
        "2022Q3,QUARTER 2022 0-9",
        "Q3,QUARTER (2022) 0-9",
        "2023年1季度,QUARTER 2023 0-3",
        "2022年四季度当季,QUARTER 2022 0-12 part",
        "上缴税收情况表（当季）,QUARTER (2022) 0-12 part",
        "2022年前三季度,MONTHS 2022 1-9",
        "2022年1-3季度,MONTHS 2022 1-9",
        "2022年二至三季度,MONTHS 2022 4-9",
        "2022年上半年银行业金融机构存贷款统计表（本外币）,MONTHS 2022 1-6",
        "二〇二二年上半年,MONTHS 2022 1-6",
        "2022年度上半年,MONTHS 2022 1-6",
        "2022年半年度税收情况表,MONTHS 2022 1-6",
        "上半年税收,MONTHS (2022) 1-6",
        "2022年下半年,MONTHS 2022 7-12",
        "2022年1—11月,MONTHS 2022 1-11",
        "2022年1——11月,MONTHS 2022 1-11",
        "２０２２年１－１１月,MONTHS 2022 1-11",
        "2022年1至11月份,MONTHS 2022 1-11",
        "2022年1月至11月,MONTHS 2022 1-11",
        "2022年1月-2022年11月,MONTHS 2022 1-11",
        "2022年01-11月,MONTHS 2022 1-11",
        "2022.1-11,MONTHS 2022 1-11",
        "2022.01-2022.11,MONTHS 2022 1-11",
        "1-11月,MONTHS (2022) 1-11",
        "一至十一月,MONTHS (2022) 1-11",
        "二〇二二年一月至十一月,MONTHS 2022 1-11",
        "2021年度税收情况表（1-12月）,MONTHS 2021 1-12",
        "2022年前11个月,MONTHS 2022 1-11",
        "2022年10-12月,MONTHS 2022 10-12",
        "2022年四季度（10-12月）,MONTHS 2022 10-12",
        "2021年12月-2022年11月,MONTHS 2022 13-11",
        "2022年1月1日至2022年11月30日,MONTHS 2022 1-11",
        "所属期：2022年10月1日-12月31日,MONTHS 2022 10-12",
        "2022年11月,MONTHS 2022 11-11",
        "2022年十一月份,MONTHS 2022 11-11",
        "3月,MONTHS (2022) 3-3",
        "税收情况（2022.9）,MONTHS 2022 9-9",
        "税收202211,MONTHS 2022 11-11",
        "2021年12月,MONTHS 2021 12-12",
        "税收情况表（2023年1月）,MONTHS 2023 1-1",
        "2022年12月累计税收,MONTHS 2022 12-12 cumulative",
        "2022年9月末,UNTIL 2022 0-9",
        "截至2022年11月末,UNTIL 2022 0-11",
        "截止2022年11月,UNTIL 2022 0-11",
        "截至11月30日,UNTIL (2022) 0-11",
        "截至2022年9月30日,UNTIL 2022 0-9",
        "截至2022.11.30,UNTIL 2022 0-11",
        "截止到20221130,UNTIL 2022 0-11",
        "统计截止日期：2022-11-30,UNTIL 2022 0-11",
        "截至2023年1月5日,UNTIL 2023 0-1",
        "2022年末存贷款情况表,UNTIL 2022 0-12",
        "2022年12月末贷款余额及年初数,UNTIL 2022 0-12",
        "2022年1-11月税收比上年同期增减情况,MONTHS 2022 1-11",
        "2022年1-11月税收同比增减情况（2021年同期）,MONTHS 2022 1-11",
        "2021年度税收情况表,YEAR 2021 0-12",
        "2021年税收情况表,YEAR 2021 0-12",
        "2023年资金池,YEAR 2023 0-12",
        "2022年全年税收,YEAR 2022 0-12",
        "2022年税收情况表（与2021年比较）,YEAR 2022 0-12",
        "2022年半年期定期存款,YEAR 2022 0-12",
        "填报单位：市税务局　所属期：2022年1-11月　单位：元,MONTHS 2022 1-11",
        "所属期：2022年四季度　模板版本：A1B2C3,QUARTER 2022 0-12",
    })
    void a_clearly_stated_period_is_read(String text, String stated) {
        assertThat(read(text, Sheets.Q4)).isEqualTo(stated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023年1月",
                "制表日期：2023年1月5日",
                "填报日期：2022年11月30日",
                "填报时间：2022年9月",
                "2022年9月30日",
                "按2021年办法填报",
                "财政性资金存放考核办法（2021年）",
                "饶财库〔2021〕12号文件，2021年",
                "2021年末数",
                "2022年三季度与四季度及2022年四季度及2022年三季度",
                "贷款比2021年12月增加",
                "年初数为2021年12月末数",
                "比2022年上半年增加",
                "2020年以来",
                "存贷款统计表",
                "2022年三季度及2022年12月",
                "2022年13月",
                "2022年0月",
                "2022年上半年及2022年四季度",
                "报送截止日期：2023年1月5日",
                "截止日期：2023年1月5日",
                "统一月报表",
                "每一季度报送一次",
                "3个月以上",
                "单位：万元",
                "500万元以下",
            })
    void nobody_is_accused_rashly(String text) {
        assertThat(read(text, Sheets.Q4)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({"2022年一季度当季,QUARTER 2022 0-3", "2022年1月当月,MONTHS 2022 1-1 part", "截至3月31日,UNTIL (2022) 0-3"})
    void the_first_quarter_alone_is_all_of_the_year_so_far(String text, String stated) {
        assertThat(read(text, new Period(2022, 1))).isEqualTo(stated);
    }
}

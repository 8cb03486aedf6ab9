package bankscore.intake.header;

import static bankscore.intake.Sheets.brief;
import static bankscore.intake.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.intake.SheetHeader;
import bankscore.intake.Sheets;
import bankscore.sheet.Place;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sheet says of its period, held against the run's quarter and what the sheet's columns are. */
class StatedPeriodsTest {

    private static final String TAX = "银行名称|上缴税收";
    private static final String CREDIT = "银行名称|存款余额|贷款余额|年初贷款余额|年初小微贷款余额|小微贷款余额|年初工业贷款余额|工业贷款余额";
    private static final String PLATFORM = "银行名称|平台放款金额|平台放款笔数";
    private static final String HOLDINGS = "资金类别|银行名称|存款余额|未到期定期|到期日";
    private static final String POOLS = "资金类别|次年调配总额";
    private static final String SURVEY = "预算单位|银行名称|评分";
    private static final String SERVICE = "日期|银行名称|事项|预算单位|扣分|说明";
    private static final String PARAMETERS = "项目|数值|来源";
    private static final String RISK = "银行名称|风险类型|处置";
    private static final String ROSTER = "银行编码|银行名称|简称";
    private static final String OPENINGS = "银行名称|年初存款余额|上年上缴税收";
    private static final String ADJUSTMENTS = "资金类别|银行名称|调整金额|理由|批准人";

    private static String headings(String name) {
        return switch (name) {
            case "tax" -> TAX;
            case "credit" -> CREDIT;
            case "platform" -> PLATFORM;
            case "holdings" -> HOLDINGS;
            case "pools" -> POOLS;
            case "survey" -> SURVEY;
            case "service" -> SERVICE;
            case "parameters" -> PARAMETERS;
            case "risk" -> RISK;
            case "roster" -> ROSTER;
            case "openings" -> OPENINGS;
            case "adjustments" -> ADJUSTMENTS;
            default -> name;
        };
    }

    private static HeaderSearch.Recognised read(Place sheet, String titles, String headings, Period period) {
        HeaderSearch search = new HeaderSearch(sheet, Sheets.datasets(), Sheets.USED, period, Sheets.NONE);
        int number = 1;
        for (String title : titles.split("@", -1)) {
            search.offer(row(number++, title));
        }
        search.offer(row(number, headings(headings)));
        return (HeaderSearch.Recognised) search.result();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // another quarter or year, whatever the sheet
                "tax;税收;税收情况表（2022年三季度）;E114 A1 expected=2022Q4 stated=税收情况表（2022年三季度）",
                "survey;满意度;2022年三季度满意度;E114 A1 expected=2022Q4 stated=2022年三季度满意度",
                "parameters;参数;2022年三季度公布指标;E114 A1 expected=2022Q4 stated=2022年三季度公布指标",
                "credit;存贷款;2021年度存贷款;E114 A1 expected=2022Q4 stated=2021年度存贷款",
                "tax;税收;2023年上缴税收情况表;E114 A1 expected=2022Q4 stated=2023年上缴税收情况表",
                // a sheet's name says it too, without a year as well
                "tax;1-9月;上缴税收;E114  expected=2022Q4 stated=1-9月",
                "credit;3月;存贷款;E114  expected=2022Q4 stated=3月",
                "credit;三季度存贷款;存贷款;E114  expected=2022Q4 stated=三季度存贷款",
                // money that ends before the quarter's last month, in a title, a line of units or behind 截至
                "tax;税收;税收情况表（2022年1-11月）;E114 A1 expected=2022Q4 month=12 stated=税收情况表（2022年1-11月） variant=end year=2022",
                "platform;放款;放款（2022.1-11）;E114 A1 expected=2022Q4 month=12 stated=放款（2022.1-11） variant=end year=2022",
                "holdings;存放;存放情况@单位：万元　截至2022年11月末;E114 A2 expected=2022Q4 month=12 stated=单位：万元 截至2022年11月末 variant=end year=2022",
                "credit;存贷款;截至11月30日;E114 A1 expected=2022Q4 month=12 stated=截至11月30日 variant=end year=2022",
                "credit;2022年11月;存贷款;E114  expected=2022Q4 month=12 stated=2022年11月 variant=end year=2022",
                "pools;资金池;2022年11月资金池;E114 A1 expected=2022Q4 month=12 stated=2022年11月资金池 variant=end year=2022",
                // all of the year so far is meant
                "tax;税收;税收情况表（2022年10-12月）;E114 A1 expected=2022Q4 month=12 stated=税收情况表（2022年10-12月） variant=part year=2022",
                "tax;税收;2022年四季度当季上缴税收;E114 A1 expected=2022Q4 month=12 stated=2022年四季度当季上缴税收 variant=part year=2022",
                "tax;税收;2022年12月上缴税收;E114 A1 expected=2022Q4 month=12 stated=2022年12月上缴税收 variant=part year=2022",
                "platform;放款;2022年下半年放款;E114 A1 expected=2022Q4 month=12 stated=2022年下半年放款 variant=part year=2022",
                // pools are of the next year
                "pools;资金池;2022年度可调配总额;E114 A1 expected=2022Q4 next=2023 stated=2022年度可调配总额 variant=next",
                "pools;2024年资金池;可调配总额;E114  expected=2022Q4 next=2023 stated=2024年资金池 variant=next",
                "pools;资金池;2022年三季度可调配总额;E114 A1 expected=2022Q4 next=2023 stated=2022年三季度可调配总额 variant=next",
            })
    void a_sheet_that_states_another_period_is_accused_where_it_does(
            String headings, String sheet, String titles, String finding) {
        assertThat(brief(read(Place.of("a.xlsx", sheet), titles, headings, Sheets.Q4)
                        .findings()))
                .containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tax;2022Q4;税收;税收情况表（2022年1-12月）;1-12月|1",
                "tax;2022Q4;税收;2022年四季度税收情况表;2022年四季度|1",
                "tax;2022Q4;税收;2022年税收情况表;2022年|1",
                "tax;2022Q4;税收;截至2022年12月31日;截至2022年12月31日|1",
                "tax;2022Q4;税收;2022年12月本年累计上缴税收;2022年12月|1",
                // a month may name a sheet whose title says that it counts from January
                "tax;2022Q4;12月;税收情况表（2022年1-12月）;2022年1-12月|1",
                "银行名称|本年累计上缴税收;2022Q4;12月;上缴税收;12月|name",
                "tax;2022Q1;税收;2022年一季度当季税收情况表;2022年一季度|1",
                "tax;2022Q3;税收;2022年税收情况表（1-9月）;1-9月|1",
                "credit;2022Q4;存贷款;2022年度存贷款统计表;2022年度|1",
                "credit;2022Q4;存贷款;2022年12月存贷款统计表;2022年12月|1",
                "credit;2022Q4;存贷款;四季度当季存贷款;四季度|1",
                "credit;2022Q4;存贷款;存贷款@制表日期：2023年1月5日;nothing",
                "credit;2022Q4;存贷款;存贷款@填报时间：2022年11月;nothing",
                "credit;2022Q4;存贷款;按考核办法（2021年）填报;nothing",
                // what stands over single columns heads them
                "credit;2022Q4;存贷款;存贷款统计表@|2022年11月末|2022年12月末;nothing",
                "pools;2022Q4;2023年资金池;可调配总额;2023年|name",
                "pools;2022Q4;资金池;2022年四季度可调配总额;2022年四季度|1",
                "pools;2022Q2;资金池;2022年二季度可调配总额（测算）;2022年二季度|1",
                "openings;2022Q4;上年数;截至2021年12月31日;截至2021年12月31日|1",
                "openings;2022Q4;上年数;2021年上年数;2021年|1",
                "adjustments;2022Q4;调整;2023年1月调整;2023年1月|1",
                "risk;2022Q4;名单;2023年风险提示名单;2023年|1",
                "roster;2022Q4;名录;2021年名录;2021年|1",
                // a ledger may have a sheet a month
                "service;2022Q4;3月;服务记录;3月|name",
                "service;2022Q4;服务;2022年3月服务记录;2022年3月|1",
                "survey;2022Q4;3月;满意度;3月|name",
                "survey;2022Q4;满意度;2022年11月满意度;2022年11月|1",
            })
    void a_sheet_of_the_period_is_taken_at_its_word(
            String headings, String period, String sheet, String titles, String shown) {
        HeaderSearch.Recognised read = read(
                Place.of("a.xlsx", sheet),
                titles,
                headings,
                Period.parse(period).orElseThrow());

        assertThat(brief(read.findings())).isEmpty();
        String stated = read.header()
                .period()
                .map(at ->
                        at.text() + "|" + (at.at().isEmpty() ? "name" : at.at().substring(1)))
                .orElse("nothing");
        assertThat(stated).endsWith(shown);
    }

    @ParameterizedTest
    @CsvSource({"a/3月.csv,3月", "3月税收.csv,3月税收", "3月,3月"})
    void the_name_of_a_file_says_nothing(String file, String sheet) {
        assertThat(read(Place.of(file, sheet), "上缴税收", "tax", Sheets.Q4).findings())
                .isEmpty();
        assertThat(read(Place.of("3月.xlsx", sheet), "上缴税收", "tax", Sheets.Q4).findings())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tax;N115  month=12 variant=flow year=2022",
                "platform;N115  month=12 variant=flow year=2022",
                "credit;N115  month=12 year=2022",
                "holdings;N115  month=12 year=2022",
                "pools;N115  month=12 variant=next year=2023",
                "survey;",
                "service;",
                "parameters;",
                "risk;",
                "roster;",
                "adjustments;",
            })
    void a_sheet_of_money_without_any_statement_is_told_so(String headings, String finding) {
        SheetHeader header =
                read(Place.of("a.xlsx", "Sheet1"), "标题", headings, Sheets.Q4).header();

        assertThat(brief(StatedPeriods.unstated(header, Sheets.Q4).stream().toList()))
                .isEqualTo(finding == null ? List.of() : List.of(finding));
    }
}

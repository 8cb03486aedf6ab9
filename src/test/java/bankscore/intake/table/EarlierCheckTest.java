package bankscore.intake.table;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Fraction;
import bankscore.facts.RecordSummary;
import bankscore.facts.Subject;
import bankscore.finding.Finding;
import bankscore.intake.table.earlier.EarlierCheck;
import bankscore.sheet.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables against those of earlier periods, written as {@link StagedSheets} says. */
class EarlierCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # running totals: lower than last quarter is to be verified, equal and higher is not; last year's do not count
            2022Q2 | 2022Q1 tax A=501 B=600 C=10          | TAX                                        | W209 B2 bank=A行 column=上缴税收 expected=501 found=500
            2022Q1 | 2021Q4 tax A=9999 B=9999             | TAX                                        | ``
            # an opening balance is last year's closing; a balance itself may fall
            2022Q2 | 2021Q4 loans A=10 B=20.5 C=30        | TAX                                        | W210 C3 bank=B行 column=年初贷款余额 expected=20.5 found=20
            2022Q2 | 2022Q1 loans A=13 B=22 C=31          | TAX                                        | ``
            # every bank ten thousand times as much: the unit; one bank: its cell. Five times more or less is near
            2022Q2 | 2022Q1 tax A=0.05 B=0.06 C=0.07      | TAX                                        | E309 B1 column=上缴税收 found=10000
            2022Q2 | 2022Q1 tax A=5000000 B=6000000 C=7000000 | TAX                                    | E309 B1 column=上缴税收 found=0.0001
            2022Q2 | 2022Q1 tax A=0.000005 B=0.000006 C=0.000007 | TAX                                 | E309 B1 column=上缴税收 found=100000000
            2022Q2 | 2022Q1 tax A=0.5 B=0.6 C=0.7         | TAX                                        | E309 B1 column=上缴税收 found=1000
            2022Q2 | 2022Q1 tax A=0.05 B=550 C=650        | TAX                                        | W208 B2 bank=A行 column=上缴税收 expected=0.05 found=500
            2022Q2 | 2022Q1 tax A=0.05                    | TAX                                        | W208 B2 bank=A行 column=上缴税收 expected=0.05 found=500
            2022Q2 | 2022Q1 tax A=0.05 B=0.000006         | TAX                                        | W208 B2 bank=A行 column=上缴税收 expected=0.05 found=500, W208 B3 bank=B行 column=上缴税收 expected=0.000006 found=600
            2022Q2 | 2022Q1 tax A=0.25                    | TAX                                        | W208 B2 bank=A行 column=上缴税收 expected=0.25 found=500
            2022Q2 | 2022Q1 tax A=0.01                    | TAX                                        | W208 B2 bank=A行 column=上缴税收 expected=0.01 found=500
            2022Q2 | 2022Q1 tax A=2.5                     | TAX                                        | W208 B2 bank=A行 column=上缴税收 expected=2.5 found=500
            2022Q2 | 2022Q1 tax A=2.51                    | TAX                                        | ``
            2022Q2 | 2022Q1 tax A=0.0099                  | TAX                                        | ``
            2022Q2 | 2022Q1 tax A=0                       | TAX                                        | ``
            # in the sheet's own unit, so that the office finds what it typed
            2022Q2 | 2022Q1 tax A=501                     | 银行名称,上缴税收（元）; A,5000000; B,0; C,0     | W209 B2 bank=A行 column=上缴税收（元） expected=5010000 found=5000000
            """)
    void a_table_is_held_against_earlier_periods(String period, String earlier, String tax, String expected) {
        assertThat(found(new StagedSheets(period, "CREDIT / " + tax).after(earlier(earlier))))
                .isEqualTo(expected);
    }

    /** Written {@code period column bank=figure …}. */
    private static StagedSheets earlier(String written) {
        List<String> words = List.of(written.split(" +", -1));
        StringBuilder sheet = new StringBuilder(words.get(1).equals("tax") ? "银行名称,上缴税收" : "银行名称,存款余额,贷款余额");
        for (String each : words.subList(2, words.size())) {
            sheet.append("; ").append(each.replace("=", words.get(1).equals("tax") ? "," : ",1,"));
        }
        return new StagedSheets(words.get(0), sheet.toString());
    }

    @Test
    void a_figure_that_staging_accused_is_not_accused_again_by_history() {
        StagedSheets sheets =
                new StagedSheets("2022Q2", "CREDIT / 银行名称,上缴税收; A,-500; B,600; C,700").after(earlier("2022Q1 tax A=5"));

        assertThat(sheets.tables().staging()).extracting(Finding::code).hasToString("[W207]");
        assertThat(found(sheets)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # pools by fund, whenever there were some within a year; one fund that jumped stands for itself
            2022Q4 | 2021Q4 | 资金类别,次年调配总额; 社保,5; 国库,7       | 资金类别,次年调配总额; 国库,70000; 社 保,50000 | E309 B1 column=次年调配总额 found=10000
            2022Q4 | 2021Q3 | 资金类别,次年调配总额; 社保,5; 国库,7       | 资金类别,次年调配总额; 国库,70000; 社 保,50000 | ``
            2022Q4 | 2021Q4 | 资金类别,次年调配总额; 社保,5; 国库,7       | 资金类别,次年调配总额; 国库,70000; 社保,5     | W208 B2 column=次年调配总额 expected=7 found=70000 label=国库 variant=label
            # what a bank holds of a fund, all its accounts together
            2022Q4 | 2022Q3 | 资金类别,银行名称,存款余额; 社保,A,2; 社保,A,3 | 资金类别,银行名称,存款余额; 社保,A,2000; 社保,A,3000 | W208 C2 bank=A行 column=存款余额 expected=5 found=5000 label=社保、A行 variant=label
            2022Q4 | 2022Q3 | 资金类别,银行名称,存款余额; 社保,A,2; 社保,A,3 | 资金类别,银行名称,存款余额; 社保,A,30; 国库,A,5000 | ``
            2022Q4 | 2022Q3 | 资金类别,银行名称,存款余额; 社保,A,2; 社保,A,3 | 资金类别,银行名称,存款余额; 社保,A,31; 国库,A,5000 | W208 C2 bank=A行 column=存款余额 expected=5 found=31 label=社保、A行 variant=label
            # published figures, also a percent where a fraction stood
            2022Q4 | 2022Q3 | 项目,数值; 全市存贷比,78.5                | 项目,数值; 全市存贷比,7790                  | W208 B2 column=数值 expected=78.5 found=7790 label=全市存贷比 variant=label
            # what leaders change is never what they changed last
            2022Q4 | 2022Q3 | ADJUST; 社保,A,1,r,a; 社保,B,-1,r,a    | ADJUST; 社保,A,10000,r,a; 社保,B,-10000,r,a | ``
            """)
    void every_other_table_of_money_is_held_against_the_last_one(
            String period, String before, String then, String now, String expected) {
        assertThat(found(new StagedSheets(period, now).after(new StagedSheets(before, then))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # money that lay at a bank, in whatever account; what was nothing is no loss
            资金类别,银行名称,存款余额; 社保,A,2; 国库,B,3 | 资金类别,银行名称,存款余额; 社保,A,2               | W105 B1 count=1 expected=财政存款 gone=国库、B行 period=2022Q3 variant=gone
            资金类别,银行名称,存款余额; 社保,A,2; 国库,B,0 | 资金类别,银行名称,存款余额; 社 保,A,3              | ``
            资金类别,银行名称,存款余额; 社保,A,2           | 资金类别,银行名称,存款余额; 社保,A,2; 国库,B,3      | ``
            # a column that had figures; one that had none may go
            资金类别,银行名称,存款余额,未到期定期; 社保,A,2,1 | 资金类别,银行名称,存款余额; 社保,A,2             | W105 B1 column=未到期定期 expected=财政存款 period=2022Q3 variant=column
            资金类别,银行名称,存款余额,未到期定期; 社保,A,2,0 | 资金类别,银行名称,存款余额; 社保,A,2             | ``
            # a pool, and a bank that nothing may be placed with
            资金类别,次年调配总额; 社保,5; 国库,7           | 资金类别,次年调配总额; 社保,5                        | W105 A1 count=1 expected=资金池 gone=国库 period=2022Q3 variant=gone
            银行名称,风险类型,处置; D,x,收回; A,x,收回      | 银行名称,风险类型,处置; A,x,收回                     | W105 A1 count=1 expected=风险 gone=D行 period=2022Q3 variant=gone
            # where nobody is at risk any more, that is asked already; a row that was refused is no lost row
            银行名称,风险类型,处置; D,x,收回               | 银行名称,风险类型,处置; 无                           | ``
            银行名称,风险类型,处置; D,x,收回; A,x,收回      | 银行名称,风险类型,处置; A,x,收回; D,x,               | ``
            """)
    void what_a_list_named_last_and_names_no_more_is_to_be_verified(String then, String now, String expected) {
        assertThat(found(new StagedSheets("2022Q4", now).after(new StagedSheets("2022Q3", then))))
                .isEqualTo(expected);
    }

    private static final String LEDGER = "日期,银行名称,事项,扣分; 2022-01-05,A,资金拨付,2; 2022-02-05,B,资金拨付,";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # rows that count and what they add up to: then 2 rows and 2 points
            2022Q3 | 2 | 0 | 2 | ``
            2022Q3 | 3 | 3 | 0 | E326 D1 column=扣分 expected=2 found=0 period=2022Q2 variant=sum
            2022Q3 | 1 | 0 | 9 | E326 D1 expected=2 found=1 period=2022Q2
            2023Q1 | 1 | 0 | 0 | ``
            """)
    void a_ledger_of_the_year_loses_nothing(String period, int rows, int empty, String sum, String expected) {
        StagedSheets now = new StagedSheets(period, "日期,银行名称,事项,扣分; " + period.substring(0, 4) + "-01-05,A,资金拨付,2")
                .with(summary("service.points", rows, empty, sum));

        assertThat(found(now.after(new StagedSheets("2022Q2", LEDGER)))).isEqualTo(expected);
    }

    @Test
    void a_ledger_with_headings_alone_has_lost_all() {
        assertThat(found(new StagedSheets("2022Q3", "日期,银行名称,事项,扣分").after(new StagedSheets("2022Q2", LEDGER))))
                .isEqualTo("E326 D1 expected=2 found=0 period=2022Q2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # last quarter 20 ratings with a mean of 4; one point away is near
            20 | 60   | ``
            20 | 59   | W222 C1 column=评分 expected=4 found=2.95 period=2022Q2
            19 | 19   | ``
            # as many as before but for one in ten; none at all is another finding
            18 | 72   | ``
            17 | 68   | W105 C1 expected=满意度调查 now=17 period=2022Q2 then=20 variant=rows
            0  | 0    | ``
            """)
    void ratings_do_not_change_all_at_once(int rows, String sum, String expected) {
        StringBuilder fours = new StringBuilder("预算单位,银行名称,评分");
        for (int unit = 0; unit < 20; unit++) {
            fours.append("; 单位").append(unit).append(",A,4");
        }
        assertThat(found(new StagedSheets("2022Q3", "预算单位,银行名称,评分; 单位1,A,3")
                        .with(summary("survey.rating", rows, 0, sum))
                        .after(new StagedSheets("2022Q2", fours.toString()))))
                .isEqualTo(expected);
    }

    private static RecordSummary summary(String column, int rows, int empty, String sum) {
        return new RecordSummary(
                column,
                "A",
                "",
                rows,
                empty,
                Fraction.of(sum),
                Optional.empty(),
                Optional.empty(),
                Place.of("a.xlsx", "0").at("C2"));
    }

    private static Subject bank(String code, String name, String kind, String opened, boolean assessed) {
        return new Subject(code, name, "", List.of(), kind, Optional.of(LocalDate.parse(opened)), assessed);
    }

    @Test
    void the_register_is_held_against_the_one_that_was_published_last() {
        String sheets = "银行编码,银行名称";
        StagedSheets last = new StagedSheets("2022Q3", sheets)
                .with(bank("K", "甲行", "农商行", "2001-01-01", true))
                .with(bank("L", "乙行", "农商行", "2001-01-01", false))
                .with(bank("M", "丙行", "农商行", "2001-01-01", true));
        StagedSheets now = new StagedSheets("2022Q4", sheets)
                .with(bank("K", "甲 行", "村镇银行", "2001-01-02", false))
                .with(bank("L", "乙新行", "农商行", "2001-01-01", true))
                .with(bank("N", "丙行", "农商行", "2001-01-01", true))
                .with(bank("O", "丁行", "农商行", "2001-01-01", true));

        assertThat(found(now.after(last)).replace(" period=2022Q3", ""))
                .isEqualTo(String.join(
                        ", ",
                        "W221 bank=甲 行 expected=农商行 found=村镇银行 variant=other_kind",
                        "W221 bank=甲 行 expected=2001-01-01 found=2001-01-02 variant=other_day",
                        "W221 bank=甲 行 expected= found= variant=left_out",
                        "W221 bank=乙新行 expected=乙行 found=乙新行 variant=renamed",
                        "W221 bank=乙新行 expected= found= variant=taken_in",
                        "W221 bank=丙行 expected=M found=N variant=recoded",
                        "W221 bank=丁行 expected= found=O variant=new"));
        assertThat(found(last.after(now)).replace(" period=2022Q4", ""))
                .contains("W221 bank=丁行 expected=O found= variant=gone");
        assertThat(found(new StagedSheets("2022Q4", sheets).after(new StagedSheets("2022Q3", sheets))))
                .isEmpty();
    }

    private static String found(StagedSheets sheets) {
        return StagedSheets.brief(EarlierCheck.check(sheets.tables()));
    }
}

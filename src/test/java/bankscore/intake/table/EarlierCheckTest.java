package bankscore.intake.table;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables against those of earlier periods, written as {@link StagedSheets} says. */
class EarlierCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # running totals: lower than last quarter is to be verified, equal and higher is not; last year's do not count
            2022Q2 | 2022Q1 tax A=501 B=600 C=1           | TAX                                        | W209 B2 bank=A行 column=上缴税收 expected=501 found=500
            2022Q1 | 2021Q4 tax A=9999 B=9999             | TAX                                        | ``
            # an opening balance is last year's closing; a balance itself may fall
            2022Q2 | 2021Q4 loans A=10 B=20.5 C=30        | TAX                                        | W210 C3 bank=B行 column=年初贷款余额 expected=20.5 found=20
            2022Q2 | 2022Q1 loans A=13 B=22 C=31          | TAX                                        | ``
            # every bank ten thousand times as much: the unit; one bank: its cell. Five times more or less is near
            2022Q2 | 2022Q1 tax A=0.05 B=0.06 C=0.07      | TAX                                        | E309 B1 column=上缴税收 found=10000
            2022Q2 | 2022Q1 tax A=5000000 B=6000000 C=7000000 | TAX                                    | E309 B1 column=上缴税收 found=0.0001
            2022Q2 | 2022Q1 tax A=0.000005 B=0.000006 C=0.000007 | TAX                                 | E309 B1 column=上缴税收 found=100000000
            2022Q2 | 2022Q1 tax A=0.05 B=550 C=650        | TAX                                        | W208 B2 bank=A行 column=上缴税收 expected=0.05 found=500
            2022Q2 | 2022Q1 tax A=0.05                    | TAX                                        | W208 B2 bank=A行 column=上缴税收 expected=0.05 found=500
            2022Q2 | 2022Q1 tax A=0.05 B=0.000006         | TAX                                        | W208 B2 bank=A行 column=上缴税收 expected=0.05 found=500, W208 B3 bank=B行 column=上缴税收 expected=0.000006 found=600
            2022Q2 | 2022Q1 tax A=0.25                    | TAX                                        | W208 B2 bank=A行 column=上缴税收 expected=0.25 found=500
            2022Q2 | 2022Q1 tax A=0.01                    | TAX                                        | W208 B2 bank=A行 column=上缴税收 expected=0.01 found=500
            2022Q2 | 2022Q1 tax A=0.251                   | TAX                                        | ``
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

    private static String found(StagedSheets sheets) {
        return StagedSheets.brief(EarlierCheck.check(sheets.tables()));
    }
}

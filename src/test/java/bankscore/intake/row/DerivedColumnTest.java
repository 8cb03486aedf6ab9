package bankscore.intake.row;

import static bankscore.intake.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.intake.SheetHeader;
import bankscore.intake.Sheets;
import bankscore.sheet.SheetRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sheet says of its own figures, held against them; rows are parted by semicolons. */
class DerivedColumnTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            # a difference of its year: 30, and less by 5; rounded to whole numbers it is still right
            贷款比年初增减           ; 30    ; -5   ; ``
            贷款比年初增减           ; 30    ; 5    ; E217 D3 expected=-5 sources=年初贷款余额、贷款余额
            贷款较年初增加           ; 31    ; -6   ; ``
            贷款比年初增减           ; 33    ; 8    ; E217 D2 expected=30 sources=年初贷款余额、贷款余额
            # in its own unit; without one in that of what it comes from
            贷款比年初增减（元）     ; 300000; -50000; ``
            贷款比年初增减（元）     ; 30    ; -5   ; E217 D2 expected=300000 sources=年初贷款余额、贷款余额
            # what is no number, or not there, says nothing
            贷款比年初增减           ; —     ; 见附注; ``
            # a rate of 30 percent, and of minus 2.5: with a sign, without, or as a fraction
            贷款比年初增速           ; 30%   ; -2.5%; ``
            贷款比年初增速（%）      ; 30    ; -2.5 ; ``
            贷款比年初增速           ; 0.3   ; -0.025; ``
            贷款比年初增速           ; 30    ; 2.5  ; E217 D3 expected=-2.5 sources=年初贷款余额、贷款余额
            # parts of one total, 130 to 195, whatever the total
            贷款占比                 ; 40%   ; 60%  ; ``
            贷款占比                 ; 4.0   ; 6.0  ; ``
            贷款占比                 ; 40%   ; 40%  ; E217 D3 sources=贷款余额 variant=share
            # a heading that is not told of bears no witness
            比年初增减               ; 7     ; 7    ; ``
            """)
    void what_a_sheet_says_of_itself_must_follow_from_its_figures(
            String heading, String first, String second, String expected) {
        assertThat(found(
                        "银行名称|年初贷款余额|贷款余额|" + heading + "|存款余额",
                        "工商银行|100|130|" + first + "|500",
                        "招商银行|200|195|" + second + "|500"))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            上年同期|上缴税收|同比增减|同比增速; 8|10|2|25%   ; ``
            上年同期|上缴税收|同比增减|同比增速; 8|10|2|20%   ; E217 E2 expected=25 sources=上年同期、上缴税收
            上年同期|上缴税收|同比增减|同比增速; 8|10|5|25%   ; E217 D2 expected=2 sources=上年同期、上缴税收
            # twice the same heading, or no earlier figure: nobody knows of what
            上缴税收|同比增减|上年同期|同比增减; 10|2|8|99    ; ``
            上缴税收|同比增减|同比增速         ; 10|2|99%     ; ``
            """)
    void a_change_since_last_year_needs_the_column_of_last_year(String headings, String figures, String expected) {
        assertThat(found("银行名称|" + headings, "工商银行|" + figures))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    private static List<String> found(String header, String... rows) {
        SheetHeader known = Sheets.header(row(1, header));
        RowIntake intake = Sheets.intake(known);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            SheetRow data = row(2 + i, rows[i]);
            found.addAll(Sheets.brief(intake.take(data).findings()));
        }
        return found;
    }
}

package bankscore.intake.table.size;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.facts.Subject;
import bankscore.finding.Finding;
import bankscore.intake.table.StagedSheets;
import bankscore.sheet.Place;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whose figures are out of their ratio. The sheets are those of deposits 1000, loans 800 and tax 2 (万元 for D, which is not
 * assessed, anything), written as {@link StagedSheets} says.
 */
class SizeCheckTest {

    private static final String HEAD = "银行名称,存款余额,年初贷款余额,贷款余额,小微贷款余额; ";
    private static final String LOANS =
            HEAD + "A,1000,700,800,90; B,2000,1500,1600,200; C,3000,2200,2400,300; D,1,0,900,0";
    private static final String TAXES = "银行名称,上缴税收; A,2; B,3; C,6; D,4000";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # as it should be
            LOANS / TAXES                                                                             | ``
            # tax in 元, each above 50000: it is the tax
            LOANS / 银行名称,上缴税收; A,200000; B,300000; C,600000                                   | E319 B1
            # tax a thousand times too large, but no tax that no bank can pay: it may be the loans
            LOANS / 银行名称,上缴税收; A,2000; B,3000; C,6000                                         | W218 B1, W218 D1
            # two rows prove nothing of a column; each is told at its cell
            LOANS / 银行名称,上缴税收; A,2000; B,3000                                                 | W213 B2, W213 B3
            # one of three: 60 of 800 is 7.5 percent
            LOANS / 银行名称,上缴税收; A,60; B,3; C,6                                                 | W213 B2
            # 5 percent is still usual
            LOANS / 银行名称,上缴税收; A,40; B,3; C,6                                                 | ``
            # nothing is paid: no unit
            LOANS / 银行名称,上缴税收; A,0; B,3; C,6                                                  | ``
            # deposits in 元: the opening loans speak for the loans
            HEADA,10000000,700,800,90; B,20000000,1500,1600,200; C,30000000,2200,2400,300             | E319 B1
            # loans in 千元: the opening ones and the deposits speak against them
            HEADA,1000,700,800000,90; B,2000,1500,1600000,200; C,3000,2200,2400000,300                | E319 D1
            # a part in 元; a part a little above its whole is no matter of units
            HEADA,1000,700,800,900000; B,2000,1500,1600,2000000; C,3000,2200,2400,3000000             | E319 E1
            HEADA,1000,700,800,900; B,2000,1500,1600,1700; C,3000,2200,2400,2500                      | ``
            # one bank's deposits: its loans are beside the opening ones as usual
            HEADA,10,700,800,90; B,2000,1500,1600,200; C,3000,2200,2400,300                           | W213 B2
            # one bank's opening loans
            HEADA,1000,7,800,90; B,2000,1500,1600,200; C,3000,2200,2400,300                           | W213 C2
            # no deposits at all: nothing to be beside
            HEADA,0,700,800,90; B,2000,1500,1600,200; C,3000,2200,2400,300                            | ``
            # a pool beside what is held of its fund at all banks together: 21 to 2, and 20 to 2
            资金类别,次年调配总额; 社保,21 / 资金类别,银行名称,存款余额; 社保,A,1; 社保,B,1           | W213 B2
            资金类别,次年调配总额; 社保,20 / 资金类别,银行名称,存款余额; 社保,A,1; 社保,B,1           | ``
            # three pools in 万元 that were taken for 亿元; and what is held in 元
            资金类别,次年调配总额; 甲,50000; 乙,60000; 丙,70000 / 资金类别,银行名称,存款余额; 甲,A,5; 乙,A,6; 丙,A,7 | E319 B1, E319 C1
            LOANS / 资金类别,次年调配总额; 甲,5; 乙,6; 丙,7 / 资金类别,银行名称,存款余额; 甲,A,50000; 乙,B,60000; 丙,C,70000 | W218 C1
            """)
    void a_figure_is_held_against_what_stands_beside_it(String sheets, String expected) {
        assertThat(found(sheets, Set.of())).isEqualTo(expected);
    }

    @Test
    void a_cell_that_is_accused_is_not_accused_again() {
        String sheets = "LOANS / 银行名称,上缴税收; A,60; B,3; C,6";

        assertThat(found(sheets, Set.of(Place.of("a.xlsx", "1").at("B2")))).isEmpty();
        assertThat(found(sheets, Set.of(Place.of("a.xlsx", "1").at("B1")))).isEmpty();
    }

    private static String found(String sheets, Set<Place> accused) {
        StagedSheets staged = new StagedSheets(
                "2022Q4", sheets.replace("LOANS", LOANS).replace("TAXES", TAXES).replace("HEAD", HEAD));
        return SizeCheck.check(staged.tables(), Subject::assessed, accused).stream()
                .map(SizeCheckTest::brief)
                .collect(Collectors.joining(", "));
    }

    private static String brief(Finding finding) {
        StagedSheets.brief(List.of(finding)); // its words have all that they need
        return finding.code() + " " + finding.place().cell();
    }
}

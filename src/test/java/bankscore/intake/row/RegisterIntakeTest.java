package bankscore.intake.row;

import static bankscore.intake.Sheets.brief;
import static bankscore.intake.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.facts.Subject;
import bankscore.intake.SheetHeader;
import bankscore.intake.Sheets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterIntakeTest {

    private static final String HEADINGS = "银行编码|银行名称|简称|别名|机构类型|开业日期|是否考核";

    private static RegisterIntake.Result roster(String rows) {
        RegisterIntake intake = new RegisterIntake(Sheets.NONE);
        SheetHeader header = Sheets.header(row(1, HEADINGS));
        int number = 2;
        for (String cells : rows.split("@", -1)) {
            intake.take(header, row(number++, cells));
        }
        return intake.result();
    }

    @Test
    void a_row_is_a_bank_with_all_its_names() {
        RegisterIntake.Result result = roster("Ｂ００１|工商银行上饶分行|工行|ICBC、工商银行；工总|国有|2010年5月1日|否@合计|2家@B002|招商银行上饶分行");
        assertThat(result.findings()).isEmpty();
        assertThat(result.register().subjects())
                .containsExactly(
                        new Subject(
                                "B001",
                                "工商银行上饶分行",
                                "工行",
                                List.of("ICBC", "工商银行", "工总"),
                                "国有",
                                Optional.of(LocalDate.of(2010, 5, 1)),
                                false),
                        new Subject("B002", "招商银行上饶分行", "", List.of(), "", Optional.empty(), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "—|甲银行;E206 A2 variant=other",
                "B1|无;E206 B2 variant=other",
                "|甲银行|甲;E206 A2 variant=other",
                "B1||甲||国有;E206 B2 variant=other",
                "|甲银行;N102 B2",
                "制表人：张三;",
                "B1||甲;E206 B2 variant=other",
                "|甲银行|甲||国有;E206 A2 variant=other",
                "国有||||;N102 A2",
                "B1|甲\u200B银行;N111 B2",
                "B1|甲银行@B1|乙银行;E302 A3",
                "B1|甲银行@B2|甲银行;E302 B3",
                "B1|甲银行@B1|甲银行;E302 B3",
                "B1|甲银行||乙银行@B2|乙银行;E308 B3 name=乙银行 other=甲银行",
                "B1|甲银行|甲@B2|乙银行||乙、甲;E308 D3 name=甲 other=甲银行",
                "B1|甲银行|甲|甲、甲银行;",
                "银行编码|银行名称|简称|别名|机构类型|开业日期|是否考核@B1|甲银行;",
                "B1|甲银行@银行编码|银行名称|简称|别名|机构类型|开业日期|是否考核;N102 A3",
                "B1|甲银行@其中：营业部;N103 A3",
                "B1|甲银行|||||可能;E209 G2 choices=是、否",
                "B1|甲银行||||明天|;E211 F2",
                "=B1|甲银行;E213 A2",
                "B1|@甲银行;E213 B2",
                "B1|甲银行|-甲;E213 C2",
                "B1|甲银行||甲、+甲;E213 D2",
            })
    void a_row_gives_each_finding_at_its_own_cell(String rows, String expected) {
        // A row that begins with @ is written with its full-width sign, which counts too.
        String cells = rows.replace("|@", "|＠");
        assertThat(brief(roster(cells).findings()))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void a_bank_with_an_unreadable_date_is_still_known() {
        assertThat(roster("B1|甲银行||||明天|").register().named("甲银行")).isPresent();
    }
}

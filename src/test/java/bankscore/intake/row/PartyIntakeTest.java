package bankscore.intake.row;

import static bankscore.intake.Sheets.brief;
import static bankscore.intake.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.intake.SheetHeader;
import bankscore.intake.Sheets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registers of parties: rows with their times, names, and what further columns say. */
class PartyIntakeTest {

    private static PartyIntake read(String headings, String rows) {
        SheetHeader header = Sheets.header(row(1, headings));
        PartyIntake intake = new PartyIntake(header.dataset().id(), Sheets.NONE);
        int number = 2;
        for (String cells : rows.split("@", -1)) {
            intake.take(header, row(number++, cells));
        }
        return intake;
    }

    @Test
    void a_firm_may_have_several_rows_each_for_its_own_time() {
        PartyIntake intake = read(
                "统一社会信用代码|企业名称|注册地|别名|成立日期|注销日期",
                "10000000000000000Y|甲厂|婺城区|甲老厂、甲一厂|2001-01-01|2024-06-30"
                        + "@10000000000000000Y|甲制造有限公司|金义新区||2024-07-01|"
                        + "@合计|2户@制表人：张三");

        assertThat(intake.findings()).isEmpty();
        PartyRegister register = intake.register();
        assertThat(register.dataset()).isEqualTo("enterprises");
        String code = "10000000000000000Y";
        assertThat(register.names().subjects()).hasSize(1);
        for (String name : List.of(code, "甲厂", "甲老厂", "甲一厂", "甲制造有限公司", "甲制造 有限公司")) {
            assertThat(register.names().named(name).map(Subject::code)).contains(code);
        }
        assertThat(register.isValid(code, LocalDate.of(2000, 12, 31))).isFalse();
        assertThat(register.isValid(code, LocalDate.of(2001, 1, 1))).isTrue();
        assertThat(register.isValid(code, LocalDate.of(2024, 6, 30))).isTrue();
        assertThat(register.text(code, "registered_at", LocalDate.of(2024, 6, 30)))
                .contains("婺城区");
        assertThat(register.text(code, "registered_at", LocalDate.of(2024, 7, 1)))
                .contains("金义新区");
        assertThat(register.rows(code).get(1).place().cell()).isEqualTo("A3");
    }

    @Test
    void what_further_columns_say_is_kept_and_people_of_one_name_go_by_their_codes() {
        PartyIntake intake = read(
                "户编码|户主姓名|县区|身份证号|类别|认定日期|人口",
                "H001|李四|某县|11010519491231002X|低保|2017-01-01|4@H002|李四|某县||低边|2017-01-01|2");

        assertThat(intake.findings()).isEmpty();
        PartyRegister register = intake.register();
        assertThat(register.rows("H001").get(0).texts())
                .isEqualTo(
                        Map.of("county", "某县", "resident_id", "11010519491231002X", "category", "低保", "members", "4"));
        assertThat(register.names().named("李四")).isEmpty();
        assertThat(register.names().named("h001")).isEmpty();
        assertThat(register.names().named("Ｈ００２").map(Subject::name)).contains("李四");
        assertThat(register.rows("H002").get(0).from()).contains(LocalDate.of(2017, 1, 1));
        assertThat(register.rows("H002").get(0).to()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "C1|某县@C1|某县;E302 A3 first=A2 variant=party",
                "C1|某县@C2|某县;E308 B3 name=某县 other=某县 variant=party",
                "C1|某县|某@C2|他县|某;E308 C3 name=某 other=某县 variant=party",
                "C1||某;E206 B2 variant=other",
                "|某县|某;E206 A2 variant=other",
                "某县;N102 A2",
                "=C1|某县;E213 A2",
                "C1|某\u200B县;N111 B2",
                "C1|某县|\u202E某;N111 C2",
            })
    void what_is_wrong_is_told_at_its_cell(String rows, String expected) {
        assertThat(brief(read("县区代码|县区名称|简称|类别", rows).findings())).containsExactly(expected);
    }

    @Test
    void codes_are_checked_and_days_must_be_days() {
        PartyIntake intake = read(
                "统一社会信用代码|企业名称|注册地|成立日期",
                String.join(
                        "@",
                        Arrays.asList(
                                "10000000000000000X|甲厂|某区|2001-01-01",
                                "1.00000E+17|乙厂|某区|2001-01-01",
                                "20000000000000000X|丙厂|某区|前年")));

        assertThat(brief(intake.findings())).containsExactly("E221 A2", "E220 A3", "E211 D4");
        assertThat(intake.register().names().subjects()).isEmpty();
    }
}

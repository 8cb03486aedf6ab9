package bankscore.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.intake.Sheets;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellValueTest {

    /** Databases and XML refuse them; whole pairs, here the character U+20BB7, are text like any other. */
    @ParameterizedTest
    @CsvSource({"甲\u0000乙, 甲\uFFFD乙", "甲\uD842, 甲\uFFFD", "\uDFB7甲, \uFFFD甲", "\uD842\uDFB7甲, \uD842\uDFB7甲", "甲银行, 甲银行"
    })
    void a_text_holds_no_zero_character_and_no_half_of_a_pair(String written, String kept) {
        assertThat(new CellValue.Text(written).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"招商银行, 招商银行, true", "a[1], a(1), false", "' 招商　银行', 招商银行, false", "ＡＢ１, AB1, false", "【工】, (工), false"})
    void a_text_is_compared_without_white_space_and_width(String written, String plain, boolean common) {
        assertThat(new CellValue.Text(written).plain()).isEqualTo(plain);
        assertThat(new CellValue.Text(written).isCommon()).isEqualTo(common);
        assertThat(new CellValue.Text(written).text()).isEqualTo(written);
    }

    @Test
    void texts_are_the_same_if_they_were_written_alike() {
        CellValue.Text text = new CellValue.Text("工 行");

        assertThat(text)
                .isEqualTo(new CellValue.Text("工 行"))
                .hasSameHashCodeAs(new CellValue.Text("工 行"))
                .isNotEqualTo(new CellValue.Text("工行"))
                .isNotEqualTo("工 行")
                .hasToString("Text[text=工 行]");
        assertThat(text.hashCode()).isNotEqualTo(new CellValue.Text("工行").hashCode());
    }

    @Test
    void a_long_text_is_shown_by_its_beginning_in_one_line() {
        assertThat(new CellValue.Text(" 一\n\n二 ").shown()).isEqualTo("一 二");
        assertThat(new CellValue.Text("字".repeat(60)).shown()).isEqualTo("字".repeat(60));
        assertThat(new CellValue.Text("字".repeat(61)).shown()).isEqualTo("字".repeat(60) + "…");
    }

    @Test
    void whatever_else_stands_in_a_cell_is_shown_as_the_cell_shows_it() {
        assertThat(Sheets.number("1.50").shown()).isEqualTo("1.5");
        assertThat(Sheets.number("1E+40").shown()).isEqualTo("1" + "0".repeat(40));
        assertThat(Sheets.number("1E+41").shown()).isEqualTo("1E+41");
        assertThat(new CellValue.Numeric(new BigDecimal("0.785"), true).shown()).isEqualTo("78.5%");
        assertThat(new CellValue.Day(LocalDate.of(2022, 3, 5), BigDecimal.valueOf(44625)).shown())
                .isEqualTo("2022-03-05");
        assertThat(new CellValue.Truth(true).shown() + new CellValue.Truth(false).shown())
                .isEqualTo("TRUEFALSE");
        assertThat(new CellValue.Failure("#REF!").shown()).isEqualTo("#REF!");
        assertThat(new CellValue.Uncached().shown()).isEmpty();
    }
}

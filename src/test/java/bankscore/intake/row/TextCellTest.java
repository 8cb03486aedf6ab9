package bankscore.intake.row;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.Code;
import bankscore.intake.Sheets;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCellTest {

    private static TextCell read(@Nullable CellValue value, boolean name) {
        return TextCell.read(value == null ? null : new Cell(new CellRef(3, 1), value), name);
    }

    private static TextCell read(String text) {
        return read(new CellValue.Text(text), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "—", "--", "/", "无", "\u00A0无\u3000"})
    void a_sign_for_nothing_says_nothing(String text) {
        assertThat(read(text)).isEqualTo(new TextCell.Missing());
        assertThat(read(null, true)).isEqualTo(new TextCell.Missing());
    }

    @Test
    void white_space_is_one_blank_inside_and_none_around() {
        assertThat(read("招商银行")).isEqualTo(new TextCell.Said("招商银行"));
        assertThat(read(" 招商\u00A0 \n银行\u3000")).isEqualTo(new TextCell.Said("招商 银行"));
        assertThat(read("［招商］银行")).isEqualTo(new TextCell.Said("［招商］银行"));
    }

    @Test
    void a_formula_without_a_result_gives_no_words() {
        assertThat(read(new CellValue.Failure("#REF!"), false)).isEqualTo(new TextCell.Bad(Code.E204));
        assertThat(read(new CellValue.Uncached(), false)).isEqualTo(new TextCell.Bad(Code.E205));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+工行", "-5", "@工行", "＝工行", " =1", "\t工行"})
    void a_name_that_a_spreadsheet_may_take_for_a_formula_is_refused_and_other_words_are_not(String text) {
        assertThat(read(text)).isEqualTo(new TextCell.Bad(Code.E213));
        assertThat(read(new CellValue.Text(text), false)).isEqualTo(new TextCell.Said(text.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"招商银行=", "B-001", "5", "(工行)"})
    void signs_elsewhere_make_no_formula(String text) {
        assertThat(read(text)).isEqualTo(new TextCell.Said(text));
    }

    @ParameterizedTest
    @CsvSource({
        "20220305, 20220305",
        "1.50, 1.5",
        "-3, -3",
        "1E+40, 10000000000000000000000000000000000000000",
        "1E+41, 1E+41"
    })
    void a_number_is_said_as_a_cell_shows_it(String number, String said) {
        assertThat(read(Sheets.number(number), true)).isEqualTo(new TextCell.Said(said));
    }

    @Test
    void a_date_and_a_truth_are_said_as_findings_show_them() {
        assertThat(read(new CellValue.Day(LocalDate.of(2022, 3, 5), BigDecimal.valueOf(44625)), true))
                .isEqualTo(new TextCell.Said("2022-03-05"));
        assertThat(read(new CellValue.Truth(true), true)).isEqualTo(new TextCell.Said("TRUE"));
    }
}

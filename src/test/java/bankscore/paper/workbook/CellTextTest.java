package bankscore.paper.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts on their way into a cell, and as a spreadsheet shows them afterwards. */
class CellTextTest {

    @ParameterizedTest
    @CsvSource({
        "_x003D_cmd, _x005F_x003D_cmd, _x003D_cmd",
        "_x003d_x003D_, _x005F_x003d_x005F_x003D_, _x003d_x003D_",
        "_x005F_x003D_1, _x005F_x005F_x005F_x003D_1, _x005F_x003D_1",
        "a_x12_b, a_x12_b, a_x12_b",
        "=1+1, '''=1+1', '''=1+1'",
        "=_x003D_, '''=_x005F_x003D_', '''=_x003D_'",
        "工_行, 工_行, 工_行"
    })
    void a_number_of_a_character_is_a_text_and_a_formula_is_none(String text, String written, String shown) {
        assertThat(CellText.escaped(text)).isEqualTo(written);
        assertThat(new XSSFRichTextString(written).getString()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, =1", "31, =1", "8238, =1", "8203, =1", "65534, =1"})
    void what_is_left_out_hides_no_formula(int character, String formula) {
        assertThat(CellText.escaped(Character.toString(character) + formula)).isEqualTo("'=1");
    }
}

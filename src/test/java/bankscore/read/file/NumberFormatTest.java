package bankscore.read.file;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.sheet.Look;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatTest {

    @ParameterizedTest
    @CsvSource({
        "0, NUMBER",
        "4, NUMBER",
        "9, PERCENT",
        "10, PERCENT",
        "13, NUMBER",
        "14, DATE",
        "22, DATE",
        "23, NUMBER",
        "27, DATE",
        "31, DATE",
        "36, DATE",
        "37, NUMBER",
        "44, NUMBER",
        "45, DATE",
        "47, DATE",
        "48, NUMBER",
        "49, NUMBER",
        "50, DATE",
        "57, DATE",
        "58, DATE",
        "59, NUMBER"
    })
    void a_built_in_format_has_the_look_that_every_program_knows(int id, Look.Kind look) {
        assertThat(NumberFormat.ofBuiltIn(id).kind()).isEqualTo(look);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "0.00%|PERCENT",
                "0%;[Red]-0%|PERCENT",
                "0.00\"%\"|NUMBER",
                "0.00\\%|NUMBER",
                "0.00_%|NUMBER",
                "#,##0.00|NUMBER",
                "General|NUMBER",
                "yyyy\"年\"m\"月\"d\"日\"|DATE",
                "yyyy-mm-dd;@|DATE",
                "[$-804]yyyy/m/d|DATE",
                "#,##0.00\"万元\"|NUMBER",
                "0!.0,\"万元\"|NUMBER",
                "G/通用格式\"万元\"|NUMBER",
                "[>=10000]0!.0,\"万元\";0\"元\"|NUMBER",
            })
    void a_spelled_format_has_the_look_of_its_text(String format, Look.Kind look) {
        assertThat(NumberFormat.ofText(176, format).kind()).isEqualTo(look);
    }
}

package bankscore.read.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatTest {

    @ParameterizedTest
    @CsvSource({
        "0, PLAIN",
        "4, PLAIN",
        "9, PERCENT",
        "10, PERCENT",
        "13, PLAIN",
        "14, DATE",
        "22, DATE",
        "23, PLAIN",
        "27, DATE",
        "31, DATE",
        "36, DATE",
        "37, PLAIN",
        "44, PLAIN",
        "45, DATE",
        "47, DATE",
        "48, PLAIN",
        "49, PLAIN",
        "50, DATE",
        "57, DATE",
        "58, DATE",
        "59, PLAIN"
    })
    void a_built_in_format_has_the_look_that_every_program_knows(int id, NumberFormat look) {
        assertThat(NumberFormat.ofBuiltIn(id)).isEqualTo(look);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "0.00%|PERCENT",
                "0%;[Red]-0%|PERCENT",
                "0.00\"%\"|PLAIN",
                "0.00\\%|PLAIN",
                "0.00_%|PLAIN",
                "#,##0.00|PLAIN",
                "General|PLAIN",
                "yyyy\"年\"m\"月\"d\"日\"|DATE",
                "yyyy-mm-dd;@|DATE",
                "[$-804]yyyy/m/d|DATE",
                "#,##0.00\"万元\"|PLAIN",
            })
    void a_spelled_format_has_the_look_of_its_text(String format, NumberFormat look) {
        assertThat(NumberFormat.ofText(176, format)).isEqualTo(look);
    }
}

package bankscore.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

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
}

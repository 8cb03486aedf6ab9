package bankscore.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperCodeTest {

    /** SHA-256 of abc begins with ba7816bf8f01cfea4141; in groups of five bits 23, 9, 28, 1, 13, 15, 28, 15 and so on. */
    @Test
    void a_code_is_the_first_eighty_bits_in_the_letters_of_crockford() {
        assertThat(PaperCode.of(List.of("abc"), "")).isEqualTo("Q9W1-DFWF-077Y-MGA1");
    }

    @Test
    void a_revision_of_an_earlier_program_keeps_its_eight_digits() {
        assertThat(PaperCode.of(List.of("abc"), "3F9A20C1")).isEqualTo("BA7816BF");
        assertThat(PaperCode.isWeak("BA7816BF")).isTrue();
        assertThat(PaperCode.isWeak("Q9W1-DFWF-077Y-MGA1")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"BA7816BF, true", "Q9W1-DFWF-077Y-MGA1, true", "Q9W1DFWF077YMGA1, false", "Q9W1-DFWF-077Y-MGAU, false"})
    void a_code_has_eight_digits_or_four_groups_of_letters_without_i_l_o_and_u(String text, boolean code) {
        assertThat(PaperCode.isCode(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "q9w1dfwf077ymga1,      Q9W1-DFWF-077Y-MGA1",
        "Q9W1-DFWF-077Y-MGA1,   Q9W1-DFWF-077Y-MGA1",
        "q9wi dfwf o77y mgal,   Q9W1-DFWF-077Y-MGA1",
        "ba7816bf,              BA7816BF",
        "nonsense-of-any-kind,  N0NS-ENSE-0FAN-YK1N-D"
    })
    void a_code_may_be_typed_as_it_is_read(String typed, String code) {
        assertThat(PaperCode.typed(typed)).isEqualTo(code);
    }
}

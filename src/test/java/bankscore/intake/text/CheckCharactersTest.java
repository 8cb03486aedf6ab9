package bankscore.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCharactersTest {

    @ParameterizedTest
    @CsvSource({
        // The example of GB 32100.
        "91350100M000100Y43, true",
        "91350100M000100Y4Y, false",
        "91350100M000100Y34, false",
        // Only the first sign counts, with weight 1: 31 − 1 = 30, the last of the signs.
        "10000000000000000Y, true",
        "10000000000000000y, false",
        "1000000000000000Y, false",
        "1000000000O000000Y, false",
        "'', false",
    })
    void a_credit_code_has_its_check_character(String text, boolean right) {
        assertThat(CheckCharacters.isCreditCode(text)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        // The example of GB 11643.
        "11010519491231002X, true",
        "110105194912310021, false",
        "11010519491231020X, false",
        // Only the first digit counts, with weight 7: the eighth of 1 0 X 9 8 7 6 5 4 3 2.
        "100000000000000005, true",
        "1000000000000000X5, false",
        "10000000000000000, false",
    })
    void a_resident_id_has_its_check_digit(String text, boolean right) {
        assertThat(CheckCharacters.isResidentId(text)).isEqualTo(right);
    }
}

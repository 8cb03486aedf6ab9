package bankscore.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CheckedNumbersTest {
    @Test
    void the_examples_of_the_standards_come_out() {
        // Products of digits and weights add up to 167; 167 mod 11 = 2, which stands for X.
        assertThat(CheckedNumbers.withResidentCheck("11010519491231002")).isEqualTo("11010519491231002X");
        assertThat(CheckedNumbers.withCreditCheck("91350100M000100Y4")).isEqualTo("91350100M000100Y43");
    }

    @Test
    void credit_codes_are_checked_by_hand() {
        // Only the last of 17 characters is not 0: 1 × 3^16 mod 31 = 28, and 31 - 28 = 3.
        assertThat(CheckedNumbers.withCreditCheck("00000000000000001")).isEqualTo("000000000000000013");
        // Values 9 and 1 at the head: 9 × 1 + 1 × 3 = 12, and 31 - 12 = 19 is the value of K.
        assertThat(CheckedNumbers.withCreditCheck("91000000000000000")).isEqualTo("91000000000000000K");
        // A sum of 0 leaves 31, which is 0.
        assertThat(CheckedNumbers.withCreditCheck("00000000000000000")).isEqualTo("000000000000000000");
    }

    @Test
    void invented_numbers_have_eighteen_places() {
        assertThat(CheckedNumbers.creditCode(1)).hasSize(18).startsWith("91339999YYY00001");
        assertThat(CheckedNumbers.residentId(LocalDate.of(1953, 2, 1), 7))
                .hasSize(18)
                .startsWith("33990019530201007");
    }
}

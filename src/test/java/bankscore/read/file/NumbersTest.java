package bankscore.read.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "28.799999999999997, 28.8", // 17 digits stored for 28.8
        "4999.999999999999, 5000", // 16 digits; the 15th is 9 and the 16th rounds it up
        "0.1, 0.1",
        "1.0049999999999999, 1.005",
        "123456789012345678, 123456789012346000",
        "0.30000000000000004, 0.3",
        "1E+11, 100000000000",
        "1.5e-3, 0.0015",
        "-0.0, 0",
        "007, 7",
        " 12.50 , 12.5",
    })
    void a_stored_number_is_read_at_fifteen_digits_as_excel_shows_it(String stored, String shown) {
        assertThat(Numbers.parse(stored).map(BigDecimal::toPlainString)).contains(shown);
    }

    @Test
    void a_round_number_keeps_no_needless_zeros() {
        assertThat(Numbers.parse("1E+11")).contains(new BigDecimal("1E+11"));
        assertThat(Numbers.parse("5000.00")).contains(new BigDecimal("5E+3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1d", "NaN", "Infinity", "0x1p3", "1,5", "1E400", "--1", "12 3"})
    void what_is_no_number_in_a_file_is_none_here(String stored) {
        assertThat(Numbers.parse(stored)).isEmpty();
    }
}

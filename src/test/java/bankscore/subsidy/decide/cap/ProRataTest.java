package bankscore.subsidy.decide.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProRataTest {

    private static String cut(String amounts, long left) {
        long[] fen = amounts.isEmpty()
                ? new long[0]
                : Arrays.stream(amounts.split(" ", -1))
                        .mapToLong(Long::parseLong)
                        .toArray();
        StringBuilder parts = new StringBuilder();
        for (long part : ProRata.cut(fen, left)) {
            parts.append(part).append(' ');
        }
        return parts.toString().strip();
    }

    @ParameterizedTest
    @CsvSource({
        // enough, or just enough
        "300 200 100, 601, 300 200 100",
        "300 200 100, 600, 300 200 100",
        // half of each
        "300 200 100, 300, 150 100 50",
        // three equal ones and 100: 33.33 each, the one that is missing to the first
        "100 100 100, 100, 34 33 33",
        // and the two that are missing to the first two
        "100 100 100, 101, 34 34 33",
        // 2/3 and 1/3 of 1: the larger remainder gets it, though it comes later
        "100 200, 1, 0 1",
        // 0.5 and 0.5 of 1: the first
        "100 100, 1, 1 0",
        // a line of 0 gets nothing
        "0 100 100, 101, 0 51 50",
        // nothing left, or less than nothing
        "100 200, 0, 0 0",
        "100 200, -5, 0 0",
        "'', 5, ''",
    })
    void what_is_left_is_shared_by_largest_remainders(String amounts, long left, String parts) {
        assertThat(cut(amounts, left)).isEqualTo(parts);
    }

    /** 299 of 600: 149.5, 99.66…, 49.83… → 149 + 99 + 49 = 297; the two that are missing to .83 and .66. */
    @Test
    void the_fen_that_are_missing_go_to_the_largest_remainders() {
        assertThat(cut("300 200 100", 299)).isEqualTo("149 100 50");
    }

    /** More than 64 bits hold in between: 9 × 10^17 × 10^17. */
    @Test
    void amounts_may_be_as_large_as_money_is() {
        assertThat(cut("900000000000000000 900000000000000000", 100_000_000_000_000_001L))
                .isEqualTo("50000000000000001 50000000000000000");
    }

    @Test
    void what_comes_in_stays_as_it_is() {
        long[] amounts = {3, 3};
        ProRata.cut(amounts, 9)[0] = 7;
        assertThat(amounts).containsExactly(3, 3);
    }
}

package bankscore.answer;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Money;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedColumnTest {

    private static List<Money> amounts(String text) {
        return Arrays.stream(text.split(" ", -1)).map(Money::ofWan).toList();
    }

    @ParameterizedTest
    @CsvSource({
        // 1.005 is 1.01; the first two of three equal remainders get the cents
        "0.335 0.335 0.335, 0.34 0.34 0.33, 1.01",
        // nothing to round
        "1.20 0.00 3.45, 1.20 0.00 3.45, 4.65",
        // 0.004 + 0.004 = 0.008, which is 0.01: one of them is printed, what is nothing stays nothing
        "0.00 0.004 0.004, 0.00 0.01 0.00, 0.01",
        // the larger remainder first
        "0.004 0.009, 0.00 0.01, 0.01",
        // -2.345 + 1.111 = -1.234
        "-2.345 1.111, -2.34 1.11, -1.23",
        "4102.835617, 4102.84, 4102.84",
    })
    void printed_amounts_add_up_to_the_printed_total(String exact, String printed, String total) {
        PrintedColumn column = PrintedColumn.of(amounts(exact));

        assertThat(column.cells().stream().map(Money::toString).collect(Collectors.joining(" ")))
                .isEqualTo(printed);
        assertThat(column.total()).hasToString(total).isEqualTo(Money.sum(column.cells()));
    }

    @ParameterizedTest
    @CsvSource({"0.01, 0.004, true", "0.00, 0.004, false", "0.01, 0.005, false", "0.33, 0.335, true"})
    void an_amount_that_is_not_the_exact_one_rounded_by_itself_is_odd(String printed, String exact, boolean odd) {
        assertThat(PrintedColumn.odd(Money.ofWan(printed), Money.ofWan(exact))).isEqualTo(odd);
    }
}

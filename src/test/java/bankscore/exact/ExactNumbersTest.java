package bankscore.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.exact.Rounding.Mode;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fractions, money and rounding: nothing is lost but by a rounding, and that as stated. */
class ExactNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0.125, 2, 0.13, 0.12, 0.12",
        "0.135, 2, 0.14, 0.14, 0.13",
        "-0.125, 2, -0.13, -0.12, -0.12",
        "-0.115, 2, -0.12, -0.12, -0.11",
        "0.1249, 2, 0.12, 0.12, 0.12",
        "0.1251, 2, 0.13, 0.13, 0.12",
        "2.5, 0, 3, 2, 2",
        "3.5, 0, 4, 4, 3",
        "-0.004, 2, 0.00, 0.00, 0.00",
        "1, 2, 1.00, 1.00, 1.00",
        "99.995, 2, 100.00, 100.00, 99.99"
    })
    void a_number_is_rounded_once_by_its_mode(
            String number, int decimals, String halfUp, String halfEven, String down) {
        Fraction value = Fraction.of(number);

        assertThat(new Rounding(decimals, Mode.HALF_UP, "").text(value)).isEqualTo(halfUp);
        assertThat(new Rounding(decimals, Mode.HALF_EVEN, "").text(value)).isEqualTo(halfEven);
        assertThat(new Rounding(decimals, Mode.DOWN, "").text(value)).isEqualTo(down);
        assertThat(Rounding.halfUp(decimals, "D6").round(value)).isEqualTo(Fraction.of(halfUp));
    }

    @Test
    void a_rounding_has_between_none_and_fifteen_decimals() {
        assertThat(Rounding.halfUp(15, "").text(Fraction.of(1, 3))).isEqualTo("0.333333333333333");
        assertThatThrownBy(() -> Rounding.halfUp(16, "")).hasMessage("decimals must be 0 to 15: 16");
        assertThatThrownBy(() -> Rounding.halfUp(-1, "")).hasMessage("decimals must be 0 to 15: -1");
    }

    @Test
    void equal_numbers_are_equal_fractions() {
        assertThat(Fraction.of(2, 4)).isEqualTo(Fraction.of(-1, -2)).isEqualTo(Fraction.of("0.50"));
        assertThat(Fraction.of(3, -6)).isEqualTo(Fraction.of(-1, 2)).hasToString("-0.5");
        assertThat(Fraction.of(0, -5)).isEqualTo(Fraction.ZERO).hasToString("0");
        assertThat(Fraction.of("1E3")).isEqualTo(Fraction.of(1000)).hasToString("1000");
        assertThat(Fraction.of(1, 3)).hasToString("1/3");
        assertThatThrownBy(() -> Fraction.of(1, 0))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("division by zero: 1 / 0");
    }

    @Test
    void fractions_compute_exactly() {
        Fraction third = Fraction.of(1, 3);

        assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.ONE);
        assertThat(Fraction.of("0.1").plus(Fraction.of("0.2"))).isEqualTo(Fraction.of("0.3"));
        assertThat(third.minus(Fraction.of(1, 2))).isEqualTo(Fraction.of(-1, 6));
        assertThat(third.times(Fraction.of(-6))).isEqualTo(Fraction.of(-2));
        assertThat(third.dividedBy(Fraction.of(-2, 3))).isEqualTo(Fraction.of(-1, 2));
        assertThat(third.negate().abs()).isEqualTo(third);
        assertThat(third.min(Fraction.ZERO)).isEqualTo(Fraction.ZERO);
        assertThat(third.max(Fraction.ZERO)).isEqualTo(third);
        assertThat(Fraction.sum(List.of(third, third))).isEqualTo(Fraction.of(2, 3));
        assertThat(Fraction.sum(List.of())).isEqualTo(Fraction.ZERO);
        assertThat(third.compareTo(Fraction.of(2, 6))).isZero();
        assertThat(third.isLess(Fraction.of(1, 2))).isTrue();
        assertThat(third.isLess(third)).isFalse();
        assertThat(third.isGreater(Fraction.of(-1, 2))).isTrue();
        assertThat(third.isGreater(third)).isFalse();
        assertThat(third.decimal()).isEmpty();
        assertThat(Fraction.of(1, 40).decimal()).hasToString("Optional[0.025]");
        assertThat(Fraction.of(1, 3).isWhole()).isFalse();
        assertThat(Fraction.of(9, 3).isWhole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2.5, 2, 2, 3", "-2.5, -3, -2, -3", "2, 2, 2, 2", "-2, -2, -2, -2", "0, 0, 0, 0", "0.2, 0, 0, 1"})
    void a_fraction_has_a_floor_a_whole_part_and_a_started_one(String number, int floor, int whole, int started) {
        Fraction value = Fraction.of(number);

        assertThat(value.floor()).isEqualTo(BigInteger.valueOf(floor));
        assertThat(value.truncated()).isEqualTo(Fraction.of(whole));
        assertThat(value.awayFromZero()).isEqualTo(Fraction.of(started));
    }

    @Test
    void money_is_exact_to_the_fen_and_printed_with_two_to_six_decimals() {
        assertThat(Money.ofWan("1200")).hasToString("1200.00");
        assertThat(Money.ofWan("0.000001")).hasToString("0.000001");
        assertThat(Money.ofWan("-0.5")).hasToString("-0.50");
        assertThat(Money.ofWan("1.2340")).hasToString("1.234");
        assertThat(Money.ofWan("1.10")).isEqualTo(Money.ofWan("1.1"));
        assertThat(Money.exactly(Fraction.of(1, 3))).isEmpty();
        assertThatThrownBy(() -> Money.ofWan("0.0000001"))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("finer than one fen: 0.0000001 万元");
    }

    @Test
    void money_is_added_compared_and_counted_in_lots() {
        Money one = Money.ofWan("1");
        Money two = Money.ofWan("2.5");

        assertThat(one.plus(two)).hasToString("3.50");
        assertThat(one.minus(two)).hasToString("-1.50");
        assertThat(two.negate()).hasToString("-2.50");
        assertThat(one.min(two)).isEqualTo(one);
        assertThat(one.max(two)).isEqualTo(two);
        assertThat(two.times(BigInteger.valueOf(3))).hasToString("7.50");
        assertThat(two.wholeTimes(one)).isEqualTo(BigInteger.TWO);
        assertThat(Money.sum(List.of(one, two))).hasToString("3.50");
        assertThat(Money.ZERO.isZero()).isTrue();
        assertThat(one.isPositive()).isTrue();
        assertThat(one.negate().isNegative()).isTrue();
        assertThat(two.wan()).isEqualTo(Fraction.of("2.5"));
    }
}

package bankscore.subsidy.decide.seen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {

    private final Keys keys = new Keys();

    @ParameterizedTest
    @CsvSource({
        // a party by its code, whatever it is called
        "firm=F1, firm, F1",
        // a figure as a number, not as it is written
        "paid=2.50, paid, 2.5",
        "paid=2, paid, 2",
        "from=2024-07-01, from, 2024-07-01",
        // a text as text compares it: width, blanks and what nobody sees do not count
        "policy=Ｐ\u200B１, policy, P1",
        "policy=P1, other, ''",
    })
    void a_column_is_grouped_by_what_it_means(String cells, String column, String value) {
        assertThat(Keys.value(Lines.line(cells), column)).isEqualTo(value);
    }

    @Test
    void values_stand_behind_the_words_in_the_order_of_the_columns() {
        assertThat(Keys.values(List.of("premium", "2024"), Lines.line("firm=F1 paid=2.50"), List.of("paid", "firm")))
                .containsExactly("premium", "2024", "2.5", "F1");
        assertThat(Keys.values(List.of("premium"), Lines.line("firm=F1"), List.of()))
                .containsExactly("premium");
    }

    @Test
    void a_line_with_an_empty_cell_has_no_values() {
        assertThat(Keys.values(List.of("premium"), Lines.line("firm=F1"), List.of("firm", "policy")))
                .isEmpty();
        assertThat(Keys.values(List.of("premium"), Lines.line("firm=F1"), List.of("policy", "firm")))
                .isEmpty();
    }

    @Test
    void lists_are_numbered_in_the_order_in_which_they_come() {
        assertThat(keys.find(List.of("a"))).isEqualTo(-1);
        assertThat(keys.add(List.of("a"))).isZero();
        assertThat(keys.add(List.of("b"))).isEqualTo(1);
        assertThat(keys.add(List.of("a"))).isZero();
        assertThat(keys.find(List.of("a"))).isZero();
        assertThat(keys.find(List.of("b"))).isEqualTo(1);
        assertThat(keys.find(List.of("c"))).isEqualTo(-1);
        assertThat(keys.size()).isEqualTo(2);
    }

    /** Nothing that stands in a value may look like the end of it. */
    @Test
    void no_two_lists_are_taken_for_one() {
        List<List<String>> lists = List.of(
                List.of(),
                List.of(""),
                List.of("", ""),
                List.of("ab", "c"),
                List.of("a", "bc"),
                List.of("abc"),
                List.of("a", "b", "c"),
                List.of("1:a"),
                List.of("1:a1:b"),
                List.of("a1:b"),
                List.of("a", "b"),
                List.of("b", "a"),
                List.of("a,b"),
                List.of("a|b"),
                List.of("a\nb"));
        for (int i = 0; i < lists.size(); i++) {
            assertThat(keys.add(lists.get(i))).as("%s", lists.get(i)).isEqualTo(i);
        }
    }

    /** 64 slots at first, three quarters of which are taken before there are twice as many, again and again. */
    @Test
    void numbers_stay_however_many_lists_there_are() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(keys.find(List.of("k" + i))).isEqualTo(-1);
            assertThat(keys.add(List.of("k" + i))).isEqualTo(i);
            assertThat(keys.find(List.of("k" + i / 2))).isEqualTo(i / 2);
        }
        assertThat(keys.size()).isEqualTo(10_000);
        for (int i = 0; i < 10_000; i++) {
            assertThat(keys.add(List.of("k" + i))).isEqualTo(i);
        }
        assertThat(keys.find(List.of("k10000"))).isEqualTo(-1);
    }

    @Test
    void a_fingerprint_is_the_same_for_the_same_list_alone() {
        assertThat(keys.fingerprint(List.of("a"))).isEqualTo(keys.fingerprint(List.of("a")));
        assertThat(keys.fingerprint(List.of("a"))).isNotEqualTo(keys.fingerprint(List.of("b")));
        assertThat(keys.size()).isZero();
    }

    @Test
    void a_sum_is_0_until_something_is_added() {
        Keys.Sums sums = new Keys.Sums();
        assertThat(sums.get(-1)).isZero();
        assertThat(sums.get(0)).isZero();
        assertThat(sums.get(64)).isZero();
        assertThat(sums.get(1_000_000)).isZero();
        sums.add(0, 5);
        sums.add(63, 7);
        sums.add(64, 9);
        sums.add(64, -2);
        sums.add(100_000, 11);
        sums.set(63, 8);
        assertThat(List.of(sums.get(0), sums.get(1), sums.get(63), sums.get(64), sums.get(99_999), sums.get(100_000)))
                .containsExactly(5L, 0L, 8L, 7L, 0L, 11L);
    }

    @Test
    void a_sum_that_no_money_comes_to_is_refused() {
        Keys.Sums sums = new Keys.Sums();
        sums.add(3, Long.MAX_VALUE);
        assertThatThrownBy(() -> sums.add(3, 1)).isInstanceOf(ArithmeticException.class);
        assertThat(sums.get(3)).isEqualTo(Long.MAX_VALUE);
    }
}

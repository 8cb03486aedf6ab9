package bankscore.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nothing is lost, nothing is handed on twice, and what was handed on is not touched again. */
class PortionsTest {

    @Test
    void all_are_handed_on_in_their_order_a_full_portion_at_once_and_the_rest_at_the_end() {
        List<List<Integer>> handed = new ArrayList<>();
        Portions<Integer> portions = new Portions<>(2, handed::add);

        IntStream.range(0, 4).forEach(portions::add);
        assertThat(handed).containsExactly(List.of(0, 1), List.of(2, 3));
        portions.add(4);
        portions.end();
        portions.end();

        assertThat(handed).containsExactly(List.of(0, 1), List.of(2, 3), List.of(4), List.of());
    }

    @Test
    void a_heavy_one_fills_its_portion_and_weighs_nothing_in_the_next() {
        List<List<Integer>> handed = new ArrayList<>();
        Portions<Integer> portions = new Portions<>(3, Integer::longValue, 10, handed::add);

        List.of(1, 9, 5, 4, 0, 20, 1).forEach(portions::add);
        portions.end();

        assertThat(handed).containsExactly(List.of(1, 9), List.of(5, 4, 0), List.of(20), List.of(1));
    }
}

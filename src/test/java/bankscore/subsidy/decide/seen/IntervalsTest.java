package bankscore.subsidy.decide.seen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntervalsTest {

    @Test
    void spans_of_one_group_are_found_without_looking_at_all_of_them() {
        Intervals intervals = new Intervals();
        // 100,000 spans of two days each, every four days: day 4 i to 4 i + 2; in rising and falling turn
        for (int i = 0; i < 100_000; i++) {
            long day = 4L * (i % 2 == 0 ? i : 100_000 - i);
            intervals.add(0, day, day + 2);
        }
        for (int i = 0; i < 100_000; i++) {
            assertThat(intervals.overlaps(0, 4L * i + 2, 4L * i + 4)).isFalse();
            assertThat(intervals.overlaps(1, 4L * i, 4L * i + 4)).isFalse();
        }
        assertThat(intervals.overlaps(0, 1, 3)).isTrue();
        assertThat(intervals.overlaps(0, 3, 5)).isTrue();
        assertThat(intervals.overlaps(0, -5, 400_010)).isTrue();
        assertThat(intervals.overlaps(0, 4, 4)).isTrue();
        assertThat(intervals.overlaps(0, -2, 0)).isFalse();
    }
}

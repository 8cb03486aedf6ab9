package bankscore.subsidy.decide.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {

    private static final long OPEN = Long.MAX_VALUE;

    @ParameterizedTest
    @CsvSource({
        // days 10 to 20 are taken, the last of them free again
        "0, 9, false",
        "0, 10, false",
        "0, 11, true",
        "9, 10, false",
        "9, 11, true",
        "9, 30, true",
        "10, 10, true",
        "10, 11, true",
        "10, 30, true",
        "11, 12, true",
        "19, 20, true",
        "19, 30, true",
        "20, 21, false",
        "20, 20, false",
        "21, 30, false",
        // one that begins and ends within a day is in the middle of the other
        "15, 15, true",
    })
    void spans_overlap_where_each_begins_before_the_other_ends(long first, long end, boolean overlaps) {
        Intervals intervals = new Intervals();
        intervals.add(0, 10, 20);
        assertThat(intervals.overlaps(0, first, end)).isEqualTo(overlaps);
    }

    @Test
    void an_open_end_is_after_every_day() {
        Intervals intervals = new Intervals();
        intervals.add(0, 10, OPEN);
        assertThat(intervals.overlaps(0, 1_000_000, OPEN)).isTrue();
        assertThat(intervals.overlaps(0, 1_000_000, 1_000_001)).isTrue();
        assertThat(intervals.overlaps(0, 0, 10)).isFalse();
        assertThat(intervals.overlaps(0, 0, 11)).isTrue();
        assertThat(intervals.overlaps(0, 0, OPEN)).isTrue();
    }

    @Test
    void a_span_of_no_day_overlaps_the_one_that_begins_on_its_day() {
        Intervals intervals = new Intervals();
        intervals.add(0, 10, 10);
        assertThat(intervals.overlaps(0, 10, 10)).isTrue();
        assertThat(intervals.overlaps(0, 10, 20)).isTrue();
        assertThat(intervals.overlaps(0, 9, 10)).isFalse();
        assertThat(intervals.overlaps(0, 9, 11)).isTrue();
        assertThat(intervals.overlaps(0, 11, 20)).isFalse();
    }

    @Test
    void a_group_without_spans_overlaps_nothing() {
        Intervals intervals = new Intervals();
        assertThat(intervals.overlaps(-1, 10, 20)).isFalse();
        assertThat(intervals.overlaps(0, 10, 20)).isFalse();
        assertThat(intervals.overlaps(64, 10, 20)).isFalse();
        intervals.add(200, 10, 20);
        assertThat(intervals.overlaps(200, 15, 16)).isTrue();
        assertThat(intervals.overlaps(199, 15, 16)).isFalse();
        assertThat(intervals.overlaps(201, 15, 16)).isFalse();
        assertThat(intervals.overlaps(0, 15, 16)).isFalse();
    }

    /** What overlaps is what a look at every span of the group finds. */
    @Test
    void any_spans_in_any_order_are_found_as_by_looking_at_all_of_them() {
        Random chance = new Random(20240506);
        for (int round = 0; round < 40; round++) {
            Intervals intervals = new Intervals();
            List<List<long[]>> groups = new ArrayList<>();
            for (int group = 0; group < 90; group++) {
                groups.add(new ArrayList<>());
            }
            for (int i = 0; i < 600; i++) {
                int group = round % 2 == 0 ? chance.nextInt(3) : chance.nextInt(90);
                long first = chance.nextInt(400);
                long end = chance.nextInt(20) == 0 ? OPEN : first + chance.nextInt(12);
                boolean known = groups.get(group).stream()
                        .anyMatch(each -> each[0] == first || (each[0] < end && first < each[1]));
                assertThat(intervals.overlaps(group, first, end))
                        .as("%s-%s after %s", first, end, groups.get(group).size())
                        .isEqualTo(known);
                // open ends would soon overlap all
                if (end != OPEN || chance.nextInt(30) == 0) {
                    intervals.add(group, first, end);
                    groups.get(group).add(new long[] {first, end});
                }
            }
        }
    }

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

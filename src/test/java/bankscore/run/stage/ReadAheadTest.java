package bankscore.run.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    @Test
    void portions_come_out_in_the_order_they_were_read() throws Exception {
        Iterator<Integer> numbers = IntStream.range(0, 10_000).iterator();
        List<Integer> read = new ArrayList<>();
        try (ReadAhead<Integer> ahead = new ReadAhead<>("test", () -> numbers.hasNext() ? numbers.next() : null)) {
            for (Integer number = ahead.next(); number != null; number = ahead.next()) {
                read.add(number);
            }
            assertThat(ahead.next()).isNull();
        }
        assertThat(read)
                .containsExactlyElementsOf(IntStream.range(0, 10_000).boxed().toList());
    }

    @Test
    void an_error_comes_behind_the_portions_before_it() throws Exception {
        AtomicInteger count = new AtomicInteger();
        try (ReadAhead<Integer> ahead = new ReadAhead<>("test", () -> {
            if (count.get() == 2) {
                throw new IOException("the disk is gone");
            }
            return count.incrementAndGet();
        })) {
            assertThat(ahead.next()).isEqualTo(1);
            assertThat(ahead.next()).isEqualTo(2);
            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(ahead::next).isInstanceOf(IOException.class).hasMessage("the disk is gone");
            }
        }
    }

    @Test
    void closing_ends_a_reader_that_waits_for_room_and_never_reads_on() throws Exception {
        int inHand = ReadAhead.WAITING + 1;
        AtomicInteger count = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(inHand);
        ReadAhead<Integer> ahead = new ReadAhead<>("test", () -> {
            full.countDown();
            return count.incrementAndGet();
        });
        assertThat(full.await(30, TimeUnit.SECONDS)).isTrue();
        assertTimeoutPreemptively(Duration.ofSeconds(30), ahead::close);
        assertThat(count.get()).isEqualTo(inHand);
    }

    @Test
    void closing_ends_a_reader_that_waits_for_its_source_with_a_full_queue() throws Exception {
        AtomicInteger count = new AtomicInteger();
        CountDownLatch waiting = new CountDownLatch(1);
        ReadAhead<Integer> ahead = new ReadAhead<>("test", () -> {
            if (count.get() == ReadAhead.WAITING) {
                waiting.countDown();
                new CountDownLatch(1).await();
            }
            return count.incrementAndGet();
        });
        assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
        assertTimeoutPreemptively(Duration.ofSeconds(30), ahead::close);
        assertThat(count.get()).isEqualTo(ReadAhead.WAITING);
    }
}

package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.desk.Desk.Listening;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** A desk for one machine answers that machine alone, on the first port that is free from 8620 on. */
class ListeningTest {

    @Test
    void a_port_that_is_taken_is_passed_over() throws Exception {
        int first = Listening.here(0).port();
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), first));
            Listening next = Listening.here(0);

            assertThat(first).isBetween(8620, 8719);
            assertThat(next.port()).isGreaterThan(first).isLessThanOrEqualTo(8719);
            assertThat(next.address()).isEqualTo("127.0.0.1");
            assertThat(next.store()).isEmpty();
        }
    }

    @Test
    void a_port_that_is_named_is_taken() {
        assertThat(Listening.here(8888).port()).isEqualTo(8888);
    }
}

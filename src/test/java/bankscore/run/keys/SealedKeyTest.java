package bankscore.run.keys;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.Waiting;
import java.security.PrivateKey;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Each password that is tried takes 64 MB: whoever comes when others are at it waits for his turn. */
class SealedKeyTest {

    private static final String PASSWORD = "口令足够长的一句话";

    @Test
    void a_key_opens_only_in_its_turn_and_gives_the_turn_back() throws Exception {
        Semaphore turns = new Semaphore(1, true);
        SealedKey key = SealedKey.make("王五", PASSWORD, turns);
        turns.acquire();
        FutureTask<PrivateKey> opening = new FutureTask<>(() -> key.open(PASSWORD, turns));

        new Thread(opening).start();

        Waiting.until("the key waits", turns::hasQueuedThreads);
        assertThat(opening.isDone()).isFalse();
        turns.release();
        assertThat(opening.get().getAlgorithm()).isIn("Ed25519", "EdDSA");
        assertThat(turns.availablePermits()).isEqualTo(1);
    }
}

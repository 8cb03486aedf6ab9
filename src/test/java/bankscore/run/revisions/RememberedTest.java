package bankscore.run.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.finding.ConfigException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was brought back is not brought back again, as long as it is the same that is asked for. */
class RememberedTest {

    private final Remembered remembered = new Remembered();
    private final List<String> brought = new ArrayList<>();

    private String ask(String topic) throws NotAsPublished, ConfigException {
        return remembered.of(String.class, topic, () -> {
            brought.add(topic);
            return "what " + topic + " is";
        });
    }

    @Test
    void the_same_is_brought_back_once_and_something_else_by_itself() throws Exception {
        assertThat(List.of(ask("r1"), ask("r1"), ask("r2"), ask("r1")))
                .containsExactly("what r1 is", "what r1 is", "what r2 is", "what r1 is");
        assertThat(brought).containsExactly("r1", "r2");
    }

    @Test
    void only_the_latest_few_are_kept() throws Exception {
        for (int i = 0; i < 9; i++) {
            ask("r" + i);
        }
        brought.clear();

        ask("r8");
        ask("r0");

        assertThat(brought).containsExactly("r0");
    }

    @Test
    void what_is_not_as_it_was_published_is_told_each_time() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> remembered.of(String.class, "r1", () -> {
                        throw new NotAsPublished(NotAsPublished.Reason.CHANGED, "r1");
                    }))
                    .isInstanceOf(NotAsPublished.class);
        }
    }
}

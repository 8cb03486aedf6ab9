package bankscore.run.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.office.Approval;
import bankscore.office.DocumentNumber;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.run.revisions.Remembered.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was brought back is not brought back again, as long as it is the same that is asked for. */
class RememberedTest {

    private static final Period PERIOD = new Period(2022, 4);

    private final Remembered remembered = new Remembered();
    private final List<Topic> brought = new ArrayList<>();

    private static Topic topic(int revision) {
        return topic("", revision, Optional.empty());
    }

    private static Topic topic(String rule, int revision, Optional<Approval> approval) {
        return new Topic(
                new Series("上饶市", rule),
                new Revision(PERIOD, revision, true, revision, "i", "c", "s", "r", "m" + revision, "t"),
                approval);
    }

    private String ask(Topic topic) throws NotAsPublished, ConfigException {
        return remembered.of(String.class, topic, asked -> {
            brought.add(asked);
            return "what " + asked + " is";
        });
    }

    @Test
    void the_same_is_brought_back_once_and_something_else_by_itself() throws Exception {
        assertThat(List.of(ask(topic(1)), ask(topic(1)), ask(topic(2)), ask(topic(1))))
                .containsExactly(
                        "what " + topic(1) + " is",
                        "what " + topic(1) + " is",
                        "what " + topic(2) + " is",
                        "what " + topic(1) + " is");
        assertThat(brought).containsExactly(topic(1), topic(2));
    }

    @Test
    void another_rule_or_another_approval_is_something_else() throws Exception {
        Approval approval = new Approval(PERIOD, 1, new DocumentNumber("饶府字〔2023〕1号"), LocalDate.of(2023, 1, 10));

        ask(topic(1));
        ask(topic("shangrao-watch", 1, Optional.empty()));
        ask(topic("", 1, Optional.of(approval)));

        assertThat(brought).hasSize(3);
    }

    @Test
    void only_the_latest_few_are_kept() throws Exception {
        for (int i = 0; i < 9; i++) {
            ask(topic(i));
        }
        brought.clear();

        ask(topic(8));
        ask(topic(0));

        assertThat(brought).containsExactly(topic(0));
    }

    @Test
    void what_is_not_as_it_was_published_is_told_each_time() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> remembered.of(String.class, topic(1), asked -> {
                        throw new NotAsPublished(NotAsPublished.Reason.CHANGED, "r1");
                    }))
                    .isInstanceOf(NotAsPublished.class);
        }
    }
}

package bankscore.run.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.load.rule.RuleKind;
import bankscore.office.Approval;
import bankscore.office.DocumentNumber;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.run.revisions.Remembered.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was brought back is not brought back again, as long as it is the same that is asked for. */
class RememberedTest {

    private static final Period PERIOD = new Period(2022, 4);

    private final Remembered remembered = new Remembered();
    private final List<Topic> brought = new ArrayList<>();
    private int reads;

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

    /** What the rule file says that the latest of some revisions keeps; here it calls itself after how often it was read. */
    private String title(String rule, Integer... revisions) {
        Optional<RuleKind> kind = remembered.kind(
                new Series("上饶市", rule),
                Stream.of(revisions).map(number -> topic(number).revision()).toList(),
                () -> Optional.of(new RuleKind("", 0, "", rule, "", "read " + ++reads)));
        return kind.orElseThrow().title();
    }

    @Test
    void the_rule_file_of_a_series_is_read_again_when_something_was_published_since() {
        assertThat(List.of(title("", 1), title("", 1), title("", 1, 2), title("", 1, 2)))
                .containsExactly("read 1", "read 1", "read 2", "read 2");
        assertThat(List.of(title("shangrao-watch", 1), title("", 1, 2))).containsExactly("read 3", "read 2");
    }
}

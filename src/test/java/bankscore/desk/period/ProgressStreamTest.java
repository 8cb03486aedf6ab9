package bankscore.desk.period;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.SmallQuarter;
import bankscore.desk.OpenDesk;
import bankscore.desk.layout.Faults;
import bankscore.desk.layout.Rules;
import bankscore.desk.layout.Topic;
import bankscore.desk.layout.Workplace;
import bankscore.exact.Period;
import bankscore.machine.Waiting;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who follows a check is told of it, and by nobody kept once it is over. */
class ProgressStreamTest {

    private static final Period PERIOD = new Period(2022, 4);

    @TempDir
    Path folder = Path.of("");

    @Test
    void who_follows_a_check_is_let_go_when_it_ends() throws Exception {
        new SmallQuarter(PERIOD).write(folder.resolve("input"));
        try (Workplace workplace = OpenDesk.workplace(folder, Path.of("config"), "test")) {
            Rules rules = new Rules(workplace);
            Works works = new Works(workplace, rules, new Faults(workplace));
            ProgressStream stream = new ProgressStream(workplace, rules, works);
            Work work = works.begin(new Topic(PERIOD, "shangrao"), false, "张三");
            // It waits at its next stage until both follow.
            CountDownLatch followed = new CountDownLatch(1);
            work.listen(() -> await(followed));
            stream.follow(PERIOD.toString(), "shangrao");
            stream.follow(PERIOD.toString(), "shangrao");
            int before = work.listening();
            followed.countDown();
            Waiting.until("the end of the run", () -> work.state().ended() && work.listening() <= 1);

            assertThat(work.outcome()).as(String.valueOf(work.obstacle())).isPresent();
            assertThat(before).isEqualTo(3);
            assertThat(work.listening()).isEqualTo(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

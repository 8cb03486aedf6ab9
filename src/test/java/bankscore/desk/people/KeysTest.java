package bankscore.desk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.desk.layout.Workplace;
import bankscore.front.Commands;
import bankscore.front.Folders;
import bankscore.front.Seat;
import bankscore.load.WordsLoader;
import bankscore.office.People;
import bankscore.office.Role;
import bankscore.office.Signer;
import bankscore.run.request.Installation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KeysTest {

    @TempDir
    Path folder = Path.of("");

    private Instant now = Instant.parse("2023-01-12T03:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    /** A person without a key here: each attempt fails at once, and none costs the memory of a right one. */
    @Test
    void who_tries_passwords_waits_longer_each_time() throws Exception {
        Folders folders = new Folders();
        new CommandLine(folders, new Commands(WordsLoader.load()))
                .parseArgs("--config", folder.resolve("config").toString());
        Keys keys = new Keys(new Workplace(new Seat(Installation.of(clock, "test"), Map.of()), folders));

        assertThat(shut(keys, "孙七")).isEqualTo("desk.people.nobody");
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(shut(keys, "王五")).isEqualTo("key.ABSENT");
        }
        assertThat(shut(keys, "王五")).isEqualTo("desk.people.wait");
        assertThat(shut(keys, "赵六")).isEqualTo("key.ABSENT");
        now = now.plusSeconds(29);
        assertThat(shut(keys, "王五")).isEqualTo("desk.people.wait");
        now = now.plusSeconds(1);
        assertThat(shut(keys, "王五")).isEqualTo("key.ABSENT");
        // Twice as long after the sixth.
        now = now.plusSeconds(59);
        assertThat(shut(keys, "王五")).isEqualTo("desk.people.wait");
        now = now.plusSeconds(1);
        assertThat(shut(keys, "王五")).isEqualTo("key.ABSENT");
    }

    private static String shut(Keys keys, String person) {
        People people = new People(List.of(signer("王五"), signer("赵六")), false, false);
        return catchThrowableOfType(Keys.Shut.class, () -> keys.open(person, "1", people))
                .words();
    }

    private static Signer signer(String name) {
        return new Signer(name, name, Set.of(Role.REVIEWER), Optional.empty(), LocalDate.EPOCH, Optional.empty());
    }
}

package bankscore.run.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.exact.Period;
import bankscore.machine.FolderCopy;
import bankscore.office.Decision;
import bankscore.office.OpenKey;
import bankscore.office.People;
import bankscore.office.Role;
import bankscore.office.Series;
import bankscore.office.Signer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFolderTest {

    /** The same to the eye: é as one sign, and as e with a mark. */
    private static final String PASSWORD = "饶州caf\u00e91234";

    private static final String OTHERWISE = "饶州cafe\u03011234";

    @TempDir
    static Path made = Path.of("");

    @TempDir
    Path folder = Path.of("");

    private static People people = People.NONE;
    private KeyFolder keys = KeyFolder.beside(Path.of(""));

    @BeforeAll
    static void aKey() throws Exception {
        people = listed(KeyFolder.beside(made.resolve("config")).make("王五", PASSWORD));
    }

    @BeforeEach
    void aCopy() throws Exception {
        keys = KeyFolder.beside(folder.resolve("config"));
        FolderCopy.of(made.resolve("keys"), folder.resolve("keys"));
    }

    private static People listed(String key) {
        return new People(
                List.of(new Signer(
                        "王五", key, Set.of(Role.REVIEWER), Optional.empty(), LocalDate.EPOCH, Optional.empty())),
                false,
                false);
    }

    private static KeyRefused.Reason refused(ThrowingCallable asked) {
        return catchThrowableOfType(KeyRefused.class, asked).reason();
    }

    @Test
    void what_is_signed_is_known_by_the_public_key_and_by_no_other_text() throws Exception {
        OpenKey key = keys.open("王五", PASSWORD, people);
        Decision decision = decision("");

        Decision.Signed signed = key.sign(decision);

        Signer signer = people.signers().get(0);
        assertThat(signer.signed(decision.text(), signed.signature())).isTrue();
        assertThat(signer.signed(decision("x").text(), signed.signature())).isFalse();
        assertThat(signer.signed(decision.text(), "AAAA")).isFalse();
        assertThat(signer.signed(decision.text(), "?")).isFalse();
    }

    @Test
    void the_text_that_is_signed_is_the_one_of_the_document() {
        assertThat(new String(decision("缺表\n复核").text(), StandardCharsets.UTF_8))
                .isEqualTo("""
                bankscore decision 1
                jurisdiction 3 上饶市
                rule 0\s
                revision 9 2022Q4 r1
                manifest 2 aa
                head 2 bb
                person 2 王五
                role 2 复核
                decision 8 returned
                words 5 缺表
                复核
                time 25 2026-11-27T10:00:00+08:00
                """);
    }

    private static Decision decision(String words) {
        return new Decision(
                Series.owner("上饶市"),
                new Period(2022, 4),
                1,
                "aa",
                "bb",
                "王五",
                Decision.Verdict.RETURNED,
                words,
                "2026-11-27T10:00:00+08:00");
    }

    @Test
    void nobody_but_the_user_of_the_program_reads_a_key() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.resolve("keys/王五.key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.resolve("keys"))))
                .isEqualTo("rwx------");
        assertThat(made.resolve("keys").toFile().list()).containsExactly("王五.key");
    }

    @Test
    void a_password_opens_however_it_is_typed_and_another_one_does_not() throws Exception {
        assertThat(OTHERWISE).isNotEqualTo(PASSWORD);
        assertThat(keys.open("王五", OTHERWISE, people).signer())
                .isEqualTo(people.signers().get(0));
        assertThat(refused(() -> keys.open("王五", "饶州cafe1234", people))).isEqualTo(KeyRefused.Reason.PASSWORD);
        assertThat(refused(() -> keys.open("赵六", PASSWORD, people))).isEqualTo(KeyRefused.Reason.ABSENT);
        assertThat(refused(() -> keys.open("王五", PASSWORD, People.NONE))).isEqualTo(KeyRefused.Reason.NOT_LISTED);
        assertThat(refused(() -> keys.make("王五", PASSWORD))).isEqualTo(KeyRefused.Reason.THERE);
        assertThat(refused(() -> keys.make("赵六", "1234567"))).isEqualTo(KeyRefused.Reason.WEAK);
        assertThat(refused(() -> keys.make("赵六", "1".repeat(129)))).isEqualTo(KeyRefused.Reason.WEAK);
    }

    @Test
    void a_changed_password_opens_the_same_key() throws Exception {
        keys.change("王五", PASSWORD, "又一个密码1234");

        assertThat(keys.open("王五", "又一个密码1234", people).signer())
                .isEqualTo(people.signers().get(0));
        assertThat(refused(() -> keys.open("王五", PASSWORD, people))).isEqualTo(KeyRefused.Reason.PASSWORD);
    }

    /** Whose key it is, its public half and how it is sealed are sealed with it; another way of sealing is not even tried. */
    @ParameterizedTest
    @CsvSource({
        "person 王五, person 赵六, DAMAGED",
        "argon2id 19 65536 3 1, argon2id 19 8 1 1, DAMAGED",
        "argon2id 19 65536 3 1, argon2id 19 2000000000 3 1, DAMAGED",
        "bankscore key 1, bankscore key 2, DAMAGED",
        "public M, public N, DAMAGED",
        "'sealed ', 'sealed ?', DAMAGED",
        "'sealed ', 'sealed AAAA', PASSWORD"
    })
    void a_key_that_somebody_changed_does_not_open(String line, String changed, KeyRefused.Reason reason)
            throws Exception {
        Path file = keys.file("王五");
        String text = Files.readString(file);
        assertThat(text).contains(line);
        Files.writeString(file, text.replace(line, changed));

        assertThat(refused(() -> keys.open("王五", PASSWORD, people))).isEqualTo(reason);
    }

    @Test
    void anothers_public_half_opens_nothing() throws Exception {
        String own = people.signers().get(0).key();
        String other = keys.make("赵六", PASSWORD);
        Path file = keys.file("王五");
        Files.writeString(file, Files.readString(file).replace(own, other));

        assertThat(refused(() -> keys.open("王五", PASSWORD, listed(other)))).isEqualTo(KeyRefused.Reason.PASSWORD);
        Files.writeString(file, "x".repeat(5000));
        assertThat(refused(() -> keys.open("王五", PASSWORD, people))).isEqualTo(KeyRefused.Reason.DAMAGED);
    }
}

package bankscore.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.exact.Sha256;
import bankscore.finding.ConfigException;
import bankscore.office.Role;
import bankscore.office.Signer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignersFileTest {

    private static final String ONE = "MCowBQYDK2VwAyEAsuHUlorkFRjufild55mmZOaK7X/Gk4mtFlPxZr2k9OM=";
    private static final String TWO = "MCowBQYDK2VwAyEAVO+tfKroK8pFHHqG8hP5gHCv52ZrcfZPcbPRZKLzaxo=";

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_line_is_a_key_of_a_person() throws Exception {
        write("- {name: 王五, key: " + ONE + ", roles: [复核, 负责人], from: 2026-11-27}\n" + "- {name: 王五, key: " + TWO
                + ", roles: [经办], user: wang, from: 2026-01-01, to: 2026-11-26}\n");

        assertThat(SignersFile.load(folder))
                .containsExactly(
                        new Signer(
                                "王五",
                                ONE,
                                Set.of(Role.REVIEWER, Role.LEADER),
                                Optional.empty(),
                                LocalDate.of(2026, 11, 27),
                                Optional.empty()),
                        new Signer(
                                "王五",
                                TWO,
                                Set.of(Role.MAKER),
                                Optional.of("wang"),
                                LocalDate.of(2026, 1, 1),
                                Optional.of(LocalDate.of(2026, 11, 26))));
    }

    @Test
    void without_the_file_nobody_signs() throws Exception {
        assertThat(SignersFile.load(folder)).isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_told_with_its_line() throws Exception {
        write("""
                - {name: ../王五, key: %1$s, roles: [复核], from: 2026-11-27}
                - {name: 赵六, key: MCow, roles: [审批], from: 2026-11-27}
                - {name: 张三, key: %1$s, roles: [], from: 11月, to: 2026-01-01, sign: yes}
                - {name: 李四, key: %2$s, from: 2026-11-27, to: 2026-01-01}
                """.formatted(ONE, TWO));

        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> SignersFile.load(folder));

        assertThat(refused.problems())
                .extracting(problem -> problem.file() + ":" + problem.line() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "config/signers.yaml:1 not_a_person",
                        "config/signers.yaml:2 not_a_public_key",
                        "config/signers.yaml:2 unknown_word",
                        "config/signers.yaml:3 unknown_key",
                        "config/signers.yaml:3 doubled_public_key",
                        "config/signers.yaml:3 empty_list",
                        "config/signers.yaml:3 not_a_date",
                        "config/signers.yaml:4 missing_key",
                        "config/signers.yaml:4 span_backwards");
    }

    /** Who reads, reviews, approves and signs, and as which role a county works, is no part of what a run goes by, and where nothing says it nothing changes. */
    @Test
    void a_run_goes_by_the_same_files_whoever_decides() throws Exception {
        Path settings = folder.resolve("bankscore.yaml");
        Files.writeString(settings, "rule: r # 办法\njurisdiction: 上饶市\n");
        String digest = digest();
        assertThat(digest).isEqualTo(Sha256.of(Files.readAllBytes(settings)));

        write("- {name: 王五, key: " + ONE + ", roles: [复核], from: 2026-11-27}\n");
        Files.writeString(folder.resolve(CountyRoles.NAME), "德兴市: dexing\n");
        Files.writeString(
                settings,
                "review: required\nrule: r # 办法\nshared: group\r\njurisdiction: 上饶市\napprove : same_as_review # 一人");

        assertThat(digest()).isEqualTo(digest);
        assertThat(new ConfigFolder(folder).in(""))
                .extracting(file -> file.name())
                .containsExactly("config/bankscore.yaml");
        assertThat(Settings.of(folder).review()).contains(true);
        assertThat(Settings.of(folder).sameApproves()).isTrue();
        assertThat(Settings.of(folder).shared()).isTrue();
    }

    private String digest() throws Exception {
        return new ConfigFolder(folder).file(Settings.NAME).orElseThrow().digest();
    }

    private void write(String text) throws Exception {
        Files.writeString(folder.resolve(SignersFile.NAME), text);
    }
}

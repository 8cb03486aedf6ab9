package bankscore.contribution.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.machine.FolderCopy;
import bankscore.run.take.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule file with a fault stops whoever uses it, or may use it, and nobody else. */
class UnusedSchemesTest {

    private static final String OTHER = "other-2030.yaml";

    @TempDir
    Path folder = Path.of("");

    private String sound = "";

    @BeforeEach
    void one_sound_version_is_there() throws Exception {
        FolderCopy.of(Path.of("config"), folder);
        sound = Files.readString(schemes().resolve("shangrao-2022.yaml"));
    }

    /** Of another rule; of this one and not yet in force, or no longer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule: other\nscheme: other-2030\ntitle: x\nin_force: {from: 2022-01-01}\nfault: 1\n",
                "rule: shangrao\nscheme: other-2030\ntitle: x\nin_force: {from: 2030-01-01}\nfault: 1\n",
                "rule: shangrao\nscheme: other-2030\ntitle: x\nin_force: {from: 2000-01-01, to: 2001-12-31}\nfault: 1\n"
            })
    void a_faulty_file_that_nobody_uses_is_told_and_changes_nothing(String faulty) throws Exception {
        Configuration<Scheme> alone = load(Optional.empty());
        Files.writeString(schemes().resolve(OTHER), faulty);

        Configuration<Scheme> beside = load(Optional.empty());

        assertThat(alone.unused()).isEmpty();
        assertThat(beside.rule()).isEqualTo(alone.rule());
        assertThat(beside.digest()).isEqualTo(alone.digest());
        assertThat(beside.unused()).extracting(ConfigProblem::file).containsOnly("config/schemes/" + OTHER);
        assertThat(refused(Optional.of("other-2030"))).contains("config/schemes/" + OTHER);
    }

    /** In force at the period's end; without a day to begin; no YAML at all; nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule: shangrao\nscheme: other-2030\ntitle: x\nin_force: {from: 2022-02-01}\nfault: 1\n",
                "rule: shangrao\nscheme: other-2030\ntitle: x\nin_force: {to: 2001-12-31}\n",
                "rule: shangrao\nscheme: other-2030\ntitle: x\nin_force: {from: 2000-01-01, until: 2001-12-31}\n",
                "rule: [shangrao\n",
                ""
            })
    void one_that_may_be_the_version_in_force_stops_the_run_unless_another_is_asked_for(String faulty)
            throws Exception {
        Files.writeString(schemes().resolve(OTHER), faulty);

        assertThat(refused(Optional.empty())).contains("config/schemes/" + OTHER);
        assertThat(load(Optional.of("shangrao-2022")).rule().id()).isEqualTo("shangrao-2022");
    }

    @Test
    void one_that_is_used_stops_the_run() throws Exception {
        Files.writeString(schemes().resolve("shangrao-2022.yaml"), sound + "fault: 1\n");

        assertThat(refused(Optional.empty())).contains("config/schemes/shangrao-2022.yaml");
    }

    private Path schemes() {
        return folder.resolve("schemes");
    }

    private Configuration<Scheme> load(Optional<String> id) throws ConfigException {
        return Configuration.load(folder, new Period(2022, 4), id, SchemeLoader::load);
    }

    private String refused(Optional<String> id) {
        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> load(id));
        return String.join(
                " ", refused.problems().stream().map(ConfigProblem::file).toList());
    }
}

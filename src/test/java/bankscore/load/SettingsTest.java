package bankscore.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.sheet.FileLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_book_has_common_faces_unless_the_file_asks_for_official_ones() throws Exception {
        assertThat(load("").fonts()).isEqualTo("通用");
        assertThat(load("fonts: 公文\n").fonts()).isEqualTo("公文");
    }

    @Test
    void another_profile_is_refused() {
        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> load("fonts: 宋体\n"));

        assertThat(refused.problems()).extracting(ConfigProblem::code).containsExactly("unknown_word");
    }

    @Test
    void a_file_may_cost_as_much_as_usual_or_as_the_file_says() throws Exception {
        assertThat(load("").files()).isEqualTo(new FileLimits(200, 500, 50, 1000, 30, 2));
        assertThat(load("limits: {csv_megabytes: 900, seconds: 60}\n").files())
                .isEqualTo(new FileLimits(200, 900, 50, 1000, 60, 2));
    }

    @Test
    void a_review_is_asked_for_as_usual_unless_the_file_says_whether() throws Exception {
        assertThat(load("").review()).isEmpty();
        assertThat(load("").sameApproves()).isFalse();
        assertThat(load("review: required\n").review()).contains(true);
        assertThat(load("review: optional\napprove: same_as_review\n"))
                .returns(Optional.of(false), Settings::review)
                .returns(true, Settings::sameApproves);
        ConfigException refused =
                catchThrowableOfType(ConfigException.class, () -> load("review: yes\napprove: anybody\n"));
        assertThat(refused.problems())
                .extracting(problem -> problem.file() + ":" + problem.line() + " " + problem.code())
                .containsExactly("config/bankscore.yaml:3 unknown_word", "config/bankscore.yaml:4 unknown_word");
    }

    private Settings load(String more) throws Exception {
        Path file = Files.writeString(folder.resolve("bankscore.yaml"), "rule: r\njurisdiction: 上饶市\n" + more);
        return Settings.load(file, "config/bankscore.yaml");
    }
}

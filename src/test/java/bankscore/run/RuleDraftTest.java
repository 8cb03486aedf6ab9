package bankscore.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.machine.FolderCopy;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version that follows another is kept with the other's end, both or neither. */
class RuleDraftTest {

    private static final String BLOCK = "in_force:   # from the day after\n  # it was issued\n  from: 2022-01-13\n";

    @TempDir
    Path folder = Path.of("");

    private Path config = Path.of("");
    private String text = "";

    @BeforeEach
    void aConfiguration() throws Exception {
        config = folder.resolve("config");
        FolderCopy.of(Path.of("config"), config);
        text = Files.readString(earlier());
    }

    private Path earlier() {
        return config.resolve("schemes/shangrao-2022.yaml");
    }

    private Path later() {
        return config.resolve("schemes/shangrao-2026.yaml");
    }

    private RuleDraft draft(String from) {
        return new RuleDraft(
                new Applications(List.of()),
                config,
                text.replaceFirst("scheme: shangrao-2022", "scheme: shangrao-2026")
                        .replaceFirst("in_force: \\{[^}]*}", "in_force: {from: " + from + "}"));
    }

    @Test
    void the_version_without_an_end_is_followed_from_the_day_before() throws Exception {
        RuleDraft.Followed followed = draft("2026-01-01").followed().orElseThrow();

        assertThat(followed.scheme()).isEqualTo("shangrao-2022");
        assertThat(followed.last()).hasToString("2025-12-31");
        assertThat(followed.text()).isEqualTo(text.replaceFirst("(in_force: \\{[^}]*)}", "$1, to: 2025-12-31}"));
        // An earlier one, one without a day, one that is there already follow none.
        assertThat(draft("2022-01-13").followed()).isEmpty();
        assertThat(draft("soon").followed()).isEmpty();
        assertThat(new RuleDraft(new Applications(List.of()), config, text).followed())
                .isEmpty();
    }

    @Test
    void an_end_is_written_below_a_beginning_that_has_a_line_of_its_own() throws Exception {
        String block = text.replaceFirst("in_force: \\{[^}]*}\n", BLOCK);
        Files.writeString(earlier(), block);

        assertThat(draft("2026-01-01").followed().orElseThrow().text())
                .isEqualTo(block.replace("  from: 2022-01-13\n", "  from: 2022-01-13\n  to: 2025-12-31\n"));
    }

    @Test
    void both_are_kept_and_a_version_that_is_there_is_not_touched() throws Exception {
        RuleDraft draft = draft("2026-01-01");
        RuleDraft.Followed followed = draft.followed().orElseThrow();
        draft.keep(Optional.of(followed));

        assertThat(later()).hasContent(draft.text());
        assertThat(earlier()).hasContent(followed.text());
        assertThatThrownBy(() -> draft("2027-01-01").keep(Optional.empty()))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(later()).hasContent(draft.text());
    }

    /** As kills leave it: before both are laid down, after it, and between the two. */
    @Test
    void what_a_kill_broke_off_is_finished_or_never_was() throws Exception {
        RuleDraft draft = draft("2026-01-01");
        RuleDraft.Followed followed = draft.followed().orElseThrow();
        Path part = Files.createDirectories(config.resolve("schemes/.kept1"));
        Files.writeString(part.resolve("shangrao-2026.yaml"), draft.text());

        RuleDraft.settle(config);
        assertThat(later()).doesNotExist();
        assertThat(earlier()).hasContent(text);

        Files.writeString(part.resolve("shangrao-2022.yaml"), followed.text());
        Files.move(part, config.resolve("schemes/.keeping"));
        RuleDraft.settle(config);
        assertThat(later()).hasContent(draft.text());
        assertThat(earlier()).hasContent(followed.text());
        assertThat(config.resolve("schemes/.keeping")).doesNotExist();

        Files.delete(later());
        Files.createDirectories(config.resolve("schemes/.keeping"));
        Files.writeString(config.resolve("schemes/.keeping/shangrao-2026.yaml"), draft.text());
        RuleDraft.settle(config);
        assertThat(later()).hasContent(draft.text());
        assertThat(earlier()).hasContent(followed.text());
    }
}

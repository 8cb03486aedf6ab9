package bankscore.finding;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.load.WordsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CodeCatalogueTest {

    @Test
    void the_catalogue_has_one_line_for_every_code_and_no_open_placeholder() {
        String catalogue = CodeCatalogue.markdown(WordsLoader.load());

        for (Code code : Code.values()) {
            assertThat(catalogue.lines().filter(line -> line.startsWith("| " + code + " | ")))
                    .as(code.name())
                    .hasSize(1);
        }
        assertThat(catalogue).doesNotContain("{").doesNotContain("null");
    }

    @Test
    void the_catalogue_that_the_readme_links_to_is_the_generated_one() throws Exception {
        Path page = Path.of("src/docs/codes.md");

        assertThat(Files.readString(page))
                .as("made anew by: bankscore codes --file src/docs/codes.md")
                .isEqualTo(CodeCatalogue.markdown(WordsLoader.load()));
        assertThat(Files.readString(Path.of("README.md"))).contains("(src/docs/codes.md)");
    }
}

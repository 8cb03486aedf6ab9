package bankscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.domain.finding.Code;
import bankscore.load.WordsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CodeCatalogueTest {

    @Test
    void the_catalogue_has_one_line_for_every_code_and_no_open_placeholder() throws Exception {
        String catalogue = CodeCatalogue.markdown(WordsLoader.load());
        // The build leaves the printable catalogue here; `bankscore codes --file` writes the same.
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("codes.md"), catalogue);

        for (Code code : Code.values()) {
            assertThat(catalogue.lines().filter(line -> line.startsWith("| " + code + " | ")))
                    .as(code.name())
                    .hasSize(1);
        }
        assertThat(catalogue).doesNotContain("{").doesNotContain("null");
    }
}

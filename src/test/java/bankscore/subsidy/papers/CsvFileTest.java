package bankscore.subsidy.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '#',
            value = {
                "=cmd|'/c calc'!A0; '=cmd|'/c calc'!A0",
                "+1; '+1",
                "-2+3; '-2+3",
                "@SUM(A1); '@SUM(A1)",
                "\uFF1D1; '\uFF1D1",
                // a reader may pass over blanks and marks that nobody sees
                "# =1#; #' =1#",
                "\u202E=1; '=1",
                "\u200B丁; 丁",
                // no part of a name is a cell of its own
                "甲,=1+1; \"甲,=1+1\"",
                "甲\"乙\"; \"甲\"\"乙\"\"\"",
                "<script>; <script>",
                "../x; ../x",
                // Excel keeps 15 digits of a number
                "332501199001010012; '332501199001010012",
                "12345678901; 12345678901",
            })
    void text_is_no_formula_no_number_and_no_other_cell(String text, String written) throws Exception {
        Path file = folder.resolve("list.csv");
        try (CsvFile out = new CsvFile(file)) {
            out.row(List.of("1", CsvFile.text(text)));
        }

        assertThat(Files.readString(file)).isEqualTo("\uFEFF1," + written + "\r\n");
    }
}

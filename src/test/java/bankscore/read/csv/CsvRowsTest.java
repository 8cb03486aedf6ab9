package bankscore.read.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.read.Shown;
import bankscore.read.Workbooks;
import bankscore.read.file.InputFile;
import bankscore.read.file.Rows;
import bankscore.read.file.Sheet;
import bankscore.read.file.Workbook;
import bankscore.read.xlsx.Zips;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvRowsTest {

    private final Path folder;

    CsvRowsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private InputFile file(byte[] bytes) throws IOException {
        return Zips.input(Files.write(folder.resolve("税收.csv"), bytes));
    }

    private InputFile file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void cells_are_text_at_the_addresses_that_excel_gives_them() throws Exception {
        assertThat(Shown.cells(file("银行名称,\"上缴\n税收\"\r\n\r\n\"a \"\"b\"\", c\"x,,1,200\n,\"\",3")))
                .containsExactly(
                        "A1 text 银行名称",
                        "B1 text 上缴\n税收",
                        "A3 text a \"b\", cx",
                        "C3 text 1",
                        "D3 text 200",
                        "C4 text 3");
    }

    static Stream<Arguments> encodings() {
        Charset gb = Charset.forName("GB18030");
        return Stream.of(
                Arguments.of("银行".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8),
                Arguments.of("\uFEFF银行".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8),
                Arguments.of("银行".getBytes(gb), gb),
                Arguments.of("\uFEFF银行".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE),
                Arguments.of("\uFEFF银行".getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void the_encoding_is_the_marks_else_utf_8_else_gb18030(byte[] bytes, Charset charset) throws Exception {
        InputFile file = file(bytes);
        assertThat(Shown.cells(file)).containsExactly("A1 text 银行");
        try (Workbook workbook = Workbooks.open(file)) {
            assertThat(workbook.sheets()).containsExactly(new Sheet(0, "税收", false));
            assertThat(workbook)
                    .isInstanceOfSatisfying(
                            CsvWorkbook.class, csv -> assertThat(csv.charset()).isEqualTo(charset));
        }
    }

    @Test
    void a_cursor_skips_to_a_row() throws Exception {
        try (Workbook workbook = Workbooks.open(file("1\n\"2\n2\"\n3\n4"));
                Rows rows = workbook.rows(workbook.sheets().get(0))) {
            rows.skipTo(2);
            assertThat(Shown.cells(rows)).containsExactly("A3 text 3", "A4 text 4");
        }
    }

    @Test
    void what_cannot_be_read_is_refused() throws Exception {
        assertThatThrownBy(() -> Shown.cells(file("a\nb,\"c\n"))).hasMessage("E102 税收.csv › 税收 › B2 {found=QUOTE}");
        assertThatThrownBy(() -> Shown.cells(file(new byte[] {'a', (byte) 0xFF, 'b'})))
                .hasMessage("E102 税收.csv {found=ENCODING}");
        assertThatThrownBy(() -> Shown.cells(file("a".repeat(32_768)))).hasMessageContaining("variant=CELL_TEXT");
        assertThatThrownBy(() -> Shown.cells(file(",".repeat(16_384)))).hasMessageContaining("variant=COLUMNS");
    }
}

package bankscore.read.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.intake.text.UnitText;
import bankscore.read.file.Budget;
import bankscore.read.file.InputFile;
import bankscore.sheet.FileLimits;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is looked for is a cell's text 单位; that it is found whatever hides it, {@link XlsxRowsTest} tells. */
class InlineTextsTest {

    private static final InputFile FILE = new InputFile("税务局.xlsx", "", 0, Path.of(""), FileLimits.USUAL);

    private static boolean surelyNone(String xml, Charset charset) throws Exception {
        return new InlineTexts(
                        new Budget(FILE, FileLimits.USUAL),
                        "位",
                        text -> text.text().equals("单位"))
                .surelyNone(new ByteArrayInputStream(xml.getBytes(charset)));
    }

    private static boolean surelyNone(String sheetData) throws Exception {
        return surelyNone(sheet(sheetData), StandardCharsets.UTF_8);
    }

    private static String sheet(String sheetData) {
        return Zips.sheet(Zips.TRANSITIONAL, "<sheetData>" + sheetData + "</sheetData>");
    }

    private static String cell(String text) {
        return "<row r='9'><c r='B9' t='inlineStr'><is><t>" + text + "</t></is></c></row>";
    }

    @Test
    void where_no_text_passes_the_bytes_tell_it() throws Exception {
        assertThat(surelyNone("<row r='8'><c r='A8' t='inlineStr'><is><t xml:space=\"preserve\"> 席位 </t></is></c>"
                        + "<c r='B8' t='str'><f>A1</f><v>席位</v></c></row>"))
                .isTrue();
        assertThat(surelyNone(cell("单&lt;位"))).isTrue();
        assertThat(surelyNone(cell("单位&amp;"))).isTrue();
        assertThat(surelyNone(cell("单") + cell("位"))).isTrue();
    }

    @Test
    void a_text_that_passes_or_cannot_be_judged_leaves_it_open() throws Exception {
        assertThat(surelyNone(cell("单位"))).isFalse();
        assertThat(surelyNone(cell("单位" + "甲".repeat(30_000)))).isFalse();
        assertThat(surelyNone(cell("甲".repeat(30_000) + "位"))).isFalse();
        assertThat(surelyNone("", StandardCharsets.UTF_8)).isFalse();
    }

    /** At every place before and behind the end of what is read at once a text is found, and told from another one. */
    @Test
    void a_text_may_lie_over_the_end_of_what_is_read_at_once() throws Exception {
        String between = cell("a".repeat(30_000));
        for (int before = 800; before < 7_000; before += 7) {
            String ahead = between + between + cell("a".repeat(before));
            assertThat(surelyNone(ahead + cell("单位") + between)).isFalse();
            assertThat(surelyNone(ahead + cell("席位") + between)).isTrue();
        }
    }

    /** What is looked for in bytes is compared in its normal form: nothing else must become one of the signs. */
    @Test
    void no_other_sign_becomes_one_that_states_a_unit() {
        for (int each = 0; each <= Character.MAX_CODE_POINT; each++) {
            String written = Character.toString(each);
            String normal = Normalizer.normalize(written, Normalizer.Form.NFKC);
            if (UnitText.LINE_SIGNS.chars().anyMatch(sign -> normal.indexOf(sign) >= 0)) {
                assertThat(UnitText.LINE_SIGNS).contains(written);
            }
        }
    }

    /** Of another encoding it knows nothing, whatever it reads in it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<?xml version='1.0' encoding='UTF-8' standalone='yes'?> | UTF-8 | true",
                "<?xml version='1.0' encoding = \"utf-8\"?> | UTF-8 | true",
                "<?xml version='1.0' standalone='yes'?> | UTF-8 | true",
                "| UTF-8 | true",
                "\uFEFF<?xml version='1.0'?> | UTF-8 | true",
                "<?xml version='1.0' encoding='GB18030'?> | GB18030 | false",
                "<?xml version='1.0' encoding='UTF-16'?> | UTF-16 | false",
                "<?xml version='1.0' encoding='UTF-16LE'?> | UTF-16LE | false",
                "| UTF-16BE | false",
                "| UTF-16LE | false"
            })
    void only_utf_8_is_read(@Nullable String declaration, String charset, boolean known) throws Exception {
        assertThat(surelyNone(Objects.toString(declaration, "") + sheet(cell("席位")), Charset.forName(charset)))
                .isEqualTo(known);
        assertThat(surelyNone(Objects.toString(declaration, "") + sheet(cell("单位")), Charset.forName(charset)))
                .isFalse();
    }
}

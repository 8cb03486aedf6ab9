package bankscore.run.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "曜川银行, 曜川银行",
        "../../etc/passwd, _.._etc_passwd",
        "C:\\银行|行*?, C_银行_行_",
        "' .银行. ', 银行",
        "'', _",
        "'. .', _",
        "😀银行, 😀银行",
    })
    void a_part_holds_only_signs_that_every_system_takes(String text, String part) {
        assertThat(FileNames.part(text)).isEqualTo(part);
        assertThat(FileNames.end(text)).isEqualTo(part);
    }

    @ParameterizedTest
    @CsvSource({
        "result.json, true",
        "r1 校验(2).docx, true",
        "console.txt, true",
        "'', false",
        "., false",
        "../x, false",
        "/etc/passwd, false",
        "C:\\x, false",
        "a/b, false",
        "a:b, false",
        ".hidden, false",
        "'x ', false",
        "x., false",
        "nul, false",
        "Com1.txt, false",
        "AUX .docx, false",
    })
    void a_name_of_one_folder_leads_nowhere_else(String name, boolean is) {
        assertThat(FileNames.isOfOneFolder(name)).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource({
        "result.json, true",
        "督导函/甲银行.docx, true",
        "a/b/c, false",
        "../x, false",
        "a/.., false",
        "/x, false",
        "a/, false",
        "nul/x, false",
    })
    void a_name_below_one_folder_leads_nowhere_else(String name, boolean is) {
        assertThat(FileNames.isBelowOneFolder(name)).isEqualTo(is);
    }

    @Test
    void what_cannot_be_seen_is_no_part_of_a_name() {
        StringBuilder text = new StringBuilder("a");
        for (int sign : new int[] {0, 0x1F, 'b', 0x202E, 'c', 0xD800, 'd', 0x2028, '\n', 'e'}) {
            text.appendCodePoint(sign);
        }

        assertThat(FileNames.part(text.toString())).isEqualTo("a_b_c_d_e");
    }

    @Test
    void a_long_text_loses_its_end_or_its_beginning_and_no_half_of_a_sign() {
        String text = "甲" + "x😀".repeat(100) + "乙";

        assertThat(FileNames.part(text)).isEqualTo("甲" + "x😀".repeat(18) + "x");
        assertThat(FileNames.end(text)).isEqualTo("x😀".repeat(18) + "乙");
        for (String cut : List.of(FileNames.part(text), FileNames.end(text))) {
            assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(FileNames.LONGEST);
        }
    }

    @Test
    void a_name_that_was_given_gets_a_number() {
        FileNames names = new FileNames();

        assertThat(List.of(
                        names.distinct("说明_A.docx"),
                        names.distinct("说明_a.docx"),
                        names.distinct("说明_A.docx"),
                        names.distinct("说明_B.docx")))
                .containsExactly("说明_A.docx", "说明_a(2).docx", "说明_A(3).docx", "说明_B.docx");
    }
}

package bankscore.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "12.50|12.50",
                " 12|12",
                "\u00A012\u3000|12",
                "１２．５|12.5",
                "-3|-3",
                "－3|-3",
                "−3|-3",
                "+3|3",
                ".5|0.5",
                "1,234,567.89|1234567.89",
                "１，２３４|1234",
                "78.5%|78.5 %",
                "７８％|78 %",
                "78.5 %|78.5 %",
                "—|missing",
                "——|missing",
                "–|missing",
                "-|missing",
                "－|missing",
                "/|missing",
                "无|missing",
                "'  '|missing",
                "1,23,4|grouping",
                "1234,567|grouping",
                "0,123|grouping",
                "1,234,56.7|grouping",
                "1.234,56|grouping",
                ",5|grouping",
                "(1,234.00)|none",
                "12万|none",
                "1 234|none",
                "1.2.3|none",
                "1E5|none",
                "5²|none",
                "①|none",
                "5.|none",
                "约500|none",
                "%|none",
                "abc|none",
            })
    void a_text_is_a_number_exactly_or_not_at_all(String text, String expected) {
        assertThat(said(NumberText.read(text))).isEqualTo(expected);
    }

    @Test
    void full_width_signs_are_made_half_width_and_others_kept() {
        assertThat(NumberText.halfWidth("\uFEFF！０～￥\u200B")).isEqualTo("!0~￥");
    }

    private static String said(NumberText text) {
        if (text instanceof NumberText.Exact number) {
            return number.value().toPlainString();
        }
        if (text instanceof NumberText.Percent percent) {
            return percent.value().toPlainString() + " %";
        }
        return text instanceof NumberText.Missing
                ? "missing"
                : text instanceof NumberText.BadGrouping ? "grouping" : "none";
    }
}

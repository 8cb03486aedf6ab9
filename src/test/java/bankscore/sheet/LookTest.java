package bankscore.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // format | stored | shown, in the scale of what is stored | divisor | words
                "#,##0.00|29999999.6|29999999.6|0|[]",
                "#,##0|29999999.6|30000000|0|[]",
                "0.00\"亿元\"|48.005|48.01|0|[亿元]",
                "0!.0,\"万元\"|29999999.6|30000000|4|[万元]",
                "0\\.0,\"万\"|38000|38000|4|[万]",
                "0\".\"0,\"万元\"|38499|38000|4|[万元]",
                "0!.0000\"万元\"|38499.5|38500|4|[万元]",
                "#!.00,,\"亿\"|148209020.21|148000000|8|[亿]",
                "#,##0.00,|1234567.8|1234570|3|[]",
                "#,##0,.00|1234567.8|1234570|3|[]",
                "#,##0,,\"百万元\"|148209020.21|148000000|6|[百万元]",
                "0.0%|0.78549|0.785|-2|[]",
                "#,##0.00 \"元\"|3.14159|3.14|0|[元]",
                "#,##0.00元|3.14159|3.14|0|[元]",
                "[$¥-804]#,##0.00|3.14159|3.14|0|[¥]",
                "[Red]#,##0.0_);\\(#,##0.0\\)|3.14159|3.1|0|[]",
                "#,##0.0;-#,##0|-3.6|-4|0|[-]",
                "0.00\"亿元\";;\"无\"|0|0|0|[无]",
                "[>=100000000]0!.00,,\"亿元\";[>=10000]0!.0,\"万元\";0\"元\"|148209020.21|148000000|8|[亿元]",
                "[>=100000000]0!.00,,\"亿元\";[>=10000]0!.0,\"万元\";0\"元\"|38499|38000|4|[万元]",
                "[>=100000000]0!.00,,\"亿元\";[>=10000]0!.0,\"万元\";0\"元\"|38.6|39|0|[元]",
                "General\"万元\"|3.14159|3.14159|0|[万元]",
                "G/通用格式\"万元\"|3.14159|3.14159|0|[万元]",
                "0.00E+00|31415.9|31415.9|0|[E+]",
                "# ?/?|3.14159|3.14159|0|[/]",
                "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)|2.005|2.01|0|[]",
                "0.00\"未完|3.14159|3.14|0|[未完]",
                "0.00\\|3.14159|3.14|0|[]",
                "[>=x]0.00|3.14159|3.14159|0|[]",
            })
    void a_format_shows_a_number_divided_rounded_and_with_its_words(
            String format, BigDecimal stored, BigDecimal shown, int divisor, String words) {
        Look look = Look.of(Look.Kind.NUMBER, format);
        LookPart part = look.part(stored).orElseThrow();

        assertThat(look.shown(stored)).isEqualByComparingTo(shown);
        assertThat(part.divisor()).isEqualTo(divisor);
        assertThat(part.words()).hasToString(words);
    }

    @Test
    void a_number_without_a_known_format_is_shown_as_it_is() {
        assertThat(Look.PLAIN.shown(new BigDecimal("1.23456"))).isEqualByComparingTo("1.23456");
        assertThat(Look.PLAIN.part(BigDecimal.ONE)).isEmpty();
    }
}

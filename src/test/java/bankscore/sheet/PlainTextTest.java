package bankscore.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What of a text is shown. */
class PlainTextTest {

    private static final String HOSTILE = "上饶\t银\u0000行\u202Egnp\u200B\uFFFE\uD800\n𠮷\u2028\u009B";

    @Test
    void on_paper_control_characters_and_marks_of_direction_are_left_out() {
        assertThat(PlainText.shown(HOSTILE)).isEqualTo("上饶银行gnp𠮷");
    }

    @Test
    void of_several_lines_the_ends_and_tabs_stay() {
        assertThat(PlainText.shownLines(HOSTILE)).isEqualTo("上饶\t银行gnp\n𠮷");
    }

    @Test
    void a_name_never_carries_half_of_a_pair_or_what_xml_cannot_hold() {
        assertThat(PlainText.visible(" 上饶\uD800银\uFFFE行\u2029")).isEqualTo("上饶银行");
        assertThat(PlainText.hidesSomething("上饶\uFFFF银行")).isTrue();
        assertThat(PlainText.of("上饶\uDC00银\uFFFE行")).isEqualTo("上饶银行");
    }
}

package bankscore.paper.letter;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.paper.letter.LetterTable.Column;
import bankscore.paper.letter.LetterTable.Kind;
import bankscore.paper.letter.LetterTable.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the letter's paper does with texts and tables. */
class LetterSheetTest {

    private static final List<Column> COLUMNS = List.of(
            new Column("序号", Kind.CENTRED),
            new Column("银行机构", Kind.TEXT),
            new Column("现存放", Kind.NUMBER),
            new Column("拟安排", Kind.NUMBER),
            new Column("增减", Kind.NUMBER),
            new Column("立即", Kind.NUMBER),
            new Column("到期", Kind.NUMBER),
            new Column("备注", Kind.CENTRED));

    @Test
    void a_table_grows_smaller_and_then_lies_across_the_page_as_its_amounts_grow() {
        LetterTable small = fitting("1.00");
        LetterTable usual = fitting("30,628.00");
        LetterTable wide = fitting("12,345,678.123456");

        assertThat(small.size()).isEqualTo(Size.LARGE);
        assertThat(usual.size()).isEqualTo(Size.NORMAL);
        assertThat(usual.wide()).isFalse();
        assertThat(wide.wide()).isTrue();
        for (LetterTable each : List.of(small, usual, wide)) {
            assertThat(each.widths().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(LetterTable.width(each.wide()));
        }
    }

    private static LetterTable fitting(String amount) {
        return LetterTable.fitting(
                COLUMNS, List.of(List.of("1", "上饶银行", amount, amount, amount, amount, amount, "提前支取")));
    }
}

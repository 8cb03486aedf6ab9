package bankscore.paper.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bankscore.load.WordsLoader;
import bankscore.paper.letter.LetterTable.Column;
import bankscore.paper.letter.LetterTable.Kind;
import bankscore.paper.letter.LetterTable.Size;
import java.util.Collections;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        LetterTable usual = fitting("9,628.00");
        LetterTable wide = fitting("-430,628.00");
        LetterTable widest = fitting("12,345,678.123456");

        assertThat(List.of(small, usual, wide, widest))
                .extracting(LetterTable::size, LetterTable::wide)
                .containsExactly(
                        tuple(Size.LARGE, false),
                        tuple(Size.NORMAL, false),
                        tuple(Size.NORMAL, true),
                        tuple(Size.SMALL, true));
        for (LetterTable each : List.of(small, usual, wide, widest)) {
            assertThat(each.widths().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(LetterTable.width(each.wide()));
        }
    }

    @Test
    void amid_a_text_a_table_grows_smaller_and_never_lies_across() {
        List<List<String>> rows = List.of(row("12,345,678.123456"));

        LetterTable table = LetterTable.upright(COLUMNS, rows);

        assertThat(table.wide()).isFalse();
        assertThat(table.size()).isEqualTo(Size.TINY);
    }

    /** A page across has 442 points of height, the head of the annex takes 87 of them, a row at the least 16.5. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | 1 | 0 | 4",
                "16 | 1 | 520 | 17",
                "16 | 3 | 0 | 19",
                "60 | 1 | 0 | 19, 24, 18",
                "60 | 3 | 520 | 19, 24, 20",
                "19 | 3 | 0 | 11, 11",
            })
    void no_page_of_a_table_is_left_with_few_rows_or_sums_alone(int banks, int sums, int notes, String pages) {
        List<List<String>> rows = Collections.nCopies(banks + sums, row("-430,628.00"));

        assertThat(fitting("-430,628.00").pages(rows, sums, new LetterTable.Beside(true, notes)))
                .hasToString("[" + pages + "]");
    }

    @Test
    void each_page_of_a_table_repeats_what_it_is_of_and_its_unit() throws Exception {
        List<List<String>> rows = Collections.nCopies(60, row("-430,628.00"));
        try (XWPFDocument document = new XWPFDocument()) {
            LetterSheet sheet = new LetterSheet(document, WordsLoader.load(), "CODE");

            sheet.pages(
                    fitting("-430,628.00"),
                    new LetterTable.Name("社会保险基金", "社会保险基金（续）", "单位：万元"),
                    rows,
                    0,
                    true,
                    List.of("注：一"));

            assertThat(document.getTables()).hasSize(3);
            assertThat(document.getTables())
                    .extracting(table -> table.getRow(0).getCell(0).getText()
                            + table.getRow(0).getCell(1).getText())
                    .containsExactly("社会保险基金单位：万元", "社会保险基金（续）单位：万元", "社会保险基金（续）单位：万元");
            for (XWPFTable table : document.getTables()) {
                assertThat(table.getRow(0).isRepeatHeader()).isTrue();
                assertThat(table.getRow(1).isRepeatHeader()).isTrue();
                assertThat(table.getRow(2).isRepeatHeader()).isFalse();
                assertThat(table.getRows()).allMatch(XWPFTableRow::isCantSplitRow);
            }
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getStyle)
                    .containsExactly("PageBreak", "PageBreak", "TableNote");
        }
    }

    /** What heads a text, and what precedes the closing, never stands alone at the foot of a page. */
    @ParameterizedTest
    @ValueSource(strings = {"Title", "Heading1", "Heading2", "AttachmentLabel", "Closing", "Signature", "TableHead"})
    void what_heads_something_stays_with_it(String style) throws Exception {
        try (XWPFDocument document = new XWPFDocument()) {
            assertThat(new LetterSheet(document, WordsLoader.load(), "CODE")).isNotNull();

            assertThat(document.getStyles().getStyle(style).getCTStyle().getPPr().isSetKeepNext())
                    .isTrue();
        }
    }

    private static LetterTable fitting(String amount) {
        return LetterTable.fitting(COLUMNS, List.of(row(amount)));
    }

    private static List<String> row(String amount) {
        return List.of("1", "上饶银行", amount, amount, amount, amount, amount, "提前支取");
    }
}

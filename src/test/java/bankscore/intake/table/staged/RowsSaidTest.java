package bankscore.intake.table.staged;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.facts.Fact;
import bankscore.sheet.CellRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowsSaidTest {

    private static RowsSaid said(Fact... figures) {
        RowsSaid.Sum sum = new RowsSaid.Sum();
        for (Fact figure : figures) {
            sum.add(figure);
        }
        return sum.said();
    }

    private static Fact fact(int row, String column, String bank, String label, String day, String value) {
        return new Fact(
                "d",
                column,
                new CellRef(row, 1),
                bank,
                label,
                "",
                Optional.of(day).filter(text -> !text.isEmpty()).map(LocalDate::parse),
                Optional.of(value).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                "row " + row);
    }

    @Test
    void rows_say_the_same_in_any_order_and_with_any_trailing_zeros() {
        assertThat(said(fact(1, "c", "A", "u", "", "5"), fact(2, "c", "B", "u", "2022-01-02", "")))
                .isEqualTo(said(fact(7, "c", "B", "u", "2022-01-02", ""), fact(9, "c", "A", "u", "", "5.00")))
                .extracting(RowsSaid::figures)
                .isEqualTo(2L);
        assertThat(said()).isEqualTo(RowsSaid.NOTHING);
    }

    @Test
    void whatever_is_otherwise_is_seen() {
        RowsSaid one = said(fact(1, "c", "A", "u", "2022-01-02", "5"));

        assertThat(new RowsSaid[] {
                    said(fact(1, "d", "A", "u", "2022-01-02", "5")),
                    said(fact(1, "c", "B", "u", "2022-01-02", "5")),
                    said(fact(1, "c", "A", "v", "2022-01-02", "5")),
                    said(fact(1, "c", "A", "u", "2022-01-03", "5")),
                    said(fact(1, "c", "A", "u", "2022-01-02", "0.5")),
                    said(fact(1, "c", "A", "u", "2022-01-02", "50")),
                    said(fact(1, "c", "A", "u", "2022-01-02", "-5")),
                    said(fact(1, "c", "A", "u", "2022-01-02", "")),
                    said(fact(1, "c", "A", "u", "", "5")),
                    said(fact(1, "c", "A", "u", "2022-01-02", "5"), fact(2, "c", "A", "u", "2022-01-02", "5"))
                })
                .doesNotContain(one)
                .doesNotHaveDuplicates();
    }
}

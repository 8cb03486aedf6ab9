package bankscore.contribution.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import bankscore.contribution.PaperFixture;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.paper.page.PageParts.Bar;
import bankscore.paper.page.PageParts.Chart;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageChartsTest {

    @Test
    void thirty_banks_are_drawn_each_with_its_value() {
        Chart chart = chart(30);

        assertThat(chart.bars()).hasSize(30);
        assertThat(chart.cut()).isEmpty();
        // 30 bars of 28 and the border of 8; the best as long as the drawing allows, the tenth of 21 ÷ 30 of it.
        assertThat(chart.viewBox()).isEqualTo("0 0 820 848");
        assertThat(chart.bars().get(0))
                .isEqualTo(new Bar("total", "银行1", "30.00", "银行1：30.00分", "4", "19", "540.0", "728.0"));
        assertThat(chart.bars().get(9))
                .isEqualTo(new Bar("total", "银行10", "21.00", "银行10：21.00分", "256", "271", "378.0", "566.0"));
    }

    @Test
    void of_more_the_first_and_the_last_ten_are_drawn_apart_and_it_is_said() {
        Chart chart = chart(31);

        assertThat(chart.bars()).hasSize(20);
        assertThat(chart.bars().subList(9, 11))
                .extracting(Bar::label, Bar::y)
                .containsExactly(tuple("银行10", "256"), tuple("银行22", "312"));
        assertThat(chart.viewBox()).isEqualTo("0 0 820 596");
        assertThat(chart.cut()).isEqualTo("共31家，图中为名次前10家和后10家。");
    }

    private static Chart chart(int banks) {
        List<ScoreCard> ranked = IntStream.rangeClosed(1, banks)
                .mapToObj(rank -> new ScoreCard(
                        PaperFixture.bank("B" + rank, "银行" + rank, "", ""),
                        Map.of(),
                        List.of(),
                        Fraction.ZERO,
                        Fraction.of(banks + 1 - rank),
                        rank,
                        Fraction.ZERO,
                        BigDecimal.ZERO,
                        false))
                .toList();
        return new PageCharts(PaperFixture.words(), Rounding.halfUp(2, "")).totals(ranked);
    }
}

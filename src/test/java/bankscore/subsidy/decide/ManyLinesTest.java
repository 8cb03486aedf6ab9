package bankscore.subsidy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Money;
import bankscore.rule.Condition;
import bankscore.sheet.Place;
import bankscore.subsidy.keep.FileRoom;
import bankscore.subsidy.scheme.Cap;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyLinesTest {

    /**
     * Each firm has ten policies of 30.00 in its turn, one after the other, all on one day: half of each is 15.00. The cap of
     * 100.00 leaves 100.00 for a firm: six whole, one cut to 10.00, three refused.
     */
    private static Claims claims(int lines) {
        int firms = lines / 10;
        return new Claims() {
            @Override
            public List<Sheet> sheets() {
                return List.of(new Sheet(0, Place.of("many.csv", "")));
            }

            @Override
            public void each(String dataset, Taker to) {
                for (int i = 0; i < lines; i++) {
                    int turn = i / firms;
                    to.take(
                            0,
                            Matter.claim(
                                    dataset,
                                    i + 1,
                                    "firm=F" + i % firms + " policy=P" + i + " kind=水稻 day=2024-07-01 paid=30 start=20"
                                            + (10 + turn) + "-01-01 end=20" + (11 + turn)
                                            + "-01-01 county=county" + i % 12));
                }
            }
        };
    }

    private static void decided(int lines, Path folder) {
        Matter matter = new Matter()
                .with(Matter.draft()
                        .require(new Condition.Unique(List.of("policy")), "twice")
                        .require(new Condition.NoOverlap(List.of("firm"), "start", "end"), "overlaps")
                        .yearly("100")
                        .budget("补助", Cap.IfShort.PRO_RATA)
                        .done());
        // a firm's 100.00 is shared out as 50.00: its six lines get 7.50 each, the cut one 5.00
        matter.budget("补助", Integer.toString(lines / 10 * 50));
        Batch given = matter.batch();
        Batch batch = new Batch(
                given.scheme(),
                given.period(),
                claims(lines),
                given.memory(),
                given.beside(),
                given.layout(),
                given.reasons());
        try (FileRoom room = new FileRoom(folder, 5_000)) {
            Decisions decisions = Decider.decide(batch, room);
            Decisions.Total total = decisions.total("premium").orElseThrow();
            assertThat(decisions.lines().count()).isEqualTo(lines);
            assertThat(total.granted())
                    .isEqualTo(new Decisions.Sum(lines / 10 * 7L, Matter.money(Integer.toString(lines / 10 * 50))));
            assertThat(total.refused()).isEqualTo(lines / 10 * 3L);
            assertThat(decisions.payments())
                    .hasSize(lines / 10)
                    .allMatch(each -> each.amount().equals(Matter.money("50")));
            long[] count = {0};
            decisions.lines().each(line -> {
                int turn = (int) (count[0]++ / (lines / 10));
                assertThat(line.granted())
                        .isEqualTo(turn < 6 ? Matter.money("7.50") : turn == 6 ? Matter.money("5") : Money.ZERO);
            });
            assertThat(count[0]).isEqualTo(lines);
        }
    }

    @Test
    void thousands_of_lines_are_decided_through_files(@TempDir Path folder) {
        decided(12_000, folder);
    }

    @Test
    @Tag("long")
    void a_million_lines_are_decided_in_little_memory(@TempDir Path folder) {
        decided(1_000_000, folder);
    }
}

package bankscore.subsidy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.rule.Mark;
import bankscore.store.BlockStore;
import bankscore.store.database.Schema;
import bankscore.subsidy.keep.FileRoom;
import bankscore.subsidy.keep.KeptDecisions;
import bankscore.subsidy.scheme.Cap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class KeptDecisionsTest {

    /** Whole, cut, refused by a cap and by a condition, a refund, a lifted cap, a share of another column. */
    private static Matter matter() {
        Matter matter = new Matter()
                .with(Matter.draft()
                        .require(new bankscore.rule.Condition.Unique(List.of("policy")), "重复")
                        .base("paid / 3")
                        .cap(Matter.Draft.ceiling("1000", Cap.Span.YEAR, true))
                        .cap(new Cap.PartOf(Fraction.ONE, "interest", Optional.of("others"), "二", Mark.TEXT))
                        .borne("county", List.of("county"), "city", "33.3", "county", "66.7")
                        .done());
        matter.lifts.add(new Batch.Lift("premium", "F1", "王主任", bankscore.sheet.Place.NONE));
        for (int i = 0; i < 2_500; i++) {
            matter.line(
                    "保险.xlsx",
                    "firm=F" + i % 7 + " policy=P" + i % 2_400 + " account=00" + i % 7 + " day=2024-07-0" + (1 + i % 9)
                            + " paid=" + (i % 50 == 0 ? "-" : "") + i + ".01 interest=" + i % 100 + " others=0.5");
        }
        matter.period = new Period(2024, 3);
        return matter;
    }

    /** Of 300 lines in the third quarter of seven firms each has used something of its 1,000. */
    @Test
    void what_earlier_batches_used_is_told_through_files_and_what_is_kept(@TempDir Path folder) throws Exception {
        Schema.build(folder.resolve("bankscore"));
        KeptDecisions kept =
                new KeptDecisions(new BlockStore(new DriverManagerDataSource(Schema.url(folder.resolve("bankscore")))));
        Matter next = matter().next(new Period(2024, 4));
        for (int i = 0; i < 30; i++) {
            next.line("保险.xlsx", "firm=F" + i % 7 + " policy=Q" + i + " day=2024-10-01 paid=3 interest=9 others=0.5");
        }
        Decisions decisions = next.decide();
        List<Decision> lines = new ArrayList<>();
        decisions.lines().each(lines::add);
        assertThat(lines)
                .hasSize(30)
                .anyMatch(line ->
                        !line.sums().orElseThrow().caps().get(0).earlier().isEmpty());
        List<Decision> streamed = new ArrayList<>();
        Path files = Files.createDirectory(folder.resolve("room"));
        try (FileRoom room = new FileRoom(files, 10)) {
            Decider.decide(next.batch(), room).lines().each(streamed::add);
        }
        assertThat(streamed).isEqualTo(lines);
        List<Decision> read = new ArrayList<>();
        keep(kept, 8, lines).each(read::add);
        assertThat(read).isEqualTo(lines);
        assertThat(kept.are(8, decisions.lines())).isTrue();
    }

    @Test
    void decisions_are_read_as_they_were_kept_and_the_next_period_remembers_them(@TempDir Path folder)
            throws Exception {
        Schema.build(folder.resolve("bankscore"));
        KeptDecisions kept =
                new KeptDecisions(new BlockStore(new DriverManagerDataSource(Schema.url(folder.resolve("bankscore")))));
        Matter matter = matter();
        Decisions decisions = matter.decide();
        List<Decision> lines = new ArrayList<>();
        decisions.lines().each(lines::add);
        keep(kept, 7, lines.subList(0, 1_200));
        // a run that is resumed keeps them again
        Spool<Decision> again = keep(kept, 7, lines);
        List<Decision> read = new ArrayList<>();
        again.each(read::add);
        assertThat(lines).hasSize(2_500);
        assertThat(read).isEqualTo(lines);
        assertThat(kept.are(7, decisions.lines())).isTrue();
        List<Memory.Granted> memory = new ArrayList<>();
        kept.memory(List.of(new KeptDecisions.Earlier(matter.period, 7), new KeptDecisions.Earlier(matter.period, 8)))
                .each(memory::add);
        assertThat(memory).isEqualTo(matter.next(new Period(2024, 4)).earlier);
        assertThat(lines.stream().map(line -> line.outcome().kind()).distinct())
                .containsExactlyInAnyOrder(Decision.Outcome.Kind.values());
        kept.forget(7);
        kept.each(7, line -> fail("it is forgotten: " + line));
    }

    private static Spool<Decision> keep(KeptDecisions kept, long instance, List<Decision> lines) {
        Spool<Decision> spool = kept.anew(instance);
        for (int i = 0; i < lines.size(); i++) {
            spool.put(i, lines.get(i));
        }
        return spool;
    }
}

package bankscore.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.mistakes.Mistake.Group;
import bankscore.mistakes.Mistake.Kind;
import bankscore.mistakes.Reception.History;
import bankscore.mistakes.Reception.Surveys;
import bankscore.mistakes.Tally.Made;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One mistake of some eighty kinds at a random place of the sample's fourth quarter, with and without the earlier quarters
 * published; of the surveys the first pages came. The result is what it was, or somebody is led to the sheet, and to the column where a column was changed. The
 * table of all kinds is written to {@code target/mistakes.txt}.
 */
@Tag("attack")
class OfficeMistakesTest {

    private static final Set<Group> ALL_OF_THEM = EnumSet.of(Group.UNIT, Group.PERIOD, Group.SHEET, Group.RISK);

    @TempDir
    Path folder = Path.of("");

    @Test
    void three_hundred_mistakes_are_harmless_or_found() throws Exception {
        make(0, 300);
    }

    @Test
    @Tag("long")
    void five_thousand_mistakes_are_harmless_or_found() throws Exception {
        make(1000, 6000);
    }

    private void make(long from, long to) throws Exception {
        Tally tally = made(folder, LongStream.range(from, to).boxed().toList());
        String missed = tally.of(Made::missed).stream().map(Made::line).collect(Collectors.joining("\n"));
        Path written = Path.of("target", "mistakes.txt");
        Files.createDirectories(Path.of("target"));
        Files.writeString(written, tally.table() + "\nMissed:\n" + missed + "\n");
        System.out.println(tally.table());
        for (Group group : ALL_OF_THEM) {
            assertThat(tally.of(made -> made.kind().group() == group && made.missed()).stream()
                            .map(Made::line))
                    .as("mistakes of " + group)
                    .isEmpty();
        }
        assertThat(tally.caught(Made::costly))
                .as("percent of those that move money: " + missed)
                .isGreaterThanOrEqualTo(new BigDecimal("98"));
    }

    /** Every other seed with history, so that both have the same kinds. */
    static Tally made(Path folder, List<Long> seeds) throws Exception {
        List<Kind> kinds = kinds();
        Tally tally = new Tally();
        try (Reception first = new Reception(folder.resolve("first"), History.NONE, Surveys.SHORT);
                Reception fourth = new Reception(folder.resolve("fourth"), History.THREE_QUARTERS, Surveys.SHORT)) {
            for (long seed : seeds) {
                Kind kind = kinds.get((int) (seed / 2 % kinds.size()));
                made(seed, kind, seed % 2 == 0 ? first : fourth).ifPresent(tally::add);
            }
        }
        return tally;
    }

    private static Optional<Made> made(long seed, Kind kind, Reception reception) throws Exception {
        Clerk clerk = reception.clerk().throwing(seed);
        Optional<Mistake> mistake = kind.act().by(clerk);
        for (int again = 0; mistake.isEmpty() && again < 20; again++) {
            clerk.restore();
            mistake = kind.act().by(clerk);
        }
        return mistake.isEmpty()
                ? Optional.empty()
                : Optional.of(new Made(seed, reception.history(), kind, mistake.get(), reception.outcome()));
    }

    private static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        Stream.of(
                        UnitMistakes.kinds(),
                        PeriodMistakes.kinds(),
                        SheetMistakes.kinds(),
                        RiskMistakes.kinds(),
                        FigureMistakes.kinds(),
                        RowMistakes.kinds())
                .forEach(kinds::addAll);
        return kinds;
    }
}

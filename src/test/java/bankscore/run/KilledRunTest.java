package bankscore.run;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.FolderCopy;
import bankscore.run.request.Progress;
import bankscore.run.request.RunOutcome.NothingNew;
import bankscore.run.request.RunOutcome.Published;
import bankscore.store.HistoryStore;
import bankscore.store.database.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is killed while it judges or papers are put into place, as {@code EveryWriteTest} kills runs. */
@Tag("attack")
class KilledRunTest {

    private String period = "";
    private String rule = "";

    @TempDir
    Path folder = Path.of("");

    private final Map<Progress.Stage, List<Path>> left = new EnumMap<>(Progress.Stage.class);
    private Progress.Stage stage = Progress.Stage.TAKE;

    @AfterEach
    void nobody_watches_any_more() {
        WatchedFiles.watch(write -> {});
    }

    @ParameterizedTest
    @CsvSource({"2025Q1, jinhua-insurance", "2022Q4, shangrao-watch"})
    void the_next_run_publishes_the_same_bytes_once(String ofPeriod, String ofRule) throws Exception {
        period = ofPeriod;
        rule = ofRule;
        Path whole = watched();
        byte[] wanted = Files.readAllBytes(result(whole));
        List<Path> judging = left.getOrDefault(Progress.Stage.JUDGE, List.of());
        List<Path> publishing = left.getOrDefault(Progress.Stage.PUBLISH, List.of());
        assertThat(judging).isNotEmpty();
        assertThat(publishing).hasSizeGreaterThan(2);

        int recovered = 0;
        // Before the decisions are kept for good, in the midst of the files, before the last write of all.
        for (Path killed : List.of(
                judging.get(judging.size() - 1),
                publishing.get(publishing.size() / 2),
                publishing.get(publishing.size() - 1))) {
            try (Desk desk = new Desk(Path.of("input"), killed)) {
                EndedRun next = desk.run(period, rule);

                assertThat(next.end()).as(killed.toString()).isIn(Published.class, NothingNew.class);
                assertThat(Files.readAllBytes(result(killed)))
                        .as(killed.toString())
                        .isEqualTo(wanted);
                assertThat(desk.verify(period, rule).differences())
                        .as(killed.toString())
                        .isEmpty();
                assertThat(desk.stores(rule).history().all())
                        .as(killed.toString())
                        .allMatch(HistoryStore.Link::holds)
                        .filteredOn(link -> link.entry().outcome().equals("published"))
                        .hasSize(1);
                recovered += next.recovered() ? 1 : 0;
            }
        }
        assertThat(recovered).isPositive();
    }

    /** A run that leaves a copy of its folder before each write to the database of its last two stages. */
    private Path watched() throws Exception {
        Path output = Files.createDirectories(folder.resolve("watched"));
        Path database = output.resolve("bankscore");
        Schema.build(database);
        WatchedFiles.watch(unforced -> {
            if (stage.compareTo(Progress.Stage.JUDGE) >= 0) {
                List<Path> copies = left.computeIfAbsent(stage, each -> new ArrayList<>());
                copies.add(copy(output, folder.resolve(stage + "-" + copies.size())));
            }
        });
        String url = Schema.url(database).replace("jdbc:h2:file:", "jdbc:h2:watched:");
        try (Desk desk = new Desk(Path.of("input"), output, Optional.of(url))) {
            assertThat(desk.run(period, rule, new Follows()).end()).isEqualTo(Published.class);
            WatchedFiles.watch(write -> {});
        }
        return output;
    }

    private final class Follows implements Progress {

        @Override
        public void begins(Stage next) {
            stage = next;
        }

        @Override
        public void reached(long rows, int permille) {}
    }

    private static Path copy(Path from, Path to) {
        try {
            return FolderCopy.of(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder changed while it was copied", e);
        }
    }

    private Path result(Path output) {
        return output.resolve(period).resolve(rule).resolve("r1/result.json");
    }

    static {
        FilePath.register(new WatchedFiles());
    }
}

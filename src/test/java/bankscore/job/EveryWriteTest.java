package bankscore.job;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.job.Outcome.End;
import bankscore.store.HistoryStore;
import bankscore.store.Schema;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 1 at the instants that time alone does not hit: before each write to the database file the folder is copied as a
 * kill would leave it, or as a power cut might, which loses any of the writes since the file was last forced to disk. Among
 * them are an instance without an execution, and rows staged with their position not yet saved, or both not yet.
 */
@Tag("attack")
class EveryWriteTest {

    private static final String PERIOD = "2022Q1";
    private static final long SEED = 20221231;

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void nobody_watches_any_more() {
        WatchedFiles.watch(write -> {});
    }

    @Test
    void a_run_that_ends_before_a_write_is_finished_by_the_next_one() throws Exception {
        int writes = undisturbed();
        // The first and the last are the densest: metadata of the job, then publishing.
        List<Integer> all =
                new ArrayList<>(IntStream.rangeClosed(1, writes).boxed().toList());
        Collections.shuffle(all, new Random(SEED));
        TreeSet<Integer> some = new TreeSet<>(all.subList(0, 8));
        IntStream.of(3, 6, writes - 6, writes - 2).forEach(some::add);
        stopBefore(some);
    }

    @Test
    @Tag("long")
    void so_does_a_run_that_ends_before_any_write() throws Exception {
        stopBefore(new TreeSet<>(IntStream.rangeClosed(1, undisturbed()).boxed().toList()));
    }

    /** Runs once and counts the writes. */
    private int undisturbed() throws Exception {
        int[] writes = {0};
        WatchedFiles.watch(write -> writes[0]++);
        watchedRun(folder.resolve("undisturbed"));
        WatchedFiles.watch(write -> {});
        return writes[0];
    }

    private void stopBefore(Set<Integer> instants) throws Exception {
        byte[] wanted = Files.readAllBytes(result(folder.resolve("undisturbed")));
        Path output = folder.resolve("watched");
        Map<Integer, Path> left = new TreeMap<>();
        Random random = new Random(SEED);
        int[] writes = {0};
        WatchedFiles.watch(unforced -> {
            if (instants.contains(++writes[0])) {
                Path copy = folder.resolve("left" + writes[0]);
                leave(output, copy, writes[0] % 2 == 0 ? List.of() : some(unforced, random));
                left.put(writes[0], copy);
            }
        });
        watchedRun(output);
        WatchedFiles.watch(write -> {});

        int recovered = 0;
        for (Map.Entry<Integer, Path> each : left.entrySet()) {
            try (Program program = new Program(Path.of("input"), each.getValue())) {
                Outcome outcome = program.run(PERIOD);
                String which = "before write " + each.getKey() + " of " + writes[0];

                assertThat(outcome.end()).as(which).isIn(End.PUBLISHED, End.NOTHING_NEW);
                assertThat(Files.readAllBytes(result(each.getValue())))
                        .as(which)
                        .isEqualTo(wanted);
                assertThat(names(each.getValue().resolve(PERIOD))).as(which).containsExactly("r1");
                assertThat(names(each.getValue())).as(which).doesNotContain(".work");
                assertThat(new HistoryStore(program.engine().dataSource()).all())
                        .as(which)
                        .allMatch(HistoryStore.Link::holds)
                        .filteredOn(link -> link.entry().outcome().equals("published"))
                        .hasSize(1);
                recovered += outcome.recovered() ? 1 : 0;
            }
            RevisionFolder.delete(each.getValue());
        }
        tally("instants killed (before a write, every other a power cut)", left.size());
        assertThat(recovered).isPositive();
    }

    /** A run whose database file is watched from the moment its tables are there. */
    private void watchedRun(Path output) throws Exception {
        Files.createDirectories(output);
        Path database = output.resolve("bankscore");
        if (!Files.exists(Schema.file(database))) {
            Schema.build(database);
        }
        String url = Schema.url(database).replace("jdbc:h2:file:", "jdbc:h2:watched:");
        try (Program program = new Program(Path.of("input"), output, Optional.of(url), Map.of())) {
            assertThat(program.run(PERIOD).end()).isEqualTo(End.PUBLISHED);
        }
    }

    private static List<WatchedFiles.Write> some(List<WatchedFiles.Write> unforced, Random random) {
        return unforced.stream().filter(write -> random.nextBoolean()).toList();
    }

    /** Copies the folder as it is, and takes back the lost writes, the last one first. */
    private static void leave(Path from, Path to, List<WatchedFiles.Write> lost) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.sorted().toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
            try (RandomAccessFile file =
                    new RandomAccessFile(Schema.file(to.resolve("bankscore")).toFile(), "rw")) {
                for (int i = lost.size() - 1; i >= 0; i--) {
                    file.seek(lost.get(i).position());
                    file.write(lost.get(i).before());
                }
            }
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("the folder changed while it was copied", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tally(String what, int count) throws IOException {
        Path target = Files.createDirectories(Path.of("target", "attack"));
        Files.writeString(Files.createTempFile(target, "tally", ".txt"), what + ": " + count + "\n");
    }

    private static Path result(Path output) {
        return output.resolve(PERIOD).resolve("r1").resolve("result.json");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    static {
        FilePath.register(new WatchedFiles());
    }
}

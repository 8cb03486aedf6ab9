package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.FolderCopy;
import bankscore.office.Series;
import bankscore.run.EndedRun;
import bankscore.run.WatchedFiles;
import bankscore.run.request.Deletion;
import bankscore.run.request.RunOutcome.NothingNew;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.stage.RowWriter;
import bankscore.store.HistoryStore;
import bankscore.store.Stores;
import bankscore.store.database.Schema;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Promise 1 at the instants that time alone does not hit: before each write to the database file the folder is copied as a
 * kill would leave it, or as a power cut might, which loses any of the writes since the file was last forced to disk. Two
 * instants are hit by every test, and it is shown that they were: an instance without an execution, and a chunk whose rows
 * are staged in a transaction that is not committed, so that neither they nor their position may be there afterwards.
 */
@Tag("attack")
class EveryWriteTest {

    private static final long SEED = 20221231;

    @TempDir
    Path folder = Path.of("");

    private String period = "2022Q1";
    private long figures;

    /** Where the run is. */
    private enum Where {
        /** The instance is committed and its execution is not. */
        CREATING_AN_EXECUTION,
        /** The chunk's rows and their position are written and not committed. */
        STAGING_A_CHUNK,
        ELSEWHERE;

        static Where now() {
            List<String> callers = StackWalker.getInstance()
                    .walk(frames -> frames.map(frame ->
                                    frame.getClassName().replaceFirst(".*[.]", "") + "." + frame.getMethodName())
                            .toList());
            if (callers.contains("SimpleJobRepository.createJobExecution")) {
                return CREATING_AN_EXECUTION;
            }
            return callers.contains("ChunkOrientedStep.doExecute") ? STAGING_A_CHUNK : ELSEWHERE;
        }
    }

    /** What is left of a run. */
    private record Left(Where where, Path output) {}

    @AfterEach
    void nobody_watches_any_more() {
        WatchedFiles.watch(write -> {});
    }

    @Test
    void a_run_that_ends_before_a_write_is_finished_by_the_next_one() throws Exception {
        int writes = undisturbed();
        List<Integer> all =
                new ArrayList<>(IntStream.rangeClosed(1, writes).boxed().toList());
        Collections.shuffle(all, new Random(SEED));
        TreeSet<Integer> some = new TreeSet<>(all.subList(0, 20));
        stopBefore(some);
    }

    /** The first quarter has no plan, the fourth one has. */
    @ParameterizedTest
    @Tag("long")
    @ValueSource(strings = {"2022Q1", "2022Q4"})
    void so_does_a_run_that_ends_before_any_write(String quarter) throws Exception {
        period = quarter;
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
        Map<Integer, Left> left = new TreeMap<>();
        Random random = new Random(SEED);
        int[] writes = {0};
        WatchedFiles.watch(unforced -> {
            writes[0]++;
            Where where = Where.now();
            if (where != Where.ELSEWHERE || instants.contains(writes[0])) {
                Path copy = folder.resolve("left" + writes[0]);
                // A power cut might undo the commit before, and with it the instant that is wanted.
                boolean kill = where != Where.ELSEWHERE || writes[0] % 2 == 0;
                leave(output, copy, kill ? List.of() : some(unforced, random));
                left.put(writes[0], new Left(where, copy));
            }
        });
        watchedRun(output);
        WatchedFiles.watch(write -> {});

        int recovered = 0;
        Set<Where> shown = EnumSet.noneOf(Where.class);
        for (Map.Entry<Integer, Left> each : left.entrySet()) {
            Path copy = each.getValue().output();
            shown.add(look(copy, each.getValue().where()));
            try (Program program = new Program(Path.of("input"), copy)) {
                EndedRun outcome = program.run(period);
                String which = "before write " + each.getKey() + " of " + writes[0];

                assertThat(outcome.end()).as(which).isIn(Published.class, NothingNew.class);
                assertThat(Files.readAllBytes(result(copy))).as(which).isEqualTo(wanted);
                assertThat(names(copy.resolve(period))).as(which).containsExactly("r1", "r1-回执.docx", "r1-回执.json");
                assertThat(names(copy)).as(which).doesNotContain(".work");
                assertThat(new HistoryStore(program.engine().dataSource()).all())
                        .as(which)
                        .allMatch(HistoryStore.Link::holds)
                        .filteredOn(link -> link.entry().outcome().equals("published"))
                        .hasSize(1);
                recovered += outcome.recovered() ? 1 : 0;
            }
            Deletion.of(copy);
        }
        tally("instants killed (before a write, every other a power cut)", left.size());
        assertThat(recovered).isPositive();
        assertThat(shown).containsExactlyInAnyOrder(Where.values());
    }

    /**
     * Looks into a copy of what is left, because to open the database is to mend it: rows and their position are there
     * together or not at all.
     *
     * @return where it was left, if it is seen to be so; a last chunk may have no rows
     */
    private Where look(Path left, Where where) throws Exception {
        Path copy = folder.resolve("looked-at");
        leave(left, copy, List.of());
        boolean seen = where != Where.STAGING_A_CHUNK;
        try (Program program = new Program(Path.of("input"), copy)) {
            JobRepository repository = program.engine().repository();
            Stores stores = Stores.of(program.engine().dataSource(), Series.owner("上饶市"));
            List<JobInstance> instances = repository.findJobInstances("contribution");
            for (JobInstance instance : instances) {
                StepExecution stage = repository.getLastStepExecution(instance, RowWriter.STEP);
                boolean positioned =
                        stage != null && stage.getExecutionContext().containsKey("sheet");
                assertThat(stores.staging().facts().count(instance.getInstanceId()) > 0)
                        .as(left.toString())
                        .isEqualTo(positioned);
                if (where == Where.STAGING_A_CHUNK) {
                    assertThat(stage).as(left.toString()).isNotNull();
                    seen = stores.staging().facts().count(instance.getInstanceId()) < figures;
                }
            }
            if (where == Where.CREATING_AN_EXECUTION) {
                assertThat(instances)
                        .singleElement()
                        .satisfies(instance -> assertThat(repository.getJobExecutions(instance))
                                .isEmpty());
            }
        }
        Deletion.of(copy);
        return seen ? where : Where.ELSEWHERE;
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
            EndedRun outcome = program.run(period);
            assertThat(outcome.end()).isEqualTo(Published.class);
            figures = outcome.figures();
        }
    }

    private static List<WatchedFiles.Write> some(List<WatchedFiles.Write> unforced, Random random) {
        return unforced.stream().filter(write -> random.nextBoolean()).toList();
    }

    /** Copies the folder as it is, and takes back the lost writes, the last one first. */
    private static void leave(Path from, Path to, List<WatchedFiles.Write> lost) {
        try {
            FolderCopy.of(from, to);
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

    private Path result(Path output) {
        return output.resolve(period).resolve("r1").resolve("result.json");
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

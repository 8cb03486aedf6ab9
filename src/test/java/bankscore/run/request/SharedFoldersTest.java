package bankscore.run.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bankscore.exact.Period;
import bankscore.office.Holder;
import bankscore.run.publish.FindingsFolder;
import bankscore.store.database.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that several commands use at once, and folders that are links to somebody else's. */
class SharedFoldersTest {

    private static final String ASIDE = "java.io.tmpdir";

    private static final Holder HOLDER = new Holder("张三", "pc", "1", "2023-01-10 09:00:00", "run 2022Q4");

    private final String before = Objects.requireNonNull(System.getProperty(ASIDE));

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void nothingElseIsPutAsideElsewhere() {
        System.setProperty(ASIDE, before);
    }

    @Test
    void commands_that_begin_and_end_at_once_are_not_in_each_others_way() throws Exception {
        for (int round = 0; round < 40; round++) {
            atOnce(4, () -> {
                try (TemporaryFolder aside = TemporaryFolder.take(folder)) {
                    assertThat(aside).isNotNull();
                    Privacy.settle(folder, false);
                }
                return true;
            });
            Deletion.ifEmpty(folder.resolve(".work"));
            assertThat(folder.resolve(".work")).doesNotExist();
        }
    }

    /** On a served desk that several counties share, every page of a period asks. */
    @Test
    void whose_a_folder_is_is_told_to_all_who_ask_at_once() throws Exception {
        for (int round = 0; round < 40; round++) {
            atOnce(4, () -> {
                assertThat(JurisdictionFolder.take(folder, "德兴市")).isEqualTo(folder);
                assertThat(JurisdictionFolder.take(folder, "横峰县")).isEqualTo(folder.resolve("横峰县"));
                return true;
            });
        }
    }

    @Test
    void what_several_delete_at_once_is_gone() throws Exception {
        Path tree = folder.resolve("tree");
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < 10; i++) {
                Path inner = Files.createDirectories(tree.resolve("f" + i));
                for (int j = 0; j < 10; j++) {
                    Files.createFile(inner.resolve("f" + j));
                }
            }
            atOnce(3, () -> {
                Deletion.of(tree);
                return true;
            });
            assertThat(tree).doesNotExist();
        }
    }

    @Test
    void a_link_is_deleted_and_never_what_it_leads_to() throws IOException {
        Path mine = theirs();
        Path period = Files.createDirectories(folder.resolve("output/2022Q4"));
        Path link = Files.createSymbolicLink(period.resolve("findings"), mine.getParent());

        new FindingsFolder(new PeriodFolder(
                        folder.resolve("output"), Period.parse("2022Q4").orElseThrow(), ""))
                .remove();

        assertThat(link).doesNotExist();
        assertThat(mine).hasContent("theirs");
    }

    @Test
    void a_work_folder_a_lock_or_an_owner_that_is_a_link_is_refused() throws IOException {
        Path mine = theirs();
        Path output = Files.createDirectories(folder.resolve("output"));
        Files.createSymbolicLink(output.resolve(".work"), mine.getParent());
        Files.createSymbolicLink(output.resolve(".lock"), mine);
        Files.createSymbolicLink(output.resolve(".jurisdiction"), mine);

        assertThatThrownBy(() -> TemporaryFolder.take(output)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> FolderLock.tryTake(output, HOLDER)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> JurisdictionFolder.take(output, "德兴市")).isInstanceOf(IOException.class);
        assertThat(mine).hasContent("theirs");
    }

    @Test
    void who_holds_a_lock_beside_a_database_elsewhere_is_told_to_nobody_else() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        try (FolderLock lock = FolderLock.tryTake(folder, HOLDER).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(".lock"))))
                    .isEqualTo("rw-------");
        }
    }

    private Path theirs() throws IOException {
        return Files.writeString(
                Files.createDirectories(folder.resolve("theirs")).resolve("file"), "theirs");
    }

    private static <T> void atOnce(int hands, Callable<T> each) throws Exception {
        CyclicBarrier together = new CyclicBarrier(hands);
        ExecutorService pool = Executors.newFixedThreadPool(hands);
        try {
            List<Future<T>> begun = new ArrayList<>();
            for (int i = 0; i < hands; i++) {
                begun.add(pool.submit(() -> {
                    together.await();
                    return each.call();
                }));
            }
            for (Future<T> one : begun) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}

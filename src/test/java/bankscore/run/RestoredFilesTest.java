package bankscore.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.contribution.Program;
import bankscore.exact.Sha256;
import bankscore.run.request.Deletion;
import bankscore.run.request.RunOutcome.Restored;
import bankscore.run.revisions.NotAsPublished;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever can write the database may name files in it as he likes. What is restored from it are the files that were
 * published, in the revision's own folder.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoredFilesTest {

    private static final String PERIOD = "2022Q1";

    @TempDir
    static Path folder = Path.of("");

    private Optional<Program> opened = Optional.empty();
    private Map<String, String> published = Map.of();
    private byte[] manifest = new byte[0];

    private Program program() {
        return opened.orElseThrow();
    }

    @BeforeAll
    void a_revision_is_published() throws Exception {
        opened = Optional.of(new Program(Path.of("input"), folder.resolve("a").resolve("b")));
        program().run(PERIOD);
        published = digests(revision());
        manifest = Files.readAllBytes(revision().resolve("manifest.json"));
    }

    @AfterAll
    void the_database_is_closed() {
        program().close();
    }

    @BeforeEach
    void nothing_is_planted() throws Exception {
        client().sql("DELETE FROM published_file WHERE name LIKE '%planted%' OR name = 'NUL'")
                .update();
        client().sql("UPDATE published_file SET content = ? WHERE name = 'manifest.json'")
                .param(manifest)
                .update();
        client().sql("UPDATE revision SET manifest = ?")
                .param(Sha256.of(manifest))
                .update();
        Deletion.of(revision());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../planted", "../planted", "/planted", "C:\\planted", "sub/planted", "planted", "NUL"})
    void a_file_that_the_manifest_does_not_name_is_not_written(String name) throws Exception {
        plant(name.equals("/planted") ? folder.resolve("planted").toString() : name);

        assertThat(program().run(PERIOD).end()).isEqualTo(Restored.class);

        assertThat(digests(revision())).isEqualTo(published);
        nothingIsWrittenBy("planted");
    }

    /** The manifest too is in the database; then it is not the one that is printed on paper, and its names are no names. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../planted",
                "/planted",
                "sub/sub/planted",
                "sub/../planted",
                ".sub/planted",
                "sub/NUL",
                "planted:x",
                ".planted",
                "planted ",
                "NUL",
                "com1.txt"
            })
    void nor_is_one_with_a_name_that_leads_elsewhere_though_the_manifest_names_it(String name) throws Exception {
        String to = name.equals("/planted") ? folder.resolve("planted").toString() : name;
        plant(to);
        byte[] forged = new String(manifest, StandardCharsets.UTF_8)
                .replace("\"result.json\"", "\"" + to + "\"")
                .getBytes(StandardCharsets.UTF_8);
        client().sql("UPDATE published_file SET content = ? WHERE name = 'manifest.json'")
                .param(forged)
                .update();
        client().sql("UPDATE revision SET manifest = ?")
                .param(Sha256.of(forged))
                .update();

        assertThatThrownBy(() -> program().run(PERIOD))
                .isInstanceOfSatisfying(
                        NotAsPublished.class,
                        refused -> assertThat(refused.reason()).isEqualTo(NotAsPublished.Reason.ARCHIVE));

        assertThat(revision()).doesNotExist();
        nothingIsWrittenBy("planted");
        client().sql("DELETE FROM published_file WHERE name = ?").param(to).update();
    }

    @Test
    void a_content_that_is_not_what_the_manifest_states_is_not_written() throws Exception {
        client().sql("UPDATE published_file SET content = ? WHERE name = 'manifest.json'")
                .param("{}".getBytes(StandardCharsets.UTF_8))
                .update();

        assertThatThrownBy(() -> program().run(PERIOD)).isInstanceOf(NotAsPublished.class);

        assertThat(revision()).doesNotExist();
    }

    /** A link in the place of the folder, to a folder or to nothing; a link in the place of a file. */
    @ParameterizedTest
    @ValueSource(strings = {"folder", "nothing", "file"})
    void a_link_is_replaced_and_what_it_leads_to_is_left_alone(String to) throws Exception {
        program().run(PERIOD);
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere-" + to));
        Path victim = Files.writeString(elsewhere.resolve("result.json"), "victim");
        if (to.equals("file")) {
            Files.delete(revision().resolve("result.json"));
            Files.createSymbolicLink(revision().resolve("result.json"), victim);
        } else {
            Deletion.of(revision());
            Files.createSymbolicLink(revision(), to.equals("folder") ? elsewhere : folder.resolve("nowhere"));
        }

        assertThat(program().run(PERIOD).end()).isEqualTo(Restored.class);

        assertThat(Files.isDirectory(revision(), LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(digests(revision())).isEqualTo(published);
        assertThat(victim).hasContent("victim");
        assertThat(elsewhere).isDirectoryContaining("glob:**/result.json");
    }

    private void plant(String name) throws IOException {
        client().sql("INSERT INTO published_file SELECT jurisdiction, rule, period, revision, ?, part, content, plain"
                        + " FROM published_file WHERE name = 'result.json'")
                .param(name)
                .update();
    }

    private static void nothingIsWrittenBy(String name) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(path -> String.valueOf(path.getFileName()).contains(name)))
                    .isEmpty();
        }
    }

    private Path revision() {
        return program().output().resolve(PERIOD).resolve("r1");
    }

    private JdbcClient client() {
        return JdbcClient.create(program().engine().dataSource());
    }

    private static Map<String, String> digests(Path of) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.list(of)) {
            for (Path file : files.toList()) {
                assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
                digests.put(String.valueOf(file.getFileName()), Sha256.of(Files.readAllBytes(file)));
            }
        }
        return digests;
    }
}

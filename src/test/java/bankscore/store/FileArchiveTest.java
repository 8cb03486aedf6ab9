package bankscore.store;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.office.Series;
import bankscore.store.database.Schema;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Files come back as they were, in parts or whole; what somebody put among the parts is found by the digest. */
class FileArchiveTest {

    private static final Period PERIOD = new Period(2024, 4);
    private static final int PART = 512 * 1024;

    @TempDir
    Path folder = Path.of("");

    private DataSource source = new DriverManagerDataSource();
    private FileArchive archive = new FileArchive(source, Series.owner("上饶市"));

    @BeforeEach
    void database() throws Exception {
        Path database = folder.resolve("bankscore");
        Schema.build(database);
        source = new DriverManagerDataSource(Schema.url(database));
        archive = new FileArchive(source, Series.owner("上饶市"));
    }

    private byte[] saved(int revision, String name, int length) throws Exception {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        archive.save(PERIOD, revision, name, new ByteArrayInputStream(bytes));
        return bytes;
    }

    private byte[] written(String name) throws Exception {
        Path to = folder.resolve("written");
        archive.write(PERIOD, 1, name, to);
        return Files.readAllBytes(to);
    }

    @Test
    void a_file_comes_back_whole_in_parts_and_as_its_digest() throws Exception {
        for (int length : new int[] {0, 1, PART - 1, PART, PART + 1, 3 * PART + 5}) {
            byte[] bytes = saved(1, "f" + length, length);

            assertThat(archive.file(PERIOD, 1, "f" + length)).hasValue(bytes);
            assertThat(archive.digest(PERIOD, 1, "f" + length)).hasValue(Sha256.of(bytes));
            assertThat(written("f" + length)).isEqualTo(bytes);
        }
        assertThat(archive.names(PERIOD, 1)).hasSize(6).contains("f0", "f" + PART);
    }

    @Test
    void lines_of_a_large_file_are_kept_in_a_tenth_and_come_back_as_they_were() throws Exception {
        byte[] lines = "金华市,农业保险,330700,1234.56\n".repeat(40_000).getBytes(StandardCharsets.UTF_8);
        archive.save(PERIOD, 1, "lines.csv", new ByteArrayInputStream(lines));

        assertThat(written("lines.csv")).isEqualTo(lines);
        assertThat(archive.digest(PERIOD, 1, "lines.csv")).hasValue(Sha256.of(lines));
        assertThat(archive.sizes(PERIOD, 1)).containsEntry("lines.csv", (long) lines.length);
        int full = lines.length / PART;
        assertThat(JdbcClient.create(source)
                        .sql("SELECT SUM(OCTET_LENGTH(content)) FROM published_file WHERE plain = ?")
                        .param(PART)
                        .query(Long.class)
                        .single())
                .isPositive()
                .isLessThan((long) full * PART / 10);
    }

    @Test
    void a_part_that_is_said_to_be_deflated_and_is_not_is_no_part() throws Exception {
        saved(1, "letter.docx", 10);
        JdbcClient.create(source).sql("UPDATE published_file SET plain = 10").update();

        assertThat(archive.digest(PERIOD, 1, "letter.docx")).isEmpty();
    }

    /** Whatever somebody makes of a deflated part, the file is another one. */
    @Test
    void a_deflated_part_that_was_changed_is_seen() throws Exception {
        byte[] lines = "一行明细\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        archive.save(PERIOD, 1, "lines.csv", new ByteArrayInputStream(lines));
        for (String change : List.of(
                "content = X'00'",
                "content = content || X'00'",
                "content = SUBSTRING(content FROM 1 FOR OCTET_LENGTH(content) - 1)",
                "content = SUBSTRING(content FROM 1 FOR OCTET_LENGTH(content) - 1) || X'0102'",
                "content = X''",
                "plain = 1",
                "plain = -1",
                "plain = NULL",
                "plain = 2147483647",
                "plain = 524289")) {
            JdbcClient.create(source)
                    .sql("CREATE TABLE kept AS SELECT * FROM published_file")
                    .update();
            JdbcClient.create(source)
                    .sql("UPDATE published_file SET " + change + " WHERE part = 1")
                    .update();
            assertThat(archive.digest(PERIOD, 1, "lines.csv"))
                    .as(change)
                    .isPresent()
                    .isNotEqualTo(Optional.of(Sha256.of(lines)));
            JdbcClient.create(source).sql("DELETE FROM published_file").update();
            JdbcClient.create(source)
                    .sql("INSERT INTO published_file SELECT * FROM kept")
                    .update();
            JdbcClient.create(source).sql("DROP TABLE kept").update();
        }
        assertThat(archive.digest(PERIOD, 1, "lines.csv")).hasValue(Sha256.of(lines));
    }

    @Test
    void a_file_that_there_is_not_is_absent() throws Exception {
        saved(1, "result.json", 10);

        assertThat(archive.digest(PERIOD, 2, "result.json")).isEmpty();
        assertThat(archive.digest(PERIOD, 1, "result")).isEmpty();
        assertThat(archive.digest(PERIOD.previous(), 1, "result.json")).isEmpty();
        assertThat(new FileArchive(source, Series.owner("金华市")).digest(PERIOD, 1, "result.json"))
                .isEmpty();
        assertThat(archive.file(PERIOD, 1, "result")).isEqualTo(Optional.empty());
        assertThat(archive.names(PERIOD, 2)).isEmpty();
    }

    /** A part behind the last is one of the file, so that its digest is another; one behind a gap is none. */
    @Test
    void what_somebody_adds_to_the_parts_is_seen_or_is_no_part() throws Exception {
        byte[] bytes = saved(1, "line.csv", PART + 1);
        add("line.csv", 7);
        assertThat(archive.digest(PERIOD, 1, "line.csv")).hasValue(Sha256.of(bytes));

        add("line.csv", 2);
        assertThat(archive.digest(PERIOD, 1, "line.csv")).isPresent().isNotEqualTo(Optional.of(Sha256.of(bytes)));

        add("foreign.csv", 3);
        assertThat(archive.names(PERIOD, 1)).containsExactly("foreign.csv", "line.csv");
        assertThat(archive.digest(PERIOD, 1, "foreign.csv")).isEmpty();
    }

    private void add(String name, int part) {
        JdbcClient.create(source)
                .sql("INSERT INTO published_file (jurisdiction, rule, period, revision, name, part, content)"
                        + " SELECT jurisdiction, rule, period, revision, ?, ?, content FROM published_file WHERE part = 0 AND"
                        + " name = 'line.csv'")
                .params(name, part)
                .update();
    }
}

package bankscore.store;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.office.Series;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The published files' bytes, so that a folder that was lost or damaged can be written again as it was. */
public final class FileArchive {

    private static final int PART = 512 * 1024;

    private final JdbcClient client;
    private final Series series;

    public FileArchive(DataSource dataSource, Series series) {
        this.client = JdbcClient.create(dataSource);
        this.series = series;
    }

    /** Keeps a file, a part of it in memory at a time: the lines of a large batch are half a gigabyte. */
    public void save(Period period, int revision, String name, InputStream content) throws IOException {
        byte[] part = content.readNBytes(PART);
        for (int number = 0; number == 0 || part.length > 0; number++) {
            client.sql("INSERT INTO published_file (jurisdiction, rule, period, revision, name, part, content)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .params(series.jurisdiction(), series.rule(), period.toString(), revision, name, number, part)
                    .update();
            part = content.readNBytes(PART);
        }
    }

    /** The names of a revision's files. */
    public SortedSet<String> names(Period period, int revision) {
        return new TreeSet<>(client.sql("SELECT DISTINCT name FROM published_file"
                        + " WHERE jurisdiction = ? AND rule = ? AND period = ? AND revision = ?")
                .params(series.jurisdiction(), series.rule(), period.toString(), revision)
                .query(String.class)
                .list());
    }

    /** One file of a revision; absent: there is none of this name. */
    public Optional<byte[]> file(Period period, int revision, String name) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        return each(period, revision, name, file::writeBytes) ? Optional.of(file.toByteArray()) : Optional.empty();
    }

    /** The digest of a file, a part of it in memory at a time; absent: there is none of this name. */
    public Optional<String> digest(Period period, int revision, String name) {
        Sha256 digest = new Sha256();
        return each(period, revision, name, part -> digest.add(part, 0, part.length))
                ? Optional.of(digest.hex())
                : Optional.empty();
    }

    /** Writes a file into another one, a part of it in memory at a time; of a name that there is not, an empty one. */
    public void write(Period period, int revision, String name, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            each(period, revision, name, part -> {
                try {
                    out.write(part);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Gives the parts of a file in their order; a part out of its place is no part of it. Gives whether there is such a file. */
    private boolean each(Period period, int revision, String name, Consumer<byte[]> taken) {
        for (int number = 0; ; number++) {
            Optional<byte[]> part = client.sql("SELECT content FROM published_file WHERE jurisdiction = ? AND rule = ?"
                            + " AND period = ? AND revision = ? AND name = ? AND part = ?")
                    .params(series.jurisdiction(), series.rule(), period.toString(), revision, name, number)
                    .query((row, at) -> row.getBytes("content"))
                    .optional();
            if (part.isEmpty()) {
                return number > 0;
            }
            taken.accept(part.get());
        }
    }

    /** How many bytes each file of a revision has, by name. */
    public Map<String, Long> sizes(Period period, int revision) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        client.sql(
                        "SELECT name, SUM(OCTET_LENGTH(content)) AS size FROM published_file"
                                + " WHERE jurisdiction = ? AND rule = ? AND period = ? AND revision = ? GROUP BY name ORDER BY name")
                .params(series.jurisdiction(), series.rule(), period.toString(), revision)
                .query(row -> {
                    sizes.put(row.getString("name"), row.getLong("size"));
                });
        return sizes;
    }

    /** Forgets the files of a revision that never came into place. */
    public void drop(Period period, int revision) {
        client.sql("DELETE FROM published_file WHERE jurisdiction = ? AND rule = ? AND period = ? AND revision = ?")
                .params(series.jurisdiction(), series.rule(), period.toString(), revision)
                .update();
    }
}

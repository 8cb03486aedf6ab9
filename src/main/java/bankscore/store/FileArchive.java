package bankscore.store;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.office.Series;
import bankscore.store.database.Ahead;
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
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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

    /** A part of a file as it is kept. */
    private static final class Part {

        private final int number;
        private final byte[] content;
        /** How many bytes it has; null if they are kept as they are. */
        private final @Nullable Integer plain;

        Part(int number, byte[] content, @Nullable Integer plain) {
            this.number = number;
            this.content = content;
            this.plain = plain;
        }

        /** What is that large is lines of text, a tenth of its length when it is deflated. */
        Part deflated() {
            if (content.length < PART) {
                return this;
            }
            byte[] deflated = Deflated.of(content);
            return deflated.length < PART ? new Part(number, deflated, PART) : this;
        }

        /** The bytes of a part; absent if it is not as it was kept. */
        static Optional<byte[]> plain(byte[] content, @Nullable Integer plain) {
            if (plain == null) {
                return Optional.of(content);
            }
            return plain < 0 || plain > PART ? Optional.empty() : Deflated.plain(content, plain);
        }
    }

    /** Keeps a file, some parts of it in memory at a time: the lines of a large batch are half a gigabyte. */
    public void save(Period period, int revision, String name, InputStream content) throws IOException {
        try (Ahead<Part, Part> parts =
                new Ahead<>("archive", Part::deflated, part -> save(period, revision, name, part))) {
            byte[] part = content.readNBytes(PART);
            for (int number = 0; number == 0 || part.length > 0; number++) {
                parts.take(new Part(number, part, null));
                part = content.readNBytes(PART);
            }
            parts.end();
        }
    }

    private void save(Period period, int revision, String name, Part part) {
        client.sql("INSERT INTO published_file (jurisdiction, rule, period, revision, name, part, content, plain)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(series.jurisdiction(), series.rule(), period.toString(), revision)
                .params(name, part.number, part.content)
                .param(part.plain)
                .update();
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

    /**
     * Gives the parts of a file in their order; one that is out of its place or not as it was kept is no part of it, nor are those
     * behind it: the file's digest tells. Gives whether there is such a file.
     */
    private boolean each(Period period, int revision, String name, Consumer<byte[]> taken) {
        for (int number = 0; ; number++) {
            Optional<byte[]> part = client.sql(
                            "SELECT content, plain FROM published_file WHERE jurisdiction = ? AND rule = ?"
                                    + " AND period = ? AND revision = ? AND name = ? AND part = ?")
                    .params(series.jurisdiction(), series.rule(), period.toString(), revision, name, number)
                    .query((row, at) -> Part.plain(row.getBytes("content"), row.getObject("plain", Integer.class)))
                    .optional()
                    .flatMap(Function.identity());
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
                        "SELECT name, SUM(COALESCE(plain, OCTET_LENGTH(content))) AS size FROM published_file"
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

package bankscore.store;

import bankscore.exact.Period;
import bankscore.office.Series;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** All files of a revision by name; a part out of its place is no part of its file. */
    public Map<String, byte[]> load(Period period, int revision) {
        return load(period, revision, "");
    }

    /** One file of a revision; absent: there is none of this name. */
    public Optional<byte[]> file(Period period, int revision, String name) {
        return Optional.ofNullable(load(period, revision, name).get(name));
    }

    /** @param only the name of the file that is wanted; empty: all are */
    private Map<String, byte[]> load(Period period, int revision, String only) {
        Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
        Map<String, Integer> next = new HashMap<>();
        client.sql("SELECT name, part, content FROM published_file"
                        + " WHERE jurisdiction = ? AND rule = ? AND period = ? AND revision = ?"
                        + (only.isEmpty() ? "" : " AND name = ?") + " ORDER BY name, part")
                .params(Stream.concat(
                                Stream.of(series.jurisdiction(), series.rule(), period.toString(), revision),
                                Stream.of(only).filter(name -> !name.isEmpty()))
                        .toList())
                .query(row -> {
                    String name = row.getString("name");
                    ByteArrayOutputStream file = files.computeIfAbsent(name, any -> new ByteArrayOutputStream());
                    if (row.getInt("part") == next.merge(name, 1, Integer::sum) - 1) {
                        file.writeBytes(row.getBytes("content"));
                    }
                });
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((name, content) -> bytes.put(name, content.toByteArray()));
        return bytes;
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

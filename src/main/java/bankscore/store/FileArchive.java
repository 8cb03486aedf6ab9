package bankscore.store;

import bankscore.exact.Period;
import bankscore.office.Series;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    public void save(Period period, int revision, String name, byte[] content) {
        for (int from = 0, part = 0; part == 0 || from < content.length; from += PART, part++) {
            client.sql("INSERT INTO published_file (jurisdiction, rule, period, revision, name, part, content)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            series.jurisdiction(),
                            series.rule(),
                            period.toString(),
                            revision,
                            name,
                            part,
                            Arrays.copyOfRange(content, from, Math.min(content.length, from + PART)))
                    .update();
        }
    }

    /** All files of a revision by name; a part out of its place is no part of its file. */
    public Map<String, byte[]> load(Period period, int revision) {
        Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
        Map<String, Integer> next = new HashMap<>();
        client.sql("SELECT name, part, content FROM published_file"
                        + " WHERE jurisdiction = ? AND rule = ? AND period = ? AND revision = ? ORDER BY name, part")
                .params(series.jurisdiction(), series.rule(), period.toString(), revision)
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
        client.sql("SELECT name, SUM(OCTET_LENGTH(content)) AS size FROM published_file"
                        + " WHERE jurisdiction = ? AND rule = ? AND period = ? AND revision = ? GROUP BY name ORDER BY name")
                .params(series.jurisdiction(), series.rule(), period.toString(), revision)
                .query(row -> {
                    sizes.put(row.getString("name"), row.getLong("size"));
                });
        return sizes;
    }

    /** One file of a revision; empty if it has none of that name. */
    public Optional<byte[]> load(Period period, int revision, String name) {
        List<byte[]> parts = client.sql("SELECT content FROM published_file"
                        + " WHERE jurisdiction = ? AND rule = ? AND period = ? AND revision = ? AND name = ? ORDER BY part")
                .params(series.jurisdiction(), series.rule(), period.toString(), revision, name)
                .query((row, number) -> row.getBytes("content"))
                .list();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        parts.forEach(file::writeBytes);
        return parts.isEmpty() ? Optional.empty() : Optional.of(file.toByteArray());
    }

    /** Forgets the files of a revision that never came into place. */
    public void drop(Period period, int revision) {
        client.sql("DELETE FROM published_file WHERE jurisdiction = ? AND rule = ? AND period = ? AND revision = ?")
                .params(series.jurisdiction(), series.rule(), period.toString(), revision)
                .update();
    }
}
